# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class CancelContextRequest(Model):
    """Ends a context; what has not been spoken yet will not be."""

    context_id: str
    """Id of the context."""
    cancel: bool = True
    """Says that it is to end. Default: True."""
