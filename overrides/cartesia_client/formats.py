"""Formats for `output_format`, by what they are for: `formats.TELEPHONE`, `formats.PODCAST` and others."""

from .narration.formats import *  # noqa: F403
from .narration.formats import __all__ as __all__
