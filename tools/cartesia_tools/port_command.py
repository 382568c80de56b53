"""The command `cartesia-client port`. It imports what it needs when it runs: `say` must not wait for it."""

from __future__ import annotations

import argparse
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import UsageError
from .terminal.output import print_json
from .terminal.parser import Parser

if TYPE_CHECKING:
    from .port.spellings import Finding

_DEPENDENCY = re.compile(r"""^\s*["']?cartesia(\[[\w,-]*\])?\s*(?=["'=<>~!;#,]|$)""")


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    parser.description = (
        "Find the lines of a program of the official library that have to change, and the edit for each.\nExit code 0 "
        "if nothing is left to do, 1 if something is, 2 for wrong usage."
    )
    parser.set_defaults(run=run)
    parser.add_examples("cartesia-client port src", "cartesia-client port src --write")
    parser.add_argument("path", type=Path, metavar="PATH", help="a file, or a folder with Python code")
    parser.add_argument("--write", action="store_true", help="change the imports; edits by hand are printed")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--from",
        dest="version",
        choices=("1", "2", "3", "4"),
        help="major version that the program is written for: 1 and 2 import cartesia_client.compat (default: what it needs)",
    )


def run(options: argparse.Namespace) -> int:
    """Print what has to change. Return 1 if something is left to do, else 0."""
    from .load import dates, read_dated
    from .port.imports import COMPAT, MODERN
    from .port.scan import find
    from .usage.impact import methods_of
    from .usage.program import python_files

    if not options.path.exists():
        raise UsageError(f"there is no {options.path}")
    methods, _ = methods_of(read_dated(dates()[-1]))
    package = {None: None, "1": COMPAT, "2": COMPAT}.get(options.version, MODERN)
    left: list[Finding] = list(_dependencies(options.path))
    changed: list[Finding] = []
    readable = True
    for file in python_files(options.path):
        try:
            found = find(file, _text(file)[0], methods, package)
        except (SyntaxError, ValueError) as error:
            readable = False
            print(f"cannot read {file}: {error}", file=sys.stderr)
            continue
        imports = [each for each in found if each.new is not None]
        if options.write and imports:
            _write(file, imports)
            changed += imports
            found = [each for each in found if each.new is None]
        left += found
    _print(options, changed, left)
    return int(bool(left) or not readable)


def _text(file: Path) -> tuple[str, str]:
    """Read a program as it is, with its line ends, and its encoding. Raise ValueError if that is not what it says."""
    data = file.read_bytes()
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    return data.decode(encoding), encoding


def _write(file: Path, imports: list[Finding]) -> None:
    """Change the imports of a program, and nothing else of the file."""
    from .port.imports import ImportEdit, lines_of, with_edits

    source, encoding = _text(file)
    lines = [line.rstrip("\r\n") for line in lines_of(source)]
    edits = [ImportEdit(each.line, lines[each.line - 1], each.new) for each in imports if each.new is not None]
    file.write_bytes(with_edits(source, edits).encode(encoding))


def _dependencies(path: Path) -> Iterator[Finding]:
    """Yield the lines that declare the official library as a dependency."""
    from .port.spellings import Finding

    files = (
        [path.parent / path.name] if path.is_file() else [*path.glob("requirements*.txt"), *path.glob("pyproject.toml")]
    )
    for file in files:
        if file.suffix in (".txt", ".toml"):
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                if _DEPENDENCY.match(line):
                    yield Finding(file, number, "dependency", line.strip(), "write cartesia-client")


def _print(options: argparse.Namespace, changed: list[Finding], left: list[Finding]) -> None:
    if options.json:
        rows = [
            {
                "file": str(each.file),
                "line": each.line,
                "kind": each.kind,
                "code": each.code,
                "edit": each.edit,
                "written": done,
            }
            for done, findings in ((True, changed), (False, left))
            for each in findings
        ]
        print_json(rows)
        return
    for each in changed:
        print(f"{each.file}:{each.line} written: {each.edit.removeprefix('write ')}")
    for each in left:
        print(f"{each.file}:{each.line} {each.kind} `{each.code}`: {each.edit}")
    if not changed and not left:
        print("nothing to change", file=sys.stderr)
