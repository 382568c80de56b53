"""What scripts/regenerate prints: on one screen, what a change of spec/ means for users."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from codegen.__main__ import _notes as notes
from codegen.build import Built, load
from codegen.emit.socket_methods import without_method
from codegen.report import changes, report

from tests.pipeline.test_regenerate import regenerate

PROJECT = Path(__file__).parents[2]
SCREEN = 24
PITCH = "        pitch: {type: integer,"
ECHO = "        echo: {type: boolean, description: With echo.}\n"


@pytest.mark.parametrize(
    ("was", "now", "breaking"),
    [
        ({}, {"Voice": "model"}, False),
        ({"Voice": "model"}, {}, True),
        ({}, {"Voice.id": "str"}, False),
        ({"Voice.id": "str"}, {"Voice.id": "int"}, True),
        ({}, {"Color: 'red'": "value"}, False),
        ({"Color: 'red'": "value"}, {}, True),
        ({"a.b()": "-> T"}, {"a.b()": "-> T", "a.b(c)": "int = UNSET"}, False),
        ({"a.b()": "-> T"}, {"a.b()": "-> T", "a.b(c)": "int"}, True),
        ({}, {"a.b()": "-> T", "a.b(c)": "int"}, False),
        ({"a.b(c)": "int"}, {"a.b(c)": "int | str"}, False),
        ({"a.b(c)": "int"}, {"a.b(c)": "int = UNSET"}, False),
        ({"a.b(c)": "int = UNSET"}, {"a.b(c)": "int"}, True),
        ({"a.b(c)": "int | str"}, {"a.b(c)": "int"}, True),
        ({"a.b()": "-> T"}, {"a.b()": "-> U"}, True),
        ({"a.b()": "-> T"}, {"a.b()": "-> T | U"}, True),
        ({"a.b(c)": "Sequence[A]"}, {"a.b(c)": "Sequence[A | B]"}, False),
        ({"a.b(c)": "Sequence[A | B] | None = UNSET"}, {"a.b(c)": "Sequence[A | B | C] | None = UNSET"}, False),
        ({"a.b(c)": "Mapping[str, A]"}, {"a.b(c)": "Mapping[str, Sequence[A]] | Mapping[str, A | B]"}, False),
        ({"a.b(c)": "Sequence[A | B]"}, {"a.b(c)": "Sequence[A]"}, True),
        ({"a.b(c)": "list[A]"}, {"a.b(c)": "list[A | B]"}, True),  # which others may put a B into
        ({"a.b(c)": "Mapping[A, B]"}, {"a.b(c)": "Mapping[A | C, B]"}, True),
    ],
)
def test_every_kind_of_change_has_its_verdict(was: dict[str, str], now: dict[str, str], breaking: bool) -> None:
    found = changes(was, now)
    assert found
    assert any(change.breaking for change in found) is breaking
    assert changes(now, now) == []


def test_a_model_a_method_and_the_values_of_an_enum_are_one_change_each() -> None:
    new = {"Voice": "model", "Voice.id": "str", "Voice.name": "str", "a.b()": "-> T", "a.b(c)": "int"}
    assert [change.text for change in changes({}, new)] == [
        "added Voice: model (2 fields)",
        "added a.b(): -> T (1 keyword)",
    ]
    assert [change.text for change in changes(new, {})] == [
        "removed Voice: model (2 fields)",
        "removed a.b(): -> T (1 keyword)",
    ]
    colors = {f"Color: {name!r}": "value" for name in ("blue", "gray", "green", "pink", "red", "white", "yellow")}
    assert [change.text for change in changes({}, colors)] == [
        "added Color: 'blue', 'gray', 'green', 'pink', 'red' and 2 more values"
    ]


def test_regenerate_makes_a_keyword_of_a_new_field_and_tells_what_its_change_means(
    tiny: Path, change: Callable[[str, str], None]
) -> None:
    change(PITCH, ECHO + PITCH)
    *shown, last = regenerate(tiny).stdout.splitlines()
    assert re.fullmatch(
        r"public API: 4 additive changes, 0 breaking; generated code: \d+ lines added, \d+ lines removed", last
    )
    assert shown == [
        "generated: 2 changed",
        "generated/cartesia_api: 2 changed",
        "generated/cartesia_api/models: 1 changed",
        "generated/cartesia_api/resources: 1 changed",
        "additive  added SoundRequest.echo: bool | None = None",
        "additive  added things.sounds.make(echo): bool = UNSET",
        "additive  added things.sounds.make_stream(echo): bool = UNSET",
        "additive  added things.sounds.play(echo): bool = UNSET",
    ]
    source = (tiny / "generated/cartesia_api/resources/things_sounds.py").read_text()
    assert source.count("echo: bool | Unset = UNSET") == 6  # plain, streamed and the former name, sync and async
    change(ECHO, "")
    shown = regenerate(tiny).stdout.splitlines()
    assert "BREAKING  removed things.sounds.make(echo): bool = UNSET" in shown
    assert shown[-1].startswith("public API: 0 additive changes, 4 breaking; generated code: ")


def test_a_new_socket_without_a_method_is_named(tiny: Path) -> None:
    (line,) = without_method(load(tiny / "spec"), known={"things.call"})
    assert line.startswith(
        "spec/shapes.yaml: paths./things/socket.x-websocket.name: the client has no method for the socket"
    )


def test_a_date_that_is_gone_is_named(tiny: Path) -> None:
    newest = load(tiny / "spec")
    newest.doc["info"]["version"] = "2031-01-01"
    (line,) = notes(tiny / "generated", Built(newest, {}))
    assert line.startswith(
        "note      Cartesia-Version 2030-01-02 is gone; spec/versions/2030-01-02.overlay.yaml would keep it"
    )
    assert notes(tiny / "generated", Built(newest, {"2030-01-02": newest})) == []


@pytest.mark.slow  # builds the real spec with all its versions
def test_an_optional_field_prints_a_screen(tmp_path: Path) -> None:
    for name in ("spec", "generated"):
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "spec" / "tts.yaml"
    text = path.read_text()
    request = text.index("        transcript:\n", text.index("    TTSRequest:\n"))
    path.write_text(f"{text[:request]}        echo: {{type: boolean, description: With echo.}}\n{text[request:]}")
    shown = regenerate(tmp_path).stdout.splitlines()
    assert len(shown) <= SCREEN
    everywhere = "(also in 5 older versions, 2024-06-10 to 2026-03-01)"
    assert [line for line in shown if line.startswith(("additive", "BREAKING"))] == [
        f"additive  added TTSRequest.echo: bool | None = None {everywhere}",
        f"additive  added tts.bytes(echo): bool = UNSET {everywhere}",
        f"additive  added tts.generate(echo): bool = UNSET {everywhere}",
        f"additive  added tts.generate_stream(echo): bool = UNSET {everywhere}",
    ]
    assert shown[-1].startswith("public API: 4 additive changes, 0 breaking; generated code: ")


def older(tiny: Path, date: str, *targets: str) -> None:
    """Give the tiny spec an older version, in which the targets do not exist."""
    folder = tiny / "spec" / "versions"
    folder.mkdir(exist_ok=True)
    removals = "".join(f"  - target: {target}\n    remove: true\n" for target in targets)
    (folder / f"{date}.overlay.yaml").write_text(
        f"""overlay: 1.1.0
