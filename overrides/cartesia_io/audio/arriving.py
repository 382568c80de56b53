"""Audio that arrives in chunks: recognized, cut into whole samples, checked for completeness. No I/O."""

from __future__ import annotations

import io
import math

from ..masking import masked
from ..text import is_text, one_line
from . import mp3, wav
from .endings import Ending
from .formats import HEAD, AudioFormat, SampleCutter
from .kinds import kind_of_file

# Audio rarely says how long it is, and what carries it may send words of its own in its place. So a fault is only what cannot be
# otherwise: bare samples that read like words, an MP3 that begins with neither a frame nor a tag, a WAV file with another
# beginning, half a frame or sample at the end. What cannot be known to be wrong passes.


class ArrivingAudio:
    """Takes audio chunk by chunk, and checks that it is audio and complete. Subclasses choose the errors.

    Attributes:
        format: The format, first as expected, then as recognized.
        received: Bytes that arrived.
        head: The first bytes that arrived, at most HEAD.
    """

    def __init__(self, expected: AudioFormat, *, may_be_text: bool = False) -> None:
        self.format = expected
        self.received = 0
        self.head = b""
        self._may_be_text = may_be_text
        self._samples = SampleCutter(expected)
        self._held = b""
        """The beginning, as long as it looks like text."""
        self._frames = mp3.FrameEnds()
        self._ending = Ending()
        self._end: float | None = None
        """Where the audio of a WAV file ends; None before its header was read."""

    def not_audio(self, expected: str, received: int = 0) -> Exception:
        """Return the error for what is no audio, or not that which was expected; `received` is how much audio it is."""
        return ValueError(f"expected {expected}, got {self.head[:80]!r}")

    def incomplete(self, why: str) -> Exception:
        """Return the error for audio that ended too early."""
        return EOFError(f"the audio is not complete: {why}")

    def forget(self) -> None:
        """Keep no credential that the audio repeats, now that an error has been made of it."""
        self.head, self._held, self._ending = masked(self.head), b"", Ending()

    def feed(self, chunk: bytes) -> bytes:
        """Return what can be passed on: raw audio in whole samples. The rest waits for the next chunk."""
        self.received += len(chunk)
        if len(self.head) < HEAD:
            self.head += chunk[: HEAD - len(self.head)]
            self._recognize()
            if self.format.container in (None, "raw") and not self._may_be_text and is_text(self.head):
                if len(self.head) == HEAD:
                    raise self.not_audio("audio")
                self._held += chunk
                return b""
        self._follow(chunk)
        chunk, self._held = self._held + chunk, b""
        return self._samples.feed(chunk)

    def _follow(self, chunk: bytes) -> None:
        """Follow the audio to its end, and what comes behind it."""
        self._ending.feed(chunk)
        if self.format.container == "mp3":
            before = b"" if self._frames.began else self.head[: self.received - len(chunk)]
            self._ending.feed_behind(self._frames.feed(before + chunk))
        elif self.format.container == "wav":
            if self._end is None and (header := wav.parse(self.head)):
                self._end = math.inf if header.data_size is None else header.data_start + header.data_size
            if self._end is not None and self.received > self._end:
                self._ending.feed_behind(chunk[-int(self.received - self._end) :])

    def finish(self) -> bool:
        """Check that what arrived is complete, and return whether it stated its own length."""
        if self.received == 0:
            raise self.incomplete("the response is empty")
        is_whole = self.received == len(self.head)
        if self.format.container in (None, "raw") and not self._may_be_text:
            if is_whole and is_text(self.head, whole=True):
                raise self.not_audio("audio")
            self._check_samples(whole=is_whole)
        if not self._may_be_text and (words := self._ending.words()):
            raise self.incomplete(f"words follow it, or take its place: {one_line(words, 200)}")
        if self.format.container == "wav":
            return self._check_wav()
        if self.format.container == "mp3":
            if self._frames.is_cut():
                raise self.incomplete("it ended within a frame")
            if self._frames.is_tag_alone:
                raise self.incomplete("there is no audio after the tag")
        elif self._samples.rest:
            raise self.incomplete("it ended within a sample")
        return False

    def joined(self, chunks: io.BytesIO) -> tuple[bytes, AudioFormat]:
        """Return the audio made of the chunks that `feed` returned, with true sizes in a WAV header, and its format."""
        # The chunks grow together as they arrive, and what they have become is handed out without a copy.
        audio_format = self.format
        if audio_format.container == "wav":
            length = chunks.seek(0, io.SEEK_END)
            chunks.seek(0)
            head = wav.corrected(chunks.read(HEAD), length)
            chunks.seek(0)
            chunks.write(head)
            if header := wav.parse(head):  # what arrived, should it differ from what was expected
                audio_format = audio_format._replace(encoding=header.encoding, sample_rate=header.sample_rate)
        return chunks.getvalue(), audio_format

    def _recognize(self) -> None:
        """Find out what arrives, where that is not known, and reject text in place of audio."""
        head, container = self.head, self.format.container
        if not self._may_be_text and head[:64].lstrip().lower().startswith((b"<!doctype", b"<html", b"<?xml")):
            raise self.not_audio("audio")
        self._check_samples()
        if container == "mp3" and head and not self._may_be_text and not mp3.begins(head):
            raise self.not_audio("MP3")
        if container == "wav" and len(head) >= 4 and not self._may_be_text and head[:4] not in wav.MAGICS:
            raise self.not_audio("WAV")
        if container is None and len(head) >= 12:
            if wav.is_wav(head):
                self.format = AudioFormat("wav")
            elif head[:3] == b"ID3" or mp3.frame_at(head[:4]):
                self.format = AudioFormat("mp3")
        if self.format.container == "wav" and self.format.sample_rate is None and (header := wav.parse(head)):
            self.format = AudioFormat("wav", header.encoding, header.sample_rate)

    def _check_samples(self, *, whole: bool = False) -> None:
        """Reject a file of another kind in place of bare samples."""
        if self.format.container == "raw" and not self._may_be_text and (kind := kind_of_file(self.head, whole=whole)):
            raise self.not_audio(f"bare samples, not {kind}", self.received)

    def _check_wav(self) -> bool:
        """Check the size of WAV audio, and return whether its header states it."""
        header = wav.parse(self.head)
        if header is None:
            if wav.is_wav(self.head) and self.received > HEAD:
                return False  # the audio begins later than can be seen here
            raise self.incomplete("it ended within the WAV header") if self.received < 44 else self.not_audio("WAV")
        data = self.received - header.data_start
        if header.data_size is not None and data < header.data_size:
            raise self.incomplete(f"{data} of {header.data_size} bytes of audio arrived")
        if header.data_size is None and data % header.block:
            raise self.incomplete("it ended within a sample")
        if data == 0:
            raise self.incomplete("there is no audio after the WAV header")
        return header.data_size is not None
