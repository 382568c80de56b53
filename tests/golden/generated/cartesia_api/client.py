# Copied from scripts/codegen/runtime/client.py: edit that file.
"""The plain clients that the endpoint functions take: where requests go, and what each has. Without retries and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    import ssl

    import httpx


class Client:
    """A client of endpoint functions, which sends what they build over clients of httpx.

    Args:
        base_url: URL that the paths of the API are appended to.
        raise_on_unexpected_status: Raise errors.UnexpectedStatus for a status that the API does not describe.
        cookies: Cookies of every request.
        headers: Headers of every request.
        timeout: Timeout of requests; None for no limit.
        verify_ssl: How certificates are checked, as httpx takes it.
        follow_redirects: Whether redirects are followed.
        httpx_args: Further arguments of httpx.Client and httpx.AsyncClient.
    """

    __slots__ = (
        "__weakref__",
        "_async_client",
        "_base_url",
        "_client",
        "_cookies",
        "_follow_redirects",
        "_headers",
        "_httpx_args",
        "_timeout",
        "_verify_ssl",
        "raise_on_unexpected_status",
    )

    def __init__(
        self,
        base_url: str,
        *,
        raise_on_unexpected_status: bool = False,
        cookies: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
        timeout: httpx.Timeout | None = None,
        verify_ssl: str | bool | ssl.SSLContext = True,
        follow_redirects: bool = False,
        httpx_args: dict[str, Any] | None = None,
    ) -> None:
        self.raise_on_unexpected_status = raise_on_unexpected_status
        self._base_url = base_url
        self._cookies = {} if cookies is None else cookies
        self._headers = {} if headers is None else headers
        self._timeout = timeout
        self._verify_ssl = verify_ssl
        self._follow_redirects = follow_redirects
        self._httpx_args = {} if httpx_args is None else httpx_args
        self._client: httpx.Client | None = None
        self._async_client: httpx.AsyncClient | None = None

    def _copied(self) -> Self:
        """Return a copy with the same options, and without a client of httpx."""
        twin = object.__new__(type(self))
        for kind in type(self).__mro__:
            for name in getattr(kind, "__slots__", ()):
                if name != "__weakref__":
                    setattr(twin, name, getattr(self, name))
        twin._client = twin._async_client = None
        return twin

    def _httpx_clients(self) -> list[httpx.Client | httpx.AsyncClient]:
        return [each for each in (self._client, self._async_client) if each is not None]

    def with_headers(self, headers: dict[str, str]) -> Self:
        """Return a copy with these headers besides. The clients of httpx that this one has get them, too."""
        for each in self._httpx_clients():
            each.headers.update(headers)
        twin = self._copied()
        twin._headers = {**self._headers, **headers}
        return twin

    def with_cookies(self, cookies: dict[str, str]) -> Self:
        """Return a copy with these cookies besides. The clients of httpx that this one has get them, too."""
        for each in self._httpx_clients():
            each.cookies.update(cookies)
        twin = self._copied()
        twin._cookies = {**self._cookies, **cookies}
        return twin

    def with_timeout(self, timeout: httpx.Timeout) -> Self:
        """Return a copy with this timeout. The clients of httpx that this one has get it, too."""
        for each in self._httpx_clients():
            each.timeout = timeout
        twin = self._copied()
        twin._timeout = timeout
        return twin

    def _options(self) -> dict[str, Any]:
        """Return the arguments of a client of httpx."""
        return {
            "base_url": self._base_url,
            "cookies": self._cookies,
            "headers": self._headers,
            "timeout": self._timeout,
            "verify": self._verify_ssl,
            "follow_redirects": self._follow_redirects,
            **self._httpx_args,
        }

    def set_httpx_client(self, client: httpx.Client) -> Self:
        """Set the client of httpx, with its own options in place of those of this one."""
        self._client = client
        return self

    def get_httpx_client(self) -> httpx.Client:
        """Return the client of httpx, created on first use."""
        if self._client is None:
            import httpx  # a client with others in its place needs none

            self._client = httpx.Client(**self._options())
        return self._client

    def __enter__(self) -> Self:
        self.get_httpx_client().__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self.get_httpx_client().__exit__(*error)

    def set_async_httpx_client(self, async_client: httpx.AsyncClient) -> Self:
        """Set the client of httpx for asyncio, with its own options in place of those of this one."""
        self._async_client = async_client
        return self

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """Return the client of httpx for asyncio, created on first use."""
        if self._async_client is None:
            import httpx  # as above

            self._async_client = httpx.AsyncClient(**self._options())
        return self._async_client

    async def __aenter__(self) -> Self:
        await self.get_async_httpx_client().__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        await self.get_async_httpx_client().__aexit__(*error)


class AuthenticatedClient(Client):
    """A client of endpoint functions whose requests have a token.

    Args:
        base_url: URL that the paths of the API are appended to.
        token: Token.
        prefix: Word before the token in the header; empty for none.
        auth_header_name: Name of the header.
        **options: Those of Client.
    """

    __slots__ = ("auth_header_name", "prefix", "token")

    def __init__(
        self,
        base_url: str,
        token: str,
        prefix: str = "Bearer",
        auth_header_name: str = "Authorization",
        **options: Any,
    ) -> None:
        super().__init__(base_url, **options)
        self.token = token
        self.prefix = prefix
        self.auth_header_name = auth_header_name

    def _options(self) -> dict[str, Any]:
        self._headers[self.auth_header_name] = (
            f"{self.prefix} {self.token}" if self.prefix else self.token
        )
        return super()._options()
