"""How the generated methods send their requests: one verb for each kind of response. Sync twin, then async twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, Protocol, TypeVar, cast, overload

from cartesia_api.bodies import json_field, with_extra_body
from cartesia_api.headers import checked_headers, joined_headers
from cartesia_api.options import OF_SOCKETS, CallOptions, check_options
from cartesia_api.parsing import content_of
from cartesia_api.types import UNSET
from cartesia_io.audio.formats import AudioFormat
from cartesia_io.http.reading import describe_request, read_body, read_text
from cartesia_io.later import httpx
from cartesia_io.text import one_line

from . import versions
from .errors import APIResponseValidationError
from .http.policy import OPTIONS
from .responses import request_id

if TYPE_CHECKING:
    from cartesia_api.options import SocketOptions
    from cartesia_api.pages import AsyncPage, AsyncPager, Page

    from .audio.result import Audio
    from .audio.stream import AsyncAudioStream, AudioStream
    from .http.event_stream import AsyncEventStream, Decode, EventStream
    from .http.transport import AsyncHTTP, SyncHTTP
    from .sockets.agents import AgentStream, AsyncAgentStream  # noqa: F401  # as below
    from .sockets.stt import AsyncSTTWebsocket, STTWebsocket  # noqa: F401  # the bases of the sessions name them

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
STT = TypeVar("STT")
Call = TypeVar("Call")
Query = Mapping[str, Any]
STTChannel = Literal["stt.manual_finalize", "stt.auto_finalize"]
_SOCKETS = {"tts": "TTSWebsocket", "stt": "STTWebsocket", "agents": "AgentStream"}
Arguments = dict[str, Any]
"""What a generated `_get_kwargs` returns: method, url, params, json, headers, files."""


class Parse(Protocol[T_co]):
    """A generated `_parse_response`."""

    def __call__(self, *, client: Any, response: httpx.Response) -> T_co | None: ...


def parsed(parse: Parse[T], client: Any, response: httpx.Response) -> T:
    """Return the typed content of a success.

    Raises:
        APIResponseValidationError: The content is not what the API specifies.
    """
    result, why = content_of(parse, client, response)
    if result is None:
        text = f"{describe_request(response.request)}: the response is not what the API specifies: {one_line(why)}"
        raise APIResponseValidationError(text, response=response, body=read_body(response))
    return cast("T", result)


def _what(arguments: Mapping[str, Any]) -> str:
    return f"{arguments['method'].upper()} {arguments['url']}"


class _Session(Generic[STT, Call]):
    """What both sessions do before anything is sent.

    Attributes:
        client: The client.
        defaults: Options of every call, from `with_options`.
    """

    _prefix: ClassVar[str]
    """What the names of the sockets begin with."""
    request_id = staticmethod(request_id)

    def __init__(self, client: Any, defaults: CallOptions = CallOptions()) -> None:  # noqa: B008  # immutable
        self.client = client
        self.defaults = defaults

    def _completed(self, arguments: Arguments, options: CallOptions) -> Arguments:
        """Return the arguments of a request with the options of its call, completed with those of `with_options`."""
        given = {name: value for name, value in options._asdict().items() if value is not UNSET}
        check_options(given)
        given["extra_headers"] = self._headers(options)
        given["extra_query"] = json_field("extra_query", given.get("extra_query"))
        sent = with_extra_body(arguments, given.pop("extra_body", None))
        if query := {**(self.defaults.extra_query or {}), **(arguments.get("params") or {})}:
            sent["params"] = json_field("the query", query)
        return {**sent, "extensions": {OPTIONS: self.defaults._replace(**given)}}

    def _headers(self, options: CallOptions | SocketOptions) -> dict[str, str]:
        """Return the headers of a call, which win over those of `with_options`."""
        given = checked_headers("extra_headers", options.extra_headers)
        return joined_headers(self.defaults.extra_headers, given) if self.defaults.extra_headers else given

    @overload
    def socket(self, channel: Literal["tts.websocket"], query: Query, options: SocketOptions, kind: type[T]) -> T: ...
    @overload
    def socket(self, channel: STTChannel, query: Query, options: SocketOptions) -> STT: ...
    @overload
    def socket(self, channel: Literal["agents.stream"], query: Query, options: SocketOptions) -> Call: ...
    def socket(self, channel: str, query: Query, options: SocketOptions, kind: type = object) -> Any:
        """Return the socket of a channel. It opens on entering its context. `kind`: what is special to the client's version."""
        from .sockets.connect import Handshake

        given = {name: value for name, value in query.items() if value is not UNSET}
        query = {**self.client._policy.query, **(self.defaults.extra_query or {}), **given}

        def handshake(given: SocketOptions) -> Handshake:
            check_options({**given._asdict(), "websocket_auth": given.auth}, OF_SOCKETS)
            options = given._replace(
                extra_headers=self._headers(given), extra_query=json_field("extra_query", given.extra_query)
            )
            made = Handshake.of(self.client._policy.routes, channel, query, options)
            return made._replace(given=given, retries=self.defaults.of_retries())

        module = channel.partition(".")[0]
        socket = getattr(import_module(f".sockets.{module}", __package__), self._prefix + _SOCKETS[module])
        made = handshake(options)._replace(again=handshake)
        return versions.specialized(socket, kind)(self.client._connections, made)


