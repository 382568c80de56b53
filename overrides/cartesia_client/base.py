"""What the sync and the async client share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self, Unpack

from cartesia_api.arguments import omitting
from cartesia_api.client import Client
from cartesia_api.headers import headers_and_version, joined_headers
from cartesia_api.options import RULES, CallOptions, check_options
from cartesia_api.types import UNSET, Unset
from cartesia_io.hiding import Hidden, forgetful, hidden, refuse_credentials
from cartesia_io.http.connections import Connections, Timeout
from cartesia_io.http.header_dict import HeaderDict
from cartesia_io.http.network import HttpOptions
from cartesia_io.http.retry import RetryPolicy
from cartesia_io.http.takeover import take_over
from cartesia_io.later import httpx
from cartesia_io.sockets.observer import SocketHook, checked_hooks

from . import versions
from .concurrency import Plan, set_limits
from .copying import NOT_PICKLED, Copyable
from .errors import ConfigurationError
from .http.policy import RequestPolicy, user_agent
from .identity import AsyncKeySource, AuthScheme, identify
from .options import check_settings


class BaseClient(Copyable, Client):
    """What both clients share. The generated Client is the base, so that endpoint functions accept these clients."""

    _policy: RequestPolicy
    _connections: Connections[Any, RequestPolicy]
    _http_type: ClassVar[Callable[..., Any]]
    _httpx_name: ClassVar[str]
    _handler: ClassVar[str]
    _session_type: ClassVar[Any]
    _resources_name: ClassVar[str]

    @forgetful
    @omitting
    def __init__(
        self,
        *,
        api_key: AsyncKeySource | None = None,
        token: AsyncKeySource | None = None,
        version: str | None = None,
        base_url: str | httpx.URL | None = None,
        timeout: Timeout | Unset = UNSET,
        total: float | None = None,
        max_retries: int = 2,
        retry_deadline: float = 120.0,
        retry_billed: bool = False,
        auth_scheme: AuthScheme = "x-api-key",
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, Any] | None = None,
        websocket_base_url: str | httpx.URL | None = None,
        http_client: httpx.Client | httpx.AsyncClient | None = None,
        socket_hooks: Sequence[SocketHook] = (),
        ping_interval: float | None = 6.0,
        ping_timeout: float = 10.0,
        response_timeout: float | None = 45.0,
        concurrency: int | Plan | None = None,
        concurrency_timeout: float | None = 120.0,
        max_characters: int | None = None,
        **http_options: Unpack[HttpOptions],
    ) -> None:
        self._settings = Hidden({n: value for n, value in locals().items() if n not in NOT_PICKLED} | http_options)
        check_settings(self._settings, self._handler)
        taken = take_over(http_client, self._httpx_name, ... if isinstance(timeout, Unset) else timeout, http_options)
        headers, version = headers_and_version(version, taken.headers, default_headers)
        identity = identify(base_url, websocket_base_url, version, hidden(api_key), hidden(token), auth_scheme)
        refuse_credentials({**self._settings, "base_url": identity.base_url.text})
        super().__init__(base_url=identity.base_url.text)
        retries = RetryPolicy(max_retries, retry_deadline, retry_billed, total)
        query = {**taken.query, **(default_query or {})}
        self._policy = RequestPolicy(identity, retries, headers, versions.routes_of(identity.version), query)
        self._policy.socket_hooks.extend(checked_hooks(socket_hooks))
        set_limits(self._policy, self._settings)
        self._connections = Connections(self._http_type, self._policy, taken.timeout, taken.options)
        self._make_resources(CallOptions())

    _set_up = __init__

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
        return self._policy.identity.base_url.text

    @base_url.setter
    def base_url(self, url: str | httpx.URL) -> None:
        resources = self._resources  # a program may hold one of them
        self._set_up_anew({"base_url": url})
        self._resources = resources

    @property
    def version(self) -> str:
        """Return the Cartesia-Version that requests carry, YYYY-MM-DD."""
        return self._policy.identity.version

    @property
    def socket_hooks(self) -> list[SocketHook]:
        """Return the hooks that are called before a socket is opened, and may return its observer. The list may be changed."""
        return self._policy.socket_hooks

    @property
    def api_key(self) -> Any:
        """Return the API key: the callable that was passed, or an object whose `reveal()` returns it. None with a token."""
        return self._policy.identity.given if self._policy.identity.argument == "api_key" else None

    @property
    def token(self) -> Any:
        """Return the access token, in the same way. None with an API key."""
        return self._policy.identity.given if self._policy.identity.argument == "token" else None

    @property
    def websocket_base_url(self) -> Any:
        """Return the URL of WebSockets as it was passed. None: that of requests."""
        return self._settings["websocket_base_url"]

    @property
    def timeout(self) -> Timeout:
        """Return the timeout of calls in seconds."""
        return self._defaults.timeout if not isinstance(self._defaults.timeout, Unset) else self._connections.timeout

    @timeout.setter
    def timeout(self, timeout: Timeout) -> None:
        self._set_default("timeout", timeout)

    @property
    def max_retries(self) -> int:
        """Return how many retries follow the first attempt."""
        given = self._defaults.max_retries
        return given if not isinstance(given, Unset) else self._policy.retries.max_retries

    @max_retries.setter
    def max_retries(self, count: int) -> None:
        self._set_default("max_retries", count)

    def _set_default(self, name: str, value: Any) -> None:
        check_options({name: value}, RULES, ConfigurationError)
        self._verb_session.defaults = self._defaults._replace(**{name: value})

    @property
    def default_headers(self) -> dict[str, str]:
        """Return the headers of every request, without the credential."""
        common = {"Cartesia-Version": self.version, "User-Agent": user_agent()}
        return HeaderDict(joined_headers(common, self._policy.headers, self._defaults.extra_headers or {}))

    @property
    def default_query(self) -> dict[str, Any]:
        """Return the query parameters of every request."""
        return {**self._policy.query, **(self._defaults.extra_query or {})}

    @property
    def _verb_session(self) -> Any:
        """What sends the requests of `get`, `post` and the other verbs."""
        return self._resources._session

    @property
    def _defaults(self) -> CallOptions:
        """What `with_options` has set."""
        return self._verb_session.defaults  # type: ignore[no-any-return]  # of the session

    def is_closed(self) -> bool:
        """Return whether the client has been closed."""
        return bool(self._connections.is_closed)

    @forgetful
    @omitting
    def with_options(
        self,
        *,
        timeout: Timeout | Unset = UNSET,
        total: float | Unset | None = UNSET,
        max_retries: int | Unset = UNSET,
        default_headers: Mapping[str, str] | None = None,
        set_default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, Any] | None = None,
        set_default_query: Mapping[str, Any] | None = None,
        api_key: AsyncKeySource | None = None,
        token: AsyncKeySource | None = None,
        base_url: str | httpx.URL | None = None,
        websocket_base_url: str | httpx.URL | None = None,
        http_client: httpx.Client | httpx.AsyncClient | None = None,
    ) -> Self:
        """Return a client with other options that shares the connections of this one; closing either closes both.

        The options apply to the methods of resources. Generated endpoint functions use those of the original. What is not given
        stays as it is. The attributes of a subclass are those of the original.

        Args:
            timeout: Timeout in seconds, as for Cartesia.
            total: Seconds that a whole call may take, as for Cartesia.
            max_retries: Retries after the first attempt.
            default_headers: Headers to add to every request. Cartesia-Version sets the version.
            set_default_headers: Headers that take the place of the earlier ones.
            default_query: Query parameters to add to every request.
            set_default_query: Query parameters that take the place of the earlier ones.
            api_key: API key, as for Cartesia. The new client has limits of concurrency of its own.
            token: Access token, as for Cartesia.
            base_url: URL of the API, as for Cartesia. The credential goes there.
            websocket_base_url: URL of WebSockets, as for Cartesia.
            http_client: httpx client to take over, as for Cartesia.
        """
        return self._changed({name: value for name, value in locals().items() if name != "self"})

    copy = with_options

    def _changed(self, given: dict[str, Any]) -> Self:
        """Return a client with other options of calls, and with other settings as far as they are not None."""
        check_options(given, {name: RULES[name] for name in ("timeout", "total", "max_retries")})  # those of a call
        check_settings(given, self._handler)
        earlier, headers, query = self._defaults, given.pop("default_headers"), given.pop("default_query")
        options = {
            name: value for name in ("timeout", "total", "max_retries") if (value := given.pop(name)) is not UNSET
        }
        anew = {name.removeprefix("set_"): value for name, value in given.items() if value is not None}
        if (headers is not None and "default_headers" in anew) or (query is not None and "default_query" in anew):
            raise ConfigurationError("default_* adds to what set_default_* replaces; pass one of the two")
        added, version = headers_and_version(None, {}, anew.get("default_headers", headers))
        refuse_credentials({"default_headers": added, "default_query": query})
        if "default_headers" in anew:
            anew["default_headers"], added = added, {}
        if version is not None:
            anew["version"] = version
        kept = {} if "default_headers" in anew else earlier.extra_headers or {}
        options["extra_headers"] = joined_headers(kept, added)
        options["extra_query"] = None if "default_query" in anew else {**(earlier.extra_query or {}), **(query or {})}
        twin = self._with_same_attributes()
        if anew:
            twin._set_up_anew(anew)
        twin._make_resources(earlier._replace(**options))
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
