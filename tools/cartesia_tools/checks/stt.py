"""Checks of what takes recordings: transcription, live and not, and the voice changer. Speech made before is the recording."""

from __future__ import annotations

import re
from typing import Any

from ..defaults import KATIE
from .base import HELLO, LONGEST, ORDER, RAW, SILENCE, WAV, check, say
from .budget import UPLOAD_RATE
from .target import Target


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))


def _understood(t: Target, text: str, spoken: str) -> None:
    """Fails unless at least half of the words have been understood."""
    missing = _words(spoken) - _words(text)
    t.expect(len(missing) <= len(_words(spoken)) / 2, f"{spoken!r} should not be understood as {text!r}")


@check("stt.batch", characters=len(ORDER), transcribed=LONGEST)
def _batch(t: Target) -> None:
    """A recording is transcribed, with the times of the words."""
    audio = say(t, WAV, ORDER)
    answer = t.client.stt.transcribe(
        file=("order.wav", audio.data, "audio/wav"), model="ink-whisper", timestamp_granularities=["word"]
    )
    _understood(t, answer.text, ORDER)


@check("stt.manual", characters=len(ORDER), listened=LONGEST + 2)
def _manual(t: Target) -> None:
    """Live transcription in which the client ends the utterances."""
    audio = say(t, RAW, ORDER)
    query: dict[str, Any] = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": UPLOAD_RATE}
    with t.client.stt.manual_finalize.websocket(**query) as session:
        events = list(session.listen(audio.data + SILENCE))
    texts = (event.text for event in events if event.type == "transcript" and event.is_final)
    _understood(t, "".join(texts), ORDER)


@check("stt.auto", characters=len(ORDER), listened=LONGEST + 2)
def _auto(t: Target) -> None:
    """Live transcription in which the service finds the turns."""
    audio = say(t, RAW, ORDER)
    query: dict[str, Any] = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": UPLOAD_RATE}
    with t.client.stt.auto_finalize.websocket(**query) as session:
        events = list(session.listen(audio.data + SILENCE))
    t.expect(events[0].type == "connected", f"the first event should be connected, not {events[0].type}")
    _understood(t, " ".join(event.transcript for event in events if event.type == "turn.end"), ORDER)


@check("voice_changer", characters=len(HELLO), changed=LONGEST)
def _voice_changer(t: Target) -> None:
    """A recording is said again by another voice."""
    audio = say(t, WAV)
    changed = t.client.voice_changer.generate(
        clip=("hello.wav", audio.data, "audio/wav"),
        voice_id=KATIE,
        output_format_container="wav",
        output_format_sample_rate=16000,
        output_format_encoding="pcm_s16le",
    )
    t.expect(0.4 < changed.duration < 15, f"a short sentence should not take {changed.duration:.2f} s")
