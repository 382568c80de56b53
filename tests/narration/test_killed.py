"""Processes that are killed while they speak: what they had made is there, and is not bought again."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from cartesia_client import AsyncCartesia, Cartesia, formats
from cartesia_client.narration import pieces
from cartesia_io.file_lock import FileLock
from cartesia_sandbox import Sandbox

from .test_speak import TEXT, bought

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
OPTIONS: Any = {"output_format": formats.TELEPHONE, "concurrency": 1}


def is_killed(work: Callable[[], object], seconds: float | None = None) -> bool:
    """Return whether a process that does some work has been killed. `seconds`: after which it is, unless it ends before."""
    if (child := os.fork()) == 0:
        try:
            work()
        finally:
            os._exit(0)
    timer = threading.Timer(seconds or 30.0, os.kill, (child, signal.SIGKILL))
    timer.start()
    status = os.waitpid(child, 0)[1]
    timer.cancel()
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def kept_texts(client: Cartesia, text: str, folder: Path) -> set[str]:
    """Return the texts of the pieces that are whole in a folder."""
    made = client.speak_stream(text, resume=folder, **OPTIONS)
    made._request.voice = client.voices.find("Katie").id
    return {part.sent for part in made._request.parts if made._store.load(made._key(part))}


MOMENTS: dict[str, tuple[type | ModuleType, str, bool, int]] = {
    "while it arrives": (pieces.PendingPiece, "feed", True, 2),
    "before it has its name": (os, "replace", False, 2),
    "before it is unlocked": (FileLock, "release", False, 1),
    "before the next one": (FileLock, "release", True, 1),
}
"""What a process does when it is killed, whether it does it before, and how often it asks for the piece in all."""


@pytest.mark.usefixtures("_short_pieces")
@pytest.mark.parametrize(
    ("moment", "color"),
    [*zip(MOMENTS, [Cartesia, AsyncCartesia] * 2, strict=True), ("while it arrives", AsyncCartesia)],
)
def test_what_was_made_before_a_kill_is_not_bought_again(
    client: Cartesia, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str, color: Any
) -> None:
    place, name, does_it, times = MOMENTS[moment]
    original = getattr(place, name)

    def die(*given: Any) -> None:
        if does_it:
            original(*given)
        os.kill(os.getpid(), signal.SIGKILL)

    def speak() -> None:
        made = color(api_key="any", base_url=sandbox.url).speak(TEXT, resume=tmp_path, **OPTIONS)
        if color is AsyncCartesia:
            asyncio.run(made)

    with monkeypatch.context() as patched:
        patched.setattr(place, name, die)
        assert is_killed(speak)
    speech = client.speak(TEXT, resume=tmp_path, **OPTIONS)
    assert [bought(sandbox).count(piece.text) for piece in speech.pieces] == [times, 1, 1]
    assert [word.text for word in speech.words] == TEXT.split()


@pytest.mark.slow
def test_ten_kills_at_any_moment_cost_only_what_was_under_way(
    client: Cartesia, sandbox: Sandbox, tmp_path: Path
) -> None:
    chance = random.Random(7)
    text = "\n\n".join(" ".join(f"Sentence {n} of part {part} is here." for n in range(30)) for part in range(24))
    options: Any = {**OPTIONS, "concurrency": 3}

    def speak() -> None:
        Cartesia(api_key="any", base_url=sandbox.url).speak(text, resume=tmp_path, **options)

    kills = 0
    while kills < 10:
        before, asked = kept_texts(client, text, tmp_path), len(bought(sandbox))
        kills += is_killed(speak, chance.uniform(0.05, 0.6))
        again = before & set(bought(sandbox)[asked:])
        assert not again
    speech = client.speak(text, resume=tmp_path, **options)
    assert len(bought(sandbox)) <= len(speech.pieces) + 10 * 3
