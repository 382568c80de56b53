# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""GenerationRequestParam, OutputFormat."""

from cartesia_api.params import GenerationRequestParam as GenerationRequestParam
from cartesia_api.params import RawOutputFormatParam as OutputFormat

__all__ = ["GenerationRequestParam", "OutputFormat"]
