# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .agent_call import AgentCall


class GetCallsResponse(Model):
    """A page of calls. It does not say whether there are more; the cursor does."""

    _nullable = frozenset(["next_page"])
    data: list[AgentCall]
    """The calls of this page."""
    next_page: str | None = None
    """Cursor of the next page, an id for `starting_after`."""
