"""The base class of resources with the spellings of versions 1 and 2: everything else is that of the resource of today.

Errors are ValueErrors, too, as they are in version 1.
"""

from __future__ import annotations

import functools
import inspect
from typing import TYPE_CHECKING, Any, Protocol

from .failures import raised_as
from .requests import options


class Versioned(Protocol):
    """A client."""

    @property
    def version(self) -> str:
        """Return the Cartesia-Version of its requests."""
        ...


class Adapter:
    """A resource of today, whose methods also take `request_options`."""

    def __init__(self, resource: Any, client: Versioned) -> None:
        self._resource = resource
        self._calls: Any = _Calls(resource)
        """The methods of the resource, as version 1 would have had them."""
        self._client = client

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name == "_calls":  # copy and pickle look at attributes before there are any
                raise AttributeError(name)
            return getattr(self._calls, name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *dir(self._resource)})


class _Calls:
    def __init__(self, resource: Any) -> None:
        self._resource = resource

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._resource, name)
        return _with_options(found) if inspect.ismethod(found) else found


def _with_options(method: Any) -> Any:
    @functools.wraps(method)
    def call(*values: Any, request_options: Any = None, **fields: Any) -> Any:
        with raised_as(ValueError):
            return method(*values, **fields, **options(request_options))

    @functools.wraps(method)
    async def acall(*values: Any, request_options: Any = None, **fields: Any) -> Any:
        with raised_as(ValueError):
            return await method(*values, **fields, **options(request_options))

    return acall if inspect.iscoroutinefunction(method) else call
