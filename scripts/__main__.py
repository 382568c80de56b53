"""`python -m scripts say TEXT` and `python -m scripts test`: what scripts/say and scripts/test do, without sh, as on Windows.

It runs with the Python that starts it, 3.11 or newer, and needs nothing installed. `prepare` is for scripts/env.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
WINDOWS = sys.platform == "win32"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")
GROUPS = {"say": [], "dev": ["--group", "dev"]}
"""What pip installs besides the package with its sandbox."""
USAGE = "usage: python -m scripts say [OPTION ...] TEXT\n       python -m scripts test [PYTEST OPTION ...]"


def pip(*arguments: str) -> None:
    """Install into the environment of the checkout."""
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True, cwd=ROOT)


def prepare(kind: str) -> None:
    """Make .venv, and install what pyproject.toml says, once for each change of that file."""
    pyproject = ROOT / "pyproject.toml"
    marks = [ENVIRONMENT / f"installed-{each}.toml" for each in {kind, "dev"}]
    if any(mark.exists() and filecmp.cmp(pyproject, mark, shallow=False) for mark in marks):
        return
    if not PYTHON.exists():
        print("making .venv", file=sys.stderr)
        venv.create(ENVIRONMENT, symlinks=not WINDOWS, with_pip=True)
    print("installing what pyproject.toml says (once)", file=sys.stderr)
    pip("--upgrade", "pip>=25.1")
    pip("--editable", ".[sandbox]", *GROUPS[kind])
    shutil.copyfile(pyproject, ENVIRONMENT / f"installed-{kind}.toml")


def run(*arguments: str, folder: Path | None = None) -> int:
    """Run a module in the environment of the checkout."""
    return subprocess.run([str(PYTHON), "-m", *arguments], check=False, cwd=folder).returncode


def say(arguments: list[str]) -> int:
    """Speak a text. The first time that it is to be played, that installs what plays audio."""
    prepare("say")
    if "--play" in arguments:
        found = subprocess.run([str(PYTHON), "-c", "import miniaudio"], check=False, stderr=subprocess.DEVNULL)
        if found.returncode:
            pip("--editable", ".[play]")
    return run("cartesia_client", "say", *arguments)


def test(arguments: list[str]) -> int:
    """Run the test suite, on all cores; with arguments, which go to pytest, in one process."""
    prepare("dev")
    # The suite starts hundreds of processes that import the same modules: these are compiled once.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    # A file of tests stays in one process: its tests share what is costly to make.
    return run("pytest", *(arguments or ["-n", "logical", "--dist", "loadfile"]), folder=ROOT)


def main(command: str = "", *arguments: str) -> int:
    """Do what the command line says, and return the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036  # any Python may start this module
        print("cartesia-client needs Python 3.11 or newer, such as: py -3.11 -m scripts", command, file=sys.stderr)
        return 1
    try:
        if command == "say":
            return say(list(arguments))
        if command == "test":
            return test(list(arguments))
        if command == "prepare":
            prepare(*arguments)
            return 0
    except subprocess.CalledProcessError as error:
        return error.returncode
    except KeyboardInterrupt:
        return 130
    print(USAGE, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
