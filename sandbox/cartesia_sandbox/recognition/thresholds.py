"""When a turn starts and ends, from the thresholds of a request."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from ..description.errors import invalid
from .recognizer import AUDIBLE

_DEFAULT_START = 0.8
_HALF_LIFE = 0.5


class Thresholds(NamedTuple):
    """The confidence that there is speech: above the first threshold a turn starts, below the others it ends.

    The service computes a confidence from the speech; the sandbox takes it from the loudness. Audible speech has 0.8,
    which halves with every half second of silence. With the defaults, a turn may have ended after half a second of silence
    and has ended after a second.
    """

    start_threshold: float = _DEFAULT_START
    eager_end_threshold: float = 0.4
    end_threshold: float = 0.2
    end_timeout_ms: float = 5600.0

    def replace(self, given: Mapping[str, float]) -> Thresholds:
        """Return these thresholds with some replaced.

        Raises:
            APIError: They are not in order.
        """
        result = self._replace(**{name: value for name, value in given.items() if name in self._fields})
        if not result.end_threshold < result.eager_end_threshold < result.start_threshold:
            raise invalid("the end threshold must be below the eager end threshold, and that below the start threshold")
        return result

    @property
    def audible(self) -> float:
        """Return the level, from 0 to 1, above which audio counts as speech."""
        return AUDIBLE * self.start_threshold / _DEFAULT_START

    @property
    def eager_silence(self) -> float:
        """Return the seconds of silence after which a turn may have ended."""
        return self._silence(self.eager_end_threshold)

    @property
    def end_silence(self) -> float:
        """Return the seconds of silence after which a turn has ended."""
        return min(self._silence(self.end_threshold), self.end_timeout_ms / 1000)

    def _silence(self, threshold: float) -> float:
        return _HALF_LIFE * math.log2(_DEFAULT_START / threshold)
