# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""LocalizeDialect."""

from cartesia_api.models.localize_dialect import LocalizeDialect as LocalizeDialect

__all__ = ["LocalizeDialect"]
