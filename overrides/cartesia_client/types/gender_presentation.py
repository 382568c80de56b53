# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""GenderPresentation."""

from cartesia_api.models.gender_presentation import GenderPresentation as GenderPresentation

__all__ = ["GenderPresentation"]
