"""Cartesia and AsyncCartesia: identity, transport and resources put together."""

from __future__ import annotations

import functools
import os
import ssl
import threading
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NoReturn, Self, TypedDict, TypeVar, Unpack, cast

import httpx
from cartesia_api import contract
from cartesia_api.client import Client
from cartesia_api.clients import AsyncVersions, Versions
from cartesia_api.resources import AsyncResources, Resources
from cartesia_api.resources._base import CallOptions
from cartesia_api.types import UNSET, Unset

from . import versions
from .errors import ConfigurationError, InvalidRequestError
from .http.policy import RequestPolicy
from .http.retry import RetryPolicy
from .http.transport import AsyncHTTP, SyncHTTP
from .identity import AsyncKeySource, AuthScheme, Identity, clean, is_loopback
from .session import AsyncSession, Session

DEFAULT_TIMEOUT = httpx.Timeout(60.0, connect=5.0)
Timeout = float | httpx.Timeout | None
H = TypeVar("H", SyncHTTP, AsyncHTTP)


class HttpOptions(TypedDict, total=False):
    """Options of httpx that pass through; the rules of the wire stay in force."""

    proxy: Any
    verify: ssl.SSLContext | str | bool
    cert: Any
    transport: Any
    limits: httpx.Limits
    trust_env: bool
    http1: bool
    http2: bool
    mounts: Mapping[str, Any]
    event_hooks: Mapping[str, list[Callable[..., Any]]]
    default_encoding: str | Callable[[bytes], str]


class ClientOptions(HttpOptions, total=False):
    """The arguments of a client, other than its version."""

    api_key: AsyncKeySource | None
    token: AsyncKeySource | None
    base_url: str | None
    timeout: Timeout
    max_retries: int
    retry_deadline: float
    retry_billed: bool
    auth_scheme: AuthScheme
    default_headers: Mapping[str, str] | None


@functools.lru_cache(maxsize=8)
def _shared_context(trust_env: bool, *_: str | None) -> ssl.SSLContext:
    """One SSLContext for all clients: loading the certificates takes about 20 ms."""
    return httpx.create_ssl_context(trust_env=trust_env)


def _only_raises(method: Any) -> bool:
    return getattr(method, "__annotations__", {}).get("return") == "NoReturn"


