# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Facts of Cartesia-Version 2026-03-01 that the client needs at run time."""

from __future__ import annotations

# Of the package above, where this module lies in the end.
from ..contract import ROUTES as NEWEST

ROUTES = NEWEST.dated("2026-03-01", without=("voices.list_accents",))
