# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""GetTemplatesResponse."""

from cartesia_api.models.get_templates_response import GetTemplatesResponse as GetTemplatesResponse

__all__ = ["GetTemplatesResponse"]
