"""Which models the sandbox serves, what it says about the others, and which fields the events of errors have at each date."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from cartesia_sandbox import Sandbox
from cartesia_sandbox.description.errors import APIError
from cartesia_sandbox.description.models import Models, Use
from cartesia_sandbox.description.versions import VERSIONS
from websockets.sync.client import connect

from tests.sandbox.common import CONTRACT, KATIE, KEYED, RAW, SILENCE, check, speech

MODELS = Models(CONTRACT)
SERVED = [
    *("sonic-3.6", "sonic-3.5", "sonic-3.5-2026-05-04", "sonic-3", "sonic-3-2026-01-12", "sonic-3-2025-10-27"),
    *("sonic-latest", "sonic-3-latest", "sonic-preview", "sonic-2", "sonic-2-2025-04-16", "sonic-2-2025-05-08"),
    *("sonic-2-2025-06-11", "sonic-turbo", "sonic-turbo-2025-06-04"),
]
RETIRED = [
    *("sonic", "sonic-english", "sonic-multilingual", "sonic-2024-10-19", "sonic-2024-12-12"),
    *("sonic-2-2025-03-07", "sonic-turbo-2025-03-07"),
]


def error_of(model: str, use: Use = "speech") -> tuple[int, str | None, str]:
    with pytest.raises(APIError) as caught:
        MODELS.check(model, use)
    return caught.value.status, caught.value.code, caught.value.message


@pytest.mark.parametrize("model", SERVED)
def test_models_that_the_description_or_the_facts_know_are_served(model: str) -> None:
    MODELS.check(model, "speech")
    MODELS.check(model, "contexts")


@pytest.mark.parametrize("model", RETIRED)
def test_a_retired_model_is_answered_with_what_replaces_it(model: str) -> None:
    said = f"The model {model} has been retired. Use sonic-3.5 instead."
    assert error_of(model) == error_of(model, "contexts") == (400, "model_sunsetted", said)


@pytest.mark.parametrize(
    ("model", "near"),
    [
        ("sonic-33", "sonic-3"),
        ("sonic3.5", "sonic-3.5"),
        ("Sonic-3.5", "sonic-3.5"),
        ("sonic-2-2025-05-09", "sonic-2-2025-05-08"),
        ("sonic-3.5 ", "sonic-3.5"),
    ],
)
def test_a_model_that_does_not_exist_is_refused_with_the_nearest(model: str, near: str) -> None:
    status, code, message = error_of(model)
    assert (status, code) == (404, "model_not_found")
    assert message.startswith(f"There is no such model as {model!r}; there are sonic-2, ")
    assert message.endswith(f"; did you mean {near}?")
    assert error_of(model, "contexts")[:2] == (400, "model_not_found")


@pytest.mark.parametrize("model", ["", "gpt-9", "ink-3", "x" * 5000, "\u96ea"])
def test_odd_models_are_refused_in_few_words(model: str) -> None:
    status, code, message = error_of(model)
    assert (status, code) == (404, "model_not_found")
    assert len(message) < 500


@pytest.mark.parametrize(
    ("model", "use", "status", "sentence"),
    [
        ("ink-2", "recordings", 404, "cannot be used here; use ink-whisper or ink-whisper-2025-06-04"),
        ("ink-whisper", "turns", 400, "cannot be used here; use ink-2"),
        ("ink-whisper-2025-06-05", "utterances", 400, "did you mean ink-whisper-2025-06-04?"),
        ("sonic-3", "utterances", 400, "cannot be used here; use ink-2 or ink-whisper or"),
        ("ink-2", "speech", 404, "cannot be used here; use sonic-3.5 or"),
        ("sonic-3.5", "infill", 404, "cannot be used here; use sonic-3 or"),
        ("sonic-english", "recordings", 404, "There is no such model as 'sonic-english'"),
    ],
)
def test_a_model_is_held_to_its_use(model: str, use: Use, status: int, sentence: str) -> None:
    assert error_of(model, use)[:2] == (status, "model_not_found")
    assert sentence in error_of(model, use)[2]


@pytest.mark.parametrize(
    ("model", "spoken", "unspoken"),
    [
        ("sonic-3.5", ["en", "hi", "ur", "en-GB", "pt_BR"], ["xx", "", "english", "EN"]),
        ("sonic-2", ["en", "de", "es", "fr", "ja", "ko", "pt", "zh"], ["it", "nl", "pl", "ru", "sv", "tr", "hi"]),
        ("sonic-turbo", ["hi", "de"], ["it", "nl", "pl", "ru", "sv", "tr"]),
        ("sonic-2-2025-06-11", ["fr-FR"], ["hi-IN"]),
    ],
)
def test_a_model_speaks_its_own_languages(model: str, spoken: list[str], unspoken: list[str]) -> None:
    for language in spoken:
        MODELS.check_language(model, language)
    for language in unspoken:
        with pytest.raises(APIError, match="does not speak the language") as caught:
            MODELS.check_language(model, language)
        assert (caught.value.status, caught.value.code) == (400, "language_not_supported")


def test_every_door_refuses_a_model_that_does_not_exist(sandbox: Sandbox) -> None:
    with httpx.Client(base_url=sandbox.url, headers=KEYED, trust_env=False, timeout=30) as http:
        for path in ("/tts/bytes", "/tts/sse"):
            answer = http.post(path, json=speech(model_id="sonic-33"))
            assert (answer.status_code, answer.json()["error_code"]) == (404, "model_not_found")
            assert answer.json()["doc_url"].endswith("/tts-models/latest")
        form: Any = {"data": {"model": "ink-33"}, "files": {"file": ("a.wav", SILENCE)}}
        body = check(http.post("/stt", **form), "stt.transcribe")
        assert (body["error_code"], body["doc_url"][-18:]) == ("model_not_found", "/stt-models/latest")
        infill: dict[str, Any] = {"model_id": "sonic-33", "transcript": "Hi.", "voice_id": KATIE}
        clip = {"left_audio": ("a.wav", SILENCE)}
        answer = http.post("/infill/bytes", data=infill | {"output_format": json.dumps(RAW)}, files=clip)
        assert (answer.status_code, answer.json()["error_code"]) == (404, "model_not_found")
    for path in ("/tts/websocket?", "/stt/websocket?model=ink-33&", "/stt/turns/websocket?model=ink-33&"):
        event = event_of(sandbox, f"{path}encoding=pcm_s16le&sample_rate=16000", "2026-08-14")
        assert (event["status_code"], event["error_code"], event["title"]) == (400, "model_not_found", "Invalid model")


def event_of(sandbox: Sandbox, path: str, version: str) -> Any:
    """Return the event that answers an unknown model on a socket."""
    headers = {"X-API-Key": "k", "Cartesia-Version": version}
    with connect(f"ws{sandbox.url[4:]}{path}", additional_headers=headers, proxy=None) as line:
        if "tts" in path:
            first = speech(model_id="sonic-33", voice={"mode": "id", "id": KATIE}, context_id="c")
            line.send(json.dumps(first))
        while (event := json.loads(line.recv(timeout=10)))["type"] == "connected":
            pass
        return event


LINE = {"error"}
FIELDS = {"title", "message", "error_code", "request_id", "doc_url"}


@pytest.mark.parametrize("version", VERSIONS)
def test_an_error_event_has_the_fields_that_clients_of_its_date_read(sandbox: Sandbox, version: str) -> None:
    event = event_of(sandbox, "/tts/websocket", version)
    always = {"type", "done", "status_code", "context_id"}
    known = LINE if version < "2025-11-04" else LINE | FIELDS if version < "2026-03-01" else FIELDS
    assert set(event) == always | known
    said = event.get("error", f"{event.get('title')}: {event.get('message')}")
    assert said.startswith(
        "Invalid model: The model is not valid, make sure it is a valid model ID. There is no such model as"
    )
    heard = event_of(sandbox, "/stt/websocket?model=ink-33&encoding=pcm_s16le&sample_rate=16000", version)
    oldest = {"type", "message", "request_id", "error", "code"}
    assert set(heard) == (oldest if version < "2025-11-04" else {"type", "status_code", *FIELDS})
