# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ToolCallArguments."""

from cartesia_api.models.tool_call_arguments import ToolCallArguments as ToolCallArguments

__all__ = ["ToolCallArguments"]
