"""Cartesia and AsyncCartesia: identity, policy, connections and resources put together."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self, Unpack

import httpx
from cartesia_api.arguments import checked_headers
from cartesia_api.client import Client
from cartesia_api.clients import AsyncVersions, Versions
from cartesia_api.options import CallOptions, check_options
from cartesia_api.resources import AsyncResources, Resources
from cartesia_api.types import UNSET, Unset
from cartesia_io.hiding import hidden
from cartesia_io.http.connections import DEFAULT_TIMEOUT, Connections, Timeout
from cartesia_io.http.network import HttpOptions
from cartesia_io.http.retry import RetryPolicy
from cartesia_io.sockets.keepalive import SocketTimeouts
from cartesia_io.sockets.observer import SocketHook, checked_hooks

from . import versions
from .concurrency import Plan, governors
from .copying import NOT_PICKLED, Copyable
from .errors import ConfigurationError
from .http.policy import RequestPolicy
from .http.transport import AsyncHTTP, SyncHTTP
from .identity import AsyncKeySource, AuthScheme, identify
from .options import check_settings
from .session import AsyncSession, Session


class _Base(Copyable, Client):
    """What both clients share. The generated Client is the base, so that endpoint functions accept these clients."""

    _policy: RequestPolicy
    _http_type: ClassVar[Any]
    _handler: ClassVar[str]
    _session_type: ClassVar[Any]
    _resources_name: ClassVar[str]

    def __init__(
        self,
        *,
        api_key: AsyncKeySource | None = None,
        token: AsyncKeySource | None = None,
        version: str | None = None,
        base_url: str | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        total: float | None = None,
        max_retries: int = 2,
        retry_deadline: float = 120.0,
        retry_billed: bool = False,
        auth_scheme: AuthScheme = "x-api-key",
        default_headers: Mapping[str, str] | None = None,
        socket_hooks: Sequence[SocketHook] = (),
        ping_interval: float | None = 6.0,
        ping_timeout: float = 10.0,
        response_timeout: float | None = 45.0,
        concurrency: int | Plan | None = None,
        concurrency_timeout: float | None = 120.0,
        **http_options: Unpack[HttpOptions],
    ) -> None:
        self._settings = {name: value for name, value in locals().items() if name not in NOT_PICKLED} | http_options
        api_key, token = hidden(api_key), hidden(token)  # no error below shows them
        check_settings(self._settings, self._handler)
        identity = identify(base_url, version, api_key, token, auth_scheme)
        super().__init__(base_url=str(identity.base_url))
        self._policy = RequestPolicy(
            identity,
            RetryPolicy(max_retries, retry_deadline, retry_billed, total),
            default_headers,
            versions.routes_of(identity.version),
        )
        self._policy.socket_hooks.extend(checked_hooks(socket_hooks))
        self._policy.socket_timeouts = SocketTimeouts(ping_interval, ping_timeout, response_timeout)
        self._policy.governors = governors(concurrency, concurrency_timeout, lambda: self._policy.clock())
        self._connections = Connections(self._http_type, self._policy, timeout, http_options)
        self._make_resources(CallOptions())

    _set_up = __init__
    __hash__ = object.__hash__  # type: ignore[assignment]  # attrs set it to None

    def _make_resources(self, defaults: CallOptions) -> None:
        """Create the resources of this client's version, whose calls have these defaults.

        A subclass may choose the version in its own `__init__`, so this is the first moment at which it is known.
        Type checkers know the resources from `cartesia_api.clients`.
        """
        self._resources = getattr(versions.resources_of(self.version), self._resources_name)()
        self._resources._session = self._session_type(self, defaults)

    if not TYPE_CHECKING:  # for type checkers, `__getattr__` would make every name an attribute

        def __getattr__(self, name: str) -> Any:
            """Return what only an older version has. Python calls it when the class lacks the name or its descriptor fails."""
            resources = self.__dict__.get("_resources")
            if (
                not name.startswith("_")
                and hasattr(type(resources), name)
                and not versions.is_overridden(type(self), name)
            ):
                return getattr(resources, name)
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)

    def __dir__(self) -> list[str]:
        """Return the names that are of use: those of this version, without the methods that only raise."""
        of_version = type(self.__dict__.get("_resources", self))  # a subclass may ask before it is initialized
        names = {*super().__dir__(), *dir(of_version)}
        # In the generated resources, a property stands for what the version lacks.
        names -= {name for name in names if isinstance(getattr(of_version, name, None), property)}
        return sorted(name for name in names if not _only_raises(getattr(type(self), name, None)))

    @property
    def base_url(self) -> str:
        """Return the URL that paths of the API are appended to."""
        return str(self._policy.identity.base_url)

    @property
    def version(self) -> str:
        """Return the Cartesia-Version that requests carry, YYYY-MM-DD."""
        return self._policy.identity.version

    @property
    def socket_hooks(self) -> list[SocketHook]:
        """Return the hooks that are called before a socket is opened, and may return its observer. The list may be changed."""
        return self._policy.socket_hooks

    def with_options(
        self,
        *,
        timeout: Timeout | Unset = UNSET,
        total: float | Unset | None = UNSET,
        max_retries: int | Unset = UNSET,
        default_headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Return a client with other options that shares the connections of this one; closing either closes both.

        The options apply to the methods of resources. Generated endpoint functions use those of the original. What is not given
        stays as it is. The attributes of a subclass are those of the original.

        Args:
            timeout: Timeout in seconds, as for Cartesia.
            total: Seconds that a whole call may take, as for Cartesia.
            max_retries: Retries after the first attempt.
            default_headers: Headers to add to every request.
        """
        options = {"timeout": timeout, "total": total, "max_retries": max_retries}
        check_options(options)
        defaults: CallOptions = self._resources._session.defaults
        given: dict[str, Any] = {name: value for name, value in options.items() if value is not UNSET}
        given["extra_headers"] = {
            **(defaults.extra_headers or {}),
            **checked_headers("default_headers", default_headers),
        }
        twin = self._with_same_attributes()
        twin._make_resources(defaults._replace(**given))
        return twin

    # The generated Client has these methods. They would bypass the policy, or share state with the copy that they return.

    def with_headers(self, headers: dict[str, str]) -> NoReturn:
        raise ConfigurationError("use with_options(default_headers=...), which leaves this client as it is")

    def with_timeout(self, timeout: httpx.Timeout) -> NoReturn:
        raise ConfigurationError("use with_options(timeout=...), which leaves this client as it is")

    def with_cookies(self, cookies: dict[str, str]) -> NoReturn:
        raise ConfigurationError("the API uses no cookies")

    def set_httpx_client(self, client: httpx.Client) -> NoReturn:
        raise ConfigurationError(NOT_REPLACEABLE)

    def set_async_httpx_client(self, async_client: httpx.AsyncClient) -> NoReturn:
        raise ConfigurationError(NOT_REPLACEABLE)


