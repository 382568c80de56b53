"""The frozen public API."""

from __future__ import annotations

from pathlib import Path

from codegen.surface import exported, generated, of_version, snapshot, spellings

PROJECT = Path(__file__).parents[2]
FROZEN = PROJECT / "tests" / "golden" / "public_api"


def test_the_public_api_is_the_frozen_one() -> None:
    kept = {path.name: path.read_text() for path in FROZEN.glob("*.txt")}
    now = snapshot(PROJECT)
    differing = [name for name in sorted(kept.keys() | now.keys()) if kept.get(name) != now.get(name)]
    assert differing == [], (
        "the public API has changed: see it with scripts/surface, and if it is meant, scripts/surface --write"
    )


def test_the_surface_has_methods_keywords_fields_values_and_events() -> None:
    found = generated(PROJECT / "generated" / "cartesia_api")
    assert found["voices.list()"] == "-> Page[Voice]"
    assert found["voices.list(limit)"] == "int | None = UNSET"
    assert found["datasets.files.upload(id)"] == "str"
    assert found["get_status()"] == "-> APIInfo"
    assert found["Voice.tagline"] == "str"
    assert found["Voice.gender"] == "GenderPresentation | str | None = None"
    assert found["VoiceAccess: 'private'"] == "value"
    assert found["events.TTSSocketChunk.flush_id"] == "int | None = None"
    assert not [key for key in found if "(timeout)" in key or "Async" in key]
    hand_written = exported(PROJECT / "overrides")
    assert hand_written["Cartesia.__init__(max_retries)"] == "int = 2"
    assert "Audio.save(path)" in hand_written


def test_the_surface_has_the_modules_of_official_names() -> None:
    found = spellings(PROJECT / "overrides" / "cartesia_client")
    assert found["pagination.SyncCursorIDPage"] == found["compat.core.api_error.ApiError"] == "exported"
    assert found["resources.tts.TTSResourceConnection"] == "exported"
    assert found["resources.fine_tunes"] == "module"
    assert found["compat.client.Cartesia.tts"] == "TTS"
    assert "compat.tts.TTS.bytes()" in found


def test_the_surface_does_not_depend_on_where_the_project_lies(tmp_path: Path) -> None:
    client = tmp_path / "compat" / "cartesia_client"
    (client / "compat").mkdir(parents=True)
    (client / "__init__.py").write_text('__all__ = ["Talk"]')
    (client / "talk.py").write_text("class Talk:\n    def say(self) -> None: ...")
    (client / "compat" / "talk.py").write_text("class Talk:\n    def shout(self) -> None: ...")
    assert exported(client.parent) == {"Talk": "exported", "Talk.say()": "-> None"}


def test_the_surface_of_a_version_has_what_it_shares_with_newer_ones() -> None:
    package = PROJECT / "generated" / "cartesia_api"
    assert of_version(package) == generated(package)
    oldest = of_version(package, "v2024_06_10")
    assert oldest["voices.list()"] == "-> list[Voice]"
    assert oldest["tts.generate(voice)"] == of_version(package, "v2024_11_13")["tts.generate(voice)"]
    assert oldest["ModelSpeed: 'fast'"] == "value"
    assert not [key for key in oldest if key.startswith("agents.")]
