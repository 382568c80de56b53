"""The rules of the house that a reader cannot see at a glance: who imports whom, and what stands where."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
GENERATED = PROJECT / "generated" / "cartesia_api"
OVERRIDES = PROJECT / "overrides" / "cartesia_client"
SANDBOX = PROJECT / "sandbox" / "cartesia_sandbox"
CODEGEN = PROJECT / "scripts" / "codegen"
RUNTIME = CODEGEN / "runtime"
TOOLS = PROJECT / "tools" / "cartesia_tools"


def python_files(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.rglob("*.py"))]


def imports(path: Path, *, typing_too: bool = False) -> Iterator[str]:
    """Top-level names of the packages that a module imports; those for type checkers only on request."""
    tree = ast.parse(path.read_text())
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if not typing_too and isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            skipped |= {inner for statement in node.body for inner in ast.walk(statement)}
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", python_files(GENERATED, RUNTIME), ids=str)
def test_generated_code_does_not_import_what_is_built_on_it(path: Path) -> None:
    assert not {"cartesia_client", "cartesia_sandbox"} & set(imports(path))


@pytest.mark.parametrize(
    "path", [*python_files(SANDBOX), *(path for path in python_files(CODEGEN) if RUNTIME not in path.parents)], ids=str
)
def test_sandbox_and_scripts_are_independent(path: Path) -> None:
    others = {"cartesia_client", "cartesia_api", "cartesia_sandbox"}
    if path.is_relative_to(SANDBOX):
        others.discard("cartesia_sandbox")
    if path == SANDBOX / "pytest_plugin.py":
        # Hands clients to the tests of people who use both. Nothing of the server loads it.
        others.discard("cartesia_client")
    assert not others & set(imports(path, typing_too=True))


def test_only_the_command_line_knows_the_sandbox() -> None:
    knowing = {path.name for path in python_files(OVERRIDES, TOOLS) if "cartesia_sandbox" in set(imports(path))}
    assert knowing == {"service.py"}


@pytest.mark.parametrize("path", python_files(GENERATED, OVERRIDES, SANDBOX, CODEGEN), ids=str)
def test_nobody_imports_the_tools(path: Path) -> None:
    assert "cartesia_tools" not in set(imports(path, typing_too=True))


@pytest.mark.parametrize("path", python_files(OVERRIDES), ids=lambda path: path.name)
def test_no_path_of_the_api_is_written_by_hand(path: Path) -> None:
    tree = ast.parse(path.read_text())
    paths = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.match(r"/[a-z{]", node.value)
    ]
    assert paths == []


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    return [PROJECT / name for name in listing.split("\0") if name and (PROJECT / name).is_file()]


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    place = re.compile(rb"(?<![\w./-])/(?:home|root|Users|mnt|opt|work)/[\w.-]+/")
    knowing = [path.name for path in tracked() if place.search(path.read_bytes()) and path != Path(__file__)]
    assert knowing == []


def code_lines(path: Path) -> int:
    """Lines that hold code: no comments, no docstrings, no blank lines."""
    texts = {
        line
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text()).readline)
    skipped = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)
    return len({token.start[0] for token in tokens if token.type not in skipped} - texts)


def test_overrides_stay_small() -> None:
    lines = {str(path.relative_to(OVERRIDES)): code_lines(path) for path in python_files(OVERRIDES)}
    assert max(lines.values()) <= 250, lines
    assert sum(lines.values()) < 3400, lines  # half of it is sockets and streams, in two colours
