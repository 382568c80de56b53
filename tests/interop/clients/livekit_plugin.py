"""livekit-plugins-cartesia, as it is: speech and both ways to listen.

Argument: the URL of a sandbox that takes the key "good".
"""

from __future__ import annotations

import asyncio
import importlib.metadata
import sys
from typing import Any

import aiohttp
from livekit import rtc
from livekit.agents import stt
from livekit.agents.types import APIConnectOptions
from livekit.plugins import cartesia
from uses import fails, main, use

URL = sys.argv[1]
KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
TEXT = "Hello from Sonic. How are you?"
ONCE = APIConnectOptions(max_retry=0, timeout=10)


def speaker(session: aiohttp.ClientSession, **more: Any) -> cartesia.TTS:
    return cartesia.TTS(api_key="good", base_url=URL, voice=KATIE, http_session=session, **more)


async def said(session: aiohttp.ClientSession, rate: int) -> bytes:
    frame = await speaker(session, sample_rate=rate).synthesize(TEXT, conn_options=ONCE).collect()
    return bytes(frame.data)


@use("TTS.synthesize")
async def _() -> None:
    async with aiohttp.ClientSession() as session:
        assert 1 < len(await said(session, 24000)) / 48000 < 5


@use("TTS.stream: tokens in, audio and words out, speed and emotion")
async def _() -> None:
    async with aiohttp.ClientSession() as session, speaker(session, speed=1.1, emotion="Happy") as tts:
        for _ in range(2):  # the second on the same socket
            async with tts.stream(conn_options=ONCE) as stream:
                for token in ("Hello ", "from ", "Sonic. ", "How ", "are ", "you?"):
                    stream.push_text(token)
                stream.end_input()
                frames = [event.frame async for event in stream]
            assert 1 < sum(frame.duration for frame in frames) < 5
            words = [word for frame in frames for word in frame.userdata.get("lk.timed_transcripts", [])]
            assert "".join(words).split() == TEXT.split(), words


@use("TTS.stream: a text with nothing to say is the end of it")
async def _() -> None:
    async with aiohttp.ClientSession() as session, speaker(session) as tts, tts.stream(conn_options=ONCE) as stream:
        stream.push_text("... ")
        stream.end_input()
        with fails(Exception):
            assert [event async for event in stream]


async def heard(session: aiohttp.ClientSession, **options: Any) -> str:
    audio = await said(session, 16000) + bytes(64000)
    listener = cartesia.STT(api_key="good", base_url=URL, http_session=session, **options)
    stream = listener.stream(conn_options=ONCE)
    await asyncio.sleep(0.1)  # a stream whose input has ended before it has begun does nothing
    for start in range(0, len(audio), 5120):
        data = audio[start : start + 5120]
        stream.push_frame(rtc.AudioFrame(data, 16000, 1, len(data) // 2))
    stream.end_input()
    kind = stt.SpeechEventType.FINAL_TRANSCRIPT
    texts = [event.alternatives[0].text async for event in stream if event.type == kind]
    await stream.aclose()
    return "".join(texts).strip()


@use("STT with ink-2: turns")
async def _() -> None:
    async with aiohttp.ClientSession() as session:
        text = await heard(session, model="ink-2", keyterm=["Sonic", "two words"], turn_end_timeout_ms=5000)
        assert text == TEXT, text


@use("STT with ink-whisper: finals")
async def _() -> None:
    async with aiohttp.ClientSession() as session:
        text = await heard(session, model="ink-whisper", language="en")
        assert text == TEXT, text


main(f"livekit-plugins-cartesia {importlib.metadata.version('livekit-plugins-cartesia')}")
