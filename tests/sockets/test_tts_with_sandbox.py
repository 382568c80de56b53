"""The text-to-speech socket of the client against that of the sandbox."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import cartesia_client as c
import pytest
from cartesia_api.events import TTSSocketChunk, TTSSocketFlushDone, TTSSocketTimestamps
from cartesia_client.sockets.context_state import ContextState
from cartesia_sandbox import Sandbox
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
FIELDS: dict[str, Any] = {"model_id": "sonic-3.5", "voice": KATIE, "output_format": RAW}


def test_contexts_with_times_and_flushes(sandbox: Sandbox) -> None:
    with c.Cartesia(api_key="any", base_url=sandbox.url) as client, client.tts.websocket_connect() as socket:
        context = socket.context(**FIELDS, add_timestamps=True)
        context.push("One two. ")
        context.flush()
        context.push("Three four.")
        context.no_more_inputs()
        found = list(context.receive(timeout=10))
        assert [event.type for event in found if event.type != "chunk"] == [
            "timestamps",
            "flush_done",
            "timestamps",
            "done",
        ]
        (flush,) = [event for event in found if isinstance(event, TTSSocketFlushDone)]
        assert flush.flush_id == 1
        times = [event.word_timestamps for event in found if isinstance(event, TTSSocketTimestamps)]
        assert [entry.words for entry in times if entry] == [["One", "two."], ["Three", "four."]]
        starts = [start for entry in times if entry for start in entry.start]
        assert starts == sorted(starts)
        length = sum(len(event.data) for event in found if isinstance(event, TTSSocketChunk)) / 32000
        assert 1 < length < 5
        assert times[-1] is not None
        assert length - 0.5 < times[-1].end[-1] < length


async def test_many_conversations_over_one_connection(sandbox: Sandbox) -> None:
    async with c.AsyncCartesia(api_key="any", base_url=sandbox.url) as client, client.tts.websocket_connect() as socket:

        async def converse(number: int) -> int:
            context = socket.context(**FIELDS, max_buffer_delay_ms=0)
            return sum([len(chunk) async for chunk in context.speak([f"Number {number}. ", "And more."], timeout=30)])

        lengths = await asyncio.gather(*(converse(number) for number in range(30)))
        assert min(lengths) > 16000


@pytest.mark.parametrize(
    ("change", "text", "kind", "sentence"),
    [
        ({"voice": "unknown"}, "Hi.", c.NotFoundError, "404 voice_not_found"),
        ({"model_id": "sonic-english"}, "Hi.", c.BadRequestError, "400 model_sunsetted"),
        ({}, "...", c.BadRequestError, "empty or contains only punctuation"),
        ({"output_format": {**RAW, "sample_rate": 1}}, "Hi.", c.BadRequestError, "output_format.sample_rate"),
    ],
)
@pytest.mark.parametrize("version", ["2025-04-16", "2026-08-14"])
def test_errors_fail_their_context_and_the_socket_goes_on(
    sandbox: Sandbox, version: str, change: dict[str, Any], text: str, kind: type[Exception], sentence: str
) -> None:
    with (
        c.Cartesia(api_key="any", base_url=sandbox.url, version=version) as client,
        client.tts.websocket_connect() as socket,
    ):
        fields: dict[str, Any] = {**FIELDS, **change}
        good_voice = FIELDS["voice"]
        if version != "2026-08-14":  # whose voices are objects
            fields["voice"] = {"mode": "id", "id": fields["voice"]}
            good_voice = {"mode": "id", "id": good_voice}
        context = socket.context(**fields)
        context.send(text, continue_=False)
        with pytest.raises(kind) as caught:
            list(context.receive(timeout=10))
        expected = sentence if version == "2026-08-14" else sentence.split("_")[0].partition(" ")[0]
        assert expected in str(caught.value)
        good = socket.context(**{**FIELDS, "voice": good_voice})
        good.send("Still here.", continue_=False)
        assert sum(map(len, good.audio(timeout=10))) > 8000


def test_cancelling_and_using_a_context_again(sandbox: Sandbox) -> None:
    with connect(f"ws{sandbox.url[4:]}/tts/websocket?cartesia_version=2026-08-14&api_key=k") as raw:

        def ask(**frame: Any) -> dict[str, Any]:
            raw.send(json.dumps(frame))
            response: dict[str, Any] = json.loads(raw.recv(timeout=10))
            return response

        assert ask(**FIELDS, context_id="c", transcript="One.", **{"continue": True})["type"] == "chunk"
        raw.send(json.dumps({"context_id": "c", "cancel": True}))
        while (event := json.loads(raw.recv(timeout=10)))["type"] != "done":
            assert event["context_id"] == "c"
        assert "Context has closed" in ask(**FIELDS, context_id="c", transcript="Two.")["message"]
        raw.send("nonsense")
        assert "not a JSON object" in json.loads(raw.recv(timeout=10))["message"]
        assert "context_id" in ask(**FIELDS, transcript="x")["message"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/tts/websocket?api_key=k", 400),
        ("/tts/websocket?cartesia_version=2026-08-14", 401),
        ("/tts/websocket?cartesia_version=nonsense&api_key=k", 400),
        ("/nothing?cartesia_version=2026-08-14&api_key=k", 404),
    ],
)
def test_handshakes_that_are_rejected(sandbox: Sandbox, path: str, status: int) -> None:
    with pytest.raises(InvalidStatus) as caught, connect(f"ws{sandbox.url[4:]}{path}"):
        pass
    assert caught.value.response.status_code == status


def test_a_token_needs_the_grant(sandbox: Sandbox) -> None:
    with c.Cartesia(api_key="any", base_url=sandbox.url) as client:
        tokens = [client.access_token.create(grants={grant: True}).token for grant in ("tts", "stt")]  # type: ignore[arg-type]  # names
    for token, good in zip(tokens, (True, False), strict=True):
        with c.Cartesia(token=token, base_url=sandbox.url) as guest:
            if good:
                with guest.tts.websocket_connect() as socket:
                    context = socket.context(**FIELDS)
                    context.send("Hi.", continue_=False)
                    assert sum(map(len, context.audio(timeout=10))) > 4000
            else:
                with pytest.raises(c.PermissionDeniedError), guest.tts.websocket_connect():
                    pass


def test_an_idle_socket_is_closed_and_the_next_context_reconnects() -> None:
    with Sandbox(idle_seconds=0.2) as own:
        with connect(f"ws{own.url[4:]}/tts/websocket?cartesia_version=2026-08-14&api_key=k") as raw:
            with pytest.raises(ConnectionClosed) as caught:
                raw.recv(timeout=5)
            assert caught.value.rcvd is not None
            assert (caught.value.rcvd.code, caught.value.rcvd.reason) == (1000, "connection idle timeout")
        with c.Cartesia(api_key="any", base_url=own.url) as client, client.tts.websocket_connect() as socket:
            connections = []
            for text in ("One.", "Two."):
                context = socket.context(**FIELDS)
                context.send(text, continue_=False)
                assert sum(map(len, context.audio(timeout=10))) > 4000
                connection = socket._connection
                assert connection is not None
                connections.append(connection)
                unknown = ContextState("unknown")
                with pytest.raises(c.IncompleteAudioError, match="connection idle timeout"):
                    connection.receive(unknown, connection.patience(unknown, 5))  # reads until the close arrives
            assert connections[0] is not connections[1]
