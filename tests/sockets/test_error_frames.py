"""Frames that report an error, in whatever shape: they end what they concern with the service's error, never with a time-out."""

from __future__ import annotations

import asyncio
from typing import Any

import cartesia_client as c
import pytest

from tests.sockets.conftest import Peer, Server
from tests.sockets.test_stt import AUDIO, Listener
from tests.sockets.test_tts import Speaker, chunk, finish
from tests.unit.conftest import Twin, done, twin

__all__ = ["twin"]

SHAPES: dict[str, tuple[dict[str, Any], int, str]] = {
    "no type": ({"error": "out of credits", "status_code": 402}, 402, "out of credits"),
    "no type, an object": ({"error": {"message": "out of credits", "status_code": 402}}, 402, "out of credits"),
    "no type, of a gateway": ({"message": "Internal server error", "requestId": "r"}, 500, "Internal server error"),
    "no type, a title": ({"title": "Payment required", "status_code": 402}, 402, "Payment required"),
    "no type, a code": ({"error_code": "quota_exceeded", "status_code": 402}, 402, "quota_exceeded"),
    "no type, a detail": ({"detail": "not here", "status": 404}, 404, "not here"),
    "no type, a status alone": ({"status_code": 403}, 403, "no explanation"),
    "a type of null": ({"type": None, "error": "no", "status_code": 401}, 401, "no"),
    "a type that is no text": ({"type": 5, "error": "no", "status_code": 401}, 401, "no"),
    "a type in capitals": ({"type": "ERROR", "error": "no", "status_code": 401}, 401, "no"),
    "a status as text": ({"type": "error", "error": "no credits", "status_code": "402"}, 402, "no credits"),
    "a status of true": ({"type": "error", "error": "no", "status_code": True}, 500, "no"),
    "a status of success": ({"type": "error", "error": "no", "status_code": 200}, 500, "no"),
    "no status": ({"type": "error", "error": "it broke"}, 500, "it broke"),
    "an error of an object": ({"type": "error", "error": {"message": "no", "code": 402}}, 402, "no"),
    "an error of a list": ({"type": "error", "error": ["no"], "status_code": 422}, 422, "no"),
    "odd texts": ({"type": "error", "title": 5, "message": ["a"], "status_code": 400}, 400, "no explanation"),
    "nothing else": ({"type": "error"}, 500, "no explanation"),
    "an unknown kind with a status": ({"type": "failure", "message": "no", "status_code": 402}, 402, "no"),
    "a done with a status": (
        {"type": "done", "done": True, "error": "no credits", "status_code": 402},
        402,
        "no credits",
    ),
}
"""A frame, the status of its error, and what its text says."""


@pytest.mark.parametrize("named", ["context named", "context of null", "context of no text", "no context"])
@pytest.mark.parametrize("shape", SHAPES)
async def test_a_frame_that_reports_an_error_ends_a_context_with_it(
    twin: Twin, server: Server, shape: str, named: str
) -> None:
    fields, status, text = SHAPES[shape]

    def script(peer: Peer) -> None:
        name = peer.take()["context_id"]
        chunk(peer, name, bytes(1000))
        ids = {"context named": {"context_id": name}, "context of null": {"context_id": None}}
        peer.give(**fields, **ids.get(named, {"context_id": ""} if named == "context of no text" else {}))

    if shape == "a done with a status" and named != "context named":
        pytest.skip("done needs a context")
    server.scripts = [script]
    speaker = Speaker(twin, server, max_retries=0)
    context = speaker.context(timeout=10)
    await done(context.send("Hi.", continue_=False))
    found: list[Any] = []
    with pytest.raises(c.APIStatusError) as caught:
        await speaker.events(context, found)
    assert [len(event.data) for event in found] == [1000]
    assert (caught.value.status_code, caught.value.received) == (status, 1000)
    assert type(caught.value) is not c.APIStatusError
    assert caught.value.context_id == context.context_id
    assert text in str(caught.value)
    await speaker.close()


@pytest.mark.parametrize("channel", ["manual_finalize", "auto_finalize"])
@pytest.mark.parametrize("shape", [name for name in SHAPES if name != "a done with a status"])
async def test_a_frame_that_reports_an_error_ends_a_transcription_with_it(
    twin: Twin, server: Server, shape: str, channel: str
) -> None:
    fields, status, text = SHAPES[shape]
    server.scripts = [lambda peer: peer.give(**fields)]
    with pytest.raises(c.APIStatusError) as caught:
        await Listener(twin, server, channel).run(AUDIO)
    assert caught.value.status_code == status
    assert text in str(caught.value)


@pytest.mark.parametrize(
    "news",
    [
        {"type": "notice", "message": "a new voice"},
        {"type": "usage", "error": None, "status_code": 206, "title": "Usage"},
        {"type": "usage", "status_code": 200},
        {"hello": "world"},
        {"status_code": 206, "connection": "c"},
        {},
    ],
    ids=str,
)
async def test_news_is_no_error(twin: Twin, server: Server, news: dict[str, Any]) -> None:
    def script(peer: Peer) -> None:
        name = peer.take()["context_id"]
        peer.give(**news)
        peer.give(**news, context_id=name)
        chunk(peer, name)
        finish(peer, name)

    server.scripts = [script]
    speaker = Speaker(twin, server)
    context = speaker.context()
    await done(context.send("Hi.", continue_=False))
    assert await asyncio.wait_for(speaker.audio(context), 10) == b"\1\2"
    await speaker.close()
