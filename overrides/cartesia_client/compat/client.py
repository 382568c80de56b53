"""The clients with the spellings of versions 1 and 2 of the official library."""

from __future__ import annotations

import enum
import os
from typing import TYPE_CHECKING, Any

from cartesia_io.later import httpx

from .notices import deprecated
from .others import (
    ApiStatus,
    AsyncInfill,
    AsyncVoiceChanger,
    Auth,
    Infill,
    VoiceChanger,
)
from .stt import STT, AsyncSTT
from .tts import TTS, AsyncTTS
from .voices import AsyncVoices, Voices

if TYPE_CHECKING:
    from cartesia_api.v2024_11_13.client import AsyncCartesia as _AsyncClient
    from cartesia_api.v2024_11_13.client import Cartesia as _Client
else:
    from ..client import AsyncCartesia as _AsyncClient
    from ..client import Cartesia as _Client

VERSION = "2024-11-13"
"""What version 2 sends. It has embeddings, as version 1 does, and all that both of them know."""


class CartesiaEnvironment(enum.Enum):
    """The addresses of the service, as in version 2."""

    PRODUCTION = "https://api.cartesia.ai"


def _settings(given: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments of a client of today."""
    options = dict(given)
    environment, client = options.pop("environment", None), options.pop("httpx_client", None)
    options.pop("follow_redirects", None)  # redirects are never followed: the key would go along
    connections = options.pop("max_num_connections", None)
    url = options.get("base_url") or (environment.value if environment else None) or os.environ.get("CARTESIA_BASE_URL")
    if url is not None:
        # Version 1 takes an address without a scheme, version 2 that of a socket.
        host = str(url).replace("wss://", "https://", 1).replace("ws://", "http://", 1)
        options["base_url"] = host if "://" in host else f"https://{host}"
    if client is not None:
        deprecated("httpx_client=...", "http_client=...")
        options["http_client"] = client
    if connections is not None:
        deprecated("max_num_connections=...", "limits=httpx.Limits(max_connections=...)")
        options["limits"] = httpx.Limits(max_connections=connections)
    if options.get("timeout", 0) is None and "timeout" in given:
        del options["timeout"]  # version 2: the default
    return {"version": os.environ.get("CARTESIA_VERSION") or VERSION, **options}


class Cartesia(_Client):
    """The client with the spellings of versions 1 and 2 of the official library; those of today work, too.

    Args:
        **options: Those of `cartesia_client.Cartesia`, and of version 2: `environment`, `httpx_client`, `follow_redirects`
            (ignored) and `max_num_connections`. `version` is 2024-11-13 by default, or CARTESIA_VERSION.
    """

    if TYPE_CHECKING:

        def __new__(cls, **options: Any) -> Cartesia: ...

    def __init__(self, **options: Any) -> None:
        super().__init__(**_settings(options))

    @property
    def tts(self) -> TTS:  # type: ignore[override]
        """Text to speech."""
        return TTS(super().tts, self)

    @property
    def stt(self) -> STT:  # type: ignore[override]
        """Speech to text."""
        return STT(super().stt, self)

    @property
    def voices(self) -> Voices:  # type: ignore[override]
        """Voices."""
        return Voices(super().voices, self)

    @property
    def voice_changer(self) -> VoiceChanger:  # type: ignore[override]
        """The voice changer."""
        return VoiceChanger(super().voice_changer, self)

    @property
    def infill(self) -> Infill:
        """Filling gaps."""
        return Infill(self)

    @property
    def auth(self) -> Auth:
        """Access tokens."""
        return Auth(self)

    @property
    def api_status(self) -> ApiStatus:
        """The status of the API."""
        return ApiStatus(self)


class AsyncCartesia(_AsyncClient):
    """The asyncio client with the spellings of versions 1 and 2. It takes the arguments of Cartesia."""

    if TYPE_CHECKING:

        def __new__(cls, **options: Any) -> AsyncCartesia: ...

    def __init__(self, **options: Any) -> None:
        super().__init__(**_settings(options))

    @property
    def tts(self) -> AsyncTTS:  # type: ignore[override]
        """Text to speech."""
        return AsyncTTS(super().tts, self)

    @property
    def stt(self) -> AsyncSTT:  # type: ignore[override]
        """Speech to text."""
        return AsyncSTT(super().stt, self)

    @property
    def voices(self) -> AsyncVoices:  # type: ignore[override]
        """Voices."""
        return AsyncVoices(super().voices, self)

    @property
    def voice_changer(self) -> AsyncVoiceChanger:  # type: ignore[override]
        """The voice changer."""
        return AsyncVoiceChanger(super().voice_changer, self)

    @property
    def infill(self) -> AsyncInfill:
        """Filling gaps."""
        return AsyncInfill(self)

    @property
    def auth(self) -> Auth:
        """Access tokens."""
        return Auth(self)

    @property
    def api_status(self) -> ApiStatus:
        """The status of the API."""
        return ApiStatus(self)
