"""Cartesia and AsyncCartesia: identity, policy, connections and resources put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Self

from cartesia_api.clients import AsyncVersions, Versions
from cartesia_api.resources import AsyncResources, Resources
from cartesia_api.verbs import AsyncVerbs, Verbs
from cartesia_io.http.connections import Connections

from . import versions
from .base import BaseClient
from .errors import ConfigurationError
from .http.policy import RequestPolicy
from .narration.methods import AsyncNarrating, Narrating
from .session import AsyncSession, Session

if TYPE_CHECKING:
    from .http.transport import AsyncHTTP, SyncHTTP


class Cartesia(Versions, Resources, BaseClient, Narrating, Verbs):
    """The client of the Cartesia voice API.

    Use it as a context manager, or call `close`. Threads can share a client.

    Args:
        api_key: API key; may be a callable, which is called before each request. Default: the environment variable
            CARTESIA_API_KEY.
        token: Access token to use instead of an API key; may be a callable. `api_key` wins if both are given.
        version: Cartesia-Version, YYYY-MM-DD. Default: CARTESIA_VERSION, or the newest version. The client has the methods
            and types of that version; other dates use the most recent supported version before them.
        base_url: URL of the API. Default: CARTESIA_BASE_URL, or https://api.cartesia.ai. Must be https://, or http:// to
            this machine.
        timeout: Timeout in seconds for connecting and for each read; pass an `httpx.Timeout` to set them separately, None
            for no timeout. Default: 60, and 5 for connecting. In event streams, comments do not count as bytes.
        total: Seconds that a whole call may take: all attempts, the waits between them and for a turn, and the response, for a
            stream until its last byte is read; then APITimeoutError, which says what arrived. It does not limit a WebSocket, only
            the attempts to open one. Default: no limit.
        max_retries: Retries after the first attempt. Default: 2.
        retry_deadline: Seconds from the first attempt within which a retry may start. A longer Retry-After fails at once.
            Default: 120.
        retry_billed: Retry a POST even if the first attempt may have been billed. Default: False.
        auth_scheme: How an API key is sent: "x-api-key" (default) or "bearer". Tokens are always sent as bearer.
        default_headers: Headers to add to every request. Cartesia-Version among them is as good as `version`.
        default_query: Query parameters to add to every request and WebSocket.
        websocket_base_url: URL of WebSockets, wss:// or https://. Default: that of requests.
        http_client: An httpx.Client (httpx.AsyncClient for AsyncCartesia) whose transport, proxies, limits, certificates, hooks,
            timeout, headers and query parameters are taken over, in place of the options below. Its connections are shared. Its
            cookies are not sent, and redirects are not followed.
        socket_hooks: Functions that are called with the URL and headers of each WebSocket, key included, before it is opened.
            They may return a `SocketObserver` of its frames. For requests, pass httpx's `event_hooks`.
        ping_interval: Seconds without a frame from the service after which a WebSocket is pinged, also while the program
            neither reads nor sends. None: never. Default: 6.
        ping_timeout: Seconds to wait for any frame after a ping. Default: 10. Then the connection is lost: its readers and
            writers get an error, and the next context of speech opens another one. A dead line is noticed within 20 s.
        response_timeout: Seconds to wait on a WebSocket for a response that is due, between its events, too; then
            APITimeoutError. No response is due in a session of silence, or in a context that waits for more text.
            None: no limit. Default: 45.
        concurrency: Contexts of text to speech, on sockets and as requests over HTTP, that may be active at once: a number, or
            the plan of the account ("free" 2, "pro" 3, "startup" 5, "scale" 15). Further calls wait, in order, until others have
            ended. Four times as many streams of speech to text and ten times as many text-to-speech sockets may be open. A call
            that the service rejects with 429 waits again, besides `max_retries`, and lowers the limit for a while. Default:
            no limit.
        concurrency_timeout: Seconds that a call may wait for its turn, then APITimeoutError; None sets no limit. Default: 120.
        max_characters: Characters that this client may send to be spoken, over HTTP and on sockets. What would pass it is refused
            before anything is sent: InvalidRequestError. `usage` counts them, also for the clients that `with_options` makes,
            unless they have another key. Default: no limit.
        **http_options: Options of httpx.Client, such as limits. WebSockets use proxy, mounts, trust_env, verify and cert, too.

    Raises:
        ConfigurationError: The API key is missing or an option is invalid. Nothing has been sent.
    """

    _httpx_name = "Client"
    _handler = "handle_request"
    _session_type = Session
    _resources_name = "Resources"
    _connections: Connections[SyncHTTP, RequestPolicy]

    @staticmethod
    def _http_type(*arguments: Any, **options: Any) -> SyncHTTP:
        from .http.transport import SyncHTTP  # sockets need none of it

        return SyncHTTP(*arguments, **options)

    def get_httpx_client(self) -> SyncHTTP:
        """Return the underlying httpx.Client, created on first use. Its requests are authenticated and retried."""
        return self._connections.open()

    def get_async_httpx_client(self) -> NoReturn:
        raise ConfigurationError("Cartesia is the sync client; use AsyncCartesia with asyncio functions")

    def close(self) -> None:
        """Close all connections, those of WebSockets, too. The client cannot be used afterwards."""
        http, sockets = self._connections.close()
        if sockets:  # at once: closing one that is dead takes half a second
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(len(sockets)) as pool:
                list(pool.map(lambda socket: socket.close(), sockets))
        if http is not None:
            http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncCartesia(AsyncVersions, AsyncResources, BaseClient, AsyncNarrating, AsyncVerbs):
    """The asyncio client of the Cartesia voice API.

    Use it as an async context manager, or await `close`. It takes the arguments of Cartesia; a callable for `api_key` or
    `token` may be async. It serves one event loop after the other, not two at the same time.
    """

    _httpx_name = "AsyncClient"
    _handler = "handle_async_request"
    _session_type = AsyncSession
    _resources_name = "AsyncResources"
    _connections: Connections[AsyncHTTP, RequestPolicy]

    @staticmethod
    def _http_type(*arguments: Any, **options: Any) -> AsyncHTTP:
        from .http.transport import AsyncHTTP

        return AsyncHTTP(*arguments, **options)

    def get_httpx_client(self) -> NoReturn:
        raise ConfigurationError("AsyncCartesia is the asyncio client; use Cartesia with sync functions")

    def get_async_httpx_client(self) -> AsyncHTTP:
        """Return the underlying httpx.AsyncClient, created on first use. Its requests are authenticated and retried."""
        return self._connections.open()

    async def close(self) -> None:
        """Close all connections, those of WebSockets, too. The client cannot be used afterwards."""
        import asyncio  # sync clients need none

        http, sockets = self._connections.close()
        await asyncio.gather(*(socket.close() for socket in sockets), return_exceptions=True)
        if http is not None:
            http.check_loop()
            await http.aclose()

    async def __aenter__(self) -> Self:
        self._connections.open_in_loop()  # here, not in the first request: it takes 70 ms in a new process
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()


# One class serves all versions: each resource is looked up in those of the client's own version.
versions.follow_version(Cartesia, Resources)
versions.follow_version(AsyncCartesia, AsyncResources)
