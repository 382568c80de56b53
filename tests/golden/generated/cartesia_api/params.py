# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Nested objects of requests as dicts, so that callers need not import the models."""

from typing import Literal, NotRequired, TypedDict

__all__ = ("StyleParam",)


class StyleParam(TypedDict):
    """A manner. As a dict."""

    kind: Literal["plain"]
    """The only kind."""
    mood: NotRequired[str]
    """Mood (the service's default is it's "so")."""
