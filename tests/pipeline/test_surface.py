"""What a change of the Python means for users: the frozen public API, and what scripts/regenerate prints."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from codegen.surface import changes, exported, generated, snapshot, summary

from tests.pipeline.test_regenerate import regenerate

PROJECT = Path(__file__).parents[2]
FROZEN = PROJECT / "tests" / "golden" / "public_api"


def test_the_public_api_is_the_frozen_one() -> None:
    kept = {path.name: path.read_text() for path in FROZEN.glob("*.txt")}
    now = snapshot(PROJECT)
    differing = [name for name in sorted(kept.keys() | now.keys()) if kept.get(name) != now.get(name)]
    assert differing == [], (
        "the public API has changed: see it with scripts/surface, and if it is meant, scripts/surface --write"
    )


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
    ],
)
def test_every_kind_of_change_has_its_verdict(was: dict[str, str], now: dict[str, str], breaking: bool) -> None:
    found = changes(was, now)
    assert found
    assert any(change.breaking for change in found) is breaking
    assert changes(now, now) == []


def test_the_surface_has_methods_keywords_fields_values_and_events() -> None:
    found = generated(PROJECT / "generated" / "cartesia_api")
    assert found["voices.list()"] == "-> Page[Voice]"
    assert found["voices.list(limit)"] == "int | None = UNSET"
    assert found["datasets.files.upload(id)"] == "str"
    assert found["get_status()"] == "-> APIInfo"
    assert found["Voice.tagline"] == "str"
    assert found["Voice.gender"] == "GenderPresentation | None | str = UNSET"
    assert found["VoiceAccess: 'private'"] == "value"
    assert found["events.TTSSocketChunk.flush_id"] == "int | None = None"
    assert not [key for key in found if "(timeout)" in key or "Async" in key]
    hand_written = exported(PROJECT / "overrides" / "cartesia_client")
    assert hand_written["Cartesia.__init__(max_retries)"] == "int = 2"
    assert "Audio.save(path)" in hand_written


def test_regenerate_says_what_its_change_means(tiny: Path, change: Callable[[str, str], None]) -> None:
    change(
        "        pitch: {type: integer,",
        "        echo: {type: boolean, description: With echo.}\n        pitch: {type: integer,",
    )
    shown = regenerate(tiny).stdout.splitlines()
    assert "additive  added things.sounds.make(echo): bool = UNSET" in shown
    assert shown[-1].startswith("public API: 3 additive changes, 0 breaking; generated code: ")
    change("        echo: {type: boolean, description: With echo.}\n", "")
    shown = regenerate(tiny).stdout.splitlines()
    assert "BREAKING  removed things.sounds.make(echo): bool = UNSET" in shown
    assert shown[-1].startswith("public API: 0 additive changes, 3 breaking; generated code: ")


def test_a_version_that_goes_is_breaking(tmp_path: Path) -> None:
    old, new = PROJECT / "generated" / "cartesia_api", tmp_path / "cartesia_api"
    shutil.copytree(old, new, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.rmtree(new / "v2024_06_10")
    lines = summary(old, new)
    assert "BREAKING  v2024_06_10: removed voices.list(): -> list[Voice]" in lines
    assert lines[-1].startswith("public API: 0 additive changes, ")
