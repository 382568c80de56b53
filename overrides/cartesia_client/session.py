"""The verbs behind the emitted methods: call, nothing, read (stream, text), pages, events. Sync twin, then async twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar, overload

import httpx
from cartesia_api.resources._base import CallOptions
from cartesia_api.types import Unset

from .audio.formats import AudioFormat
from .audio.result import Audio
from .audio.stream import AsyncAudioStream, AudioStream
from .errors import APIResponseValidationError
from .http.event_stream import AsyncEventStream, Decode, EventStream
from .http.pages import AsyncPage, AsyncPager, Page
from .http.policy import OPTIONS
from .responses import describe_request, one_line, read_body

if TYPE_CHECKING:
    import ssl

    from cartesia_api.resources._base import SocketOptions

    from .http.policy import RequestPolicy
    from .http.transport import AsyncHTTP, SyncHTTP
    from .sockets.stt import AsyncSTTWebsocket, STTWebsocket
    from .sockets.tts import AsyncTTSWebsocket, TTSWebsocket

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Arguments = dict[str, Any]
"""What a generated `_get_kwargs` gives: method, url, params, json, headers, files."""


class _Client(Protocol):
    """What a session uses of its client, whichever the colour."""

    _policy: RequestPolicy

    def _tls(self) -> ssl.SSLContext: ...


class SyncClient(_Client, Protocol):
    """What a session uses of a Cartesia."""

    def get_httpx_client(self) -> SyncHTTP: ...


class AsyncClient(_Client, Protocol):
    """What a session uses of an AsyncCartesia."""

    def get_async_httpx_client(self) -> AsyncHTTP: ...


class Parse(Protocol[T_co]):
    """A generated `_parse_response`."""

    def __call__(self, *, client: Any, response: httpx.Response) -> T_co | None: ...


def parsed(parse: Parse[T], client: Any, response: httpx.Response) -> T:
    """The typed content of a success."""
    what, result, why = describe_request(response.request), None, ""
    try:
        result = parse(client=client, response=response)
        why = f"a body with status {response.status_code} is not described"
    except KeyError as error:
        why = f"the field {error} is missing"
    except (TypeError, ValueError, AttributeError) as error:
        why = one_line(str(error))
    if result is None:
        raise APIResponseValidationError(
            f"{what}: the answer is not what the API promises: {why}", response=response, body=read_body(response)
        )
    return result


def _merged(defaults: CallOptions, options: CallOptions) -> CallOptions:
    """The options of a call, completed from those of `with_options`."""
    return CallOptions(
        defaults.timeout if isinstance(options.timeout, Unset) else options.timeout,
        defaults.max_retries if isinstance(options.max_retries, Unset) else options.max_retries,
        _headers(defaults, options),
        options.extra_query,
    )


def _headers(defaults: CallOptions, options: CallOptions | SocketOptions) -> dict[str, str]:
    """Return the headers of a call, which win over those of `with_options`."""
    return {**(defaults.extra_headers or {}), **(options.extra_headers or {})}


def _what(arguments: Mapping[str, Any]) -> str:
    return f"{arguments['method'].upper()} {arguments['url']}"


class Session:
    """What a resource method hands its request to."""

    def __init__(self, client: SyncClient, defaults: CallOptions = CallOptions()) -> None:  # noqa: B008  # immutable
        self.client = client
        self.defaults = defaults

    def send(self, arguments: Arguments, options: CallOptions, *, stream: bool = False) -> httpx.Response:
        http = self.client.get_httpx_client()
        extensions = {OPTIONS: _merged(self.defaults, options)}
        return http.send(http.build_request(**arguments, extensions=extensions), stream=stream)

    def call(self, arguments: Arguments, parse: Parse[T], options: CallOptions) -> T:
        return parsed(parse, self.client, self.send(arguments, options))

    def nothing(self, arguments: Arguments, options: CallOptions) -> None:
        self.send(arguments, options)

    def stream(self, arguments: Arguments, output_format: Any, options: CallOptions) -> AudioStream:
        def open_() -> httpx.Response:
            return self.send(arguments, options, stream=True)

        return AudioStream(open_, AudioFormat.of(output_format), _what(arguments))

    def read(self, arguments: Arguments, output_format: Any, options: CallOptions) -> Audio:
        with self.stream(arguments, output_format, options) as audio:
            return audio.read()

    def text(self, arguments: Arguments, options: CallOptions) -> str:
        return self.send(arguments, options).text

    def events(self, arguments: Arguments, decode: Decode, options: CallOptions) -> EventStream[Any]:
        return EventStream(self.send(arguments, options, stream=True), decode, _what(arguments))

    @overload
    def socket(
        self, channel: Literal["tts.websocket"], query: Mapping[str, Any], options: SocketOptions
    ) -> TTSWebsocket: ...
    @overload
    def socket(
        self,
        channel: Literal["stt.manual_finalize", "stt.auto_finalize"],
        query: Mapping[str, Any],
        options: SocketOptions,
    ) -> STTWebsocket: ...
    def socket(self, channel: str, query: Mapping[str, Any], options: SocketOptions) -> TTSWebsocket | STTWebsocket:
        """Return the socket of a channel. It opens on entering its context."""
        from .sockets.connect import Handshake

        options = options._replace(extra_headers=_headers(self.defaults, options))
        handshake = Handshake.of(self.client._policy.contract, channel, query, options)
        if channel == "tts.websocket":
            from .sockets.tts import TTSWebsocket

            return TTSWebsocket(self.client._policy, self.client._tls, handshake)
        from .sockets.stt import STTWebsocket

        return STTWebsocket(self.client._policy, self.client._tls, handshake)

    def pages(self, arguments: Arguments, parse: Callable[..., Any], options: CallOptions) -> Page[Any]:
        def fetch(params: Mapping[str, Any]) -> Page[Any]:
            response = self.send({**arguments, "params": params}, options)
            return Page(parsed(parse, self.client, response), params, fetch)

        return fetch(arguments.get("params", {}))


class AsyncSession:
    """What a resource method hands its request to."""

    def __init__(self, client: AsyncClient, defaults: CallOptions = CallOptions()) -> None:  # noqa: B008  # immutable
        self.client = client
        self.defaults = defaults

    async def send(self, arguments: Arguments, options: CallOptions, *, stream: bool = False) -> httpx.Response:
        http = self.client.get_async_httpx_client()
        extensions = {OPTIONS: _merged(self.defaults, options)}
        return await http.send(http.build_request(**arguments, extensions=extensions), stream=stream)

    async def call(self, arguments: Arguments, parse: Parse[T], options: CallOptions) -> T:
        return parsed(parse, self.client, await self.send(arguments, options))

    async def nothing(self, arguments: Arguments, options: CallOptions) -> None:
        await self.send(arguments, options)

    def stream(self, arguments: Arguments, output_format: Any, options: CallOptions) -> AsyncAudioStream:
        async def open_() -> httpx.Response:
            return await self.send(arguments, options, stream=True)

        return AsyncAudioStream(open_, AudioFormat.of(output_format), _what(arguments))

    async def read(self, arguments: Arguments, output_format: Any, options: CallOptions) -> Audio:
        async with self.stream(arguments, output_format, options) as audio:
            return await audio.read()

    async def text(self, arguments: Arguments, options: CallOptions) -> str:
        return (await self.send(arguments, options)).text

    async def events(self, arguments: Arguments, decode: Decode, options: CallOptions) -> AsyncEventStream[Any]:
        return AsyncEventStream(await self.send(arguments, options, stream=True), decode, _what(arguments))

    @overload
    def socket(
        self, channel: Literal["tts.websocket"], query: Mapping[str, Any], options: SocketOptions
    ) -> AsyncTTSWebsocket: ...
    @overload
    def socket(
        self,
        channel: Literal["stt.manual_finalize", "stt.auto_finalize"],
        query: Mapping[str, Any],
        options: SocketOptions,
    ) -> AsyncSTTWebsocket: ...
    def socket(
        self, channel: str, query: Mapping[str, Any], options: SocketOptions
    ) -> AsyncTTSWebsocket | AsyncSTTWebsocket:
        """Return the socket of a channel. It opens on entering its context."""
        from .sockets.connect import Handshake

        options = options._replace(extra_headers=_headers(self.defaults, options))
        handshake = Handshake.of(self.client._policy.contract, channel, query, options)
        if channel == "tts.websocket":
            from .sockets.tts import AsyncTTSWebsocket

            return AsyncTTSWebsocket(self.client._policy, self.client._tls, handshake)
        from .sockets.stt import AsyncSTTWebsocket

        return AsyncSTTWebsocket(self.client._policy, self.client._tls, handshake)

    def pages(self, arguments: Arguments, parse: Callable[..., Any], options: CallOptions) -> AsyncPager[Any]:
        async def fetch(params: Mapping[str, Any]) -> AsyncPage[Any]:
            response = await self.send({**arguments, "params": params}, options)
            return AsyncPage(parsed(parse, self.client, response), params, fetch)

        return AsyncPager(lambda: fetch(arguments.get("params", {})))
