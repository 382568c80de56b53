"""Builds what would be released, and tries it; see scripts/release, which runs this in an environment with the tools it needs."""

from __future__ import annotations

import argparse
import datetime
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
UNRELEASED = "## Unreleased"
RATING = 10
"""What pyroma must give, of 10."""


class Refused(Exception):
    """It cannot be released; the message says what to do."""


def run(*command: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> str:
    """Run a program and return what it prints. Raise Refused, with its output, if it fails."""
    done = subprocess.run(
        [str(each) for each in command], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        shown = " ".join(Path(each).name if os.sep in str(each) else str(each) for each in command)
        raise Refused(f"failed: {shown}\n{done.stdout}{done.stderr}")
    return done.stdout.strip()


def version_of(folder: Path) -> str:
    """Return the version, from the only place that has it."""
    text = (folder / "overrides/cartesia_client/installed.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    if not found:
        raise Refused("overrides/cartesia_client/installed.py has no version such as 1.2.3")
    return found[1]


def moved(changelog: str, version: str, date: str) -> str:
    """Return a changelog whose unreleased entry has become that of a version. One that has the version already stays as it is.

    Raises:
        Refused: There is nothing to release, or the version is released and there are unreleased changes.
    """
    before, heading, rest = changelog.partition(f"\n{UNRELEASED}\n")
    if not heading:
        raise Refused(f"CHANGELOG.md has no section {UNRELEASED}")
    entry, mark, after = rest.partition("\n## ")
    is_there = re.search(rf"^## {re.escape(version)} - \d{{4}}-\d\d-\d\d$", changelog, re.MULTILINE)
    if is_there and entry.strip():
        raise Refused(f"CHANGELOG.md has {version} and unreleased changes: raise the version in installed.py")
    if is_there:
        return changelog
    if not re.search(r"^[^#\s]", entry, re.MULTILINE):  # headings alone say nothing
        raise Refused("CHANGELOG.md says nothing under Unreleased: write what users will notice")
    return f"{before}{heading}\n## {version} - {date}\n\n{entry.strip()}\n{mark}{after}"


def clone(target: Path, *, dry_run: bool) -> str:
    """Clone what is committed, and return the time of the commit in seconds.

    Raises:
        Refused: Something is not committed, and the changelog is to be changed, which is committed with all else.
    """
    if changed := run("git", "status", "--porcelain"):
        if not dry_run:
            raise Refused(f"commit or remove first what is not committed; --dry-run leaves it aside:\n{changed}")
        print("note: what is not committed is not part of the release", file=sys.stderr)
    run("git", "clone", "--quiet", "--no-local", ROOT, target)
    return run("git", "log", "-1", "--format=%ct", cwd=target)


def check_tag(source: Path, version: str) -> None:
    """Raise Refused if another commit has the tag of the version already. The commit that has it can be built again."""
    tag = f"v{version}"
    if not run("git", "tag", "--list", tag, cwd=source):
        return
    place, head = (run("git", "rev-parse", f"{name}^{{commit}}", cwd=source) for name in (tag, "HEAD"))
    if place != head:
        raise Refused(f"the tag {tag} is that of {place[:12]}, not of {head[:12]}: raise the version in installed.py")


def build(source: Path, target: Path, epoch: str) -> list[Path]:
    """Build the wheel and the source distribution. The time of the commit stands for that of each file."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch}
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", target, source, env=environment)
    return sorted(target.iterdir())


def check(built: list[Path]) -> Iterator[str]:
    """Check the files with what indexes and packagers check. Yield what was found right."""
    wheel, source = (next(path for path in built if path.suffix == suffix) for suffix in (".whl", ".gz"))
    run(sys.executable, "-m", "twine", "check", "--strict", *built)
    yield "twine: both are described well"
    run(sys.executable, "-m", "check_wheel_contents", "--config", ROOT / "pyproject.toml", wheel)
    yield "check-wheel-contents: nothing is missing or too much"
    # There is no address that all contributors read: SECURITY.md says where to report.
    run(sys.executable, "-m", "pyroma", "--min", str(RATING), "--skip-tests", "AuthorEmail", source)
    yield f"pyroma: {RATING} of 10"


def interpreter(version: str) -> str | None:
    """Return a Python of a version: on PATH, or one that pyenv has installed."""
    home = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    for path in (shutil.which(f"python{version}"), *sorted(home.glob(f"{version}.*/bin/python"), reverse=True)):
        done = subprocess.run([path, "-c", "import ensurepip"], capture_output=True, check=False) if path else None
        if done and not done.returncode:
            return str(path)
    return None


def try_with(python: str, wheel: Path, folder: Path) -> str:
    """Install the wheel in an empty environment and run its README there, outside of any checkout."""
    run(python, "-m", "venv", folder / "venv")
    own = str(folder / "venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
    run(own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"{wheel}[sandbox]", cwd=folder)
    shutil.copy(ROOT / "scripts" / "release_readme.py", folder)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("CARTESIA_", "PYTHON"))}
    run(own, "release_readme.py", cwd=folder, env=environment)
    run(own, "-m", "cartesia_client", "say", "Hello from the wheel.", cwd=folder, env=environment)
    return f"the README runs, and `say` speaks {(folder / 'sonic.wav').stat().st_size} bytes"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="scripts/release", description="Build what would be released, and try it.")
    parser.add_argument("--dry-run", action="store_true", help="change nothing in the checkout")
    parser.add_argument("--output", type=Path, metavar="DIR", help="keep the wheel and the source distribution in DIR")
    parser.add_argument("--tag", help="the tag that is released: it must fit the version, whose entry must be written")
    parser.add_argument("--pythons", default=",".join(PYTHONS), help="versions to try, with commas; none: ''")
    return parser.parse_args()


def release(options: argparse.Namespace, work: Path) -> None:
    """Do all steps in a folder."""
    epoch = clone(work / "clone", dry_run=options.dry_run)
    version = version_of(work / "clone")
    check_tag(work / "clone", version)
    changelog = work / "clone" / "CHANGELOG.md"
    before = changelog.read_text(encoding="utf-8")
    after = moved(before, version, datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat())
    if options.tag and (options.tag != f"v{version}" or after != before):
        raise Refused(
            f"the tag {options.tag} does not fit: the version is {version}; its entry must be in CHANGELOG.md"
        )
    changelog.write_text(after, encoding="utf-8")
    built = build(work / "clone", work / "dist", epoch)
    for path in built:
        print(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}  {path.stat().st_size} bytes", flush=True)
    for line in check(built):
        print(line, flush=True)
    wheel = next(path for path in built if path.suffix == ".whl")
    for wanted in filter(None, map(str.strip, options.pythons.split(","))):
        python = interpreter(wanted)
        (work / wanted).mkdir()
        tried = try_with(python, wheel, work / wanted) if python else "skipped: it is not on this machine"
        print(f"Python {wanted}: {tried}", flush=True)
    if options.output:
        options.output.mkdir(parents=True, exist_ok=True)
        for path in built:
            shutil.copy(path, options.output)
    if after != before and not options.dry_run:
        (ROOT / "CHANGELOG.md").write_text(after, encoding="utf-8")
    if not options.tag:
        print(f"CHANGELOG.md: {'its unreleased entry becomes' if after != before else 'has'} {version}")
        print(
            f"to publish: git commit -am 'Release {version}' && git tag -a v{version} -m {version} && git push --follow-tags"
        )


def main() -> int:
    """Run the command, and return its exit code."""
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="release-") as folder:
        try:
            release(options, Path(folder).resolve())
        except Refused as error:
            print(f"scripts/release: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
