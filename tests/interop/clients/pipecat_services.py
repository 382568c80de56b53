"""The Cartesia services of Pipecat, as they are: speech over socket and HTTP, and both ways to listen.

Argument: the URL of a sandbox that takes the key "good".
"""

from __future__ import annotations

import asyncio
import importlib.metadata
import sys
from typing import Any

import aiohttp
from loguru import logger
from pipecat.frames.frames import (
    EndFrame,
    ErrorFrame,
    Frame,
    InputAudioRawFrame,
    TranscriptionFrame,
    TTSAudioRawFrame,
    TTSSpeakFrame,
    TTSTextFrame,
    VADUserStartedSpeakingFrame,
    VADUserStoppedSpeakingFrame,
)
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.runner import PipelineRunner
from pipecat.pipeline.task import PipelineParams, PipelineTask
from pipecat.processors.frame_processor import FrameDirection, FrameProcessor
from pipecat.services.cartesia.stt import CartesiaSTTService
from pipecat.services.cartesia.tts import CartesiaHttpTTSService, CartesiaTTSService
from pipecat.services.cartesia.turns.stt import CartesiaTurnsSTTService
from uses import main, use

logger.remove()
URL = sys.argv[1]
KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
TEXT = "Hello from Sonic. How are you?"


class Collector(FrameProcessor):
    def __init__(self) -> None:
        super().__init__()
        self.frames: list[Frame] = []

    async def process_frame(self, frame: Frame, direction: FrameDirection) -> None:
        await super().process_frame(frame, direction)
        self.frames.append(frame)
        await self.push_frame(frame, direction)


async def run(service: Any, frames: list[Any], enough: Any) -> list[Frame]:
    """What comes out of a service when these frames go in; it ends when there is enough."""
    collector = Collector()
    task = PipelineTask(
        Pipeline([service, collector]),
        params=PipelineParams(audio_in_sample_rate=16000, audio_out_sample_rate=16000),
        enable_rtvi=False,
    )

    async def feed() -> None:
        await asyncio.sleep(0.3)  # pipelines start by and by
        for frame in frames:
            await task.queue_frame(frame)
            await asyncio.sleep(0.01)
        for _ in range(100):
            if enough(collector.frames):
                break
            await asyncio.sleep(0.05)
        await task.queue_frame(EndFrame())

    await asyncio.gather(PipelineRunner(handle_sigint=False).run(task), feed())
    errors = [frame for frame in collector.frames if isinstance(frame, ErrorFrame)]
    assert not errors, errors
    return collector.frames


def seconds(frames: list[Frame]) -> float:
    return sum(len(frame.audio) for frame in frames if isinstance(frame, TTSAudioRawFrame)) / 32000


def words(frames: list[Frame]) -> str:
    return " ".join(frame.text for frame in frames if isinstance(frame, TTSTextFrame))


@use("CartesiaTTSService: audio and words")
async def _() -> None:
    service = CartesiaTTSService(
        api_key="good", url=f"ws{URL[4:]}/tts/websocket", settings=CartesiaTTSService.Settings(voice=KATIE)
    )
    frames = await run(service, [TTSSpeakFrame(TEXT)], lambda seen: words(seen).split() == TEXT.split())
    assert 1 < seconds(frames) < 6
    assert words(frames).split() == TEXT.split()


@use("CartesiaHttpTTSService")
async def _() -> None:
    async with aiohttp.ClientSession() as session:
        service = CartesiaHttpTTSService(
            api_key="good",
            base_url=URL,
            aiohttp_session=session,
            settings=CartesiaHttpTTSService.Settings(voice=KATIE),
        )
        frames = await run(service, [TTSSpeakFrame(TEXT)], lambda seen: seconds(seen) > 1)
    assert 1 < seconds(frames) < 6


async def spoken() -> list[Frame]:
    body = {
        "model_id": "sonic-3.5",
        "transcript": TEXT,
        "voice": KATIE,
        "output_format": {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000},
    }
    headers = {"X-API-Key": "good", "Cartesia-Version": "2026-08-14"}
    async with aiohttp.ClientSession() as session, session.post(f"{URL}/tts/bytes", json=body, headers=headers) as got:
        audio = await got.read() + bytes(64000)
    return [InputAudioRawFrame(audio[at : at + 3200], 16000, 1) for at in range(0, len(audio), 3200)]


def text(frames: list[Frame]) -> str:
    return "".join(frame.text for frame in frames if isinstance(frame, TranscriptionFrame)).strip()


@use("CartesiaSTTService: finalize when the speaker stops")
async def _() -> None:
    service = CartesiaSTTService(api_key="good", base_url=f"ws{URL[4:]}", sample_rate=16000)
    frames = [VADUserStartedSpeakingFrame(), *await spoken(), VADUserStoppedSpeakingFrame()]
    assert text(await run(service, frames, lambda seen: text(seen) == TEXT)) == TEXT


@use("CartesiaTurnsSTTService")
async def _() -> None:
    service = CartesiaTurnsSTTService(api_key="good", url=f"ws{URL[4:]}/stt/turns/websocket", sample_rate=16000)
    assert text(await run(service, await spoken(), lambda seen: text(seen) == TEXT)) == TEXT


main(f"pipecat-ai {importlib.metadata.version('pipecat-ai')}")
