"""Messages of the sockets at each date: those of a client are checked by its contract, those of the sandbox are in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from cartesia_sandbox import Sandbox
from cartesia_sandbox.description.versions import VERSIONS
from cartesia_tools.conformance.check import check
from cartesia_tools.conformance.drift import Descriptions
from cartesia_tools.traffic.entries import Frame, Session
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}
TIMES = {"add_timestamps": True, "add_phoneme_timestamps": True}
DESCRIPTIONS = Descriptions()
HEARD = "encoding=pcm_s16le&sample_rate=16000&model="


def speech(version: str, **fields: Any) -> str:
    voice = KATIE if version >= "2026-08-14" else {"mode": "id", "id": KATIE}
    return json.dumps({"model_id": "sonic-3", "voice": voice, "output_format": RAW, **fields})


def play(sandbox: Sandbox, version: str, path: str, sent: Sequence[str | bytes]) -> Session:
    """Send frames, and return the conversation until the socket is closed or an event says that it is done."""
    address = f"ws{sandbox.url[4:]}{path}"
    found = Session(1, f"{address}{'&' if '?' in path else '?'}cartesia_version={version}", {}, 101)
    headers = {"X-API-Key": "k", "Cartesia-Version": version}
    with connect(address, additional_headers=headers, proxy=None) as line:
        for frame in sent:
            found.frames.append(Frame(1, True, frame if isinstance(frame, str) else None))
            line.send(frame)
        try:
            while True:
                text = str(line.recv(timeout=20))
                found.frames.append(Frame(len(found.frames), False, text))
                if ((event := json.loads(text)).get("type") == "error" and "tts" in path) or event.get("done") is True:
                    break
        except ConnectionClosed:
            pass
    return found


def received(session: Session) -> list[dict[str, Any]]:
    return [json.loads(frame.text or "") for frame in session.frames if not frame.sent]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_message_of_the_sandbox_is_in_the_contract_of_its_date(sandbox: Sandbox, version: str) -> None:
    first = speech(version, context_id="a", transcript="Hi.", **{"continue": True}, **TIMES)
    flush = speech(version, context_id="a", transcript="", flush=True, **{"continue": True})
    last = speech(version, context_id="a", transcript="Bye.")
    conversations: list[tuple[str, list[str | bytes]]] = [
        ("/tts/websocket", [first, flush, last]),
        ("/tts/websocket", [speech(version, context_id="b", transcript="Hi.", model_id="sonic-33")]),
        (f"/stt/websocket?{HEARD}ink-whisper", [bytes(3200), "finalize", "done"]),
        (f"/stt/websocket?{HEARD}ink-33", []),
        (f"/stt/turns/websocket?{HEARD}ink-2", [bytes(3200), '{"type": "close"}']),
        (f"/stt/turns/websocket?{HEARD}ink-2", ['{"type": "nothing"}']),
    ]
    kinds = set()
    for path, sent in conversations:
        session = play(sandbox, version, path, sent)
        assert [each for each in check(DESCRIPTIONS.of(version), session) if not each.sent] == []
        kinds |= {event["type"] for event in received(session)}
    assert kinds >= {"chunk", "timestamps", "phoneme_timestamps", "flush_done", "done", "error", "connected"}


@pytest.mark.parametrize(
    ("version", "fields", "rejected"),
    [
        ("2026-08-14", {"voice": KATIE}, ""),
        ("2026-03-01", {"voice": KATIE}, "voice"),
        ("2026-03-01", {"voice": {"mode": "id", "id": KATIE}}, ""),
        ("2024-11-13", {"voice": {"id": KATIE}}, ""),
        ("2024-11-13", {"voice": {"mode": "embedding", "embedding": [0.1] * 192}}, ""),
        ("2025-04-16", {"voice": {"mode": "embedding", "embedding": [0.1] * 192}}, ""),
        ("2025-04-16", {"voice": {"mode": "id", "id": KATIE}, "duration": "long"}, "duration"),
        ("2026-08-14", {"voice": KATIE, "duration": "long"}, "duration"),
    ],
)
def test_a_frame_is_checked_by_the_contract_of_its_date(
    sandbox: Sandbox, version: str, fields: dict[str, Any], rejected: str
) -> None:
    frame = json.dumps({**json.loads(speech(version, context_id="a", transcript="Hi.")), **fields})
    last = received(play(sandbox, version, "/tts/websocket", [frame]))[-1]
    assert last["type"] == ("error" if rejected else "done")
    assert rejected in last.get("message", last.get("error", ""))
