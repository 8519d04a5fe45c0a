"""What the packaging tests share: where the build is, and how to run a command of the system."""

import os
import pathlib
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tests" / "support"))

from totals import Skip  # noqa: E402 (found by the line above)

ID = "org.scope_explorer.ScopeExplorer"
BUILD = os.environ["SCOPES_BUILD_FOLDER"]
VERSION = os.environ["SCOPES_VERSION"]
HAS_PROGRAM = os.environ["SCOPES_HAS_PROGRAM"] == "1"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def run(*command, **environment):
    """Runs a command and returns what it printed; fails when it does, and skips the test where it is not installed."""
    if not shutil.which(command[0]):
        raise Skip(f"{command[0]} is not installed.")
    result = subprocess.run(command, env=os.environ | environment, text=True, capture_output=True)
    assert result.returncode == 0, f"{command[0]} ended with {result.returncode}:\n{result.stdout}{result.stderr}"
    return result.stdout


def files_under(folder):
    """The paths of all files under a folder, relative to it."""
    folder = pathlib.Path(folder)
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}
