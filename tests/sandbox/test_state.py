"""Resources can be created, listed, retrieved, used, changed and deleted; a reset restores the initial state."""

from __future__ import annotations

import json
from typing import Any

import httpx
import numpy as np
import pytest
import websockets.sync.client
from cartesia_sandbox import Sandbox
from cartesia_sandbox.description.errors import APIError
from cartesia_sandbox.state.store import Store, page
from cartesia_sandbox.voice.conversion import estimate_pitch
from cartesia_sandbox.voice.decode import decode
from cartesia_sandbox.voice.sound import Samples

from tests.sandbox.common import KATIE, KEYED, MINE, SILENCE, check, speech, tone, wav
from tests.sandbox.test_voice import level

NOBODY = "00000000-0000-0000-0000-000000000000"


def said(http: httpx.Client, **fields: Any) -> Samples:
    response = http.post("/tts/bytes", json=speech(**fields))
    assert response.status_code == 200, response.text
    return decode(response.content, "pcm_s16le")


def ids(http: httpx.Client, path: str, **query: Any) -> list[str]:
    """Return the ids of all pages of a list, by its cursors."""
    found: list[str] = []
    cursor: dict[str, Any] = {}
    while True:
        body = http.get(path, params={**query, "limit": 7, **cursor}).json()
        found += [item["id"] for item in body["data"]]
        if not body["next_page"]:
            return found
        cursor = {"starting_after": body["next_page"]}


# -- stores ------------------------------------------------------------------------------------------------------------


def test_a_store_keeps_copies_in_order() -> None:
    seed = {"id": "a", "n": 1}
    things = Store("thing", [seed])
    things.add({"id": "b", "n": 2})
    held = things.get("a")
    assert things.update("a", {"n": 3})["n"] == 3
    assert (seed["n"], held["n"], [item["id"] for item in things]) == (1, 1, ["a", "b"])
    assert [item["id"] for item in things.list(n=2)] == ["b"]
    things.delete("a")
    assert (len(things), "a" in things) == (1, False)
    for unknown in (lambda: things.get("a"), lambda: things.update("a", {}), lambda: things.delete("a")):
        with pytest.raises(APIError, match="no such thing"):
            unknown()


@pytest.mark.parametrize("limit", [1, 3, 10, 100])
def test_pages_in_both_directions_give_everything_once(limit: int) -> None:
    items = [{"id": str(number)} for number in range(10)]
    forwards: list[Any] = []
    query: dict[str, Any] = {"limit": limit}
    while query:
        found = page(items, query)
        forwards += found["data"]
        query = {"limit": limit, "starting_after": found["next_page"]} if found["has_more"] else {}
    assert forwards == items
    backwards: list[Any] = []
    query = {"limit": limit, "ending_before": "9"}
    while query:
        found = page(items, query)
        backwards = found["data"] + backwards
        query = {"limit": limit, "ending_before": found["next_page"]} if found["has_more"] else {}
    assert backwards == items[:-1]
    assert page(items, {"starting_after": "9"}) == {"data": [], "has_more": False, "next_page": None}


# -- voices ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("frequency", "low", "high"), [(110, 0.5, 0.75), (230, 1.0, 1.3)])
def test_the_life_of_a_clone(fresh: httpx.Client, frequency: float, low: float, high: float) -> None:
    form = {"name": "Mine", "language": "en", "description": "A copy."}
    made = check(fresh.post("/voices/clone", data=form, files={"clip": wav(tone(frequency), 16000)}), "voices.clone")
    id = made["id"]
    assert (made["access"], made["visibility"], made["language"]) == ("private", "owner", "en")
    assert id in ids(fresh, "/voices", is_owner=True)
    assert id not in ids(fresh, "/voices", q="katie")
    voice = check(fresh.get(f"/voices/{id}"), "voices.get")
    assert (voice["name"], voice["is_owner"], voice["gender"], voice["accent"]) == (
        "Mine",
        True,
        None,
        "general-american",
    )
    text = "The quick brown fox jumps over the lazy dog."
    pitch, own = (estimate_pitch(said(fresh, voice=each, transcript=text), 16000) for each in (KATIE, id))
    assert pitch is not None
    assert own is not None
    assert low < own / pitch < high  # it speaks at about the pitch of the recording
    changed = fresh.patch(f"/voices/{id}", json={"name": "Yours", "gender": "masculine", "accent": "british"})
    assert check(changed, "voices.update") == fresh.get(f"/voices/{id}").json()
    voice = changed.json()
    assert (voice["name"], voice["description"], voice["gender"], voice["country"]) == (
        "Yours",
        "A copy.",
        "masculine",
        "GB",
    )
    reset = fresh.patch(f"/voices/{id}", json={"gender": None, "accent": None}).json()
    assert (reset["gender"], reset["accent"], reset["name"]) == (None, "general-american", "Yours")
    assert fresh.delete(f"/voices/{id}").status_code == 204
    for response in (
        fresh.get(f"/voices/{id}"),
        fresh.delete(f"/voices/{id}"),
        fresh.post("/tts/bytes", json=speech(voice=id)),
    ):
        assert (response.status_code, response.json()["error_code"]) == (404, "voice_not_found")
    assert id not in ids(fresh, "/voices")


