# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentTranscript, TextChunk, ToolCall, LogEvent, LogMetric."""

from cartesia_api.models.agent_transcript import AgentTranscript as AgentTranscript
from cartesia_api.models.log_event import LogEvent as LogEvent
from cartesia_api.models.log_metric import LogMetric as LogMetric
from cartesia_api.models.text_chunk import TextChunk as TextChunk
from cartesia_api.models.tool_call import ToolCall as ToolCall

__all__ = ["AgentTranscript", "TextChunk", "ToolCall", "LogEvent", "LogMetric"]
