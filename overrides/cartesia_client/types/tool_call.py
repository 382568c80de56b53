# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ToolCall."""

from cartesia_api.models.tool_call import ToolCall as ToolCall

__all__ = ["ToolCall"]
