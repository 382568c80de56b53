# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamMedia."""

from cartesia_api.events import AgentStreamMedia as AgentStreamMedia

__all__ = ["AgentStreamMedia"]
