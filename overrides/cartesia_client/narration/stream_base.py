"""What the streams of speech of threads and of tasks share."""

from __future__ import annotations

from typing import IO, Any, NamedTuple

from cartesia_api.arguments import InvalidRequestError
from cartesia_api.finding import forget
from cartesia_io.audio.saving import is_plain, write
from cartesia_io.live import Live
from cartesia_io.usage import Reservation

from ..errors import CartesiaError, NotFoundError
from .options import SpeakOptions
from .piece_store import PieceStore
from .pieces import Assembly, PendingPiece
from .sample_buffer import SampleBuffer
from .speak_request import SpeakRequest
from .speech import Piece
from .split import Part
from .words import Word


class StreamBase(Live):
    """What both streams share."""

    _instead = "pass on what read() returns"

    def __init__(self, client: Any, text: str, options: SpeakOptions) -> None:
        self._client = client
        self._request = SpeakRequest(text, options)
        self._store = PieceStore(options.get("resume"))
        self._at_once = self._request.at_once(client.concurrency)
        self._assembly = Assembly(self._request, options.get("progress"))
        self._reservation: Reservation
        """What it may buy, even if other calls buy meanwhile."""
        self._begun = self._stopped = False
        self._finishes = self._store.keeps
        """Whether pieces that are under way are finished when it is stopped."""

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
        return self._request.wanted.container or "raw"

    @property
    def encoding(self) -> str:
        """Return the encoding of the samples."""
        return self._request.encoding

    @property
    def sample_rate(self) -> int:
        """Return the samples per second, in Hz."""
        return self._request.wanted.sample_rate or 0

    def stop(self) -> None:
        """Stop what is being made, from any thread; what reads it gets an error. Pieces that are kept are finished first."""
        self._stopped = True

    def finish(self) -> None:
        """Stop after the pieces that are under way, from any thread. What reads it gets them, then an error if one is missing."""
        self._finishes = self._stopped = True

    def _missing(self) -> int:
        """Return how many characters have to be bought. Find out before whether anything can be kept in the folder."""
        parts = {
            self._key(part) if self._store.keeps else number: part for number, part in enumerate(self._request.parts)
        }
        missing = [part for key, part in parts.items() if not self._store.has(str(key))]
        if missing:
            self._store.check_writable()
        return sum(len(part.sent) for part in missing)

    def _check_unread(self) -> None:
        if self._begun:
            raise InvalidRequestError(
                "a stream of speech is read once, and its audio is not kept: keep what read() returns, or make another one"
            )

    def _check_going(self) -> None:
        if self._stopped:
            raise CartesiaError("the stream of speech was closed while it was made")

    def _failed(self, pending: PendingPiece, buffer: SampleBuffer | None) -> BaseException:
        """Return the error of a piece. A voice that is gone is looked up again by the next call that names it."""
        if isinstance(pending.error, NotFoundError):
            forget(self._client.voices)
        return self._assembly.failed(pending, buffer)

    def _key(self, part: Part) -> str:
        return self._request.key(part, self._client.base_url)

    def _arguments(self, pending: PendingPiece) -> dict[str, Any]:
        return self._request.request(pending.part, self._client.version)

    def _correct_header(self, file: IO[bytes]) -> None:
        if self.container == "wav" and is_plain(file):
            file.seek(0)
            write(file, self._assembly.container().begin(self._assembly.length))


class Queued(NamedTuple):
    """A piece and the queue of its samples."""

    pending: PendingPiece
    queue: Any
