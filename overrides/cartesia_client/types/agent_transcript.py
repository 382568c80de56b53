# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentTranscript."""

from cartesia_api.models.agent_transcript import AgentTranscript as AgentTranscript

__all__ = ["AgentTranscript"]
