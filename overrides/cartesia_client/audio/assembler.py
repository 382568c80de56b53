"""A body of audio, assembled from its chunks: recognized, cut into whole samples, checked for completeness. No I/O."""

from __future__ import annotations

import httpx
from cartesia_io.audio import mp3, wav
from cartesia_io.audio.formats import HEAD, AudioFormat, SampleCutter
from cartesia_io.http.reading import ends_with_connection
from cartesia_io.text import is_text

from ..errors import APIError, APIResponseValidationError
from ..responses import is_billable, request_id
from .incomplete import IncompleteAudioError
from .result import Audio


class AudioAssembler:
    """Assembles a body, chunk by chunk, and checks that it is audio and complete. No I/O.

    Attributes:
        response: The response whose body it is.
        format: The format, first as requested, then as recognized.
        received: Bytes that arrived.
        head: The first bytes that arrived, at most HEAD.
        request_id: Id of the request, if the service sent one.
        file_id: Id under which the service stores the audio, or None.
    """

    def __init__(self, response: httpx.Response, requested: AudioFormat, what: str) -> None:
        self.response = response
        self.format = requested
        self.received = 0
        self.head = b""
        self.request_id = request_id(response)
        self.file_id: str | None = response.headers.get("cartesia-file-id")
        self._what = what
        self._samples = SampleCutter(requested)
        self._held = b""
        """The beginning, as long as it looks like text."""
        self._frames = mp3.FrameEnds()
        self._is_text = "audio/" not in response.request.headers.get("accept", "audio/")

    def feed(self, chunk: bytes) -> bytes:
        """Return what can be passed on: raw audio in whole samples. The rest waits for the next chunk."""
        self.received += len(chunk)
        if len(self.head) < HEAD:
            self.head += chunk[: HEAD - len(self.head)]
            self._recognize()
            if self.format.container in (None, "raw") and not self._is_text and is_text(self.head):
                if len(self.head) == HEAD:
                    raise self._not_audio("audio")
                self._held += chunk
                return b""
        if self.format.container == "mp3":
            self._frames.feed(chunk)
        chunk, self._held = self._held + chunk, b""
        return self._samples.feed(chunk)

    def finish(self) -> None:
        """Check that the body, whose transfer ended properly, is complete audio."""
        if self.received == 0:
            raise self.incomplete("the response is empty")
        if self.format.container == "wav":
            if self._check_wav():
                return
        elif self.format.container == "mp3":
            if self._frames.is_cut():
                raise self.incomplete("it ended within a frame")
        elif not self._is_text and self.received == len(self.head) and is_text(self.head, whole=True):
            raise self._not_audio("audio")
        elif self._samples.rest:
            raise self.incomplete("it ended within a sample")
        if ends_with_connection(self.response):
            raise self.incomplete(
                "it ended with the connection, and nothing in it tells whether more would have followed"
            )

    def check(self, content: bytes) -> APIError | None:
        """Return the error for a body that arrived in one piece, None if it is complete audio."""
        try:
            self.feed(content)
            self.finish()
        except APIError as error:
            return error
        return None

    def _check_wav(self) -> bool:
        """Check the size of WAV audio, and return whether its header states it."""
        header = wav.parse(self.head)
        if header is None:
            raise self.incomplete("it ended within the WAV header") if self.received < 44 else self._not_audio("WAV")
        data = self.received - header.data_start
        if header.data_size is not None and data < header.data_size:
            raise self.incomplete(f"{data} of {header.data_size} bytes of audio arrived")
        if header.data_size is None and data % header.block:
            raise self.incomplete("it ended within a sample")
        if data == 0:
            raise self.incomplete("there is no audio after the WAV header")
        return header.data_size is not None

    def incomplete(self, why: str) -> IncompleteAudioError:
        """Return the error for audio that ended too early."""
        duration = self.format.seconds(self.head, self.received)
        amount = f"{self.received} bytes" + (f" ({duration:.2f} s)" if duration else "")
        noun = "response" if self.response.headers.get("content-type", "").startswith("text/") else "audio"
        error = IncompleteAudioError(
            f"{self._what}: the {noun} is not complete: {why}; {amount} arrived",
            received=self.received,
            duration=duration,
            request_id=self.request_id,
        )
        error.may_be_billed = is_billable(self.response)
        return error

    def audio(self, parts: list[bytes]) -> Audio:
        """Return the audio made of the chunks that `feed` returned."""
        data = b"".join(parts)
        container, encoding, rate, bit_rate = self.format
        if container == "wav":
            data = wav.corrected(data[:HEAD], len(data)) + data[HEAD:]
            if header := wav.parse(data[:HEAD]):  # what arrived, should it differ from what was requested
                encoding, rate = header.encoding, header.sample_rate
        return Audio(data, container or "raw", encoding, rate, bit_rate, self.request_id, self.file_id)

    def _recognize(self) -> None:
        """Find out what the body is, where the request did not say, and reject text in place of audio."""
        begin = self.head[:64].lstrip().lower()
        if not self._is_text and begin.startswith((b"<!doctype", b"<html", b"<?xml", b'{"')):
            raise self._not_audio("audio")
        if self.format.container == "mp3" and not mp3.begins(self.head):
            raise self._not_audio("MP3")
        if self.format.container == "wav" and len(self.head) >= 4 and self.head[:4] != b"RIFF":
            raise self._not_audio("WAV")
        if self.format.container is None and len(self.head) >= 12:
            if self.head[:4] == b"RIFF":
                self.format = AudioFormat("wav")
            elif self.head[:3] == b"ID3" or mp3.frame_at(self.head[:4]):
                self.format = AudioFormat("mp3")
        if self.format.container == "wav" and self.format.sample_rate is None and (header := wav.parse(self.head)):
            self.format = AudioFormat("wav", header.encoding, header.sample_rate)

    def _not_audio(self, expected: str) -> APIResponseValidationError:
        text = self.head.decode("utf-8", "replace")
        return APIResponseValidationError(
            f"{self._what}: expected {expected}, got {text[:80]!r} with status {self.response.status_code}",
            response=self.response,
            body=text,
        )
