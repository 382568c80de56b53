"""Warnings about operations that a service marks as deprecated, at the line of the program that calls them."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Mapping

from ..masking import masked
from ..text import one_line


class Deprecations:
    """Warns once about each operation.

    Args:
        internal: Names of the modules that are passed over on the way to the line of the program.
    """

    def __init__(self, *internal: str) -> None:
        self._internal = internal
        self._warned: set[str] = set()

    def warn(self, what: str, headers: Mapping[str, str]) -> None:
        """Emit one DeprecationWarning for an operation whose response has a header that says so."""
        if what in self._warned or not ("deprecation" in headers or "sunset" in headers):
            return
        self._warned.add(what)
        sunset = f" (sunset {one_line(masked(headers['sunset']), 80)})" if "sunset" in headers else ""
        level = 1
        while (frame := sys._getframe(level)).f_back and frame.f_globals.get("__name__", "").startswith(self._internal):
            level += 1
        warnings.warn(f"{what} is deprecated{sunset}", DeprecationWarning, stacklevel=level + 1)
