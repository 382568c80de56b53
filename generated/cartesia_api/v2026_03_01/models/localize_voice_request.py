# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.gender import Gender
from ...models.localize_dialect import LocalizeDialect
from ...models.localize_target_language import LocalizeTargetLanguage
from .voice_accent import VoiceAccent


class LocalizeVoiceRequest(Model):
    """Which voice to take, and what to make of it."""

    _nullable = frozenset(["dialect"])
    voice_id: str
    name: str
    description: str
    language: LocalizeTargetLanguage
    original_speaker_gender: Gender
    accent: VoiceAccent | None = None
    """Display names of accents."""
    tagline: str | None = None
    dialect: LocalizeDialect | None = None
    """Dialect of the new voice, for English, Spanish, Portuguese and French."""
