"""What sockets and event streams of versions 1 and 2 yield: read as a mapping, as version 1 does, or by attribute, as 2 does."""

from __future__ import annotations

import builtins
import json
from base64 import b64encode
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

_SCALARS = ("context_id", "flush_id", "flush_done", "status_code", "done", "step_time")


class Fields(dict[str, Any]):
    """A mapping whose entries are attributes, too. A field that the class names and that is absent reads as None."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if dict.__contains__(self, name):
                return self[name]
            if any(name in vars(each).get("__annotations__", ()) for each in type(self).__mro__):
                return None
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)

    def dict(self) -> builtins.dict[str, Any]:
        """Return the entries alone, as the models of version 2 do."""
        return builtins.dict(self)

    def model_dump(self, **options: Any) -> builtins.dict[str, Any]:
        """Return the entries alone. Options of Pydantic have no effect."""
        return self.dict()

    def model_dump_json(self, **options: Any) -> str:
        """Return the entries as JSON: audio in base64, other values as texts. Options of Pydantic have no effect."""
        return json.dumps(
            self, default=lambda value: b64encode(value).decode() if isinstance(value, bytes) else str(value)
        )

    json = model_dump_json


class Times(Fields):
    """The times of words or phonemes, in seconds."""

    words: list[str]
    phonemes: list[str]
    start: list[float]
    end: list[float]


class Output(Fields):
    """A piece of what was generated: audio, or times, or a message.

    Attributes:
        type: "chunk", "timestamps", "phoneme_timestamps", "flush_done" or "done"; None for what was joined.
        audio: Audio.
        word_timestamps: Times of words, with `add_timestamps`.
        phoneme_timestamps: Times of phonemes, with `add_phoneme_timestamps`.
        context_id: The context that it belongs to.
        flush_id: How often the context had been flushed.
        flush_done: Whether this is the end of what was flushed.
    """

    type: str | None
    audio: bytes | None
    word_timestamps: Times | None
    phoneme_timestamps: Times | None
    context_id: str | None
    flush_id: int | None
    flush_done: bool | None
    status_code: int | None
    done: bool | None
    step_time: float | None

    @property
    def data(self) -> str:
        """Return the audio in base64, as version 2 hands it out."""
        return b64encode(self.audio or b"").decode("ascii")

    @classmethod
    def of(cls, event: Any) -> Self:
        """Return what versions 1 and 2 make of an event."""
        made = cls(
            type=getattr(event, "type", None) or ("done" if event.done else "chunk")
        )  # the voice changer names none
        made.update((name, value) for name in _SCALARS if (value := getattr(event, name, None)) is not None)
        if made.type == "chunk":
            made["audio"] = event.data
        for name in ("word_timestamps", "phoneme_timestamps"):
            if (times := getattr(event, name, None)) is not None:
                texts = ("words", "phonemes")[name.startswith("phoneme")]
                made[name] = Times({part: list(getattr(times, part)) for part in (texts, "start", "end")})
        return made

    @classmethod
    def joined(cls, outputs: Iterable[Output], context_id: str | None) -> Self:
        """Return one output with all audio and all times."""
        made = cls(audio=b"", context_id=context_id)
        parts = []
        for each in outputs:
            parts.append(each.audio or b"")
            for name in ("word_timestamps", "phoneme_timestamps"):
                for part, values in (each.get(name) or {}).items():
                    made.setdefault(name, Times()).setdefault(part, []).extend(values)
        made["audio"] = b"".join(parts)
        return made
