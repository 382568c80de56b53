"""Complete, or an error that carries what arrived: samples that are cut, `done` without audio, contexts that end otherwise."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import cartesia_client as c
import pytest

from tests.sockets.conftest import Peer, Server
from tests.sockets.test_tts import ENDINGS, ERRORS, Speaker, chunk, finish
from tests.unit.conftest import Twin, done, twin
from tests.waiting import AT_ONCE

__all__ = ["twin"]

WAYS = ("receive", "audio", "speak")


def encoded(encoding: str) -> dict[str, Any]:
    return {"container": "raw", "encoding": encoding, "sample_rate": 8000}


async def read(twin: Twin, context: Any, way: str, found: list[bytes], text: str = "Hi.") -> None:
    """Say a text, and put the audio into `found`, which also has what came before an error."""
    if way != "speak":
        await done(context.send(text, continue_=False))
    stream = context.speak(text) if way == "speak" else getattr(context, way)()
    if twin.is_async:
        async for each in stream:
            found.append(
                getattr(each, "data", b"") if way == "receive" else each
            )  # what came before an error must stay
        return

    def collect() -> None:
        for each in stream:
            found.append(getattr(each, "data", b"") if way == "receive" else each)  # the same

    await asyncio.to_thread(collect)


def saying(*parts: bytes) -> Callable[[Peer], None]:
    """Return a script that speaks these chunks for a context, and says that it is done."""

    def script(peer: Peer) -> None:
        frame = peer.take()
        for part in parts:
            chunk(peer, frame["context_id"], part)
        while frame["continue"]:
            frame = peer.take()
        finish(peer, frame["context_id"])

    return script


# -- whole samples ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("encoding", "parts", "expected"),
    [
        ("pcm_s16le", [b"abc", b"d"], [b"ab", b"cd"]),
        ("pcm_s16le", [b"a", b"bcd"], [b"abcd"]),
        ("pcm_s16le", [b"a", b"", b"b", b"cd"], [b"ab", b"cd"]),
        ("pcm_f32le", [b"abcde", b"f", b"g", b"h"], [b"abcd", b"efgh"]),
        ("pcm_mulaw", [b"a", b"b"], [b"a", b"b"]),
        ("pcm_of_tomorrow", [b"a", b"bcd"], [b"a", b"bcd"]),
    ],
)
async def test_audio_comes_in_whole_samples(
    twin: Twin, server: Server, way: str, encoding: str, parts: list[bytes], expected: list[bytes]
) -> None:
    server.scripts = [saying(*parts)]
    speaker = Speaker(twin, server)
    found: list[bytes] = []
    await read(twin, speaker.context(output_format=encoded(encoding)), way, found)
    assert [data for data in found if data] == expected
    if way != "receive":
        assert b"" not in found
    await speaker.close()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("encoding", "data", "whole"), [("pcm_s16le", b"abc", b"ab"), ("pcm_f32le", b"abcdefg", b"abcd")]
)
async def test_audio_that_ends_within_a_sample_is_not_complete(
    twin: Twin, server: Server, way: str, encoding: str, data: bytes, whole: bytes
) -> None:
    server.scripts = [saying(data)]
    speaker = Speaker(twin, server)
    found: list[bytes] = []
    context = speaker.context(output_format=encoded(encoding))
    with pytest.raises(c.IncompleteAudioError, match="ended within a sample") as caught:
        await read(twin, context, way, found)
    assert b"".join(found) == whole
    assert (caught.value.received, caught.value.context_id) == (len(data), context.context_id)
    await speaker.close()


# -- done without audio -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("parts", [(), (b"",)], ids=["no chunk", "an empty chunk"])
@pytest.mark.parametrize("way", WAYS)
async def test_speech_that_is_done_without_audio_is_not_complete(
    twin: Twin, server: Server, way: str, parts: tuple[bytes, ...]
) -> None:
    server.scripts = [saying(*parts)]
    speaker = Speaker(twin, server)
    context = speaker.context()
    with pytest.raises(c.IncompleteAudioError, match=r"done without any audio; not spoken: 'Hi\.'") as caught:
        await read(twin, context, way, [])
    assert (caught.value.received, caught.value.context_id) == (0, context.context_id)
    assert caught.value.unspoken == "Hi."
    await speaker.close()


@pytest.mark.parametrize("way", ["receive", "audio"])
@pytest.mark.parametrize("text", ["", " ", "...", "\U0001f600", '<break time="1s"/>', "**"])
async def test_what_cannot_be_spoken_may_be_done_without_audio(twin: Twin, server: Server, way: str, text: str) -> None:
    server.scripts = [saying()]
    speaker = Speaker(twin, server)
    found: list[bytes] = []
    await read(twin, speaker.context(), way, found, text)
    assert b"".join(found) == b""
    await speaker.close()


# -- what every error carries -----------------------------------------------------------------------------------------


def failing(**event: Any) -> Callable[[Peer], None]:
    return lambda peer: peer.give(type="error", done=True, **event)


FAILURES: dict[str, Callable[[Peer], None]] = {
    **ENDINGS,
    "error without a context": failing(**ERRORS["new"]),
    "old error without a context": failing(**ERRORS["old"]),
    "error with a context of null": failing(context_id=None, **ERRORS["new"]),
    "limit reached": failing(**{**ERRORS["new"], "status_code": 429, "error_code": "concurrency_limited"}),
    "out of credits": failing(**{**ERRORS["new"], "status_code": 402}),
    "error with an odd status": failing(**{**ERRORS["new"], "status_code": "many"}),
    "silence": lambda peer: None,
}


@pytest.mark.parametrize("name", FAILURES)
async def test_every_error_that_ends_a_context_says_what_had_arrived(twin: Twin, server: Server, name: str) -> None:
    said, ready = threading.Event(), threading.Event()

    def script(peer: Peer) -> None:
        chunk(peer, peer.take()["context_id"], bytes(1000))
        said.set()
        ready.wait(AT_ONCE)
        FAILURES[name](peer)

    server.scripts = [script]
    speaker = Speaker(twin, server, max_retries=0)
    context = speaker.context(timeout=0.3 if name == "silence" else 10)
    await done(context.send("Hi.", continue_=False))
    found: list[Any] = []
    assert await asyncio.to_thread(said.wait, AT_ONCE)
    ready.set()
    with pytest.raises(c.APIError) as caught:
        await speaker.events(context, found)
    assert [len(event.data) for event in found] == [1000]
    assert (caught.value.received, caught.value.context_id) == (1000, context.context_id)
    assert caught.value.may_be_billed
    await speaker.close()


@pytest.mark.parametrize("how", ["no connection", "refused", "no place"])
async def test_a_context_that_cannot_begin_is_named(twin: Twin, server: Server, how: str) -> None:
    server.scripts = [lambda peer: None]
    settings: dict[str, Any] = {"concurrency": 1, "concurrency_timeout": 0.05} if how == "no place" else {}
    if how == "no connection":
        settings = {"base_url": "http://127.0.0.1:1"}
    if how == "refused":
        server.rejections = [(403, {}, b"no")]
    speaker = Speaker(twin, server, max_retries=0, **settings)
    other = speaker.context()
    if how == "no place":
        await done(other.push("Hi."))
    context = speaker.context()
    with pytest.raises(c.APIError) as caught:
        await done(context.push("Hi."))
    assert (caught.value.received, caught.value.context_id) == (0, context.context_id)
    assert not caught.value.may_be_billed
    await speaker.close()
