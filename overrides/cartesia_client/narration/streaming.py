"""What the streams of speech of threads and of tasks share."""

from __future__ import annotations

from typing import IO, Any, NamedTuple

from cartesia_io.audio.saving import is_plain, write
from cartesia_io.live import Live

from .making import Assembly, Take
from .options import SpeakOptions
from .script import Script
from .shelf import Shelf
from .speech import Piece
from .words import Word


class Streaming(Live):
    """What both streams share."""

    _instead = "pass on what read() returns"

    def __init__(self, client: Any, text: str, options: SpeakOptions) -> None:
        self._client = client
        self._script = Script(text, options)
        self._shelf = Shelf(options.get("resume"))
        self._at_once = self._script.at_once(client.concurrency)
        self._assembly = Assembly(self._script, options.get("progress"))
        self._stopped = False

    @property
    def words(self) -> list[Word]:
        """Return the words of the pieces that are done, with their times."""
        return self._assembly.words

    @property
    def pieces(self) -> list[Piece]:
        """Return the pieces that are done."""
        return self._assembly.pieces

    @property
    def duration(self) -> float:
        """Return the seconds of audio so far."""
        return self._assembly.duration

    @property
    def container(self) -> str:
        """Return the container: "wav", "mp3" or "raw"."""
        return self._script.wanted.container or "raw"

    @property
    def encoding(self) -> str:
        """Return the encoding of the samples."""
        return self._script.encoding

    @property
    def sample_rate(self) -> int:
        """Return the samples per second, in Hz."""
        return self._script.wanted.sample_rate or 0

    def _key(self, take: Take) -> str:
        return self._script.key(take.part, self._client.base_url)

    def _request(self, take: Take) -> dict[str, Any]:
        return self._script.request(take.part, self._client.version)

    def _correct_header(self, file: IO[bytes]) -> None:
        if self.container == "wav" and is_plain(file):
            file.seek(0)
            write(file, self._assembly.container().begin(self._assembly.length))


class Queued(NamedTuple):
    """A piece and the queue of its samples."""

    take: Take
    queue: Any
