"""The command `cartesia-client changes`. It imports what it needs when it runs: `say` must not wait for it."""

from __future__ import annotations

import argparse
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import UsageError

if TYPE_CHECKING:
    from .usage.impact import Upgrade

_INTRODUCTION = """\
# The dated versions of the API

What changes from each Cartesia-Version to the next, as far as `spec/` describes them. Emitted by `scripts/changes --docs`;
not to be edited. Breaking is what the service does not promise to leave alone for a date: everything but optional request
fields, response fields, conditions of errors, and values of enum-like outputs.

A date is described as its last sources showed it. The service adds to older dates, too, and has dropped fields from them: what is
called new here may be there under the older date, and what is called removed may be gone from it.
"""


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "changes",
        help="compare two versions of the API",
        description="Compare two versions of the API and report what each difference means. Exit code 1 if one is breaking, "
        "2 for wrong usage.",
    )
    parser.set_defaults(run=_run)
    where = "a file, a dated version such as 2025-04-16, or a git revision"
    parser.add_argument("old", nargs="?", help=where)
    parser.add_argument("new", nargs="?", help=where)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--used-by", type=Path, metavar="PATH", help="only what concerns the Python code there")
    parser.add_argument("--all", action="store_true", help="every dated version against the one before")


def _run(options: argparse.Namespace) -> int:
    try:
        return run(options)
    except ValueError as error:
        raise UsageError(str(error)) from None


def run(options: argparse.Namespace) -> int:
    """Prints the report. 1 if a change is breaking (with --used-by: and concerns that code), else 0."""
    from .contract import endpoints
    from .diff.changelog import as_json, markdown
    from .diff.compare import compare
    from .load import read
    from .usage.impact import find_impacts

    if options.all:
        print(history(), end="")
        return 0
    if options.new is None:
        raise ValueError("give two contracts, as in: cartesia-client changes 2025-04-16 2025-11-04")
    old, new = read(options.old), read(options.new)
    changes = compare(old, new)
    if options.used_by is not None:
        return _concerns(options, find_impacts(_existing(options.used_by), old, new, changes))
    operations, names = len(endpoints(new)), (_name(options.old), _name(options.new))
    if options.json:
        _print_json(as_json(*names, changes, operations))
    else:
        print(markdown(*names, changes, operations), end="")
    return int(any(change.verdict == "breaking" for change in changes))


def _name(source: str) -> str:
    return Path(source).name if Path(source).is_file() else source


def _existing(path: Path) -> Path:
    if not path.exists():
        raise ValueError(f"there is no {path}")
    return path


def _concerns(options: argparse.Namespace, result: Upgrade) -> int:
    from .usage.report import as_json, markdown

    for line in result.unreadable:
        print(f"not read: {line}", file=sys.stderr)
    if options.json:
        _print_json(as_json(result))
    else:
        print(markdown(options.used_by, _name(options.old), _name(options.new), result), end="")
    return int(any(impact.change.verdict == "breaking" for impact in result.impacts))


def _print_json(value: object) -> None:
    print(json.dumps(value, indent=1, ensure_ascii=False))


def history() -> str:
    """A page about all dated versions, the newest step first."""
    from .contract import endpoints
    from .diff.changelog import markdown
    from .diff.compare import compare
    from .load import dates, read_dated

    parts = [_INTRODUCTION]
    for old, new in reversed(list(pairwise(dates()))):
        contract = read_dated(new)
        changes = compare(read_dated(old), contract)
        parts.append(markdown(old, new, changes, len(endpoints(contract)), level=2))
    return "\n".join(parts)
