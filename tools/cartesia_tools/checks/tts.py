"""Checks of text to speech: over HTTP, as server-sent events, and over the WebSocket."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from cartesia_client.audio.incomplete import IncompleteAudioError
from cartesia_client.errors import APIStatusError, BadRequestError

from ..defaults import KATIE, MODEL
from .base import (
    HELLO,
    OLDER,
    ORDER,
    RAW,
    WAV,
    check,
    expect_details,
    expect_speech,
    of_older_versions,
    rejected,
    speak,
)
from .budget import UPLOAD_RATE
from .target import Target

LONG = "This is a rather long sentence, which is cancelled long before its end."
CONTEXT: dict[str, Any] = {"model_id": MODEL, "voice": KATIE, "output_format": RAW}
WAIT = 30.0
"""Timeout in seconds for each event."""


@check("tts.wav", characters=len(HELLO))
def _wav(t: Target) -> None:
    """Expect a WAV file with a correct header and audible speech."""
    audio = speak(t, WAV)
    t.expect(audio.data[:4] == b"RIFF" and audio.data[8:12] == b"WAVE", "a WAV file should begin with RIFF and WAVE")
    t.expect(audio.sample_rate == UPLOAD_RATE, f"{UPLOAD_RATE} Hz were requested, not {audio.sample_rate}")
    expect_speech(t, audio.data[44:], audio.duration)


@check("tts.mp3", characters=len(HELLO))
def _mp3(t: Target) -> None:
    """Expect an MP3 that consists of frames."""
    audio = speak(t, {"container": "mp3", "sample_rate": 44100, "bit_rate": 128000})
    t.expect(audio.data[:3] == b"ID3" or audio.data[0] == 0xFF, "an MP3 should begin with a frame or a tag")
    t.expect(0.4 < audio.duration < 15, f"a short sentence should not take {audio.duration:.2f} s")


@check("tts.raw", characters=len(HELLO))
def _raw(t: Target) -> None:
    """Expect raw audio to be samples without a header."""
    audio = speak(t, RAW)
    t.expect(audio.data[:4] != b"RIFF", "raw audio should have no header")
    expect_speech(t, audio.data, audio.duration)


@check("tts.telephone", characters=len(HELLO))
def _telephone(t: Target) -> None:
    """Expect raw mu-law at 8000 Hz to have one byte per sample."""
    audio = speak(t, {"container": "raw", "encoding": "pcm_mulaw", "sample_rate": 8000})
    t.expect(0.4 < len(audio.data) / 8000 < 15, f"a short sentence should not take {len(audio.data)} bytes")


@check("tts.sse", characters=len(HELLO))
def _sse(t: Target) -> None:
    """Expect events with audio, the times of the words in order, and done at the end."""
    events = t.client.tts.generate_sse(
        model_id=MODEL,
        transcript=HELLO,
        voice=KATIE,
        output_format=RAW,
        add_timestamps=True,
    )
    _expect_events(t, list(events))


def _expect_events(t: Target, events: Sequence[Any], *, timed: bool = True) -> None:
    """Fail the check unless events have audio, the times of words in order if `timed`, and done at the end."""
    kinds = [event.type for event in events]
    t.expect(kinds and kinds[-1] == "done", f"the last event should be done: {kinds[-3:]}")
    audio = b"".join(event.data for event in events if event.type == "chunk")
    expect_speech(t, audio, len(audio) / 2 / UPLOAD_RATE)
    times = [event.word_timestamps for event in events if event.type == "timestamps" and event.word_timestamps]
    starts = [start for each in times for start in each.start]
    if timed:
        t.expect(starts, "there should be times of words")
        t.expect(starts == sorted(starts), f"times should not go back: {starts}")
        t.expect(
            all(len(each.words) == len(each.start) == len(each.end) for each in times),
            "each word should have a start and an end",
        )


@check("tts.bad_model", characters=len(HELLO))
def _bad_model(t: Target) -> None:
    """Expect a model that does not exist to be rejected with 400 or 404."""
    error = rejected(
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
    """Expect a speed out of range to be rejected with 400."""
    expect_details(t, rejected(t, BadRequestError, lambda: speak(t, WAV, generation_config={"speed": 9.0})))


@check("tts.empty", characters=3)
def _empty(t: Target) -> None:
    """Expect a transcript of punctuation only to be rejected with 400."""
    rejected(t, BadRequestError, lambda: speak(t, WAV, "..."))


@check("tts.socket", characters=len(ORDER))
def _socket(t: Target) -> None:
    """Expect a context to receive audio, the times of the words in order, and done at the end."""
    with t.client.tts.websocket_connect() as socket:
        context = socket.context(**CONTEXT, add_timestamps=True)
        for word in re.findall(r"\S+\s*", ORDER):
            context.push(word)
        context.no_more_inputs()
        _expect_events(t, list(context.receive(timeout=WAIT)))


@check("tts.socket.two_contexts", characters=2 * len(HELLO))
def _two_contexts(t: Target) -> None:
    """Expect two contexts that share a socket to receive their own events only."""
    with t.client.tts.websocket_connect() as socket:
        contexts = [socket.context(**CONTEXT) for _ in range(2)]
        for context in contexts:
            context.push(HELLO)
            context.no_more_inputs()
        for context in contexts:
            events = list(context.receive(timeout=WAIT))
            ids = {getattr(event, "context_id", None) for event in events}
            t.expect(ids == {context.context_id}, f"a context should get its own events only: {ids}")
            _expect_events(t, events, timed=False)


@check("tts.socket.flush", characters=2 * len(HELLO))
def _flush(t: Target) -> None:
    """Expect a flush to generate all buffered text, and to confirm it with flush_done."""
    with t.client.tts.websocket_connect() as socket:
        context = socket.context(**CONTEXT)
        context.push(HELLO)
        context.flush()
        context.push(HELLO)
        context.no_more_inputs()
        events = list(context.receive(timeout=WAIT))
        kinds = [event.type for event in events]
        t.expect("flush_done" in kinds, f"a flush should be confirmed with flush_done: {sorted(set(kinds))}")
        t.expect("chunk" in kinds[: kinds.index("flush_done")], "audio should come before flush_done")
        _expect_events(t, events, timed=False)


@check("tts.socket.cancel", characters=len(LONG) + len(HELLO))
def _cancel(t: Target) -> None:
    """Expect a cancelled context to end, and its socket to stay usable."""
    with t.client.tts.websocket_connect() as socket:
        context = socket.context(**CONTEXT)
        context.push(LONG)
        context.cancel()
        try:
            list(context.receive(timeout=WAIT))
            t.expect(False, "a cancelled context should not end as a complete one does")
        except IncompleteAudioError:
            pass
        after = socket.context(**CONTEXT)
        after.push(HELLO)
        after.no_more_inputs()
        _expect_events(t, list(after.receive(timeout=WAIT)), timed=False)


@check("tts.socket.bad_model", characters=len(HELLO))
def _socket_bad_model(t: Target) -> None:
    """Expect an error event for a model that does not exist."""
    with t.client.tts.websocket_connect() as socket:
        context = socket.context(**{**CONTEXT, "model_id": "sonnet-0"})
        context.push(HELLO)
        context.no_more_inputs()
        error = rejected(t, APIStatusError, lambda: list(context.receive(timeout=WAIT)))
        t.expect(400 <= error.status_code < 500, f"a status of 4xx was expected, not {error.status_code}")


@check("tts.socket.older", characters=len(HELLO) * OLDER)
def _socket_older(t: Target) -> None:
    """Expect a context to be spoken in every older version."""
    for client in of_older_versions(t, "tts.websocket"):
        with client.tts.websocket_connect() as socket:
            context = socket.context(**{**CONTEXT, "voice": {"mode": "id", "id": KATIE}})
            context.push(HELLO)
            context.no_more_inputs()
            _expect_events(t, list(context.receive(timeout=WAIT)), timed=False)
