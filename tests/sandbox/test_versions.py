"""Older versions: requests and responses have the shape of their version."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from cartesia_sandbox.description.projection import _properties
from cartesia_sandbox.description.versions import VERSIONS
from cartesia_sandbox.rest.sse import event_schema

from tests.sandbox.common import CONTRACT, CONTRACTS, JAMESON, KATIE, MINE, SILENCE, check, speech, tone, wav
from tests.sandbox.test_operations import ask

OLDER = VERSIONS[:-1]
CASES = [(version, operation) for version in OLDER for operation in CONTRACTS.of(version).operations]
NUMBERS = [0.1] * 192
EMBEDDED = {"mode": "embedding", "embedding": NUMBERS}


@pytest.fixture
def at(fresh: httpx.Client, version: str) -> httpx.Client:
    fresh.headers["Cartesia-Version"] = version
    return fresh


def test_the_contracts_of_all_versions_ship() -> None:
    assert [CONTRACTS.of(version).doc["info"]["version"] for version in VERSIONS] == list(VERSIONS)


@pytest.mark.parametrize(("version", "operation"), CASES, ids=[f"{version}-{each.name}" for version, each in CASES])
def test_every_operation_of_a_version_responds_as_its_contract_says(
    at: httpx.Client, version: str, operation: Any
) -> None:
    answer = ask(at, operation)
    assert answer.status_code == operation.success()[0], answer.text
    check(answer, operation.name, version)
    known = set(_properties(event_schema(operation), operation.contract)) | {"type"}
    events = [json.loads(line[5:]) for line in answer.text.splitlines() if line.startswith("data:")]
    assert known == {"type"} or set().union(*events) <= known


@pytest.mark.parametrize("version", ["2024-06-10"])
@pytest.mark.parametrize("path", ["/voices", "/voices/"])
def test_the_oldest_list_of_voices_is_bare_and_whole(at: httpx.Client, path: str) -> None:
    found = at.get(path).json()
    # All 42 without the three whose languages that version has no name for.
    assert len(found) == 39
    assert not {voice["language"] for voice in found} & {"ar", "he", "ta"}
    assert {voice["user_id"] for voice in found} == {"user_31"}
    assert all(len(voice["embedding"]) == 192 for voice in found)
    assert [voice["is_public"] for voice in found if voice["id"] in (KATIE, MINE)] == [True, False]


@pytest.mark.parametrize(
    ("version", "fields"),
    [
        ("2024-06-10", {"user_id", "is_public", "embedding"}),
        ("2024-11-13", {"is_owner"}),
        ("2025-04-16", {"is_owner", "is_public", "gender"}),
        ("2025-11-04", {"is_owner", "is_public", "gender", "locales", "accent", "country"}),
        ("2026-03-01", {"is_owner", "is_public", "gender", "locales", "accent", "country", "tagline"}),
        ("2026-08-14", {"is_owner", "access", "visibility", "gender", "locales", "accent", "country", "tagline"}),
        ("2026-05-05", {"is_owner", "is_public", "gender", "locales", "accent", "country", "tagline"}),
    ],
)
def test_fields_of_a_voice(at: httpx.Client, fields: set[str]) -> None:
    always = {"id", "name", "description", "created_at", "language"}
    assert set(at.get(f"/voices/{KATIE}").json()) == always | fields


@pytest.mark.parametrize(
    ("version", "name"), [("2025-11-04", "General American English"), ("2026-08-14", "general-american")]
)
def test_accents_had_names_before_they_had_ids(at: httpx.Client, version: str, name: str) -> None:
    assert at.get(f"/voices/{KATIE}").json()["accent"] == name
    renamed = at.patch(f"/voices/{MINE}", json={"accent": name})
    assert check(renamed, "voices.update", version)["accent"] == name
    assert at.patch(f"/voices/{MINE}", json={"accent": "Klingon"}).status_code == 400


@pytest.mark.parametrize("version", ["2024-11-13"])
def test_what_is_expanded(at: httpx.Client) -> None:
    voice = at.get("/voices?limit=1&expand[]=embedding&expand[]=is_starred").json()["data"][0]
    assert (len(voice["embedding"]), voice["is_starred"]) == (192, False)
    assert at.get("/voices?is_starred=true").json()["data"] == []


@pytest.mark.parametrize(
    ("version", "voice", "status"),
    [
        ("2024-06-10", {"mode": "id", "id": KATIE}, 200),
        ("2024-06-10", {"id": KATIE}, 200),
        ("2024-06-10", EMBEDDED, 200),
        ("2024-06-10", {"embedding": NUMBERS}, 200),
        ("2024-06-10", {"mode": "embedding", "embedding": NUMBERS[:-1]}, 400),
        ("2024-11-13", EMBEDDED, 200),
        ("2024-11-13", {**EMBEDDED, "__experimental_controls": {"speed": "fast", "emotion": []}}, 200),
        ("2025-04-16", {"mode": "id", "id": KATIE}, 200),
        ("2025-04-16", {"id": KATIE}, 200),
        ("2026-03-01", {"mode": "id", "id": KATIE}, 200),
        ("2026-03-01", EMBEDDED, 400),
        ("2026-08-14", KATIE, 200),
        ("2026-08-14", {"id": KATIE}, 200),
        ("2026-08-14", {"mode": "id", "id": KATIE}, 200),
        ("2026-08-14", EMBEDDED, 400),
    ],
)
def test_how_a_voice_is_given(at: httpx.Client, version: str, voice: Any, status: int) -> None:
    answer = at.post("/tts/bytes", json=speech(voice=voice, model_id="sonic-2"))
    assert answer.status_code == status, answer.text
    assert status != 200 or len(answer.content) > 5000


@pytest.mark.parametrize("version", ["2024-06-10"])
def test_numbers_of_a_voice_speak_as_that_voice(at: httpx.Client) -> None:
    numbers = at.get(f"/voices/{JAMESON}").json()["embedding"]
    by_id, by_numbers = (
        at.post("/tts/bytes", json=speech(voice=voice)).content for voice in ({"id": JAMESON}, {"embedding": numbers})
    )
    assert by_id == by_numbers


@pytest.mark.parametrize("version", ["2024-06-10", "2024-11-13"])
def test_experimental_controls_have_an_effect(at: httpx.Client) -> None:
    lengths = [
        len(at.post("/tts/bytes", json=speech(voice={"id": KATIE, "__experimental_controls": controls})).content)
        for controls in (
            {"speed": -1.0, "emotion": []},
            {"speed": "normal", "emotion": []},
            {"speed": 1, "emotion": []},
        )
    ]
    assert lengths[0] > 1.15 * lengths[1] > 1.3 * lengths[2]


@pytest.mark.parametrize("version", ["2024-06-10", "2024-11-13"])
def test_voices_made_of_numbers(at: httpx.Client, version: str) -> None:
    parts = [{"id": KATIE, "weight": 0.5}, {"embedding": NUMBERS, "weight": 0.5}]
    mixed = check(at.post("/voices/mix", json={"voices": parts}), "voices.mix", version)["embedding"]
    assert len(mixed) == 192
    made = at.post("/voices/", json={"name": "Own", "description": "Made of numbers.", "embedding": mixed})
    voice = check(made, "voices.create", version)
    assert at.post("/tts/bytes", json=speech(voice={"id": voice["id"]})).status_code == 200
    form = {"name": "Copy", "description": "", "language": "en", "mode": "similarity", "enhance": "true"}
    clone = at.post("/voices/clone", data=form, files={"clip": wav(tone(120), 16000)})
    check(clone, "voices.clone", version)
    clip = at.post("/voices/clone/clip", files={"clip": SILENCE})
    assert len(check(clip, "voices.clone_clip", version)["embedding"]) == 192


@pytest.mark.parametrize("version", ["2026-03-01", "2026-08-14"])
def test_voices_are_no_longer_made_of_numbers(at: httpx.Client) -> None:
    for path in ("/voices", "/voices/mix", "/voices/clone/clip"):
        assert at.post(path, json={}).status_code in (404, 405)


@pytest.mark.parametrize("version", ["2024-06-10", "2025-04-16", "2025-11-04", "2026-03-01"])
def test_localizing_by_language_and_dialect(at: httpx.Client, version: str) -> None:
    body = {
        "voice_id": KATIE,
        "name": "Katie in Rio",
        "description": "Brazilian.",
        "language": "pt",
        "dialect": "br",
        "original_speaker_gender": "female",
    }
    made = check(at.post("/voices/localize", json=body), "voices.localize", version)
    assert (made["language"], made["is_public"]) == ("pt", False)
    newest = at.get(f"/voices/{made['id']}?cartesia_version=2026-08-14").json()
    assert (newest["accent"], newest["gender"]) == ("brazilian-portuguese", "feminine")


@pytest.mark.parametrize("version", ["2025-04-16"])
def test_pinned_dictionaries_and_older_pages(at: httpx.Client) -> None:
    assert at.post("/pronunciation-dicts/pdict_7Xk/pin").status_code < 300
    page = at.get("/pronunciation-dicts/").json()
    assert ([entry["pinned"] for entry in page["data"]], "next_page" in page) == ([True], False)
    assert at.post("/pronunciation-dicts/pdict_7Xk/unpin").status_code < 300
    assert not at.get("/pronunciation-dicts/pdict_7Xk").json()["pinned"]


@pytest.mark.parametrize("version", ["2024-06-10", "2024-11-13"])
def test_an_operation_that_came_later_responds_as_in_the_newest_version(at: httpx.Client) -> None:
    check(at.get("/agents"), "agents.list")
    assert CONTRACT.match("GET", "/agents")[0] is not None


@pytest.mark.parametrize("version", OLDER)
def test_nulls_of_older_libraries(at: httpx.Client) -> None:
    nulls = dict.fromkeys(["generation_config", "duration", "language", "pronunciation_dict_id"])
    body = speech(voice={"mode": "id", "id": KATIE}, stream=True, **nulls)
    assert at.post("/tts/bytes", json=body).status_code == 200
    floats = speech(voice={"mode": "id", "id": KATIE}, output_format={**body["output_format"], "sample_rate": 16000.0})
    assert at.post("/tts/bytes", json=floats).status_code == 200
