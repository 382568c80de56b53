"""The small resources of version 2: `voice_changer`, `infill`, `auth` and `api_status`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

from .adapter import Adapter
from .failures import raised_as
from .fields import Output
from .notices import deprecated
from .requests import options


def _call(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of a call of today."""
    given = dict(fields)
    extra = options(given.pop("request_options", None))
    return {**{name: value for name, value in given.items() if value is not None}, **extra}


def _infill(fields: Mapping[str, Any]) -> dict[str, Any]:
    deprecated("infill.bytes(...)", "client.tts.infill(...)")
    given = _call(fields)
    parts = [name for name in given if name.startswith("output_format_")]
    output_format = {name.removeprefix("output_format_"): given.pop(name) for name in parts}
    return {**given, "output_format": output_format}


class VoiceChanger(Adapter):
    """The voice changer."""

    def bytes(self, **fields: Any) -> Iterator[bytes]:
        """Yield the audio in chunks."""
        deprecated("voice_changer.bytes(...)", "client.voice_changer.generate(...)")
        with self._resource.generate_stream(**_call(fields)) as audio:
            yield from audio

    def sse(self, **fields: Any) -> Iterator[Output]:
        """Yield what arrives."""
        deprecated("voice_changer.sse(...)", "client.voice_changer.generate_sse(...)")
        with raised_as(RuntimeError):
            yield from map(Output.of, self._resource.generate_sse(**_call(fields)))


class Infill:
    """Filling gaps."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def bytes(self, **fields: Any) -> Iterator[bytes]:
        """Yield the audio in chunks."""
        with self._client.tts.infill_stream(**_infill(fields)) as audio:
            yield from audio


class Auth:
    """Access tokens. Of an asyncio client, await what the method returns."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def access_token(self, **fields: Any) -> Any:
        """Make a short-lived access token."""
        deprecated("auth.access_token(...)", "client.access_token.create(...)")
        return self._client.access_token.create(**_call(fields))


class ApiStatus:
    """The status of the API. Of an asyncio client, await what the method returns."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def get(self, **fields: Any) -> Any:
        """Return the status of the API."""
        deprecated("api_status.get()", "client.get_status()")
        return self._client.get_status(**_call(fields))


class AsyncVoiceChanger(Adapter):
    """The voice changer, for asyncio."""

    async def bytes(self, **fields: Any) -> AsyncIterator[bytes]:
        """Yield the audio in chunks."""
        deprecated("voice_changer.bytes(...)", "await client.voice_changer.generate(...)")
        async with self._resource.generate_stream(**_call(fields)) as audio:
            async for chunk in audio:
                yield chunk

    async def sse(self, **fields: Any) -> AsyncIterator[Output]:
        """Yield what arrives."""
        deprecated("voice_changer.sse(...)", "await client.voice_changer.generate_sse(...)")
        with raised_as(RuntimeError):
            async for event in await self._resource.generate_sse(**_call(fields)):
                yield Output.of(event)


class AsyncInfill:
    """Filling gaps, for asyncio."""

    def __init__(self, client: Any) -> None:
        self._client = client

    async def bytes(self, **fields: Any) -> AsyncIterator[bytes]:
        """Yield the audio in chunks."""
        async with self._client.tts.infill_stream(**_infill(fields)) as audio:
            async for chunk in audio:
                yield chunk
