# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""The arguments of each method as a dict, and what some take or return."""

from collections.abc import Sequence
from typing import NotRequired, TypeAlias, TypedDict

from .files import FileInput
from .models.style import Style
from .params import StyleParam


class ThingListParams(TypedDict):
    """The arguments of `client.things.list` as a dict."""

    limit: NotRequired[int]
    """Page size (1 to 9; the service's default is 5)."""
    starting_after: NotRequired[str]
    """Cursor."""
    expand: NotRequired[list[str]]
    """Extra fields."""


class SoundMakeParams(TypedDict):
    """The arguments of `client.things.sounds.make` as a dict."""

    pitch: int
    """Height (1 to 9; the service's default is 4)."""
    style: NotRequired[Style | StyleParam]
    """Manner."""
    volume: NotRequired[float]
    """Loudness (the service's default is 1.5; deprecated)."""


SoundMakeParamsStyle: TypeAlias = Style | StyleParam


class ThingDrawParams(TypedDict):
    """The arguments of `client.things.draw` as a dict."""

    picture: NotRequired[FileInput]
    """The picture."""
    style_kind: NotRequired[str]
    """Manner."""
    tags: NotRequired[Sequence[str]]
    """Words."""


ThingExportResponse: TypeAlias = str
"""Export things."""
