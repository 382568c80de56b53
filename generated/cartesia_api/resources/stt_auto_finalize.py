# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.stt.auto_finalize`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..arguments import check, omitting
from ..options import SocketOptions
from ..reconnecting import reconnecting
from ..resource import AsyncResource, Resource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Literal

    from cartesia_client.sockets.stt import AsyncSTTWebsocket, STTWebsocket

    from ..models.stt_auto_finalize_model import STTAutoFinalizeModel
    from ..models.stt_encoding import STTEncoding
    from ..official_types import (
        ReconnectingEvent,
        ReconnectingOverrides,
        WebSocketConnectionOptions,
    )


class SttAutoFinalizeResource(Resource):
    """Methods of `client.stt.auto_finalize`."""

    @omitting
    def websocket(
        self,
        *,
        model: STTAutoFinalizeModel | str,
        encoding: STTEncoding,
        sample_rate: int,
        keyterm: Sequence[str] | Unset = UNSET,
        turn_start_threshold: float | Unset = UNSET,
        turn_eager_end_threshold: float | Unset = UNSET,
        turn_end_threshold: float | Unset = UNSET,
        turn_end_timeout_ms: float | Unset = UNSET,
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

        Live transcription in which the service finds the turns of the speaker. Audio goes in as
        binary frames, commands as JSON in text frames, answers come as JSON, `connected` first.
        Audio must go on during silence. English only.

        Args:
            model: Model that listens.
            encoding: How one sample of the audio is written.
            sample_rate: Samples per second of the audio, in Hz; 16000 is best.
            keyterm: A word or phrase to listen for; repeat it for more, 100 at most, of 1200
                characters together.
            turn_start_threshold: How sure the service must be of speech for a turn to begin;
                above the eager end (0.5 to 0.9; the service's default is 0.8).
            turn_eager_end_threshold: Below this the turn may have ended; between the other two
                (0.3 to 0.6; the service's default is 0.4).
            turn_end_threshold: Below this the turn has ended; below the eager end (0.05 to 0.5;
                the service's default is 0.2).
            turn_end_timeout_ms: Milliseconds after the last speech at which a turn ends at the
                latest (640 to 11200; the service's default is 5600).
            websocket_auth: Where the handshake carries the credential; "headers" keeps it out of
                proxy logs.
            timeout: Seconds that an attempt to open the socket may take; None means no limit.
                Default: 10.
            extra_headers: Headers to add to the handshake.
            extra_query: Query parameters to add to the handshake.
            websocket_connection_options: Options of the library under the socket: compression,
                extensions, max_queue, max_size, subprotocols, write_limit.
            on_reconnecting: Called before each attempt to open the session again when its
                connection is lost; it may return what to change, or abort. Frames that were not
                sent then follow on the new connection. What was sent and not yet transcribed is
                lost, and is not sent again. Without it, a session that breaks is an error, as is
                one whose input had been ended.
            max_retries: With on_reconnecting: attempts to open the session again, one after the
                other.
            initial_delay: With on_reconnecting: seconds before the first attempt, doubled with
                each one.
            max_delay: With on_reconnecting: the most seconds before an attempt.
            max_queue_size: With on_reconnecting: bytes that may wait to be sent meanwhile;
                WebSocketQueueFullError beyond.

        Raises:
            InvalidRequestError: An argument is invalid, or the client is closed. Nothing has been
                sent.
            APIStatusError: On entering: the service rejected the socket; see the subclass.
            APIConnectionError: On entering: there was no connection, or none in time
                (APITimeoutError).
        """
        check(
            "the WebSocket stt.auto_finalize",
            ("model", model, "str"),
            ("encoding", encoding, "str"),
            ("sample_rate", sample_rate, "int"),
            ("keyterm", keyterm, "list | None"),
            ("turn_start_threshold", turn_start_threshold, "float | None"),
            ("turn_eager_end_threshold", turn_eager_end_threshold, "float | None"),
            ("turn_end_threshold", turn_end_threshold, "float | None"),
            ("turn_end_timeout_ms", turn_end_timeout_ms, "float | None"),
        )
        return self._session.socket(
            "stt.auto_finalize",
            {
                "model": model,
                "encoding": encoding,
                "sample_rate": sample_rate,
                "keyterm": keyterm,
                "turn_start_threshold": turn_start_threshold,
                "turn_eager_end_threshold": turn_eager_end_threshold,
                "turn_end_threshold": turn_end_threshold,
                "turn_end_timeout_ms": turn_end_timeout_ms,
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


class AsyncSttAutoFinalizeResource(AsyncResource):
    """Methods of `client.stt.auto_finalize`."""

    @omitting
    def websocket(
        self,
        *,
        model: STTAutoFinalizeModel | str,
        encoding: STTEncoding,
        sample_rate: int,
        keyterm: Sequence[str] | Unset = UNSET,
        turn_start_threshold: float | Unset = UNSET,
        turn_eager_end_threshold: float | Unset = UNSET,
        turn_end_threshold: float | Unset = UNSET,
        turn_end_timeout_ms: float | Unset = UNSET,
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

        Live transcription in which the service finds the turns of the speaker. Audio goes in as
        binary frames, commands as JSON in text frames, answers come as JSON, `connected` first.
        Audio must go on during silence. English only.

        Args:
            model: Model that listens.
            encoding: How one sample of the audio is written.
            sample_rate: Samples per second of the audio, in Hz; 16000 is best.
            keyterm: A word or phrase to listen for; repeat it for more, 100 at most, of 1200
                characters together.
            turn_start_threshold: How sure the service must be of speech for a turn to begin;
                above the eager end (0.5 to 0.9; the service's default is 0.8).
            turn_eager_end_threshold: Below this the turn may have ended; between the other two
                (0.3 to 0.6; the service's default is 0.4).
            turn_end_threshold: Below this the turn has ended; below the eager end (0.05 to 0.5;
                the service's default is 0.2).
            turn_end_timeout_ms: Milliseconds after the last speech at which a turn ends at the
                latest (640 to 11200; the service's default is 5600).
            websocket_auth: Where the handshake carries the credential; "headers" keeps it out of
                proxy logs.
            timeout: Seconds that an attempt to open the socket may take; None means no limit.
                Default: 10.
            extra_headers: Headers to add to the handshake.
            extra_query: Query parameters to add to the handshake.
            websocket_connection_options: Options of the library under the socket: compression,
                extensions, max_queue, max_size, subprotocols, write_limit.
            on_reconnecting: Called before each attempt to open the session again when its
                connection is lost; it may return what to change, or abort. Frames that were not
                sent then follow on the new connection. What was sent and not yet transcribed is
                lost, and is not sent again. Without it, a session that breaks is an error, as is
                one whose input had been ended.
            max_retries: With on_reconnecting: attempts to open the session again, one after the
                other.
            initial_delay: With on_reconnecting: seconds before the first attempt, doubled with
                each one.
            max_delay: With on_reconnecting: the most seconds before an attempt.
            max_queue_size: With on_reconnecting: bytes that may wait to be sent meanwhile;
                WebSocketQueueFullError beyond.

        Raises:
            InvalidRequestError: An argument is invalid, or the client is closed. Nothing has been
                sent.
            APIStatusError: On entering: the service rejected the socket; see the subclass.
            APIConnectionError: On entering: there was no connection, or none in time
                (APITimeoutError).
        """
        check(
            "the WebSocket stt.auto_finalize",
            ("model", model, "str"),
            ("encoding", encoding, "str"),
            ("sample_rate", sample_rate, "int"),
            ("keyterm", keyterm, "list | None"),
            ("turn_start_threshold", turn_start_threshold, "float | None"),
            ("turn_eager_end_threshold", turn_eager_end_threshold, "float | None"),
            ("turn_end_threshold", turn_end_threshold, "float | None"),
            ("turn_end_timeout_ms", turn_end_timeout_ms, "float | None"),
        )
        return self._session.socket(
            "stt.auto_finalize",
            {
                "model": model,
                "encoding": encoding,
                "sample_rate": sample_rate,
                "keyterm": keyterm,
                "turn_start_threshold": turn_start_threshold,
                "turn_eager_end_threshold": turn_eager_end_threshold,
                "turn_end_threshold": turn_end_threshold,
                "turn_end_timeout_ms": turn_end_timeout_ms,
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
