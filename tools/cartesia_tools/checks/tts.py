"""Checks of speech: over HTTP, as events, and over the socket."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from cartesia_client.audio.incomplete import IncompleteAudioError
from cartesia_client.errors import APIStatusError, BadRequestError

from ..defaults import KATIE, MODEL
from .base import HELLO, ORDER, RAW, WAV, audible, check, refused, say, structured
from .budget import UPLOAD_RATE
from .target import Target

LONG = "This is a rather long sentence, of which nobody is going to hear the end."
CONTEXT: dict[str, Any] = {"model_id": MODEL, "voice": KATIE, "output_format": RAW}
WAIT = 30.0
"""Seconds to wait for an event."""


@check("tts.wav", characters=len(HELLO))
def _wav(t: Target) -> None:
    """Speech as a WAV file has a header that is true, and can be heard."""
    audio = say(t, WAV)
    t.expect(audio.data[:4] == b"RIFF" and audio.data[8:12] == b"WAVE", "a WAV file should begin with RIFF and WAVE")
    t.expect(audio.sample_rate == UPLOAD_RATE, f"{UPLOAD_RATE} Hz were asked for, not {audio.sample_rate}")
    audible(t, audio.data[44:], audio.duration)


@check("tts.mp3", characters=len(HELLO))
def _mp3(t: Target) -> None:
    """Speech as MP3 consists of frames."""
    audio = say(t, {"container": "mp3", "sample_rate": 44100, "bit_rate": 128000})
    t.expect(audio.data[:3] == b"ID3" or audio.data[0] == 0xFF, "an MP3 should begin with a frame or a tag")
    t.expect(0.4 < audio.duration < 15, f"a short sentence should not take {audio.duration:.2f} s")


@check("tts.raw", characters=len(HELLO))
def _raw(t: Target) -> None:
    """Raw speech is samples and nothing else."""
    audio = say(t, RAW)
    t.expect(audio.data[:4] != b"RIFF", "raw audio should have no header")
    audible(t, audio.data, audio.duration)


@check("tts.telephone", characters=len(HELLO))
def _telephone(t: Target) -> None:
    """Raw mu-law at 8000 Hz has one byte a sample."""
    audio = say(t, {"container": "raw", "encoding": "pcm_mulaw", "sample_rate": 8000})
    t.expect(0.4 < len(audio.data) / 8000 < 15, f"{len(audio.data)} bytes are no short sentence")


@check("tts.sse", characters=len(HELLO))
def _sse(t: Target) -> None:
    """Speech as events: audio, the times of the words in order, and done at the end."""
    events = t.client.tts.generate_sse(
        model_id=MODEL,
        transcript=HELLO,
        voice=KATIE,
        output_format=RAW,
        add_timestamps=True,
    )
    _conversation(t, list(events))


def _conversation(t: Target, events: Sequence[Any], *, timed: bool = True) -> None:
    """Fails unless events are audio and, if wanted, times of words in order, with done at the end."""
    kinds = [event.type for event in events]
    t.expect(kinds and kinds[-1] == "done", f"the last event should be done: {kinds[-3:]}")
    audio = b"".join(event.data for event in events if event.type == "chunk")
    audible(t, audio, len(audio) / 2 / UPLOAD_RATE)
    times = [event.word_timestamps for event in events if event.type == "timestamps" and event.word_timestamps]
    starts = [start for each in times for start in each.start]
    if timed:
        t.expect(starts, "there should be times of words")
        t.expect(starts == sorted(starts), f"times should not go back: {starts}")
        t.expect(all(len(each.words) == len(each.start) == len(each.end) for each in times), "each word has two times")


@check("tts.bad_model", characters=len(HELLO))
def _bad_model(t: Target) -> None:
    """A model that does not exist is refused."""
    error = refused(
        t,
        APIStatusError,
        lambda: t.client.tts.generate(
            model_id="sonnet-0",
            transcript=HELLO,
            voice=KATIE,
            output_format=WAV,
        ),
    )
    t.expect(error.status_code in (400, 404), f"400 or 404 was expected, not {error.status_code}")


@check("tts.bad_speed", characters=len(HELLO))
def _bad_speed(t: Target) -> None:
    """A speed out of range is refused with 400."""
    structured(t, refused(t, BadRequestError, lambda: say(t, WAV, generation_config={"speed": 9.0})))


@check("tts.empty", characters=3)
def _empty(t: Target) -> None:
    """A transcript of punctuation only is refused with 400."""
    refused(t, BadRequestError, lambda: say(t, WAV, "..."))


@check("tts.socket", characters=len(ORDER))
def _socket(t: Target) -> None:
    """A context over the socket: audio, the times of the words in order, and done at the end."""
    with t.client.tts.websocket_connect() as socket:
        context = socket.context(**CONTEXT, add_timestamps=True)
        for word in re.findall(r"\S+\s*", ORDER):
            context.push(word)
        context.no_more_inputs()
        _conversation(t, list(context.receive(timeout=WAIT)))


@check("tts.socket.two_contexts", characters=2 * len(HELLO))
def _two_contexts(t: Target) -> None:
    """Two contexts share a socket, and each gets its own events."""
    with t.client.tts.websocket_connect() as socket:
        contexts = [socket.context(**CONTEXT) for _ in range(2)]
        for context in contexts:
            context.push(HELLO)
            context.no_more_inputs()
        for context in contexts:
            events = list(context.receive(timeout=WAIT))
            ids = {getattr(event, "context_id", None) for event in events}
            t.expect(ids == {context.context_id}, f"a context should get its own events only: {ids}")
            _conversation(t, events, timed=False)


@check("tts.socket.flush", characters=2 * len(HELLO))
def _flush(t: Target) -> None:
    """A flush has everything spoken, and says when that is done."""
    with t.client.tts.websocket_connect() as socket:
        context = socket.context(**CONTEXT)
        context.push(HELLO)
        context.flush()
        context.push(HELLO)
        context.no_more_inputs()
        events = list(context.receive(timeout=WAIT))
        kinds = [event.type for event in events]
        t.expect("flush_done" in kinds, f"a flush should be answered with flush_done: {sorted(set(kinds))}")
        t.expect("chunk" in kinds[: kinds.index("flush_done")], "audio should come before flush_done")
        _conversation(t, events, timed=False)


@check("tts.socket.cancel", characters=len(LONG) + len(HELLO))
def _cancel(t: Target) -> None:
    """A cancelled context ends, and the socket goes on."""
    with t.client.tts.websocket_connect() as socket:
        context = socket.context(**CONTEXT)
        context.push(LONG)
        context.cancel()
        try:
            list(context.receive(timeout=WAIT))
            t.expect(False, "a cancelled context should not end as if it were complete")
        except IncompleteAudioError:
            pass
        after = socket.context(**CONTEXT)
        after.push(HELLO)
        after.no_more_inputs()
        _conversation(t, list(after.receive(timeout=WAIT)), timed=False)


@check("tts.socket.bad_model", characters=len(HELLO))
def _socket_bad_model(t: Target) -> None:
    """A model that does not exist is answered with an error event, and the socket stays open."""
    with t.client.tts.websocket_connect() as socket:
        context = socket.context(**{**CONTEXT, "model_id": "sonnet-0"})
        context.push(HELLO)
        context.no_more_inputs()
        error = refused(t, APIStatusError, lambda: list(context.receive(timeout=WAIT)))
        t.expect(400 <= error.status_code < 500, f"a status of 4xx was expected, not {error.status_code}")