@pytest.mark.parametrize(
    ("change", "clip", "status", "sentence"),
    [
        ({}, b"nothing", 400, "cannot be decoded"),
        ({}, wav(tone(100, 0.01), 16000), 400, "too short"),
        ({"language": "xx"}, SILENCE, 400, "no voices for 'xx'"),
        ({"language": "en", "accent": "klingon"}, SILENCE, 400, "accent"),
        ({"base_voice_id": NOBODY}, SILENCE, 404, "no such voice"),
    ],
)
def test_recordings_that_cannot_be_cloned(
    fresh: httpx.Client, change: dict[str, str], clip: bytes, status: int, sentence: str
) -> None:
    response = fresh.post("/voices/clone", data={"name": "x", "language": "en", **change}, files={"clip": clip})
    assert response.status_code == status
    assert sentence in check(response, "voices.clone")["message"]
    assert ids(fresh, "/voices", is_owner=True) == [MINE, "8d7c6b5a-4f3e-4d2c-9b1a-0f9e8d7c6b5a"]


def test_localized_voices_speak_the_language_of_their_accent(fresh: httpx.Client) -> None:
    body = {"voice_id": KATIE, "name": "Katie in Paris", "accent": "parisian", "tagline": "Warm", "language": "pt"}
    made = check(fresh.post("/voices/localize", json=body), "voices.localize")
    voice = fresh.get(f"/voices/{made['id']}").json()
    assert (voice["language"], voice["locales"][0], voice["gender"]) == (
        "fr",
        {"locale": "fr-FR", "is_native": True},
        "feminine",
    )
    assert (voice["tagline"], voice["name"]) == ("Warm", "Katie in Paris")
    assert said(fresh, voice=made["id"], language="fr").any()
    assert fresh.post("/voices/localize", json={**body, "accent": "bagheli"}).status_code == 400
    assert fresh.post("/voices/localize", json={**body, "voice_id": NOBODY}).status_code == 404


def test_accents_are_added_and_removed(fresh: httpx.Client) -> None:
    added = check(
        fresh.patch(f"/voices/{MINE}/accents", json={"accents": ["castilian", "british"]}), "voices.add_accents"
    )
    assert [entry["locale"] for entry in added["locales"]] == ["en-US", "en-GB", "fr-FR", "es-ES"]
    assert MINE in ids(fresh, "/voices", language="es")
    left = check(fresh.delete(f"/voices/{MINE}/accents/castilian"), "voices.delete_accent")
    assert [entry["locale"] for entry in left["locales"]] == ["en-US", "en-GB", "fr-FR"]
    assert fresh.delete(f"/voices/{MINE}/accents/castilian").status_code == 404
    assert fresh.delete(f"/voices/{MINE}/accents/general-american").status_code == 400
    many = ["australian", "hindi", "israeli", "istanbul", "italian", "japanese", "korean", "mandarin"]
    rejected = fresh.patch(f"/voices/{MINE}/accents", json={"accents": many})
    assert (rejected.status_code, "10 at most" in rejected.text) == (400, True)


