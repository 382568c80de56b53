"""Speech: the audio of a whole text, its words with their times, and what follows from them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cartesia_api.arguments import InvalidRequestError
from cartesia_io.audio.awaitable import Done
from cartesia_io.audio.files import check_path, container_of
from cartesia_io.audio.formats import AudioFormat
from cartesia_io.audio.playing import play
from cartesia_io.audio.samples import SAMPLE_BYTES
from cartesia_io.audio.saving import write, writing

from ..audio.result import Audio
from .containers import container
from .plot import page, picture
from .sample_buffer import SampleBuffer
from .samples import peaks
from .subtitles import Kind, subtitles
from .words import Word

_PLAYER = 120.0
"""Seconds of audio up to which a notebook has a player; it holds all of the audio."""
_LOOKED_AT = 2000
"""Samples of a stretch of the waveform that are looked at."""


class Piece(NamedTuple):
    """A part of a text that was spoken by itself."""

    text: str
    """As it is written."""
    start: float
    """Seconds from the beginning of the audio."""
    duration: float
    """Seconds."""
    request_id: str | None
    """Id of the request, if the service sent one."""
    file_id: str | None
    """Id under which the service stored the audio, if it did."""
    is_kept: bool
    """Whether it was in the folder of `resume`, and not bought."""


class Speech:
    """The audio of a whole text, and its words.

    Long audio is held in a temporary file, so that its length does not matter. Speech can be pickled.

    Attributes:
        words: The words as they were written, with start and end in seconds over the whole. The last one ends with the audio.
        pieces: The parts of the text that were spoken one by one.
        container: "wav", "mp3" or "raw", as it was asked for.
        encoding: Encoding of the samples.
        sample_rate: Samples per second, in Hz.
    """

    def __init__(
        self, samples: SampleBuffer, wanted: AudioFormat, encoding: str, words: Sequence[Word], pieces: Sequence[Piece]
    ) -> None:
        self._samples = samples
        self._wanted = wanted
        self.words = list(words)
        self.pieces = list(pieces)
        self.container = wanted.container or "raw"
        self.encoding = encoding
        self.sample_rate = wanted.sample_rate or 0

    @property
    def duration(self) -> float:
        """Return the duration in seconds."""
        return len(self._samples) // SAMPLE_BYTES[self.encoding] / self.sample_rate

    @property
    def text(self) -> str:
        """Return the text that was spoken."""
        return "\n\n".join(piece.text for piece in self.pieces)

    @property
    def audio(self) -> Audio:
        """Return the audio as a whole, in the format that was asked for. It is made each time."""
        wanted = self._wanted
        encoding = None if wanted.container == "mp3" else self.encoding
        data = b"".join(self._file(self.container))
        return Audio(data, self.container, encoding, self.sample_rate, wanted.bit_rate)

    def __bytes__(self) -> bytes:
        return self.audio.data

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the audio to a file and return its path. An existing file changes only when all is written.

        The extension chooses the container: .wav, .mp3 or .raw. Any other name gets what was asked for. Memory stays flat.

        Raises:
            InvalidRequestError: The path cannot name a file, or its extension is that of another container.
            ConfigurationError: The file would be MP3, whose encoder is not installed.
            OSError: The file cannot be written; an existing file stays as it is. What was bought is in a NotSavedError.
        """
        named = container_of(path) if isinstance(path, (str, os.PathLike)) else None
        kind = named if named in ("wav", "mp3", "raw") else self.container
        target = check_path(path, kind)
        blocks = self._file(kind)
        first = next(blocks)
        with writing(target) as file:
            write(file, first)
            for block in blocks:
                write(file, block)
        return target

    def subtitles(self, kind: Kind = "srt") -> str:
        """Return subtitles as the text of a file: lines of at most 42 signs, two at a time, for 1 to 7 seconds.

        Args:
            kind: "srt", "vtt", or "json" with cues and words.

        Raises:
            InvalidRequestError: There is no such kind of file.
        """
        return subtitles(self.words, kind, self.duration)

    def plot(self, path: str | os.PathLike[str] | None = None, *, width: int = 1200) -> str:
        """Draw the waveform with the words under it, and return the SVG.

        Args:
            path: File to write the picture to, such as "chapter.svg". Default: none.
            width: Pixels.

        Raises:
            InvalidRequestError: The path is not that of an SVG file, or the width is less than 100.
            OSError: The file cannot be written.
        """
        if not isinstance(width, int) or width < 100:
            raise InvalidRequestError(f"plot: width must be a number of pixels from 100, not {width!r}")
        svg = picture(self._peaks(width - 20), self.words, self.duration, width)
        if path is not None:
            target = check_path(path, None)
            if target.suffix.lower() != ".svg":
                raise InvalidRequestError(f"plot: the picture is SVG; name it {target.with_suffix('.svg').name}")
            with writing(target) as file:
                write(file, svg.encode())
        return svg

    def play(self) -> Done:
        """Play the speech on this machine, and return when all has been heard. It needs the extra `play`.

        Under asyncio the call may be awaited, but blocks; `speak_stream(...).play()` does not.

        Raises:
            ConfigurationError: There is no device to play on, or the extra is not installed.
        """
        play(self._samples.blocks(), self.encoding, self.sample_rate)
        return Done()

    def _peaks(self, count: int) -> list[float]:
        """Return the loudest level of each of some stretches. Of long ones, only the beginning is looked at."""
        size = SAMPLE_BYTES[self.encoding]
        total = len(self._samples) // size
        count = max(1, min(count, total))
        found = []
        for number in range(count):
            begin, end = total * number // count, total * (number + 1) // count
            found += peaks(self._samples.read(begin * size, min(end - begin, _LOOKED_AT) * size), self.encoding, 1)
        return found

    def _repr_html_(self) -> str:
        """Return the speech for notebooks: a player, the waveform and the words."""
        small = self.duration < _PLAYER
        audio = b"".join(self._file("wav")) if small else b""
        return page(self.plot(width=1000), self.words, audio, "audio/wav")

    def _file(self, kind: str) -> Iterator[bytes]:
        """Yield the bytes of a file of some container, some at a time."""
        made = container(self._wanted._replace(container=kind), self.encoding)
        yield made.begin(len(self._samples))
        yield from map(made.feed, self._samples.blocks())
        yield made.end()

    def __repr__(self) -> str:
        return f"Speech({self.duration:.1f} s of {self.container}, {len(self.words)} words, {len(self.pieces)} pieces)"
