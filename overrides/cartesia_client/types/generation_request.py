# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""GenerationRequest, OutputFormat."""

from cartesia_api.models.generation_request import GenerationRequest as GenerationRequest
from cartesia_api.models.raw_output_format import RawOutputFormat as OutputFormat

__all__ = ["GenerationRequest", "OutputFormat"]
