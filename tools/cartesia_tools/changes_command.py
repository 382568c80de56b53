"""The command `cartesia-client changes`. It imports what it needs when it runs: `say` must not wait for it."""

from __future__ import annotations

import argparse
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import UsageError
from .terminal.output import print_json
from .terminal.parser import Parser

if TYPE_CHECKING:
    from .usage.impact import Upgrade

_INTRODUCTION = """\
# The dated versions of the API

What changes from each Cartesia-Version to the next, as far as `spec/` describes them. `scripts/changes --docs` writes this
page; do not edit it.

A change is breaking unless the service promises that it may happen to a dated version: optional request fields and response
fields may be added, the conditions of errors may change, and enum-like outputs may get values.

Each date is described as its last sources showed it. The service also adds to older dates and has dropped fields from them: what
is listed as added may exist under the older date, and what is listed as removed may be missing from it.
"""


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = (
        "Compare two versions of the API and report what each difference means.\nExit code 1 if one is breaking, "
        "2 for wrong usage."
    )
    parser.set_defaults(run=run)
    parser.add_examples(
        "cartesia-client changes 2026-03-01 2026-08-14", "cartesia-client changes 2026-03-01 2026-08-14 --used-by src"
    )
    where = "a file, a dated version such as 2025-04-16, or a git revision"
    parser.add_argument("old", nargs="?", help=where)
    parser.add_argument("new", nargs="?", help=where)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--used-by",
        type=Path,
        metavar="PATH",
        help="report only changes that affect the Python code there, with the edits",
    )
    parser.add_argument("--all", action="store_true", help="compare every dated version with the one before")


def run(options: argparse.Namespace) -> int:
    """Print the report. Return 1 if a change is breaking (with --used-by: and affects that code), else 0.

    Raises:
        UsageError: A contract is not one, or something cannot be read or written. That is never exit code 1.
    """
    try:
        return _run(options)
    except (OSError, RecursionError) as error:
        raise UsageError(str(error)) from error
    except (LookupError, TypeError, AttributeError, ValueError) as error:
        why = f"{type(error).__name__}: {error}"
        raise UsageError(f"one of the two is not a contract of the form that OpenAPI prescribes ({why})") from error


def _run(options: argparse.Namespace) -> int:
    from .contract import endpoints
    from .diff.changelog import as_json, markdown
    from .diff.compare import compare
    from .load import read
    from .usage.impact import find_impacts

    if options.all:
        if options.old or options.used_by or options.json:
            raise UsageError("--all compares the dated versions, as Markdown: give nothing beside it")
        print(history(), end="")
        return 0
    if options.new is None:
        raise UsageError("give two contracts, as in: cartesia-client changes 2025-04-16 2025-11-04")
    old, new = read(options.old), read(options.new)
    changes = compare(old, new)
    if options.used_by is not None:
        return _print_impacts(options, find_impacts(_program(options.used_by), old, new, changes))
    operations, names = len(endpoints(new)), (_name(options.old), _name(options.new))
    if options.json:
        print_json(as_json(*names, changes, operations))
    else:
        print(markdown(*names, changes, operations), end="")
    return int(any(change.verdict == "breaking" for change in changes))


def _name(source: str) -> str:
    from .load import is_file

    return Path(source).name if is_file(source) else source


def _program(path: Path) -> Path:
    from .usage.program import python_files

    if not path.exists():
        raise UsageError(f"there is no {path}")
    if next(python_files(path, notebooks=True), None) is None:
        raise UsageError(f"there is no Python file and no notebook in {path}")
    return path


def _print_impacts(options: argparse.Namespace, result: Upgrade) -> int:
    from .usage.report import as_json, markdown

    for line in result.unreadable:
        print(f"cannot read {line}", file=sys.stderr)
    if options.json:
        print_json(as_json(result))
    else:
        print(markdown(options.used_by, _name(options.old), _name(options.new), result), end="")
    if options.json and result.unfollowed:
        print(
            f"{len(result.unfollowed)} places are not followed, such as {result.unfollowed[0].file}:"
            f"{result.unfollowed[0].line} {result.unfollowed[0].code}",
            file=sys.stderr,
        )
    if result.unreadable:
        return 2
    return int(any(impact.change.verdict == "breaking" for impact in result.impacts))


def history() -> str:
    """Return the page about all dated versions, the newest step first."""
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
