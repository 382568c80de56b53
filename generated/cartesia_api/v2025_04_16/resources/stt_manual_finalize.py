# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.stt.manual_finalize`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...arguments import check, omitting
from ...options import SocketOptions
from ...reconnecting import reconnecting
from ...resource import AsyncResource, Resource
from ...types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Literal

    from cartesia_client.sockets.stt import AsyncSTTWebsocket, STTWebsocket

    from ...models.stt_encoding import STTEncoding
    from ...models.stt_language import STTLanguage
    from ...official_types import (
        ReconnectingEvent,
        ReconnectingOverrides,
        WebSocketConnectionOptions,
    )


class SttManualFinalizeResource(Resource):
    """Methods of `client.stt.manual_finalize`."""

    @omitting
    def websocket(
        self,
        *,
        model: str,
        encoding: STTEncoding,
        sample_rate: int,
        language: STTLanguage | str | Unset = UNSET,
        min_volume: float | Unset = UNSET,
        max_silence_duration_secs: float | Unset = UNSET,
        websocket_auth: Literal["query", "headers"] = "query",
        timeout: float | None = 10.0,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
        on_reconnecting: Callable[[ReconnectingEvent], ReconnectingOverrides | None] | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 1_048_576,
    ) -> STTWebsocket:
        """Return a socket as a context manager; it opens on entering.

        Live transcription. Audio goes in as binary frames, commands as bare words in text frames,
        answers come as JSON. Without audio for 20 seconds, the socket is closed.

        Args:
            model: Model that listens.
            encoding: How one sample of the audio is written.
            sample_rate: Samples per second of the audio, in Hz; 16000 is best.
            language: Language that is spoken (the service's default is en).
            min_volume: Loudness, from 0 to 1, below which there is silence; for ink-whisper (0 to
                1).
            max_silence_duration_secs: Seconds of silence after which an utterance ends; for
                ink-whisper.
            websocket_auth: Where the handshake carries the credential; "headers" keeps it out of
                proxy logs.
        """
        check(
            "the WebSocket stt.manual_finalize",
            ("model", model, "str"),
            ("encoding", encoding, "str"),
            ("sample_rate", sample_rate, "int"),
            ("language", language, "str | None"),
            ("min_volume", min_volume, "float | None"),
            ("max_silence_duration_secs", max_silence_duration_secs, "float | None"),
        )
        return self._session.socket(
            "stt.manual_finalize",
            {
                "model": model,
                "encoding": encoding,
                "sample_rate": sample_rate,
                "language": language,
                "min_volume": min_volume,
                "max_silence_duration_secs": max_silence_duration_secs,
            },
            SocketOptions(
                websocket_auth,
                timeout,
                extra_headers,
                extra_query,
                websocket_connection_options=websocket_connection_options,
                reconnecting=reconnecting(
                    on_reconnecting, max_retries, initial_delay, max_delay, max_queue_size
                ),
            ),
        )


class AsyncSttManualFinalizeResource(AsyncResource):
    """Methods of `client.stt.manual_finalize`."""

    @omitting
    def websocket(
        self,
        *,
        model: str,
        encoding: STTEncoding,
        sample_rate: int,
        language: STTLanguage | str | Unset = UNSET,
        min_volume: float | Unset = UNSET,
        max_silence_duration_secs: float | Unset = UNSET,
        websocket_auth: Literal["query", "headers"] = "query",
        timeout: float | None = 10.0,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
        on_reconnecting: Callable[[ReconnectingEvent], ReconnectingOverrides | None] | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 1_048_576,
    ) -> AsyncSTTWebsocket:
        """Return a socket as a context manager; it opens on entering.

        Live transcription. Audio goes in as binary frames, commands as bare words in text frames,
        answers come as JSON. Without audio for 20 seconds, the socket is closed.

        Args:
            model: Model that listens.
            encoding: How one sample of the audio is written.
            sample_rate: Samples per second of the audio, in Hz; 16000 is best.
            language: Language that is spoken (the service's default is en).
            min_volume: Loudness, from 0 to 1, below which there is silence; for ink-whisper (0 to
                1).
            max_silence_duration_secs: Seconds of silence after which an utterance ends; for
                ink-whisper.
            websocket_auth: Where the handshake carries the credential; "headers" keeps it out of
                proxy logs.
        """
        check(
            "the WebSocket stt.manual_finalize",
            ("model", model, "str"),
            ("encoding", encoding, "str"),
            ("sample_rate", sample_rate, "int"),
            ("language", language, "str | None"),
            ("min_volume", min_volume, "float | None"),
            ("max_silence_duration_secs", max_silence_duration_secs, "float | None"),
        )
        return self._session.socket(
            "stt.manual_finalize",
            {
                "model": model,
                "encoding": encoding,
                "sample_rate": sample_rate,
                "language": language,
                "min_volume": min_volume,
                "max_silence_duration_secs": max_silence_duration_secs,
            },
            SocketOptions(
                websocket_auth,
                timeout,
                extra_headers,
                extra_query,
                websocket_connection_options=websocket_connection_options,
                reconnecting=reconnecting(
                    on_reconnecting, max_retries, initial_delay, max_delay, max_queue_size
                ),
            ),
        )