NOT_REPLACEABLE = "replacing the httpx client would bypass authentication and retries; pass transport= instead"


def _only_raises(method: Any) -> bool:
    return getattr(method, "__annotations__", {}).get("return") == "NoReturn"


class Cartesia(Versions, Resources, _Base):
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
        default_headers: Headers to add to every request.
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
        **http_options: Options of httpx.Client, such as limits. WebSockets use proxy, mounts, trust_env, verify and cert, too.

    Raises:
        ConfigurationError: The API key is missing or an option is invalid. Nothing has been sent.
    """

    _http_type = SyncHTTP
    _handler = "handle_request"
    _session_type = Session
    _resources_name = "Resources"
    _connections: Connections[SyncHTTP, RequestPolicy]

    def get_httpx_client(self) -> SyncHTTP:
        """Return the underlying httpx.Client, created on first use. Its requests are authenticated and retried."""
        return self._connections.open()

    def get_async_httpx_client(self) -> NoReturn:
        raise ConfigurationError("Cartesia is the sync client; use AsyncCartesia with asyncio functions")

    def close(self) -> None:
        """Close all connections, those of WebSockets, too. The client cannot be used afterwards."""
        http, sockets = self._connections.close()
        if sockets:  # at once: closing one that is dead takes half a second
            with ThreadPoolExecutor(len(sockets)) as pool:
                list(pool.map(lambda socket: socket.close(), sockets))
        if http is not None:
            http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncCartesia(AsyncVersions, AsyncResources, _Base):
    """The asyncio client of the Cartesia voice API.

    Use it as an async context manager, or await `close`. It takes the arguments of Cartesia; a callable for `api_key` or
    `token` may be async. It serves one event loop after the other, not two at the same time.
    """

    _http_type = AsyncHTTP
    _handler = "handle_async_request"
    _session_type = AsyncSession
    _resources_name = "AsyncResources"
    _connections: Connections[AsyncHTTP, RequestPolicy]

    def get_httpx_client(self) -> NoReturn:
        raise ConfigurationError("AsyncCartesia is the asyncio client; use Cartesia with sync functions")

    def get_async_httpx_client(self) -> AsyncHTTP:
        """Return the underlying httpx.AsyncClient, created on first use. Its requests are authenticated and retried."""
        return self._connections.open()

    async def close(self) -> None:
        """Close all connections, those of WebSockets, too. The client cannot be used afterwards."""
        http, sockets = self._connections.close()
        await asyncio.gather(*(socket.close() for socket in sockets), return_exceptions=True)
        if http is not None:
            http.check_loop()
            await http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()


# One class serves all versions: each resource is looked up in those of the client's own version.
versions.follow_version(Cartesia, Resources)
versions.follow_version(AsyncCartesia, AsyncResources)