info: {{title: Older, version: "{date}"}}
actions:
  - target: $.info
    update: {{version: "{date}"}}
{removals}"""
    )


@pytest.mark.slow
def test_versions_share_the_lines_of_a_change(tiny: Path, change: Callable[[str, str], None]) -> None:
    """A version that shared a module and has its own now is no change for its users."""
    echo = "$.components.schemas.SoundRequest.properties.echo"
    older(tiny, "2029-01-02", "$.paths['/things/{id}'].get")
    shown = regenerate(tiny).stdout.splitlines()
    assert [line for line in shown if "2029-01-02" in line] == [
        "additive  added Cartesia-Version 2029-01-02 (11 methods, 12 models)"
    ]
    change(PITCH, ECHO + PITCH)
    older(tiny, "2029-01-02", "$.paths['/things/{id}'].get", echo)
    shown = regenerate(tiny).stdout.splitlines()
    assert "generated/cartesia_api/v20*: 5 added, 2 changed" in shown
    assert [line for line in shown if line.startswith(("additive", "BREAKING"))] == [
        "additive  added SoundRequest.echo: bool | None = None",
        "additive  added things.sounds.make(echo): bool = UNSET",
        "additive  added things.sounds.make_stream(echo): bool = UNSET",
        "additive  added things.sounds.play(echo): bool = UNSET",
    ]
    older(tiny, "2029-01-02", "$.paths['/things/{id}'].get")
    assert (
        "additive  added SoundRequest.echo: bool | None = None (in 2029-01-02)" in regenerate(tiny).stdout.splitlines()
    )


@pytest.mark.slow
def test_generated_code_with_the_marks_of_a_merge_is_replaced(tiny: Path) -> None:
    path = tiny / "generated" / "cartesia_api" / "models" / "thing.py"
    path.write_text(f"<<<<<<< ours\n{path.read_text()}")
    shown = regenerate(tiny).stdout.splitlines()
    assert shown == [
        "generated/cartesia_api/models: 1 changed",
        "public API: not compared, because the old generated code is not valid Python; "
        "generated code: 0 lines added, 1 lines removed",
    ]
    assert regenerate(tiny, "--check").returncode == 0


def test_a_version_that_goes_is_breaking(tmp_path: Path) -> None:
    old, new = PROJECT / "generated" / "cartesia_api", tmp_path / "cartesia_api"
    shutil.copytree(old, new, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.rmtree(new / "v2024_06_10")
    lines = report([], old, new)
    assert lines[:-1] == ["BREAKING  removed Cartesia-Version 2024-06-10 (31 methods, 51 models)"]
    assert lines[-1].startswith("public API: 0 additive changes, 1 breaking; generated code: 0 lines added, ")
