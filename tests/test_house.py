"""The rules of the house that a reader cannot see at a glance: who imports whom, and what stands where."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import house

PROJECT = Path(__file__).parents[1]
GENERATED = PROJECT / "generated" / "cartesia_api"
OVERRIDES = PROJECT / "overrides" / "cartesia_client"
IO = PROJECT / "overrides" / "cartesia_io"
SANDBOX = PROJECT / "sandbox" / "cartesia_sandbox"
CODEGEN = PROJECT / "scripts" / "codegen"
RUNTIME = CODEGEN / "runtime"
TOOLS = PROJECT / "tools" / "cartesia_tools"
HAND_WRITTEN = [path for package in house.PACKAGES for path in house.files(package)]
BUILT_ON_THE_CLIENT = ("compat", "narration")
"""Rooms that stand on the public names of the client alone."""
FLOORS = {
    "cartesia_client": """
        installed responses versions errors copying concurrency audio identity http options sockets session base narration formats
        client pagination compat __main__
    """,
    "cartesia_io": """
        file_lock forks system_sockets handlers iterating live values masking hiding rules text logs later steps receiving turns
        audio usage http sockets
    """,
    "cartesia_sandbox": """
        description journal replay voice recognition state faults tts rest sockets page admin browsers routing application
        server pytest_plugin
    """,
    "cartesia_tools": """
        errors defaults deep contract structure references yaml_reading load traffic conformance diff usage port terminal fields
        service checks pyinstaller changes_command port_command commands cli __main__
    """,
    "codegen": """
        quoting structure yaml_reading merge gone naming values choices stand_ins aliases lint_names lint_schemas lint_files
        lint_sockets lint_shapes lint view generator runtime emit versions dated tree surface report build bundle evidence
        coverage __main__
    """,
}
"""The rooms of each package, from the ground up: a room imports only rooms that stand before it."""


def python_files(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.rglob("*.py")) if house.is_written_by_hand(path)]


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
    assert not {"cartesia_client", "cartesia_io", "cartesia_sandbox"} & set(imports(path))


@pytest.mark.parametrize("path", python_files(IO), ids=lambda path: str(path.relative_to(IO)))
def test_what_carries_bytes_knows_nothing_of_the_api(path: Path) -> None:
    """Only the errors for wrong arguments, which everything shares."""
    known = [target for target in house.imported(path) if target.startswith("cartesia") and "cartesia_io" not in target]
    assert set(known) <= {
        f"cartesia_api.arguments.{name}Error" for name in ("Cartesia", "Configuration", "InvalidRequest")
    }


@pytest.mark.parametrize(
    "path", [*python_files(SANDBOX), *(path for path in python_files(CODEGEN) if RUNTIME not in path.parents)], ids=str
)
def test_sandbox_and_scripts_are_independent(path: Path) -> None:
    others = {"cartesia_client", "cartesia_io", "cartesia_api", "cartesia_sandbox"}
    if path.is_relative_to(SANDBOX):
        others.discard("cartesia_sandbox")
    if path == SANDBOX / "pytest_plugin.py":
        # Hands clients to the tests of people who use both. Nothing of the server loads it.
        others.discard("cartesia_client")
    assert not others & set(imports(path, typing_too=True))


def test_only_the_command_line_knows_the_sandbox() -> None:
    knowing = {path.name for path in python_files(OVERRIDES, IO, TOOLS) if "cartesia_sandbox" in set(imports(path))}
    assert knowing == {"service.py"}


@pytest.mark.parametrize("path", python_files(GENERATED, OVERRIDES, IO, SANDBOX, CODEGEN), ids=str)
def test_nobody_imports_the_tools(path: Path) -> None:
    assert "cartesia_tools" not in set(imports(path, typing_too=True))


@pytest.mark.parametrize("path", python_files(OVERRIDES, IO), ids=lambda path: path.name)
def test_no_path_of_the_api_is_written_by_hand(path: Path) -> None:
    contract = json.loads((GENERATED / "openapi.json").read_text(encoding="utf-8"))
    starts = {each.split("/")[1] for each in contract["paths"]} - {""}
    assert {"tts", "stt", "voices"} <= starts
    texts = [node.value for node in ast.walk(house.parse(path)) if isinstance(node, ast.Constant)]
    assert [text for text in texts if isinstance(text, str) and text[:1] == "/" and text.split("/")[1] in starts] == []


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    return [PROJECT / name for name in listing.split("\0") if name and (PROJECT / name).is_file()]


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    place = re.compile(rb"(?<![\w./-])/(?:home|root|Users|mnt|opt|work)/[\w.-]+/")
    knowing = [path.name for path in tracked() if place.search(path.read_bytes()) and path != Path(__file__)]
    assert knowing == []


@pytest.mark.parametrize("path", HAND_WRITTEN, ids=str)
def test_modules_and_functions_fit_on_a_few_pages(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 300, f"{path.name} has {lines} lines: give one of its ideas a module of its own"
    long = [each for each in house.functions(path) if each.lines > 40]
    assert not long, f"{path.name}: name the steps of {long}"


def test_overrides_stay_small() -> None:
    paths = [path for path in house.files("cartesia_client") if house.room(path) not in BUILT_ON_THE_CLIENT]
    lines = {str(path.relative_to(OVERRIDES)): house.code_lines(path) for path in paths}
    assert sum(lines.values()) <= 3200, lines  # half of it is sockets and streams, in two colors


def test_every_folder_says_what_it_is_for() -> None:
    folders = {path.parent for path in HAND_WRITTEN}
    silent = [str(folder) for folder in folders if not ast.get_docstring(house.parse(folder / "__init__.py"))]
    assert silent == []


def test_no_modules_import_each_other() -> None:
    circles = [[str(path.relative_to(PROJECT)) for path in group] for group in house.circles(house.graph())]
    assert circles == []


def test_a_circle_would_be_found(tmp_path: Path) -> None:
    folder = tmp_path / "overrides" / "cartesia_client"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "one.py").write_text("def late():\n    from .two import x\n")
    (folder / "two.py").write_text("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from . import one\n")
    (folder / "three.py").write_text("from .one import late\n")
    (circle,) = house.circles(house.graph(tmp_path))
    assert [path.name for path in circle] == ["one.py", "two.py"]


@pytest.mark.parametrize("package", FLOORS)
def test_imports_only_go_down(package: str) -> None:
    floors = FLOORS[package].split()
    own = house.files(package)
    assert {house.room(path) for path in own} == {*floors, "__init__"}, "a new room: say where it stands in FLOORS"
    rising = [
        f"{path.relative_to(PROJECT)} -> {target.relative_to(PROJECT)}"
        for path in own
        if house.room(path) != "__init__"  # the face of the package hands names on from everywhere
        for target in house.graph()[path]
        if target in own and house.room(path) != house.room(target)
        if floors.index(house.room(path)) < floors.index(house.room(target))
    ]
    assert rising == []


@pytest.mark.parametrize("path", sorted((OVERRIDES / "sockets").glob("*.py")), ids=lambda path: path.name)
def test_the_sockets_do_not_know_the_client(path: Path) -> None:
    assert not [target.name for target in house.graph()[path] if target.name in ("client.py", "session.py")]
