"""What is known of audio while it arrives: its format, and the response that carries it."""

from __future__ import annotations

from typing import Any

from ..later import httpx


class AudioFacts:
    """Facts about audio that arrives, of what assembles it: an `ArrivingAudio` with a `response`."""

    _assembler: Any

    @property
    def container(self) -> str | None:
        """Return the container: "wav", "mp3" or "raw"; None if it is not known yet."""
        found: str | None = self._assembler.format.container
        return found

    @property
    def encoding(self) -> str | None:
        """Return the encoding of a sample, such as "pcm_s16le"; None for mp3."""
        found: str | None = self._assembler.format.encoding
        return found

    @property
    def sample_rate(self) -> int | None:
        """Return the sample rate in Hz."""
        found: int | None = self._assembler.format.sample_rate
        return found

    @property
    def status_code(self) -> int:
        """Return the HTTP status of the response."""
        found: int = self._assembler.response.status_code
        return found

    @property
    def headers(self) -> httpx.Headers:
        """Return the headers of the response."""
        found: httpx.Headers = self._assembler.response.headers
        return found
