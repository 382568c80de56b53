"""What the bot does when all is well, when the service is busy, when audio is cut off, and when the line is lost."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest
from cartesia_client import AsyncCartesia, Cartesia, IncompleteAudioError
from cartesia_sandbox import FaultPlan, Journal, Sandbox
from voice_bot import Busy, answer, record


def test_an_announcement_is_recorded(cartesia_client: Cartesia, cartesia_journal: Journal, tmp_path: Path) -> None:
    seconds = record(cartesia_client, "The shop is closed.", tmp_path / "closed.wav")
    with wave.open(str(tmp_path / "closed.wav")) as file:
        assert file.getnframes() / file.getframerate() == pytest.approx(seconds, abs=0.01)
    assert cartesia_journal.only("tts.generate").body["transcript"] == "The shop is closed."


@pytest.mark.cartesia_fault("status", status=429, retry_after=600, operation="tts.generate")
def test_a_busy_service_is_told_to_the_caller(cartesia_client: Cartesia, tmp_path: Path) -> None:
    with pytest.raises(Busy) as caught:
        record(cartesia_client, "The shop is closed.", tmp_path / "closed.wav")
    assert caught.value.seconds == 600
    assert list(tmp_path.iterdir()) == []


@pytest.mark.cartesia_fault("cut", after_bytes=10_000, operation="tts.generate")
def test_an_announcement_that_is_cut_off_is_recorded_again(
    cartesia_client: Cartesia, cartesia_journal: Journal, tmp_path: Path
) -> None:
    assert record(cartesia_client, "The shop is closed.", tmp_path / "closed.wav") > 0.5
    first, second = cartesia_journal.requests("tts.generate")
    assert first.faults == ["cut operation=tts.generate after_bytes=10000"]
    assert first.body == second.body


def test_an_announcement_that_is_always_cut_off_leaves_no_file(
    cartesia_client: Cartesia, cartesia_faults: FaultPlan, tmp_path: Path
) -> None:
    cartesia_faults.add("cut", after_bytes=10_000, times=None)
    with pytest.raises(IncompleteAudioError):
        record(cartesia_client, "The shop is closed.", tmp_path / "closed.wav")
    assert list(tmp_path.iterdir()) == []


async def test_a_caller_hears_the_whole_answer(async_cartesia_client: AsyncCartesia, cartesia_journal: Journal) -> None:
    sound = b"".join([chunk async for chunk in answer(async_cartesia_client, ["Good morning.", "How are you?"])])
    assert len(sound) > 48_000
    assert [frame.type for frame in cartesia_journal.frames("tts.websocket")].count("done") == 2


@pytest.mark.cartesia_fault("reset", after_events=3, operation="tts.websocket")
async def test_a_lost_line_is_replaced(async_cartesia_client: AsyncCartesia, cartesia_sandbox: Sandbox) -> None:
    sound = b"".join([chunk async for chunk in answer(async_cartesia_client, ["Good morning.", "How are you?"])])
    assert len(sound) > 48_000
    lost, whole = cartesia_sandbox.journal.requests("tts.websocket")
    assert [frame.type for frame in lost.frames if frame.direction == "sent"] == ["chunk"] * 3
    said = "".join(frame.message["transcript"] for frame in whole.frames if frame.direction == "received")
    assert said == "Good morning.How are you?"
