# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .tool_call_arguments import ToolCallArguments


class ToolCall(Model):
    """A call of a tool."""

    id: str
    """Id of the call of the tool."""
    name: str
    """Name of the tool."""
    arguments: ToolCallArguments
    """What the tool was given."""
