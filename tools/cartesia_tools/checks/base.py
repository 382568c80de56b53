"""What a check is, and what checks have in common."""

from __future__ import annotations

import statistics
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cartesia_client.audio.result import Audio
from cartesia_client.errors import APIStatusError

from ..defaults import KATIE, MODEL
from .budget import UPLOAD_RATE, Cost
from .target import Target

HELLO = "Hello from Sonic."
ORDER = "I would like to book a table for two."
RAW: Any = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": UPLOAD_RATE}
WAV: Any = {**RAW, "container": "wav"}
SILENCE = bytes(2 * 2 * UPLOAD_RATE)
"""Two seconds."""
LONGEST = 6.0
"""Seconds that the longest of the short texts takes at most."""


@dataclass(frozen=True)
class Check:
    """A named check."""

    name: str
    run: Callable[[Target], None]
    cost: Cost
    writes: bool
    """Whether it makes, alters or deletes something; what it makes, it deletes."""

    @property
    def is_read_only(self) -> bool:
        """Whether it neither writes nor costs anything."""
        return not self.writes and self.cost == Cost()

    @property
    def purpose(self) -> str:
        """What it checks, in a sentence."""
        return (self.run.__doc__ or "").strip()


FOUND: list[Check] = []
"""All checks, as they were defined."""


def check(
    name: str, *, writes: bool = False, **cost: float
) -> Callable[[Callable[[Target], None]], Callable[[Target], None]]:
    """Adds a check to the list; costs as in Cost."""

    def add(run: Callable[[Target], None]) -> Callable[[Target], None]:
        FOUND.append(Check(name, run, Cost(**cost), writes))  # type: ignore[arg-type]  # characters are whole
        return run

    return add


def refused(t: Target, kind: type[APIStatusError], call: Callable[[], object]) -> APIStatusError:
    """The error that a call raises; fails the check if it is none, or another."""
    try:
        call()
    except kind as error:
        return error
    except APIStatusError as error:
        t.expect(False, f"{kind.__name__} should have been raised, not {type(error).__name__}: {error}")
    t.expect(False, f"{kind.__name__} should have been raised, and nothing was")
    raise AssertionError  # not reached


def structured(t: Target, error: APIStatusError) -> None:
    t.expect(error.title and error.message, f"an error should have a title and a message: {error}")
    t.expect(error.request_id, f"an error should name its request: {error}")


def say(t: Target, output: Any, text: str = HELLO, **fields: Any) -> Audio:
    return t.client.tts.generate(
        model_id=MODEL,
        transcript=text,
        voice=KATIE,
        output_format=output,
        **fields,
    )


def audible(t: Target, samples: bytes, seconds: float) -> None:
    """Fails unless 16-bit samples are speech, as far as length and level tell."""
    t.expect(0.4 < seconds < 15, f"a short sentence should not take {seconds:.2f} s")
    level = statistics.fmean(map(abs, array("h", samples[: len(samples) // 2 * 2])))
    t.expect(level > 50, f"speech should be louder than {level:.0f} of 32767")
