# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .gender import Gender
from .localize_dialect import LocalizeDialect
from .localize_target_language import LocalizeTargetLanguage
from .voice_accent import VoiceAccent


class LocalizeVoiceRequest(Model):
    """Which voice to take, and what to make of it."""

    _nullable = frozenset(["dialect"])
    voice_id: str
    """Id of the voice to start from."""
    name: str
    """Name of the new voice."""
    accent: VoiceAccent
    """Ids of the accent catalog."""
    description: str | None = None
    """What the new voice is like."""
    tagline: str | None = None
    """A few words about the new voice."""
    language: LocalizeTargetLanguage | None = None
    """Languages that a voice can be localized to."""
    dialect: LocalizeDialect | None = None
    """Dialect of the new voice, for English, Spanish, Portuguese and French. The accent has replaced it."""
    original_speaker_gender: Gender | None = None
    """Gender of a speaker."""