def test_voices_of_others_cannot_be_changed(fresh: httpx.Client) -> None:
    for response in (
        fresh.patch(f"/voices/{KATIE}", json={"name": "x"}),
        fresh.delete(f"/voices/{KATIE}"),
        fresh.patch(f"/voices/{KATIE}/accents", json={"accents": ["hindi"]}),
        fresh.delete(f"/voices/{KATIE}/accents/general-american"),
    ):
        assert response.status_code == 403
    assert fresh.get(f"/voices/{KATIE}").json()["name"] == "Katie"


def test_the_accent_catalog(fresh: httpx.Client) -> None:
    accents = check(fresh.get("/accents"), "voices.list_accents")["accents"]
    assert [accent["id"] for accent in accents] == sorted(accent["id"] for accent in accents)
    assert (len(accents), sum(accent["is_localizable"] for accent in accents)) == (79, 25)
    usual = [accent["locale"] for accent in accents if accent["is_locale_default"]]
    assert len(usual) == len(set(usual))


# -- pronunciation dictionaries ---------------------------------------------------------------------------------------


def test_a_dictionary_changes_the_speech(fresh: httpx.Client) -> None:
    items = [{"text": "Sonic", "alias": "a very quick hedgehog"}]
    made = check(
        fresh.post("/pronunciation-dicts/", json={"name": "Mine", "items": items}), "pronunciation_dicts.create"
    )
    id = made["id"]
    assert id in ids(fresh, "/pronunciation-dicts/")
    text = "Hello from Sonic."
    plain, aliased = said(fresh, transcript=text), said(fresh, transcript=text, pronunciation_dict_id=id)
    assert len(aliased) > 1.3 * len(plain)
    form = {"model": "ink-whisper", "language": "en"}
    heard = fresh.post("/stt", data=form, files={"file": wav(aliased, 16000)}).json()["text"]
    assert heard == "Hello from a very quick hedgehog."
    changed = fresh.patch(f"/pronunciation-dicts/{id}", json={"items": [], "name": None})
    assert check(changed, "pronunciation_dicts.update") == {**made, "items": []}
    assert np.array_equal(said(fresh, transcript=text, pronunciation_dict_id=id), plain)
    assert fresh.delete(f"/pronunciation-dicts/{id}").status_code == 204
    gone = fresh.post("/tts/bytes", json=speech(pronunciation_dict_id=id))
    assert check(gone, "tts.generate")["title"] == "Pronunciation dictionary not found"


def test_a_dictionary_changes_the_speech_on_the_socket_too(fresh: httpx.Client, own_sandbox: Sandbox) -> None:
    items = [{"text": "SQL", "alias": "structured query language"}]
    made = fresh.post("/pronunciation-dicts/", json={"name": "Mine", "items": items}).json()
    heard = []
    for fields in ({}, {"pronunciation_dict_id": made["id"]}):
        address = f"{own_sandbox.url.replace('http', 'ws', 1)}/tts/websocket"
        with websockets.sync.client.connect(address, additional_headers=KEYED, proxy=None) as socket:
            socket.send(json.dumps(speech(transcript="I know SQL.", context_id="c", add_timestamps=True, **fields)))
            events = [json.loads(socket.recv())]
            while not events[-1]["done"]:
                events.append(json.loads(socket.recv()))
        assert [event["word_timestamps"]["words"] for event in events if "word_timestamps" in event] == [
            ["I", "know", "SQL."]
        ]
        heard.append(sum(len(event.get("data", "")) for event in events))
    assert heard[1] > 1.3 * heard[0]


# -- datasets and fine-tunes -------------------------------------------------------------------------------------------


