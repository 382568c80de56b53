"""Checks of speech to text, in a batch and live, and of the voice changer. Each generates the speech that it uploads."""

from __future__ import annotations

import re
from typing import Any

from ..defaults import KATIE
from .base import HELLO, LONGEST, OLDER, ORDER, RAW, SILENCE, WAV, check, of_older_versions, speak
from .budget import UPLOAD_RATE
from .target import Target


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))


def _expect_words(t: Target, text: str, spoken: str) -> None:
    """Fail the check unless the text has at least half of the spoken words."""
    missing = _words(spoken) - _words(text)
    t.expect(len(missing) <= len(_words(spoken)) / 2, f"{spoken!r} should not be transcribed as {text!r}")


@check("stt.batch", characters=len(ORDER), transcribed=LONGEST)
def _batch(t: Target) -> None:
    """Expect the transcript of a recording to have at least half of its words."""
    audio = speak(t, WAV, ORDER)
    transcription = t.client.stt.transcribe(
        file=("order.wav", audio.data, "audio/wav"), model="ink-whisper", timestamp_granularities=["word"]
    )
    _expect_words(t, transcription.text, ORDER)


@check("stt.manual", characters=len(ORDER), streamed=LONGEST + 2)
def _manual(t: Target) -> None:
    """Transcribe live, where the client ends the utterances."""
    audio = speak(t, RAW, ORDER)
    query: dict[str, Any] = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": UPLOAD_RATE}
    with t.client.stt.manual_finalize.websocket(**query) as session:
        events = list(session.listen(audio.data + SILENCE))
    texts = (event.text for event in events if event.type == "transcript" and event.is_final)
    _expect_words(t, "".join(texts), ORDER)


@check("stt.auto", characters=len(ORDER), streamed=LONGEST + 2)
def _auto(t: Target) -> None:
    """Transcribe live, where the service finds the turns."""
    audio = speak(t, RAW, ORDER)
    query: dict[str, Any] = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": UPLOAD_RATE}
    with t.client.stt.auto_finalize.websocket(**query) as session:
        events = list(session.listen(audio.data + SILENCE))
    t.expect(events[0].type == "connected", f"the first event should be connected, not {events[0].type}")
    _expect_words(t, " ".join(event.transcript for event in events if event.type == "turn.end"), ORDER)


@check("stt.older", characters=len(ORDER), streamed=2 * OLDER * (LONGEST + 2))
def _older(t: Target) -> None:
    """Transcribe live in every older version that has the sockets."""
    audio = speak(t, RAW, ORDER).data + SILENCE
    query: dict[str, Any] = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": UPLOAD_RATE}
    for client in of_older_versions(t, "stt.manual_finalize"):
        with client.stt.manual_finalize.websocket(**{**query, "model": "ink-whisper"}) as session:
            t.expect(list(session.listen(audio)), f"speech should be transcribed in {client.version}")
    for client in of_older_versions(t, "stt.auto_finalize"):
        with client.stt.auto_finalize.websocket(**query) as session:
            t.expect(list(session.listen(audio)), f"turns should be found in {client.version}")


@check("voice_changer", characters=len(HELLO), changed=LONGEST)
def _voice_changer(t: Target) -> None:
    """Change the voice of a recording."""
    audio = speak(t, WAV)
    changed = t.client.voice_changer.generate(
        clip=("hello.wav", audio.data, "audio/wav"),
        voice_id=KATIE,
        output_format_container="wav",
        output_format_sample_rate=16000,
        output_format_encoding="pcm_s16le",
    )
    t.expect(0.4 < changed.duration < 15, f"a short sentence should not take {changed.duration:.2f} s")
