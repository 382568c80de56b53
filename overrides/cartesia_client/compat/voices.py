"""`client.voices` with the spellings of versions 1 and 2. Sync, then async."""

from __future__ import annotations

import builtins
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from . import names
from .adapter import Adapter
from .fields import Fields
from .notices import deprecated
from .pager import AsyncPager, Pager
from .requests import OLDEST_WITHOUT_EMBEDDINGS, RequestOptions

if TYPE_CHECKING:
    from cartesia_api.v2024_11_13.resources.voices import AsyncVoicesResource, VoicesResource

    class _Voices(Adapter, VoicesResource): ...

    class _AsyncVoices(Adapter, AsyncVoicesResource): ...

else:
    _Voices = _AsyncVoices = Adapter

Find = Callable[[str], list[float]]
CLONE = "client.voices.clone(clip=Path('a.wav'), name=..., language=...)"


def _cloned(filepath: Any, fields: Mapping[str, Any]) -> tuple[bool, dict[str, Any]]:
    """Return whether the embedding is asked for, and the arguments, of a clone as in version 1."""
    deprecated("voices.clone(filepath=...)", CLONE)
    given = {name: value for name, value in fields.items() if value is not None and name != "transcript"}
    if given.get("mode", "clip") == "clip":
        return True, {"enhance": given.get("enhance", True)}
    return False, {"language": "en", "enhance": True, **given}


class Voice(Fields):
    """A voice: its fields are attributes, as in version 2, and entries of a mapping, as in version 1.

    `voice["embedding"]` is always there, as in version 1: the first use asks for the list of voices with their embeddings.
    """

    id: str
    name: str
    description: str
    language: str
    created_at: datetime
    is_owner: bool | None
    is_public: bool | None
    is_starred: bool | None
    user_id: str | None
    embedding: builtins.list[float] | None
    _find: Find | None = None

    @classmethod
    def of(cls, voice: Any, find: Find | None) -> Voice:
        """Return what versions 1 and 2 make of a voice."""
        made = cls({name: getattr(voice, name) for name in voice.to_dict()})
        object.__setattr__(made, "_find", find)
        return made

    def __missing__(self, name: str) -> Any:
        """Return the embedding. Python asks for it when there is none yet."""
        if name != "embedding" or self._find is None:
            raise KeyError(name)
        self[name] = self._find(self.id)
        return self[name]

    def __contains__(self, name: object) -> bool:
        """Return whether there is such a field; the embedding may be there without having been asked for."""
        return super().__contains__(name) or (name == "embedding" and self._find is not None)

    def get(self, name: str, default: Any = None) -> Any:
        """Return a field, or the default. The embedding is asked for, as by `voice["embedding"]`."""
        try:
            return self[name]
        except KeyError:
            return default


class Voices(_Voices):
    """Voices."""

    def get(self, id: str, *, request_options: RequestOptions | None = None, **fields: Any) -> Voice:  # type: ignore[override]
        """Look up one voice."""
        deprecated("voices.get(id=...)", "client.voices.get('...')")
        return Voice.of(self._calls.get(id, **fields, request_options=request_options), self._finder())

    def list(self, *, request_options: RequestOptions | None = None, **fields: Any) -> Pager[Voice]:  # type: ignore[override]
        """List voices. Arguments as with the method of today."""
        found = self._calls.list(**fields, request_options=request_options)
        return Pager(found, partial(Voice.of, find=self._finder()))

    def _finder(self) -> Find | None:
        return cache(self._find) if self._client.version < OLDEST_WITHOUT_EMBEDDINGS else None

    def _find(self, id: str) -> builtins.list[float]:
        """Return the embedding of a voice, from the list of voices, which may have them on request where a single one has not."""
        for voice in self._resource.list(limit=100, expand=["embedding"]):
            if voice.id == id and voice.embedding:
                return list(voice.embedding)
        raise KeyError("embedding")

    def clone(self, filepath: str | os.PathLike[str] | None = None, **fields: Any) -> Any:
        """Clone a voice. With `filepath`, as in version 1: return the embedding, or with a `mode` the voice."""
        if filepath is None:
            return self._calls.clone(**fields)
        as_embedding, given = _cloned(filepath, fields)
        with open(filepath, "rb") as clip:
            if not as_embedding:
                return self._calls.clone(clip=clip, **given)
            return self._calls.clone_clip(clip=clip, **given).embedding

    def mix(self, voices: Sequence[Any], *, request_options: RequestOptions | None = None) -> Any:  # type: ignore[override]
        """Return the embedding of a mix of voices; it has itself as the attribute `embedding`, as in version 2."""
        return Embedding(self._calls.mix(voices=voices, request_options=request_options).embedding)


class AsyncVoices(_AsyncVoices):
    """Voices, for asyncio."""

    async def get(self, id: str, *, request_options: RequestOptions | None = None, **fields: Any) -> Voice:  # type: ignore[override]
        """Look up one voice."""
        deprecated("voices.get(id=...)", "await client.voices.get('...')")
        return Voice.of(await self._calls.get(id, **fields, request_options=request_options), None)

    def list(self, *, request_options: RequestOptions | None = None, **fields: Any) -> AsyncPager[Voice]:  # type: ignore[override]
        """List voices. Arguments as with the method of today."""
        return AsyncPager(self._calls.list(**fields, request_options=request_options), partial(Voice.of, find=None))

    async def clone(self, filepath: str | os.PathLike[str] | None = None, **fields: Any) -> Any:
        """Clone a voice, as Voices does."""
        if filepath is None:
            return await self._calls.clone(**fields)
        as_embedding, given = _cloned(filepath, fields)
        with open(filepath, "rb") as clip:
            if not as_embedding:
                return await self._calls.clone(clip=clip, **given)
            return (await self._calls.clone_clip(clip=clip, **given)).embedding

    async def mix(self, voices: Sequence[Any], *, request_options: RequestOptions | None = None) -> Any:  # type: ignore[override]
        """Return the embedding of a mix of voices, as Voices does."""
        return Embedding((await self._calls.mix(voices=voices, request_options=request_options)).embedding)


class Embedding(list[float]):
    """An embedding: a list as in version 1, and an object that has it as in version 2."""

    @property
    def embedding(self) -> Embedding:
        """Return the list itself."""
        return self


def __getattr__(name: str) -> Any:
    return names.find(__name__, name)
