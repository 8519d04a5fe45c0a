"""Icons: every size that is promised is there, and is of that size."""

import re
import struct
import sys

import build
import totals

ICONS = build.SOURCE / "resources" / "icons"
FALLBACK_SIZES = (16, 24, 32, 48, 72)


def pixel_size(path):
    """Width and height from the first chunk of a PNG file (PNG, third edition, section 11.2.1)."""
    with path.open("rb") as file:
        head = file.read(24)
    assert head[:8] == b"\x89PNG\r\n\x1a\n" and head[12:16] == b"IHDR", f"{path} is not a PNG file."
    return struct.unpack(">II", head[16:24])


def test_the_application_has_all_sizes():
    for size in build.ICON_SIZES:
        assert (ICONS / f"scope-explorer-{size}.png").exists(), f"There is no icon of {size} pixels."


def test_each_drawing_is_there_for_light_and_dark_in_all_sizes():
    names = {path.stem for path in (ICONS / "fallback").glob("*.svg")}
    assert names, "There is no drawing."
    expected = {f"{palette}/{name}-{size}.png" for palette in ("light", "dark") for name in names for size in FALLBACK_SIZES}
    found = {path for path in build.files_under(ICONS / "fallback") if path.endswith(".png")}
    assert found == expected, f"Missing or without a drawing: {sorted(found ^ expected)}"


def test_each_file_is_as_large_as_its_name_says():
    for path in ICONS.rglob("*.png"):
        size = int(re.search(r"-(\d+)\.png$", path.name)[1])
        assert pixel_size(path) == (size, size), f"{path.name} is {pixel_size(path)}."


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
