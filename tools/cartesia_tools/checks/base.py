"""A check, its registry, and what the checks have in common."""

from __future__ import annotations

import statistics
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from cartesia_api import contract
from cartesia_client.audio.result import Audio
from cartesia_client.client import Cartesia
from cartesia_client.errors import APIStatusError

from ..conformance.drift import Descriptions
from ..defaults import KATIE, MODEL
from .budget import BYTES_A_SECOND, UPLOAD_RATE, Cost
from .target import Target

HELLO = "Hello from Sonic."
ORDER = "I would like to book a table for two."
RAW: Any = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": UPLOAD_RATE}
WAV: Any = {**RAW, "container": "wav"}
SILENCE = bytes(2 * BYTES_A_SECOND)
"""Two seconds of it, so that live transcription finds the end of the speech."""
LONGEST = 6.0
"""Upper bound of the seconds that one of these texts takes to speak."""
OLDER = len(contract.VERSIONS)
"""How many older versions there are."""


@dataclass(frozen=True)
class Check:
    """A named check."""

    name: str
    run: Callable[[Target], None]
    cost: Cost
    writes: bool
    """Whether it creates, updates or deletes something; it deletes what it creates."""

    @property
    def is_read_only(self) -> bool:
        """Return whether the check neither writes nor costs anything."""
        return not self.writes and self.cost == Cost()

    @property
    def purpose(self) -> str:
        """Return a sentence that says what it checks."""
        return (self.run.__doc__ or "").strip()


REGISTRY: list[Check] = []
"""All checks, in the order of their definitions."""


def check(
    name: str, *, writes: bool = False, **cost: float
) -> Callable[[Callable[[Target], None]], Callable[[Target], None]]:
    """Register a function as a check; its docstring is the purpose. Costs are the fields of Cost."""

    def add(run: Callable[[Target], None]) -> Callable[[Target], None]:
        REGISTRY.append(Check(name, run, Cost(**cost), writes))  # type: ignore[arg-type]  # characters are whole
        return run

    return add


def rejected(t: Target, kind: type[APIStatusError], call: Callable[[], object]) -> APIStatusError:
    """Return the error that a call raises; fail the check if it raises another one or none."""
    try:
        call()
    except kind as error:
        return error
    except APIStatusError as error:
        t.expect(False, f"{kind.__name__} should have been raised, not {type(error).__name__}: {error}")
    t.expect(False, f"{kind.__name__} should have been raised, and the call succeeded")
    raise AssertionError  # not reached


def of_older_versions(t: Target, socket: str) -> Iterator[Cartesia]:
    """Yield a client of each older version that has a socket, the oldest first."""
    descriptions = Descriptions()
    for version in sorted(contract.VERSIONS):
        if any(each.name == socket for each in descriptions.of(version).operations):
            yield t.client.with_options(default_headers={"Cartesia-Version": version})


def expect_details(t: Target, error: APIStatusError) -> None:
    """Fail the check unless an error has a title, a message and the id of its request."""
    t.expect(error.title and error.message, f"an error should have a title and a message: {error}")
    t.expect(error.request_id, f"an error should name its request: {error}")


def speak(t: Target, output: Any, text: str = HELLO, **fields: Any) -> Audio:
    """Generate speech in an output format."""
    return t.client.tts.generate(
        model_id=MODEL,
        transcript=text,
        voice=KATIE,
        output_format=output,
        **fields,
    )


def expect_speech(t: Target, samples: bytes, seconds: float) -> None:
    """Fail the check unless the length and level of 16-bit samples are those of a short sentence."""
    t.expect(0.4 < seconds < 15, f"a short sentence should not take {seconds:.2f} s")
    level = statistics.fmean(map(abs, array("h", samples[: len(samples) // 2 * 2])))
    t.expect(level > 50, f"speech should be louder than {level:.0f} of 32767")
