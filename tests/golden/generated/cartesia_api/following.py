# Copied from scripts/codegen/runtime/following.py: edit that file.
"""What depends on the Cartesia-Version of a client: the routes, and the resources that it has.

The modules of an older version are imported when a client of that version needs them.
"""

from __future__ import annotations

import functools
from importlib import import_module
from types import ModuleType
from typing import Any, TypeVar, cast

# By their full names: older versions share this module, and the newest contract is the one that knows all versions.
from cartesia_api import contract
from cartesia_api.routes import Routes

T = TypeVar("T")


@functools.lru_cache(maxsize=64)
def routes_of(version: str) -> Routes:
    """Return the routes of a version; an unknown date means the newest version before it."""
    found: Routes = _module(version, "contract").ROUTES
    return found


def resources_of(version: str) -> ModuleType:
    """Return the module with `Resources` and `AsyncResources` of a version."""
    return _module(version, "resources")


def _module(version: str, name: str) -> ModuleType:
    package = _package(version)
    return import_module(f"cartesia_api.{package}.{name}" if package else f"cartesia_api.{name}")


def _package(version: str) -> str | None:
    """Return the package of a version; None for the newest, and for texts that are no date, which a client rejects."""
    if version >= contract.API_VERSION or not contract.VERSIONS:
        return None
    return next(
        (name for date, name in contract.VERSIONS.items() if date <= version),
        [*contract.VERSIONS.values()][-1],
    )


@functools.cache
def specialized(kind: type[T], own: type) -> type[T]:
    """Return a class with the methods of the client's own version in place of those of the newest, if they differ."""
    names = {"__module__": kind.__module__}
    return (
        kind if issubclass(kind, own) else cast("type[T]", type(kind.__name__, (own, kind), names))
    )


def follow_version(client: type, newest: type) -> None:
    """Make each resource of a class of clients that of the client's own version.

    The class inherits the resources of the newest version, for type checkers. One class serves all versions, so each
    of these names becomes a descriptor that looks into the client's `_resources`.
    """
    for name, value in vars(newest).items():
        if not name.startswith("_"):
            setattr(client, name, _OfVersion(name, value))


class _OfVersion:
    """A resource or method of the client's version, kept in the client, where Python finds it without the descriptor."""

    def __init__(self, name: str, newest: Any) -> None:
        self.name = name
        self.newest = newest
        self.__doc__ = newest.__doc__

    def __get__(self, client: Any, owner: type) -> Any:
        if client is None:
            return self.newest  # for `help` and for mocks made from the class
        value = getattr(client._resources, self.name)
        # Not methods, and nothing that a subclass overrides: what the client itself holds would hide a mock or the override.
        if not callable(value) and not is_overridden(type(client), self.name):
            client.__dict__[self.name] = value
        return value


def is_overridden(client: type, name: str) -> bool:
    """Return whether a class of clients has an attribute of its own in place of one that follows the version."""
    return _attribute(client, name) is not None and not follows_version(client, name)


def follows_version(client: type, name: str) -> bool:
    """Return whether an attribute of a class of clients is that of the client's own version."""
    return isinstance(_attribute(client, name), _OfVersion)


def _attribute(client: type, name: str) -> Any:
    return next((vars(each)[name] for each in client.__mro__ if name in vars(each)), None)
