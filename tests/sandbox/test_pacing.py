"""The speed at which speech is sent."""

from __future__ import annotations

import asyncio
import json

import httpx
import pytest
from cartesia_sandbox import Sandbox
from cartesia_sandbox.voice.pacing import AT_ONCE, REALTIME, Pace
from websockets.sync.client import connect

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
BODY = {"model_id": "sonic-3.5", "transcript": "One two three four.", "voice": KATIE, "output_format": RAW}


class Time:
    """A clock that only sleeping advances."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept = 0.0

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds
        await asyncio.sleep(0)

    def pace(self) -> Pace:
        return REALTIME._replace(clock=self.clock, sleep=self.sleep)


async def test_the_first_chunk_is_late_and_the_others_come_four_times_as_fast_as_they_play() -> None:
    time = Time()
    pacer = time.pace().start()
    pacer.add_text()
    left = []
    for _ in range(5):
        await pacer.wait(0.1)
        left.append(time.now - 100)
    assert left == pytest.approx([0.09, 0.115, 0.14, 0.165, 0.19])


async def test_a_late_chunk_does_not_delay_those_after_it() -> None:
    time = Time()
    pacer = time.pace().start()
    pacer.add_text()
    await pacer.wait(0.4)
    time.now += 0.25  # the network
    await pacer.wait(0.4)
    await pacer.wait(0.4)
    assert time.now - 100 == pytest.approx(0.34)
    time.now += 60
    pacer.add_text()
    await pacer.wait(0.1)
    assert time.now - 160.34 == pytest.approx(0.09)


async def test_without_a_pace_nothing_waits() -> None:
    time = Time()
    pacer = AT_ONCE._replace(clock=time.clock, sleep=time.sleep).start()
    for _ in range(3):
        pacer.add_text()
        await pacer.wait(1.0)
    assert time.slept == 0


@pytest.mark.parametrize("path", ["bytes", "sse", "websocket"])
def test_every_transport_is_paced(path: str) -> None:
    time = Time()
    with Sandbox(realtime=time.pace()) as own:
        if path == "websocket":
            with connect(f"ws{own.url[4:]}/tts/websocket?cartesia_version=2026-08-14&api_key=k") as raw:
                raw.send(json.dumps({**BODY, "context_id": "c"}))
                while json.loads(raw.recv(timeout=10))["type"] != "done":
                    pass
        else:
            headers = {"Cartesia-Version": "2026-08-14", "X-API-Key": "k"}
            assert httpx.post(f"{own.url}/tts/{path}", json=BODY, headers=headers).status_code == 200
    assert 0.3 < time.slept < 2.0
