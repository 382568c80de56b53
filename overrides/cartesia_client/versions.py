"""Which contract, and which class of client, belongs to a Cartesia-Version. What is dated is loaded when it is asked for."""

from __future__ import annotations

import functools
import os
from importlib import import_module
from types import ModuleType
from typing import Any, TypeVar

from cartesia_api import contract
from cartesia_api.resources import AsyncResources

C = TypeVar("C")


def default() -> str:
    """The version of a client that is told none."""
    return os.environ.get("CARTESIA_VERSION") or contract.API_VERSION


@functools.lru_cache(maxsize=64)
def contract_of(version: str) -> contract.Contract:
    """The contract of a version; one that is not known counts as the newest one not later than it."""
    package = _package(version)
    if package is None:
        return contract.CONTRACT
    found: contract.Contract = _module(package, "contract").CONTRACT
    return found


def class_of(cls: type[C], version: str) -> type[C]:
    """The class with the resources of a version: `cls` itself, or one made of it."""
    return _dated_class(cls, _package(version))  # type: ignore[no-any-return,arg-type]  # classes can be hashed


@functools.cache
def _dated_class(cls: Any, package: str | None) -> Any:
    if package is None:
        return cls
    resources = _module(package, "resources")
    base = resources.AsyncResources if issubclass(cls, AsyncResources) else resources.Resources
    return type(cls.__name__, (base, cls), {"__module__": cls.__module__, "__doc__": cls.__doc__})


def _package(version: str) -> str | None:
    """The package of a version; None for the newest, and for what is no date, which is refused elsewhere."""
    if version >= contract.API_VERSION or not contract.VERSIONS:
        return None
    return next(
        (name for date, name in contract.VERSIONS.items() if date <= version), [*contract.VERSIONS.values()][-1]
    )


def _module(package: str, name: str) -> ModuleType:
    return import_module(f"cartesia_api.{package}.{name}")
