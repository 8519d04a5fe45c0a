"""What `cmake --install` leaves behind, tried with the tools that desktops use to read it."""

import os
import pathlib
import sys
import tempfile
import xml.etree.ElementTree as xml

import build
import totals

PREFIX = "opt/scope-explorer"
stage = tempfile.TemporaryDirectory()
share = pathlib.Path(stage.name) / PREFIX / "share"


def test_everything_is_installed_under_the_prefix():
    build.run(os.environ["SCOPES_CMAKE"], "--install", build.BUILD, "--prefix", f"/{PREFIX}", DESTDIR=stage.name)
    expected = {
        f"share/applications/{build.ID}.desktop",
        f"share/metainfo/{build.ID}.metainfo.xml",
        f"share/mime/packages/{build.ID}.xml",
        f"share/icons/hicolor/scalable/apps/{build.ID}.svg",
    }
    expected |= {f"share/icons/hicolor/{size}x{size}/apps/{build.ID}.png" for size in build.ICON_SIZES}
    expected |= {"bin/scope-explorer-cli", "share/man/man1/scope-explorer.1.gz", "share/man/man1/scope-explorer-cli.1.gz"}
    expected |= {f"share/scope-explorer/{name}.schema.json" for name in ("catalog", "output", "overlay", "profile", "request")}
    expected |= {f"share/bash-completion/completions/{name}" for name in ("scope-explorer", "scope-explorer-cli")}
    expected |= {f"share/fish/vendor_completions.d/{name}.fish" for name in ("scope-explorer", "scope-explorer-cli")}
    expected.add("share/zsh/vendor-completions/_scope-explorer")
    if build.HAS_PROGRAM:
        expected.add("bin/scope-explorer")
    installed = build.files_under(stage.name)
    outside = {path for path in installed if not path.startswith(f"{PREFIX}/")}
    assert not outside, f"Outside the prefix: {sorted(outside)}"
    missing = expected - {path.removeprefix(f"{PREFIX}/") for path in installed}
    assert not missing, f"Not installed: {sorted(missing)}"


def test_the_installed_command_line_tells_its_version():
    assert build.VERSION in build.run(str(share.parent / "bin" / "scope-explorer-cli"), "--version")


def test_the_installed_completions_are_those_of_the_program():
    cli = str(share.parent / "bin" / "scope-explorer-cli")
    for shell, path in (("bash", "bash-completion/completions/scope-explorer"), ("zsh", "zsh/vendor-completions/_scope-explorer"),
                        ("fish", "fish/vendor_completions.d/scope-explorer-cli.fish")):
        assert (share / path).read_text(encoding="utf-8") == build.run(cli, "completion", shell), path


def test_the_installed_program_tells_its_version():
    if not build.HAS_PROGRAM:
        raise totals.Skip("There is no program scope-explorer in this build.")
    assert build.VERSION in build.run(str(share.parent / "bin" / "scope-explorer"), "--version")


def test_the_desktop_entry_is_valid():
    build.run("desktop-file-validate", str(share / "applications" / f"{build.ID}.desktop"))


def test_the_metainfo_is_valid():
    build.run("appstreamcli", "validate", "--no-net", str(share / "metainfo" / f"{build.ID}.metainfo.xml"))


def test_the_metainfo_and_the_desktop_entry_fit_the_program():
    metainfo = xml.parse(share / "metainfo" / f"{build.ID}.metainfo.xml").getroot()
    mime = xml.parse(share / "mime" / "packages" / f"{build.ID}.xml").getroot()
    request_type = mime.find("{*}mime-type").get("type")
    assert metainfo.findtext("id") == build.ID
    assert metainfo.findtext("launchable") == f"{build.ID}.desktop"
    assert metainfo.find("releases/release").get("version") == build.VERSION, "The newest release is not this version."
    assert metainfo.findtext("provides/mediatype") == request_type
    desktop = (share / "applications" / f"{build.ID}.desktop").read_text().splitlines()
    assert f"MimeType={request_type};x-scheme-handler/scope-explorer;" in desktop
    assert "Exec=scope-explorer %u" in desktop, "A link is no file."
    assert f"Icon={build.ID}" in desktop


def test_request_files_are_recognised_by_their_name():
    build.run("update-mime-database", str(share / "mime"))
    with tempfile.TemporaryDirectory() as folder:
        for name, expected in (("x.scopes.json", "application/vnd.scope-explorer.request+json"), ("x.json", "application/json")):
            path = pathlib.Path(folder) / name
            path.write_text('{"scopes": []}\n')
            places = {"XDG_DATA_DIRS": f"{share}:/usr/local/share:/usr/share", "XDG_DATA_HOME": folder}
            printed = build.run("gio", "info", "-a", "standard::content-type", str(path), **places)
            assert f"standard::content-type: {expected}\n" in printed, f"{name} is taken for something else:\n{printed}"


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