class _Base(Client):
    """What both clients share: settings, and the generated Client underneath, so that endpoint functions take them."""

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
        max_retries: int = 2,
        retry_deadline: float = 120.0,
        retry_billed: bool = False,
        auth_scheme: AuthScheme = "x-api-key",
        default_headers: Mapping[str, str] | None = None,
        **http_options: Unpack[HttpOptions],
    ) -> None:
        kind: Literal["key", "token"] = "token" if api_key is None and token is not None else "key"
        source = token if kind == "token" else api_key
        name = "token" if kind == "token" else "api_key"
        if source is None:
            source, name = os.environ.get("CARTESIA_API_KEY"), "CARTESIA_API_KEY"
            if source is None:
                raise ConfigurationError(
                    "an API key is missing: set the environment variable CARTESIA_API_KEY, or pass api_key="
                )
        identity = Identity(
            base_url or os.environ.get("CARTESIA_BASE_URL") or contract.SERVER,
            version or versions.default(),
            source if callable(source) else clean(source, name),
            kind=kind,
            scheme=auth_scheme,
        )
        if max_retries < 0 or retry_deadline < 0:
            raise ConfigurationError("max_retries and retry_deadline must not be negative")
        unknown = set(http_options) - set(HttpOptions.__annotations__)
        if unknown:
            raise ConfigurationError(f"{sorted(unknown)[0]} is not an option of this client")
        super().__init__(base_url=str(identity.base_url))
        retries = RetryPolicy(max_retries, retry_deadline, retry_billed)
        self._policy = RequestPolicy(
            identity, retries, dict(default_headers or {}), versions.contract_of(identity.version)
        )
        self._options = self._httpx_options(identity, timeout, http_options)
        self._lock = threading.Lock()
        self._owner = self
        self._http: Any = None
        self._closed = False
        self._make_resources(CallOptions())

    def _make_resources(self, defaults: CallOptions) -> None:
        """Make the resources of this client's version, whose calls have these defaults.

        Type checkers know them from `cartesia_api.clients`. A subclass may decide about the version in its own __init__, so
        this is the first moment at which it is known.
        """
        self._resources = getattr(versions.resources_of(self.version), self._resources_name)()
        self._resources._session = self._session_type(self, defaults)

    if not TYPE_CHECKING:  # to type checkers, every name would be an attribute

        def __getattr__(self, name: str) -> Any:
            """Return what only an older version has. Called when the class lacks the name or its descriptor fails."""
            resources = self.__dict__.get("_resources")
            if not name.startswith("_") and hasattr(type(resources), name):
                return getattr(resources, name)
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)

    def __dir__(self) -> list[str]:
        """Return the names that are of use: those of this version, without the methods that only raise."""
        of_version = vars(type(self._resources))
        names = {*super().__dir__(), *of_version}
        # In the generated resources, a property stands for what the version lacks.
        names -= {name for name, value in of_version.items() if isinstance(value, property)}
        return sorted(name for name in names if not _only_raises(getattr(type(self), name, None)))

    @staticmethod
    def _httpx_options(identity: Identity, timeout: Timeout, options: HttpOptions) -> dict[str, Any]:
        result: dict[str, Any] = {"timeout": timeout, **options}
        if identity.base_url.scheme == "http":
            # Through a proxy on another machine the key would travel in the clear, however near the base URL is.
            result["trust_env"] = False
            proxy = options.get("proxy")
            address = getattr(proxy, "url", proxy)
            if address is not None and not is_loopback(httpx.URL(address).host):
                raise ConfigurationError("an http:// base_url cannot be used through a proxy on another machine")
        return result

    def _shut(self) -> Any:
        """The client of httpx, if there is one, for the last time."""
        owner = self._owner
        with owner._lock:
            owner._closed, http, owner._http = True, owner._http, None
            return http

    def _complete_options(self) -> dict[str, Any]:
        """The options, with the shared SSLContext unless the caller brought one: made when a connection is first needed."""
        if "verify" in self._options or "transport" in self._options:
            return self._options
        trust_env = self._options.get("trust_env", True)
        places = (os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")) if trust_env else ()
        return {**self._options, "verify": _shared_context(trust_env, *places)}

    def _tls(self) -> ssl.SSLContext:
        """How a socket checks the certificate: as HTTP does."""
        verify = self._complete_options().get("verify", True)
        return verify if isinstance(verify, ssl.SSLContext) else httpx.create_ssl_context(verify=verify)

    @property
    def base_url(self) -> str:
        """Where requests go."""
        return str(self._policy.identity.base_url)

    @property
    def version(self) -> str:
        """The Cartesia-Version that requests carry, YYYY-MM-DD."""
        return self._policy.identity.version

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r}, version={self.version!r})"

    # Clients are compared by identity; the generated class would compare settings, and could not be hashed.
    __hash__ = object.__hash__  # type: ignore[assignment]  # attrs set it to None

    def __eq__(self, other: object) -> bool:
        return self is other

    def with_options(
        self,
        *,
        timeout: Timeout | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        default_headers: Mapping[str, str] | None = None,
    ) -> Self:
        """A client with other options that shares connections with this one; closing either closes both.

        The options hold for the methods of resources; generated endpoint functions use those of the original.
        """
        twin = object.__new__(type(self))
        Client.__init__(twin, base_url=self.base_url)
        for name in ("_policy", "_options", "_lock", "_owner"):
            setattr(twin, name, getattr(self, name))
        twin._make_resources(CallOptions(timeout, max_retries, default_headers))
        return twin

    def _made(self, kind: type[H]) -> H:
        """The client of httpx, made on first use and shared by all that `with_options` gave."""
        owner = self._owner
        with owner._lock:
            if owner._closed:
                raise InvalidRequestError("this client is closed; make a new one")
            if owner._http is None:
                owner._http = kind(owner._policy, **owner._complete_options())
            return cast(H, owner._http)

    def with_headers(self, headers: dict[str, str]) -> NoReturn:
        raise ConfigurationError("use with_options(default_headers=...), which leaves the original as it is")

    def with_timeout(self, timeout: httpx.Timeout) -> NoReturn:
        raise ConfigurationError("use with_options(timeout=...), which leaves the original as it is")

    def with_cookies(self, cookies: dict[str, str]) -> NoReturn:
        raise ConfigurationError("the API uses no cookies")

    def set_httpx_client(self, client: httpx.Client) -> NoReturn:
        raise ConfigurationError("pass httpx options such as transport= to the client; a client of httpx has no policy")

    def set_async_httpx_client(self, async_client: httpx.AsyncClient) -> NoReturn:
        raise ConfigurationError("pass httpx options such as transport= to the client; a client of httpx has no policy")


