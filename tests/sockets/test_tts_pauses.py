"""Text that comes with pauses, as models emit it: where the service has ended the context, it goes on in a fresh one."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from typing import Any

import cartesia_client as c
import pytest

from tests.faults.server import frame
from tests.sockets.conftest import Peer, Server
from tests.sockets.test_tts import Speaker, chunk, echo, finish
from tests.unit.conftest import Twin, done, twin
from tests.waiting import until

__all__ = ["twin"]

Wait = Callable[[], Any]


class Pause:
    """A pause in a text, which lasts until the service has ended the context."""

    def __init__(self) -> None:
        self._over = threading.Event()

    def end(self) -> None:
        self._over.set()

    def wait(self) -> None:
        assert self._over.wait(5)
        time.sleep(0.05)  # what was sent before has arrived

    async def wait_async(self) -> None:
        await asyncio.to_thread(self.wait)


async def speak(twin: Twin, context: Any, pieces: Iterable[str | Pause], **options: Any) -> bytes:
    """Speak pieces and pauses. What arrives is collected in `options["found"]`, too."""
    found: list[bytes] = options.pop("found", [])

    def source() -> Iterator[str]:
        for piece in pieces:
            if isinstance(piece, Pause):
                piece.wait()
            else:
                yield piece

    async def asource() -> AsyncIterator[str]:
        for piece in pieces:
            if isinstance(piece, Pause):
                await piece.wait_async()
            else:
                yield piece

    def collect() -> None:
        found.extend(context.speak(source()))

    if twin.is_async:
        async for data in context.speak(asource()):
            found.append(data)  # what came before an error must stay
    else:
        await asyncio.to_thread(collect)
    return b"".join(found)


def say(peer: Peer, frame: dict[str, Any]) -> None:
    chunk(peer, frame["context_id"], frame["transcript"].encode())


def until_the_end(peer: Peer, seen: list[Any]) -> None:
    """Speak what comes, to the end of a context."""
    while True:
        seen.append(frame := peer.take())
        if frame["transcript"]:
            say(peer, frame)
        if not frame["continue"]:
            return finish(peer, frame["context_id"])


def frame_of(**event: Any) -> bytes:
    return frame(json.dumps(event).encode())


def is_closed(peer: Peer, context: str) -> None:
    peer.give(
        type="error", context_id=context, done=True, status_code=400, error_code=None, title="Invalid context",
        message="Context has closed", request_id="r",
    )  # fmt: skip


async def test_speaking_goes_on_in_a_fresh_context_after_a_pause(twin: Twin, server: Server) -> None:
    pause = Pause()
    seen: list[Any] = []

    def script(peer: Peer) -> None:
        seen.append(first := peer.take())
        say(peer, first)
        finish(peer, first["context_id"])
        pause.end()
        until_the_end(peer, seen)

    server.scripts = [script]
    speaker = Speaker(twin, server)
    context = speaker.context(context_id="c", language="en", add_timestamps=True)
    assert await speak(twin, context, ["Let me look. ", pause, "At seven", "."]) == b"Let me look. At seven."
    assert [frame["transcript"] for frame in seen] == ["Let me look. ", "At seven", ".", ""]
    names = [frame.pop("context_id") for frame in seen]
    assert names[0] == "c"
    assert names[1] != "c"
    assert len(set(names)) == 2
    fields = [{name: frame[name] for name in ("language", "add_timestamps", "voice")} for frame in seen]
    assert fields == fields[:1] * 4
    assert context.context_id == names[-1]
    await speaker.close()


@pytest.mark.parametrize("last", [True, False])
async def test_text_that_crosses_the_end_of_its_context_is_spoken_in_a_fresh_one(
    twin: Twin, server: Server, last: bool
) -> None:
    pause, other = Pause(), Pause()

    def script(peer: Peer) -> None:
        first = peer.take()["context_id"]
        chunk(peer, first, b"One. ")
        pause.end()
        peer.take()  # the service has ended the context when it comes
        finish(peer, first)
        is_closed(peer, first)
        while True:
            frame = peer.take()
            if frame["context_id"] != first:
                other.end()
                if frame["transcript"]:
                    say(peer, frame)
                if not frame["continue"]:
                    finish(peer, frame["context_id"])

    server.scripts = [script]
    speaker = Speaker(twin, server)
    pieces: list[Any] = ["One. ", pause, "Two. "] if last else ["One. ", pause, "Two. ", other, "Three."]
    if not twin.is_async:
        other.end()  # a thread that waits for its source sends nothing meanwhile
    expected = b"One. Two. " if last else b"One. Two. Three."
    assert await asyncio.wait_for(speak(twin, speaker.context(), pieces), 10) == expected
    await speaker.close()


async def test_the_end_of_the_input_that_crosses_the_end_of_its_context_buys_no_text_again(
    twin: Twin, server: Server
) -> None:
    """The service answers it with an error, as it does for a text that comes too late."""
    seen: list[Any] = []

    def script(peer: Peer) -> None:
        seen.extend(peer.take() for _ in range(2))
        for each in seen[:2]:
            say(peer, each)
        seen.append(peer.take())
        # In one piece, so that the client has both when it looks.
        name = seen[0]["context_id"]
        peer.connection.socket.sendall(frame_of(type="done", context_id=name, done=True, status_code=206) + frame_of(
            type="error", context_id=name, done=True, status_code=400, error_code=None, title="Context has closed",
            message="Context has closed", request_id="r",
        ))  # fmt: skip
        until_the_end(peer, seen)

    server.scripts = [script]
    speaker = Speaker(twin, server)
    assert await asyncio.wait_for(speak(twin, speaker.context(), ["One. ", "Two."]), 10) == b"One. Two."
    assert [frame["transcript"] for frame in seen] == ["One. ", "Two.", ""]
    await speaker.close()


async def test_a_pause_in_which_the_reader_plays_loses_nothing(twin: Twin, server: Server) -> None:
    """What has arrived is unread when the next piece comes, the end of the context included."""
    pause = Pause()

    def script(peer: Peer) -> None:
        first = peer.take()
        for _ in range(200):
            chunk(peer, first["context_id"], b"x" * 5000)
        finish(peer, first["context_id"])
        pause.end()
        until_the_end(peer, [])

    server.scripts = [script]
    speaker = Speaker(twin, server)
    received: list[bytes] = []

    def pieces() -> Iterator[str]:
        yield "One. "
        pause.wait()
        yield "Two."

    if twin.is_async:
        # A source that blocks the event loop, and a reader that plays while the next piece is pushed.
        async for data in speaker.context().speak(pieces()):
            received.append(data)
            if len(received) == 1:
                await asyncio.sleep(0.05)
    else:
        await asyncio.to_thread(lambda: received.extend(speaker.context().speak(pieces())))
    assert b"".join(received) == b"x" * 1_000_000 + b"Two."
    await speaker.close()


async def test_a_pause_at_the_end_of_the_text_ends_the_speech(twin: Twin, server: Server) -> None:
    pause = Pause()

    def script(peer: Peer) -> None:
        first = peer.take()
        say(peer, first)
        finish(peer, first["context_id"])
        pause.end()
        peer.take()  # nothing follows
        raise AssertionError

    server.scripts = [script]
    speaker = Speaker(twin, server)
    assert await speak(twin, speaker.context(), ["One.", pause, " ", "**"]) == b"One."
    await speaker.close()


async def test_pushing_after_the_context_expired_says_what_is_not_spoken(twin: Twin, server: Server) -> None:
    pause = Pause()

    def script(peer: Peer) -> None:
        first = peer.take()
        say(peer, first)
        finish(peer, first["context_id"])
        pause.end()

    server.scripts = [script]
    speaker = Speaker(twin, server)
    context = speaker.context()
    await done(context.push("One. "))
    await pause.wait_async()
    with pytest.raises(c.IncompleteAudioError, match=r"the context had expired.*; not spoken: 'Two\.'") as caught:
        await done(context.push("Two."))
    assert (caught.value.unspoken, caught.value.received) == ("Two.", 5)
    assert caught.value.context_id == context.context_id
    await done(context.no_more_inputs())  # nothing is left to end
    assert await speaker.audio(context) == b"One. "
    await speaker.close()


async def test_a_reader_is_told_of_text_that_crossed_the_end_of_its_context(twin: Twin, server: Server) -> None:
    def script(peer: Peer) -> None:
        first = peer.take()
        say(peer, first)
        for _ in range(2):
            peer.take()
        finish(peer, first["context_id"])
        is_closed(peer, first["context_id"])

    server.scripts = [script]
    speaker = Speaker(twin, server)
    context = speaker.context()
    await done(context.push("One. "))
    await until(lambda: speaker.socket._connection._socket.has_unread)
    await done(context.push("Two."))
    await done(context.no_more_inputs())
    found: list[Any] = []
    with pytest.raises(c.IncompleteAudioError, match=r"the context expired.*; not spoken: 'Two\.'") as caught:
        await speaker.events(context, found)
    assert [event.type for event in found] == ["chunk", "done"]
    assert (caught.value.unspoken, caught.value.received) == ("Two.", 5)
    await speaker.close()


async def test_audio_without_a_single_chunk_is_an_error(twin: Twin, server: Server) -> None:
    def script(peer: Peer) -> None:
        finish(peer, peer.take()["context_id"])

    server.scripts = [script]
    speaker = Speaker(twin, server)
    with pytest.raises(c.IncompleteAudioError, match=r"done without any audio; not spoken: 'Hi\.'"):
        await speak(twin, speaker.context(), ["Hi."])
    await speaker.close()


# -- what models begin with -------------------------------------------------------------------------------------------


OPENINGS = (
    ["", "A"],
    ["\n\n", "A"],
    ['"', "A"],
    ["- ", "**", "A"],
    ["\U0001f600", " ", "A"],
    ["<break ", 'time="1s"/>', "A"],
)


@pytest.mark.parametrize("pieces", OPENINGS)
async def test_what_cannot_be_spoken_alone_waits_for_the_first_word(
    twin: Twin, server: Server, pieces: list[str]
) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    assert (await speak(twin, speaker.context(), [*pieces, "", " ", "you."])).decode() == "".join([*pieces, " you."])
    await speaker.close()


@pytest.mark.parametrize("pieces", [[], [""], [" ", "\n"], ["...", "**"], ["\U0001f600"], ['<break time="1s"/>']])
async def test_nothing_to_speak_is_no_audio_and_no_error(twin: Twin, server: Server, pieces: list[str]) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    assert await speak(twin, speaker.context(), pieces) == b""
    assert server.peers == []  # nothing was sent, not even a handshake
    await speaker.close()


def test_what_only_tasks_can_iterate_is_no_text_for_threads(server: Server) -> None:
    async def pieces() -> AsyncIterator[str]:
        yield "a"

    odd: Any = pieces()
    context = c.Cartesia(api_key="k", base_url=server.url).tts.websocket_connect().context(model_id="sonic-3.5")
    with pytest.raises(c.InvalidRequestError, match="an iterable of str, not async_generator"):
        list(context.speak(odd))


async def test_an_open_tag_at_the_end_is_spoken_as_it_is(twin: Twin, server: Server) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    assert await speak(twin, speaker.context(), ["<b ", "and so on"]) == b"<b and so on"
    await speaker.close()


@pytest.mark.parametrize("text", [5, None, b"bytes", ["a", None], ["a", b"b"]])
async def test_what_is_no_text_is_rejected(twin: Twin, server: Server, text: Any) -> None:
    cancelled = threading.Event()

    def script(peer: Peer) -> None:
        while not peer.take().get("cancel"):
            pass
        cancelled.set()

    server.scripts = [script]
    speaker = Speaker(twin, server)

    async def listen() -> None:
        if twin.is_async:
            [_ async for _ in speaker.context().speak(text)]
        else:
            await asyncio.to_thread(list, speaker.context().speak(text))

    with pytest.raises(c.InvalidRequestError, match="text must be str, or an iterable of str, not"):
        await listen()
    if isinstance(text, list):  # what was sent before is cancelled
        assert await asyncio.to_thread(cancelled.wait, 2)
    await speaker.close()


# -- text that cannot be sent -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "text", "sentence"),
    [
        ({}, "Great \ud83d!", "transcript has half of a surrogate pair at character 6"),
        ({}, "Great \udc00", "transcript has half"),
        ({"generation_config": {"speed": float("nan")}}, "Hi.", r"generation_config\.speed must be a finite number, not nan"),
        ({"voice": {"mode": "embedding", "embedding": [1.0, float("inf")]}}, "Hi.", r"voice\.embedding\[1\] must be a finite"),
        ({"voice": {"id": 10**400}}, "Hi.", r"voice\.id must be a number up to 1\.8e308"),
        ({"language": "\ud800"}, "Hi.", "language has half"),
        ({"pronunciation_dict_id": object()}, "Hi.", "pronunciation_dict_id must be made of"),
        ({"context_id": "\ud800"}, "Hi.", "context_id has half"),
        ({"context_id": 5}, "Hi.", "context_id must be a str or None, got 5"),
    ],
)  # fmt: skip
async def test_what_cannot_be_sent_fails_its_own_context_before_the_wire(
    twin: Twin, server: Server, fields: dict[str, Any], text: str, sentence: str
) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    other = speaker.context()
    await done(other.push("Still "))
    with pytest.raises(c.InvalidRequestError, match=sentence):
        await done(speaker.context(**fields).send(text, continue_=False))
    with pytest.raises(c.InvalidRequestError, match=sentence):
        await speak(twin, speaker.context(**fields), [text])
    await done(other.send("here.", continue_=False))
    assert await speaker.audio(other) == b"Still here."
    assert len(server.peers) == 1
    await speaker.close()


async def test_the_halves_of_a_character_in_neighboring_pieces_are_joined(twin: Twin, server: Server) -> None:
    seen: list[Any] = []

    def script(peer: Peer) -> None:
        until_the_end(peer, seen)
        until_the_end(peer, seen)

    server.scripts = [script]
    speaker = Speaker(twin, server)
    pieces = ["Great \ud83d", "\ude00", " and \ud83d\ude00."]
    assert (await speak(twin, speaker.context(), pieces)).decode() == "Great \U0001f600 and \U0001f600."
    context = speaker.context()
    for piece in ("\ud83d", "\ude00 Hi"):
        await done(context.push(piece))
    await done(context.no_more_inputs())
    assert (await speaker.audio(context)).decode() == "\U0001f600 Hi"
    assert [frame["transcript"] for frame in seen[-2:]] == ["\U0001f600 Hi", ""]
    sent = len(seen)
    assert await speak(twin, speaker.context(), ["\ud83d", "\ude00"]) == b""
    assert len(seen) == sent
    await speaker.close()


async def test_half_of_a_character_at_the_end_is_rejected(twin: Twin, server: Server) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    for text in ("Great \ud83d", ["Great ", "\ud83d"], ["\ud83d"]):
        with pytest.raises(c.InvalidRequestError, match="transcript has half of a surrogate pair"):
            await speak(twin, speaker.context(), text if isinstance(text, list) else [text])
    context = speaker.context()
    await done(context.push("Great \ud83d"))
    with pytest.raises(c.InvalidRequestError, match="transcript has half of a surrogate pair"):
        await done(context.no_more_inputs())
    await speaker.close()
