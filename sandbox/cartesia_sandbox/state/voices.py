"""The voices of the sandbox: those that everybody has, and those that a caller makes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from ..description.errors import APIError, invalid
from ..voice.sound import Timbre
from .accents import ACCENTS
from .store import Store
from .voice_fixtures import OWNED_VOICES, OWNER, PUBLIC_VOICES, VoiceFixture

Voice = dict[str, Any]
MAX_ACCENTS = 10


class VoiceStore(Store):
    """The voices of one sandbox, with more than the API shows of them: `timbre`, and `accents` with the native one first."""

    def __init__(self) -> None:
        fixtures = [voice_of(seed) for seed in PUBLIC_VOICES]
        own = [{**voice_of(seed), **OWNED} for seed in OWNED_VOICES]
        own[1]["fine_tune"] = "fine_tune_9c"
        super().__init__("voice", fixtures + own, code="voice_not_found")

    def timbre(self, id: str) -> Timbre:
        timbre: Timbre = self.get(id)["timbre"]
        return timbre

    def owned(self, id: str) -> Voice:
        """A voice that the caller may change; refuses those of others with 403."""
        voice = self.get(id)
        if not voice["is_owner"]:
            raise APIError(403, "Only the owner of a voice can change it.", title="Forbidden")
        return voice

    def search(self, query: Mapping[str, Any]) -> list[Voice]:
        """The voices that fit the filters, in a fixed order."""
        found: Iterable[Voice] = self.list()
        if text := query.get("q"):
            found = [voice for voice in found if _folded(text) in _folded(_searched(voice))]
        if gender := query.get("gender"):
            found = [voice for voice in found if voice["gender"] == gender]
        if query.get("is_owner"):
            found = [voice for voice in found if voice["is_owner"]]
        if query.get("is_starred"):
            found = []  # nobody has starred any
        if language := query.get("language"):
            found = [voice for voice in found if _speaks(voice, language.replace("_", "-"))]
        return [*found]


OWNED = {"is_owner": True, "access": "private", "visibility": "owner"}


def voice_of(seed: VoiceFixture) -> Voice:
    return {
        "id": seed.id,
        "user_id": OWNER,
        "is_owner": False,
        "access": "public",
        "visibility": "all",
        "name": seed.name,
        "tagline": seed.tagline,
        "description": seed.description,
        "created_at": "2025-02-03T10:15:30Z",
        "timbre": seed.timbre,
        "default_gender": seed.gender,
        "default_accent": seed.accents.split()[0],
        "gender": seed.gender,
        **locale_fields(seed.accents.split()),
    }


def locale_fields(accents: list[str], language: str | None = None) -> Voice:
    """What follows from the accents of a voice, the native one first; without any, from its language."""
    if not accents:
        locale = f"{language}-{(language or '').upper()}"
        return {
            "accents": [],
            "accent": None,
            "language": language,
            "country": None,
            "locales": [{"locale": locale, "is_native": True}],
        }
    if len(accents) > MAX_ACCENTS:
        raise invalid(f"accents: a voice has {MAX_ACCENTS} at most, its native one included")
    locales = [*dict.fromkeys(ACCENTS[id].locale for id in accents)]
    return {
        "accents": accents,
        "accent": accents[0],
        "language": locales[0][:2],
        "country": locales[0][3:],
        "locales": [{"locale": locale, "is_native": index == 0} for index, locale in enumerate(locales)],
    }


def _searched(voice: Voice) -> str:
    return f"{voice['name']} {voice['description']} {voice['id']}"


def _folded(text: str) -> str:
    """Lower case, without diacritics."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )


def _speaks(voice: Voice, language: str) -> bool:
    locales = [entry["locale"] for entry in voice["locales"]]
    return language in locales if "-" in language else any(locale[:2] == language for locale in locales)
