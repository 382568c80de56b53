"""One context of the text-to-speech socket: collects the text of its frames and speaks it in a task of its own."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Hashable, Mapping
from typing import Any, Protocol

from starlette.websockets import WebSocketDisconnect

from ..description.errors import STRUCTURED_SINCE, APIError, invalid, not_importable
from ..state.limits import Lease
from ..state.state import State
from ..tts.events import SpeechEvents
from ..tts.request import speed_and_volume
from ..voice.encode import Encoder
from ..voice.pronunciation import PronunciationRules
from ..voice.sound import Timbre
from ..voice.transcript import MAX_TRANSCRIPT, is_speakable

DEFAULT_DELAY_MS = 3000
"""How long text is buffered at most, unless the first frame says otherwise; versions before 2026 speak each frame at once."""
FLUSHES_FROM_ONE_SINCE = "2025-04-16"
"""Client libraries of earlier versions use the number of a flush as an index into a list of queues, which grows by one after
each flush; a message without a number goes to the last queue, even if it belongs before the flush."""
_SENTENCE_END = (*".!?:;", "\u3002", "\uff01", "\uff1f")  # also those of Chinese and Japanese


class ContextOwner(Protocol):
    """What a context needs of its socket."""

    state: State
    version: str

    def forget(self, context: SpeechContext) -> None:
        """Mark a context as ended, and release its lease."""

    async def send(self, name: str | None, kind: str, *, done: bool = False, status: int = 206, **fields: Any) -> None:
        """Send an event of a context."""

    async def fail(self, key: Hashable, name: str | None, error: APIError) -> None:
        """End a context with an error."""


class SpeechContext:
    """One utterance stream.

    Args:
        owner: The socket.
        key: The key of the context on its socket.
        name: Its `context_id`; None for a context without one.
        first: The first frame, whose fields hold for the whole context.
        timbre: The voice.
        pronunciation: The dictionary, if the frame names one.
        lease: Counts the context until it has ended.
    """

    # Text is buffered in `_text` until a sentence ends, a flush or the last frame asks for it, or its time, `_due`, has
    # come. Only the task of the context speaks and sends; the socket puts frames into the inbox and may cancel the task.

    def __init__(
        self,
        owner: ContextOwner,
        key: Hashable,
        name: str | None,
        first: Mapping[str, Any],
        timbre: Timbre,
        pronunciation: PronunciationRules | None,
        lease: Lease,
    ) -> None:
        self.key = key
        self.name = name
        self.lease = lease
        self.closed = False
        """Whether the input has ended."""
        self._owner = owner
        self._fields = dict(first)
        self._timbre = timbre
        self._pronunciation = pronunciation
        self._inbox: asyncio.Queue[Mapping[str, Any]] = asyncio.Queue()
        self._text = ""
        self._due = 0.0
        default = 0 if owner.version < STRUCTURED_SINCE else DEFAULT_DELAY_MS
        self._delay = first.get("max_buffer_delay_ms", default) / 1000
        self._flushes_each = first.get("max_buffer_delay_ms") == 0
        self._sample_rate = int(first["output_format"]["sample_rate"])
        self._events = SpeechEvents(first, Encoder(first["output_format"]), owner.state.pace.start())
        self._flush_id = 0 if owner.version < FLUSHES_FROM_ONE_SINCE else 1
        # Clients of the versions between these dates expect a number only after they have flushed.
        self._sends_flush_id = not FLUSHES_FROM_ONE_SINCE <= owner.version < STRUCTURED_SINCE
        self.task = asyncio.create_task(self._run())

    def put(self, frame: Mapping[str, Any]) -> None:
        """Take the next frame. Of its fields other than the text, only `generation_config` has an effect."""
        if not isinstance(frame.get("transcript", ""), str):
            raise invalid("transcript: must be a string")
        if len(frame.get("transcript", "")) > MAX_TRANSCRIPT:
            raise invalid(f"transcript: this sandbox accepts {MAX_TRANSCRIPT} characters at most")
        self.closed = not frame.get("continue")
        self._inbox.put_nowait(frame)

    async def _run(self) -> None:
        # A client that has left may be noticed anywhere, also when it is sent an error.
        with contextlib.suppress(WebSocketDisconnect):
            try:
                await self._serve()
            except APIError as error:
                await self._owner.fail(self.key, self.name, error)
            except ImportError as error:
                await self._owner.fail(self.key, self.name, not_importable(error))
            except WebSocketDisconnect:
                self._owner.forget(self)
            except Exception:
                await self._owner.fail(
                    self.key, self.name, APIError(500, "The sandbox failed.", title="Internal error")
                )
                raise

    async def _serve(self) -> None:
        """Speak the text of the frames until the last one, or until no frame comes for too long."""
        while True:
            frame = await self._next_frame()
            if frame is not None:
                await self._add(frame)
                if not frame.get("continue"):
                    break
            elif not await self._speak_buffered():
                break
        # The place is free before the client knows that the context is done, and may start the next one.
        self._owner.forget(self)
        await self._owner.send(self.name, "done", done=True)

    async def _next_frame(self) -> Mapping[str, Any] | None:
        """Return the next frame; None when buffered text is due or, without any, when no frame comes for too long."""
        has_text = is_speakable(self._text)
        seconds = self._due - time.monotonic() if has_text else self._owner.state.context_seconds
        try:
            # Not wait_for: in Python 3.11 it takes a frame that comes together with a cancellation, and goes on.
            async with asyncio.timeout(seconds):
                return await self._inbox.get()
        except TimeoutError:
            return None

    async def _add(self, frame: Mapping[str, Any]) -> None:
        """Buffer the text of a frame, speak it if it is time, and confirm a flush."""
        if not is_speakable(self._text):
            self._due = time.monotonic() + self._delay
        self._text += frame.get("transcript", "")
        if frame.get("transcript") and "generation_config" in frame:
            self._fields["generation_config"] = frame["generation_config"]
        last, flush = not frame.get("continue"), bool(frame.get("flush"))
        self._sends_flush_id |= flush
        if last or flush or not self._delay or self._text.rstrip().endswith(_SENTENCE_END):
            spoke = await self._speak_buffered()
            if flush or (self._flushes_each and spoke and not last):
                await self._owner.send(self.name, "flush_done", flush_id=self._flush_id, flush_done=True)
                self._flush_id += 1

    async def _speak_buffered(self) -> bool:
        """Speak the buffered text, and return whether there was any. Punctuation alone stays in the buffer."""
        if not is_speakable(self._text):
            return False
        speed, volume = speed_and_volume(self._fields)
        speech = self._owner.state.engine.speak(
            self._text,
            self._timbre,
            self._sample_rate,
            speed=speed,
            volume=volume,
            pronunciation=self._pronunciation,
            normalized=bool(self._fields.get("use_normalized_timestamps")),
            language=self._fields.get("language") or self._fields.get("locale"),
        )
        flush: dict[str, Any] = {"flush_id": self._flush_id} if self._sends_flush_id else {}
        async for kind, fields in self._events.of(speech):
            await self._owner.send(self.name, kind, **fields, **flush)
        self._text = ""
        return True