def test_the_life_of_a_dataset(fresh: httpx.Client) -> None:
    made = check(fresh.post("/datasets/", json={"name": "Mine", "description": "Talk."}), "datasets.create")
    path = f"/datasets/{made['id']}"
    for number in range(12):
        response = fresh.post(
            f"{path}/files", files={"file": (f"{number}.wav", b"x" * number)}, data={"purpose": "fine_tune"}
        )
        check(response, "datasets.files.upload")
    files = check(fresh.get(f"{path}/files?limit=100"), "datasets.files.list")["data"]
    assert [(file["filename"], file["size"]) for file in files] == [(f"{number}.wav", number) for number in range(12)]
    assert ids(fresh, f"{path}/files") == [file["id"] for file in files]
    check(fresh.delete(f"{path}/files/{files[0]['id']}"), "datasets.files.delete")
    assert len(ids(fresh, f"{path}/files")) == 11
    assert fresh.delete(f"{path}/files/file_a1").status_code == 404  # it belongs to another
    check(fresh.patch(path, json={"name": "Yours", "description": "Still."}), "datasets.update")
    assert check(fresh.get(path), "datasets.retrieve") == {**made, "name": "Yours", "description": "Still."}
    check(fresh.delete(path), "datasets.delete")
    for response in (fresh.get(path), fresh.get(f"{path}/files"), fresh.post(f"{path}/files", files={"file": b"x"})):
        assert response.status_code == 404
    assert fresh.post("/datasets/dataset_4f/files", data={"purpose": "x"}).status_code == 400


def test_each_retrieval_advances_a_fine_tune_by_one_status(fresh: httpx.Client) -> None:
    body = {
        "name": "Reader",
        "description": "Tuned.",
        "language": "de",
        "model_id": "sonic-3-2026-01-12",
        "dataset": "dataset_4f",
        "accent": "high-german",
    }
    made = check(fresh.post("/fine-tunes/", json=body), "fine_tunes.create")
    path = f"/fine-tunes/{made['id']}"
    assert made == {**body, "id": made["id"], "status": "created"}
    assert ids(fresh, f"{path}/voices") == []
    states = [check(fresh.get(path), "fine_tunes.retrieve")["status"] for _ in range(3)]
    assert states == ["training", "completed", "completed"]
    (voice,) = check(fresh.get(f"{path}/voices"), "fine_tunes.list_voices")["data"]
    assert (voice["name"], voice["language"], voice["is_owner"]) == ("Reader", "de", True)
    assert said(fresh, voice=voice["id"]).any()
    check(fresh.delete(path), "fine_tunes.delete")
    assert fresh.get(f"{path}/voices").status_code == 404
    assert fresh.post("/fine-tunes/", json={**body, "dataset": "dataset_none"}).status_code == 404


# -- agents ------------------------------------------------------------------------------------------------------------


def test_agents_are_changed_and_deleted(fresh: httpx.Client) -> None:
    first, second = check(fresh.get("/agents"), "agents.list")["summaries"]
    path = f"/agents/{first['id']}"
    changed = check(fresh.patch(path, json={"name": "Renamed", "description": None}), "agents.update")
    assert (changed["name"], changed["description"]) == ("Renamed", first["description"])
    assert changed["updated_at"] > first["updated_at"]
    assert fresh.patch(path, json={"tts_voice": NOBODY}).status_code == 404
    assert len(check(fresh.get(f"{path}/deployments"), "agents.deployments.list")) == first["deployment_count"]
    (phone,) = check(fresh.get(f"{path}/phone-numbers"), "agents.list_phone_numbers")
    assert phone["number"] == first["phone_numbers"][0]["number"]
    assert fresh.get(f"/agents/{second['id']}/phone-numbers").json() == []
    check(fresh.delete(path), "agents.delete")
    assert [agent["id"] for agent in fresh.get("/agents").json()["summaries"]] == [second["id"]]
    assert fresh.get("/agents/calls", params={"agent_id": first["id"]}).status_code == 404


def test_calls_have_pages_transcripts_and_audio(fresh: httpx.Client) -> None:
    calls = ids(fresh, "/agents/calls", agent_id="agent_5h")
    assert len(calls) == len(set(calls)) == 25
    starts = [fresh.get(f"/agents/calls/{id}").json()["start_time"] for id in calls]
    assert starts == sorted(starts, reverse=True)
    bare = fresh.get("/agents/calls?agent_id=agent_5h").json()["data"][0]
    whole = check(fresh.get("/agents/calls?agent_id=agent_5h&expand=transcript"), "agents.calls.list")["data"][0]
    assert "transcript" not in bare
    assert whole == fresh.get(f"/agents/calls/{bare['id']}").json()
    sound = check(fresh.get(f"/agents/calls/{bare['id']}/audio"), "agents.calls.download_audio")
    samples = decode(sound[44:], "pcm_s16le")
    assert level(samples[: int(0.4 * 16000)]) == 0
    assert level(samples[8000:24000]) > 0.01
    form = {"model": "ink-whisper", "language": "en"}
    heard = fresh.post("/stt", data=form, files={"file": sound}).json()["text"]
    assert heard == "Are you open today? Until six."