class Session(_Session["STTWebsocket", "AgentStream"]):
    """Sends the requests of the resources of one client."""

    _prefix = ""

    def send(self, arguments: Arguments, options: CallOptions, *, stream: bool = False) -> httpx.Response:
        """Send a request with the options of its call."""
        http: SyncHTTP = self.client.get_httpx_client()
        return http.send(http.build_request(**self._completed(arguments, options)), stream=stream)

    def call(self, arguments: Arguments, parse: Parse[T], options: CallOptions) -> T:
        """Return the typed content of the response."""
        return parsed(parse, self.client, self.send(arguments, options))

    def nothing(self, arguments: Arguments, options: CallOptions) -> None:
        """Send a request whose response has no content."""
        self.send(arguments, options)

    def stream(self, arguments: Arguments, output_format: Any, options: CallOptions) -> AudioStream:
        """Return the audio as a stream, whose request is sent when its block is entered."""
        from .audio.stream import AudioStream  # sockets need none of it

        def open_() -> httpx.Response:
            return self.send(arguments, options, stream=True)

        return AudioStream(open_, AudioFormat.of(output_format), _what(arguments))

    def read(self, arguments: Arguments, output_format: Any, options: CallOptions) -> Audio:
        """Return all of the audio."""
        with self.stream(arguments, output_format, options) as audio:
            return audio.read()

    def text(self, arguments: Arguments, options: CallOptions) -> str:
        """Return the text of the response."""
        return read_text(self.send(arguments, options))

    def events(
        self, arguments: Arguments, output_format: Any, decode: Decode, options: CallOptions
    ) -> EventStream[Any]:
        """Return the events of the response as a stream."""
        from .http.event_stream import EventStream  # loads what decodes events

        response = self.send(arguments, options, stream=True)
        return EventStream(response, decode, _what(arguments), AudioFormat.of(output_format))

    def pages(self, arguments: Arguments, parse: Callable[..., Any], options: CallOptions) -> Page[Any]:
        """Return the first page of a list."""
        from cartesia_api.pages import Page

        def fetch(params: Mapping[str, Any]) -> Page[Any]:
            response = self.send({**arguments, "params": params}, options)
            return Page(parsed(parse, self.client, response), params, fetch)

        return fetch(arguments.get("params", {}))


class AsyncSession(_Session["AsyncSTTWebsocket", "AsyncAgentStream"]):
    """Sends the requests of the resources of one client."""

    _prefix = "Async"

    async def send(self, arguments: Arguments, options: CallOptions, *, stream: bool = False) -> httpx.Response:
        """Send a request with the options of its call."""
        http: AsyncHTTP = self.client.get_async_httpx_client()
        return await http.send(http.build_request(**self._completed(arguments, options)), stream=stream)

    async def call(self, arguments: Arguments, parse: Parse[T], options: CallOptions) -> T:
        """Return the typed content of the response."""
        return parsed(parse, self.client, await self.send(arguments, options))

    async def nothing(self, arguments: Arguments, options: CallOptions) -> None:
        """Send a request whose response has no content."""
        await self.send(arguments, options)

    def stream(self, arguments: Arguments, output_format: Any, options: CallOptions) -> AsyncAudioStream:
        """Return the audio as a stream, whose request is sent when its block is entered."""
        from .audio.stream import AsyncAudioStream

        async def open_() -> httpx.Response:
            return await self.send(arguments, options, stream=True)

        return AsyncAudioStream(open_, AudioFormat.of(output_format), _what(arguments))

    async def read(self, arguments: Arguments, output_format: Any, options: CallOptions) -> Audio:
        """Return all of the audio."""
        async with self.stream(arguments, output_format, options) as audio:
            return await audio.read()

    async def text(self, arguments: Arguments, options: CallOptions) -> str:
        """Return the text of the response."""
        return read_text(await self.send(arguments, options))

    async def events(
        self, arguments: Arguments, output_format: Any, decode: Decode, options: CallOptions
    ) -> AsyncEventStream[Any]:
        """Return the events of the response as a stream."""
        from .http.event_stream import AsyncEventStream

        response = await self.send(arguments, options, stream=True)
        return AsyncEventStream(response, decode, _what(arguments), AudioFormat.of(output_format))

    def pages(self, arguments: Arguments, parse: Callable[..., Any], options: CallOptions) -> AsyncPager[Any]:
        """Return a list, whose first page is fetched when it is iterated over or awaited."""
        from cartesia_api.pages import AsyncPage, AsyncPager

        async def fetch(params: Mapping[str, Any]) -> AsyncPage[Any]:
            response = await self.send({**arguments, "params": params}, options)
            return AsyncPage(parsed(parse, self.client, response), params, fetch)

        return AsyncPager(lambda: fetch(arguments.get("params", {})))
