"""The body of a response that is audio, assembled from its chunks. No I/O."""

from __future__ import annotations

import io

from cartesia_io.audio.arriving import ArrivingAudio
from cartesia_io.audio.formats import AudioFormat
from cartesia_io.http.reading import was_asked_for_part, why_incomplete
from cartesia_io.later import httpx
from cartesia_io.logs import report_end
from cartesia_io.masking import conceal, masked
from cartesia_io.usage import heard

from ..errors import APIError, APIResponseValidationError, APITimeoutError, CartesiaError, InvalidRequestError
from ..responses import is_billable, request_id
from .incomplete import IncompleteAudioError
from .result import Audio


class AudioAssembler(ArrivingAudio):
    """Assembles a body, chunk by chunk, and checks that it is audio and complete.

    Attributes:
        response: The response whose body it is.
        request_id: Id of the request, if the service sent one.
        file_id: Id under which the service stores the audio, or None.
    """

    def __init__(self, response: httpx.Response, requested: AudioFormat, what: str) -> None:
        no_audio = "audio/" not in response.request.headers.get("accept", "audio/")
        self._is_asked_part = was_asked_for_part(response)
        super().__init__(
            AudioFormat() if self._is_asked_part else requested, may_be_text=no_audio or self._is_asked_part
        )
        self.format = requested
        self.response = response
        self.request_id = request_id(response)
        self.file_id: str | None = masked(response.headers.get("cartesia-file-id"))
        self._what = what

    def finish(self) -> bool:
        """Check that the body, whose transfer ended properly, is complete audio."""
        if self._is_asked_part:
            return False
        is_stated = super().finish()
        if why := why_incomplete(self.response, is_stated):
            raise self.incomplete(why)
        heard(self.response.request, self.format, self.head, self.received)
        return is_stated

    def check(self, content: bytes) -> APIError | None:
        """Return the error for a body that arrived in one piece, None if it is complete audio."""
        try:
            self.feed(content)
            self.finish()
        except APIError as error:
            return error
        return None

    def incomplete(self, why: str) -> IncompleteAudioError:
        """Return the error for audio that ended too early."""
        duration = self.format.seconds(self.head, self.received)
        self._conceal()
        amount = f"{self.received} bytes" + (f" ({duration:.2f} s)" if duration else "")
        noun = "response" if self.response.headers.get("content-type", "").startswith("text/") else "audio"
        error = IncompleteAudioError(
            f"{self._what}: the {noun} is not complete: {why}; {amount} arrived",
            received=self.received,
            duration=duration,
            request_id=self.request_id,
        )
        error.request, error.may_be_billed = self.response.request, is_billable(self.response)
        report_end(self._what, error)
        return error

    def not_audio(self, expected: str, received: int = 0) -> APIResponseValidationError:
        """Return the error for a body that is no audio."""
        self._conceal()
        text = self.head.decode("utf-8", "replace")
        error = APIResponseValidationError(
            f"{self._what}: expected {expected}, got {text[:80]!r} with status {self.response.status_code}",
            response=self.response,
            body=text,
        )
        error.received = received
        report_end(self._what, error)
        return error

    def _conceal(self) -> None:
        """Remove the key, if the service repeats it, from what the error has been made of."""
        conceal(self.response)
        self.forget()

    def audio(self, chunks: io.BytesIO) -> Audio:
        """Return the audio made of the chunks that `feed` returned."""
        data, (container, encoding, rate, bit_rate) = self.joined(chunks)
        ids, said = (self.request_id, self.file_id), self.response
        return Audio(data, container or "raw", encoding, rate, bit_rate, *ids, said.headers, said.status_code)


def failure(error: Exception | None, incomplete: IncompleteAudioError) -> CartesiaError:
    """Return the error for a body whose transfer failed, or ended too early.

    Args:
        error: Why it failed; None if it ended.
        incomplete: What arrived.
    """
    text = str(incomplete)
    if isinstance(error, httpx.StreamError):
        return InvalidRequestError(f"{text.partition(': ')[0]}: the audio was read already, or the stream is closed")
    if not isinstance(error, httpx.TimeoutException):
        return incomplete
    late = APITimeoutError(text, received=incomplete.received)
    late.request, late.may_be_billed = incomplete.request, incomplete.may_be_billed
    return late