def test_results_of_metrics_by_filter_and_as_a_table(fresh: httpx.Client) -> None:
    path = "/agents/metrics/results"
    assert len(ids(fresh, path)) == 25
    assert ids(fresh, path, call_id="ac_42") == ["amr_3"]
    assert len(ids(fresh, path, deployment_id="ad_77")) == 24
    assert ids(fresh, path, metric_id="am_9") == []
    late = ids(fresh, path, start_date="2026-08-20T00:00:00Z")
    early = ids(fresh, path, end_date="2026-08-19T23:59:59+00:00")
    assert (len(late), len(late) + len(early)) == (2, 25)
    assert fresh.get(path, params={"start_date": "yesterday"}).status_code == 400
    rows = check(fresh.get(f"{path}/export?call_id=ac_42"), "agents.metrics.results.export").decode().splitlines()
    assert rows == ["id,metric_name,call_id,result", "amr_3,politeness,ac_42,yes"]
    assert len(fresh.get(f"{path}/export").text.splitlines()) == 26
    assert fresh.get(f"{path}/export?metric_id=am_9").status_code == 404


def test_metrics_are_created_and_attached(fresh: httpx.Client) -> None:
    made = check(fresh.post("/agents/metrics", json={"name": "calm", "prompt": "Calm?"}), "agents.metrics.create")
    assert made["id"] in [each["id"] for each in fresh.get("/agents/metrics").json()["data"]]
    assert check(fresh.get(f"/agents/metrics/{made['id']}"), "agents.metrics.retrieve") == made
    path = f"/agents/agent_6k/metrics/{made['id']}"
    for response in (fresh.post(path), fresh.delete(path)):
        assert response.status_code == 204
    assert fresh.post("/agents/metrics", json={"name": "Not so", "prompt": "?"}).status_code == 400


# -- saved speech, large recordings, reset -----------------------------------------------------------------------------


def test_saved_speech_is_stored(fresh: httpx.Client, own_sandbox: Sandbox) -> None:
    response = fresh.post("/tts/bytes", json=speech(save=True, transcript="Keep this."))
    kept = own_sandbox._state.files.get(response.headers["cartesia-file-id"])
    assert (kept["transcript"], kept["purpose"]) == ("Keep this.", "tts_generation")


def test_a_recording_that_is_too_large_is_rejected(
    fresh: httpx.Client, own_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_sandbox._state, "max_file_size", 1000)
    form = {"model": "ink-whisper", "language": "en"}
    rejected = fresh.post("/stt", data=form, files={"file": SILENCE})
    assert rejected.status_code == 413
    assert check(rejected, "stt.transcribe")["error_code"] == "file_too_large"


def test_a_reset_restores_the_initial_state(fresh: httpx.Client, own_sandbox: Sandbox) -> None:
    lists = ("/voices", "/datasets/", "/pronunciation-dicts/", "/fine-tunes/", "/agents/metrics")
    before = [ids(fresh, path) for path in lists], fresh.get("/agents").json(), fresh.get(f"/voices/{MINE}").json()
    fresh.delete("/agents/agent_5h")
    fresh.delete("/datasets/dataset_4f")
    fresh.delete("/pronunciation-dicts/pdict_7Xk")
    fresh.delete("/fine-tunes/fine_tune_9c")
    fresh.post("/agents/metrics", json={"name": "calm", "prompt": "Calm?"})
    fresh.patch(f"/voices/{MINE}", json={"name": "x"})
    fresh.post("/voices/clone", data={"name": "x", "language": "en"}, files={"clip": SILENCE})
    assert all(ids(fresh, path) != known for path, known in zip(lists, before[0], strict=True))
    own_sandbox.reset()
    after = [ids(fresh, path) for path in lists], fresh.get("/agents").json(), fresh.get(f"/voices/{MINE}").json()
    assert after == before