class Cartesia(Versions, Resources, _Base):
    """The Cartesia voice API.

    Use it as a context manager, or call `close`. It may be used from several threads.

    Args:
        api_key: The API key, or a function that returns it and is called before each request. Default: the environment
            variable CARTESIA_API_KEY.
        token: An access token (or a function that returns it) instead of the key; the key wins if both are given.
        version: Cartesia-Version, YYYY-MM-DD. Default: CARTESIA_VERSION, or the version this release was made for. With an older
            one the client has the methods and types of that version. A date that is not known counts as the newest before it.
        base_url: Where the API is. Default: CARTESIA_BASE_URL, or https://api.cartesia.ai. Plain http:// is refused unless it
            stays on this machine.
        timeout: Seconds to wait: for a connection, and between bytes of the answer. An httpx.Timeout tells them apart; None
            waits for ever. Default: 60, and 5 for the connection.
        max_retries: Attempts after the first one.
        retry_deadline: Seconds from the first attempt within which another one may begin. A longer Retry-After fails at once.
        retry_billed: Whether a POST whose fate is unknown is sent again, at the risk of paying twice.
        auth_scheme: How a key is sent: "x-api-key" or "bearer". Tokens are always bearers.
        default_headers: Headers for every request.
        **http_options: proxy, verify, transport, limits and other options of httpx.Client.

    Raises:
        ConfigurationError: The key is missing, or a setting is unusable. Nothing has been sent.
    """

    _session_type = Session
    _resources_name = "Resources"

    def get_httpx_client(self) -> SyncHTTP:
        """The httpx.Client underneath, made on first use; it has the policy of the wire."""
        return self._made(SyncHTTP)

    def get_async_httpx_client(self) -> NoReturn:
        raise ConfigurationError("Cartesia is the sync client; asyncio functions need AsyncCartesia")

    def close(self) -> None:
        """Closes all connections. The client cannot be used afterwards."""
        if (http := self._shut()) is not None:
            http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc_value: BaseException | None = None,
        traceback: TracebackType | None = None,
    ) -> None:
        self.close()


class AsyncCartesia(AsyncVersions, AsyncResources, _Base):
    """The Cartesia voice API, for asyncio.

    Use it as an async context manager, or await `close`. The arguments are those of Cartesia; a function that gives the key
    may be a coroutine function.
    """

    _session_type = AsyncSession
    _resources_name = "AsyncResources"

    def get_httpx_client(self) -> NoReturn:
        raise ConfigurationError("AsyncCartesia is the asyncio client; sync functions need Cartesia")

    def get_async_httpx_client(self) -> AsyncHTTP:
        """The httpx.AsyncClient underneath, made on first use; it has the policy of the wire."""
        return self._made(AsyncHTTP)

    async def close(self) -> None:
        """Closes all connections. The client cannot be used afterwards."""
        if (http := self._shut()) is not None:
            await http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc_value: BaseException | None = None,
        traceback: TracebackType | None = None,
    ) -> None:
        await self.close()


versions.follow_version(Cartesia, Resources)
versions.follow_version(AsyncCartesia, AsyncResources)
