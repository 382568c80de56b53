# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .log_event import LogEvent
from .log_metric import LogMetric
from .text_chunk import TextChunk
from .tool_call import ToolCall
from .transcript_end_reason import TranscriptEndReason
from .transcript_role import TranscriptRole


class AgentTranscript(Model):
    """One turn of a call, or a line that the agent's code logged."""

    _nullable = frozenset(
        [
            "text",
            "text_chunks",
            "end_reason",
            "tool_calls",
            "vad_buffer_ms",
            "tts_ttfb",
            "log_event",
            "log_metric",
        ]
    )
    role: str | TranscriptRole
    """Who spoke."""
    start_timestamp: float
    """Seconds from the beginning of the call to that of the turn."""
    end_timestamp: float
    """Seconds from the beginning of the call to the end of the turn."""
    text: str | None = None
    """What was said."""
    text_chunks: list[TextChunk] | None = None
    """The text in pieces, with times."""
    end_reason: str | TranscriptEndReason | None = None
    """Why the turn ended."""
    tool_calls: list[ToolCall] | None = None
    """Tools that were called in the turn."""
    vad_buffer_ms: int | None = None
    """Milliseconds that voice detection held back."""
    tts_ttfb: float | None = None
    """Seconds until the first audio came."""
    log_event: LogEvent | None = None
    """Event that the agent's code logged."""
    log_metric: LogMetric | None = None
    """Number that the agent's code logged."""
