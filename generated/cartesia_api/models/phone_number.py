# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ..model import Model


class PhoneNumber(Model):
    """A phone number of an agent."""

    agent_id: str
    """Id of the agent that it reaches."""
    number: str
    """The number."""
    created_at: datetime.datetime
    """When it was added, in UTC."""
    updated_at: datetime.datetime
    """When it was changed last, in UTC."""
    is_cartesia_managed: bool
    """Whether Cartesia provides it; always true, so far."""
