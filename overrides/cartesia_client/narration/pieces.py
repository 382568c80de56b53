"""One piece while it is made, and all pieces as one audio. No I/O."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cartesia_io.audio.samples import SAMPLE_BYTES
from cartesia_io.masking import masked

from .containers import container
from .options import Progress
from .piece_store import Kept
from .sample_buffer import SampleBuffer
from .samples import Joiner
from .speak_request import SpeakRequest
from .speech import Piece, Speech
from .split import Part
from .words import Word, until_end, written


class PendingPiece:
    """A piece that is being made, in a thread or task of its own. Its samples go to a queue while they arrive.

    Args:
        part: Its text.
        put: Puts into the queue.
    """

    def __init__(self, part: Part, put: Callable[[bytes | None], object]) -> None:
        self.part = part
        self.is_kept = False
        self.is_whole = False
        self.error: BaseException | None = None
        self._put = put
        self._samples: list[bytes] = []
        self._words: list[Word] = []
        self._ids: tuple[str | None, str | None] = (None, None)

    def begin(self, events: Any) -> None:
        """Take the ids of a stream of events."""
        self._ids = (events.request_id, masked(events.response.headers.get("cartesia-file-id")))

    def feed(self, event: Any) -> None:
        """Take an event."""
        if event.type == "chunk" and event.data:
            self._samples.append(event.data)
            self._put(event.data)
        elif event.type == "timestamps":
            times = event.word_timestamps
            self._words += map(Word, times.words, times.start, times.end)

    def restore(self, kept: Kept) -> None:
        """Take a piece that was made before."""
        self.is_kept, self._ids, self._words = True, (kept.request_id, kept.file_id), list(kept.words)
        self._put(kept.samples)

    def whole(self) -> Kept:
        """Return the piece, which is complete."""
        self.is_whole = True
        return Kept(b"".join(self._samples), self._words, *self._ids)

    def end(self, error: BaseException | None = None) -> None:
        """End the queue."""
        self.error, self._samples = error, []
        self._put(None)

    def words(self) -> list[Word]:
        """Return the words as they were written."""
        return written(self.part.text, self._words)

    def piece(self, start: float, duration: float) -> Piece:
        """Return the piece at its place in the whole."""
        return Piece(self.part.text, start, duration, *self._ids, self.is_kept)


class Assembly:
    """Joins pieces, one after the other, to one audio.

    Attributes:
        words, pieces: What has been joined so far.
    """

    def __init__(self, request: SpeakRequest, progress: Callable[[Progress], object] | None) -> None:
        self.words: list[Word] = []
        self.pieces: list[Piece] = []
        self._request = request
        self._progress = progress
        self._rate = request.wanted.sample_rate or 0
        self._joiner = Joiner(request.encoding, self._rate)
        self._done = 0

    @property
    def duration(self) -> float:
        """Return the seconds of audio so far."""
        return self._joiner.count / self._rate

    @property
    def length(self) -> int:
        """Return the bytes of samples so far."""
        return self._joiner.count * SAMPLE_BYTES[self._request.encoding]

    def feed(self, samples: bytes) -> bytes:
        """Add samples of the piece whose turn it is, and return those that are ready."""
        return self._joiner.feed(samples)

    def end(self, pending: PendingPiece) -> bytes:
        """End the piece, and return the rest of its samples."""
        start = self.pieces[-1].start + self.pieces[-1].duration if self.pieces else 0.0
        rest = self._joiner.end(last=len(self.pieces) + 1 == len(self._request.parts))
        self.pieces.append(pending.piece(start, self.duration - start))
        self.words += (Word(word.text, start + word.start, start + word.end) for word in pending.words())
        if len(self.pieces) == len(self._request.parts) and self.words:
            self.words[-1] = until_end(self.words[-1], self.duration)
        self._done += len(pending.part.text)
        if self._progress is not None:
            self._progress(Progress(self._done, self._request.characters, self.duration))
        return rest

    def failed(self, pending: PendingPiece, samples: SampleBuffer | None) -> BaseException:
        """Return the error of a piece, which says how far the text has been spoken, and carries that."""
        error = pending.error or RuntimeError("the piece has no error")
        number, count = len(self.pieces) + 1, len(self._request.parts)
        if pending.is_whole and samples is not None:  # it has been bought, and could not be kept
            samples.append(self.end(pending))
        error.add_note(
            f"piece {number} of {count} failed; those before it are {self.duration:.1f} s. With resume=, the next call buys only "
            "what is missing"
        )
        if samples is not None:
            error.partial = self.speech(samples)  # type: ignore[attr-defined]  # the errors of the client take attributes
        return error

    def speech(self, samples: SampleBuffer) -> Speech:
        """Return what has been joined so far."""
        return Speech(samples, self._request.wanted, self._request.encoding, self.words, self.pieces)

    def container(self) -> Any:
        """Return what wraps the samples into the wanted file."""
        return container(self._request.wanted, self._request.encoding)
