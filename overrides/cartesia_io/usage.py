"""What a client has bought: characters that were sent to be spoken, and seconds of audio that arrived for them."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from cartesia_api.arguments import InvalidRequestError

from .audio.formats import AudioFormat

KEY = "cartesia.usage"
"""Name of the extension of a request that carries its characters and the usage that they count for."""


class Usage:
    """The characters and seconds that were bought. Threads share it.

    Attributes:
        characters: Characters of text that were sent to be spoken, without those that were certainly not billed.
        seconds: Seconds of audio that arrived for them over HTTP.
        max_characters: Characters that may be bought at most; None sets no limit.
    """

    def __init__(self, max_characters: int | None = None) -> None:
        self.characters = 0
        self.seconds = 0.0
        self.max_characters = max_characters
        self._lock = threading.Lock()

    def buy(self, characters: int) -> None:
        """Count characters that are about to be sent.

        Raises:
            InvalidRequestError: They would pass the limit.
        """
        with self._lock:
            self.check(characters)
            self.characters += characters

    def check(self, characters: int) -> None:
        """Raise the same if so many characters would pass the limit. They do not count."""
        if self.max_characters is not None and characters and self.characters + characters > self.max_characters:
            raise InvalidRequestError(
                f"not sent, because {characters} more characters would pass max_characters={self.max_characters}; "
                f"{self.characters} are used up"
            )

    def buy_text(self, text: object) -> None:
        """Count a text in the same way."""
        self.buy(_length(text))

    def give_back(self, characters: int) -> None:
        """Take off characters that were certainly not billed."""
        with self._lock:
            self.characters -= characters

    def heard(self, audio: AudioFormat, head: bytes, size: int) -> None:
        """Count audio that has arrived. `head`: its first bytes; `size`: all of its bytes."""
        is_mp3 = audio.container == "mp3"
        seconds = size * 8 / audio.bit_rate if is_mp3 and audio.bit_rate else audio.seconds(head, size)
        with self._lock:
            self.seconds += seconds

    def __repr__(self) -> str:
        return f"Usage(characters={self.characters}, seconds={self.seconds:.1f}, max_characters={self.max_characters})"


def characters_of(arguments: Mapping[str, Any]) -> int:
    """Return how many characters the arguments of a request send to be spoken."""
    body, form = arguments.get("json"), arguments.get("files")
    if isinstance(body, Mapping):
        return _length(body.get("transcript"))
    parts = form if isinstance(form, list) else ()
    return sum(_length(part[1][1]) for part in parts if part[0] == "transcript")


def heard(request: Any, audio: AudioFormat, head: bytes, size: int) -> None:
    """Count audio that has arrived for a request."""
    usage: Usage | None = request.extensions.get(KEY, (None,))[0]
    if usage is not None:
        usage.heard(audio, head, size)


def _length(text: object) -> int:
    return len(text) if isinstance(text, (str, bytes)) else 0
