"""The speech-to-text sockets of the client against those of the sandbox."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import cartesia_client as c
import pytest
from cartesia_sandbox import Sandbox
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
SESSION: dict[str, Any] = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": 16000}
TEXT = "Hello from Sonic. How are you?"


@pytest.fixture(scope="module")
def audio(sandbox: Sandbox) -> bytes:
    with c.Cartesia(api_key="any", base_url=sandbox.url) as client:
        raw = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
        spoken = client.tts.generate(model_id="sonic-3.5", transcript=TEXT, voice=KATIE, output_format=raw)  # type: ignore[arg-type]  # a dict
        return spoken.data


def test_manual_captions(sandbox: Sandbox, audio: bytes) -> None:
    with (
        c.Cartesia(api_key="any", base_url=sandbox.url) as client,
        client.stt.manual_finalize.websocket(**SESSION) as session,
    ):
        for start in range(0, len(audio), 3200):
            session.send_raw(audio[start : start + 3200])
        session.finalize()
        session.close_input()
        events = list(session)
    kinds = [event.type for event in events]
    assert kinds[-2:] == ["flush_done", "done"]
    transcripts = [event for event in events if event.type == "transcript"]
    assert "".join(event.text for event in transcripts if event.is_final) == TEXT
    assert any(not event.is_final for event in transcripts)
    words = transcripts[-1].words
    assert words
    assert [word.word for word in words] == TEXT.split()
    assert all(one.end <= two.start + 0.01 for one, two in itertools.pairwise(words))


async def test_turns_from_an_async_source(sandbox: Sandbox, audio: bytes) -> None:
    async def microphone() -> AsyncIterator[bytes]:
        for data in (bytes(16000), audio, bytes(48000)):
            for start in range(0, len(data), 3200):
                yield data[start : start + 3200]
                await asyncio.sleep(0)

    async with (
        c.AsyncCartesia(api_key="any", base_url=sandbox.url) as client,
        client.stt.auto_finalize.websocket(**SESSION) as session,
    ):
        events = [event async for event in session.listen(microphone())]
    kinds = [event.type for event in events]
    assert kinds[:2] == ["connected", "turn.start"]
    assert kinds[-1] == "turn.end"
    assert "".join(event.transcript for event in events if event.type == "turn.end") == TEXT


def test_a_file_is_transcribed(sandbox: Sandbox, tmp_path: Path) -> None:
    with c.Cartesia(api_key="any", base_url=sandbox.url) as client:
        mp3 = {"container": "mp3", "sample_rate": 44100, "bit_rate": 64000}
        spoken = client.tts.generate(model_id="sonic-3.5", transcript=TEXT, voice=KATIE, output_format=mp3)  # type: ignore[arg-type]  # a dict
        path = spoken.save(tmp_path / "said.mp3")
        found = client.stt.transcribe(file=path, model="ink-whisper", timestamp_granularities=["word"])
        assert found.text == TEXT
        assert found.words
        assert [word.word for word in found.words] == TEXT.split()


@pytest.mark.parametrize("version", ["2025-11-04", "2026-08-14"])
@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"sample_rate": 0}, "invalid sample rate"), ({"model": "whisper"}, "The model is not valid")],
)
def test_errors_end_the_session(sandbox: Sandbox, version: str, change: dict[str, Any], sentence: str) -> None:
    with c.Cartesia(api_key="any", base_url=sandbox.url, version=version) as client:
        for connect_to in (client.stt.manual_finalize.websocket, client.stt.auto_finalize.websocket):
            with pytest.raises(c.BadRequestError, match=sentence), connect_to(**{**SESSION, **change}) as session:
                list(session)


def open_raw(sandbox: Sandbox, path: str, **query: str) -> Any:
    asked = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": "16000", "api_key": "k", **query}
    return connect(f"ws{sandbox.url[4:]}{path}?" + "&".join(f"{name}={value}" for name, value in asked.items()))


def test_commands_of_older_clients_and_wrong_ones(sandbox: Sandbox) -> None:
    version = {"cartesia_version": "2025-04-16"}
    with open_raw(sandbox, "/stt/websocket", **version) as raw:
        raw.send("finalize")
        assert json.loads(raw.recv(timeout=5))["type"] == "flush_done"
        raw.send("done")
        assert json.loads(raw.recv(timeout=5))["type"] == "done"
        with pytest.raises(ConnectionClosed) as caught:
            raw.recv(timeout=5)
        assert caught.value.rcvd is not None
        assert caught.value.rcvd.code == 1000
    with open_raw(sandbox, "/stt/websocket", **version) as raw:
        raw.send("dance")
        response = json.loads(raw.recv(timeout=5))
        assert (response["type"], response["code"]) == ("error", 400)
        assert response["error"].startswith("Invalid request: ")
    with open_raw(sandbox, "/stt/turns/websocket", **version) as raw:
        assert json.loads(raw.recv(timeout=5))["type"] == "connected"
        raw.send(json.dumps({"type": "config", "turn": {"end_timeout_ms": 640}}))
        raw.send(json.dumps({"type": "config", "turn": {"end_timeout_ms": 1}}))
        assert "end_timeout_ms" in json.loads(raw.recv(timeout=5))["message"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"sample_rate": "fast"}, "invalid sample rate"),
        ({"sample_rate": ""}, "invalid sample rate"),
        ({"encoding": "opus"}, "encoding"),
        ({"keyterm": "x" * 1201}, "keyterm"),
    ],
)
def test_queries_that_are_rejected(sandbox: Sandbox, query: dict[str, str], sentence: str) -> None:
    """The socket opens, says what is wrong instead of "connected", and closes."""
    for path in ("/stt/websocket", "/stt/turns/websocket"):
        with open_raw(sandbox, path, cartesia_version="2026-08-14", **query) as raw:
            response = json.loads(raw.recv(timeout=5))
            assert (response["type"], response["status_code"]) == ("error", 400)
            assert sentence in response["message"]
            with pytest.raises(ConnectionClosed) as caught:
                raw.recv(timeout=5)
            assert caught.value.rcvd is not None
            assert caught.value.rcvd.code == 1000


@pytest.mark.parametrize("by", ["query", "config"])
def test_thresholds_must_be_in_order(sandbox: Sandbox, by: str) -> None:
    wrong = {"turn_end_threshold": "0.45"} if by == "query" else {}
    with open_raw(sandbox, "/stt/turns/websocket", cartesia_version="2026-08-14", language="en", **wrong) as raw:
        if by == "config":
            assert json.loads(raw.recv(timeout=5))["type"] == "connected"
            raw.send(json.dumps({"type": "config", "turn": {"eager_end_threshold": 0.6, "start_threshold": 0.5}}))
        assert "eager end" in json.loads(raw.recv(timeout=5))["message"]


def test_an_idle_session_is_closed() -> None:
    with Sandbox(idle_seconds=0.2) as own, open_raw(own, "/stt/websocket", cartesia_version="2026-08-14") as raw:
        with pytest.raises(ConnectionClosed) as caught:
            raw.recv(timeout=5)
        assert caught.value.rcvd is not None
        assert (caught.value.rcvd.code, caught.value.rcvd.reason) == (1000, "connection idle timeout")
