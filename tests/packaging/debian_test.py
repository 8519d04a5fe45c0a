"""The Debian package: built with cpack, unpacked, and read by lintian."""

import os
import pathlib
import sys
import tempfile

import build
import totals

folder = tempfile.TemporaryDirectory()


def package():
    """The package's path; it is built at the first call."""
    if not build.HAS_PROGRAM:
        raise totals.Skip("There is no program scope-explorer in this build.")
    if os.environ["SCOPES_SANITIZE"]:
        raise totals.Skip("A program with sanitizers is not packed.")
    if not (found := list(pathlib.Path(folder.name).glob("*.deb"))):
        config = str(pathlib.Path(build.BUILD) / "CPackConfig.cmake")
        build.run("dpkg-shlibdeps", "--version")
        build.run(os.environ["SCOPES_CPACK"], "--config", config, "-G", "DEB", "-B", folder.name)
        found = list(pathlib.Path(folder.name).glob("*.deb"))
    assert len(found) == 1, f"Not one package but {found}"
    return str(found[0])


def test_the_package_names_what_it_needs():
    fields = build.run("dpkg-deb", "--field", package())
    assert f"\nVersion: {build.VERSION}\n" in fields, fields
    assert "libqt6widgets6" in fields and "libqt6core6" in fields, fields


def test_the_unpacked_program_starts():
    with tempfile.TemporaryDirectory() as root:
        build.run("dpkg-deb", "--extract", package(), root)
        outside = {path for path in build.files_under(root) if not path.startswith("usr/")}
        assert not outside, f"Outside /usr: {sorted(outside)}"
        assert build.VERSION in build.run(f"{root}/usr/bin/scope-explorer", "--version")


def test_lintian_shows_no_error_or_warning():
    build.run("lintian", "--allow-root", "--fail-on", "error,warning", package())


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
