"""The voices of a sandbox: its fixtures, and those that callers create."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..description.errors import APIError, invalid
from ..voice.sound import Timbre
from .accents import ACCENTS
from .store import Store
from .voice_fixtures import OWNED_VOICES, OWNER, PUBLIC_VOICES, TRAINED_VOICE, VoiceFixture

Voice = dict[str, Any]
MAX_ACCENTS = 10
OWNED = {"is_owner": True, "access": "private", "visibility": "owner"}
"""The fields of a voice that the caller may change."""


class VoiceStore(Store):
    """The voices, with more fields than the API shows: `timbre`, and `accents` with the native one first."""

    def __init__(self) -> None:
        voices = [_fixture_voice(fixture) for fixture in PUBLIC_VOICES]
        voices += [{**_fixture_voice(fixture), **OWNED} for fixture in OWNED_VOICES]
        super().__init__("voice", voices, code="voice_not_found")
        self.update(TRAINED_VOICE, {"fine_tune": "fine_tune_9c"})

    def timbre(self, id: str) -> Timbre:
        """Return the timbre of a voice. Raise APIError with 404 if there is none."""
        timbre: Timbre = self.get(id)["timbre"]
        return timbre

    def get_owned(self, id: str) -> Voice:
        """Return a voice that the caller may change.

        Raises:
            APIError: 404 if there is none, 403 if the caller does not own it.
        """
        voice = self.get(id)
        if not voice["is_owner"]:
            raise APIError(403, "Only the owner of a voice can change it.", title="Forbidden")
        return voice

    def search(self, query: Mapping[str, Any]) -> list[Voice]:
        """Return the voices that match the filters of a query, in a fixed order."""
        found: Iterable[Voice] = self.list()
        if text := query.get("q"):
            found = [voice for voice in found if _fold(text) in _fold(_searched_text(voice))]
        if gender := query.get("gender"):
            found = [voice for voice in found if voice["gender"] == gender]
        if query.get("is_owner"):
            found = [voice for voice in found if voice["is_owner"]]
        if query.get("is_starred"):
            found = []  # the API has no operation that stars a voice
        if language := query.get("language"):
            found = [voice for voice in found if _speaks(voice, language.replace("_", "-"))]
        return [*found]


def new_voice(
    id: str,
    name: str,
    timbre: Timbre,
    accents: Sequence[str],
    *,
    created_at: str,
    tagline: str = "",
    description: str = "",
    gender: str | None = None,
    language: str | None = None,
) -> Voice:
    """Return a public voice. The language is that of the first accent, or `language` for a voice without accents."""
    return {
        "id": id,
        "user_id": OWNER,
        "is_owner": False,
        "access": "public",
        "visibility": "all",
        "name": name,
        "tagline": tagline,
        "description": description,
        "created_at": created_at,
        "timbre": timbre,
        "default_gender": gender,
        "default_accent": accents[0] if accents else None,
        "gender": gender,
        **accent_fields(accents, language),
    }


def accent_fields(accents: Sequence[str], language: str | None = None) -> Voice:
    """Return the fields that follow from the accents of a voice, the native one first; without any, from its language.

    Raises:
        APIError: There are too many accents.
    """
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
        "accents": [*accents],
        "accent": accents[0],
        "language": locales[0][:2],
        "country": locales[0][3:],
        "locales": [{"locale": locale, "is_native": index == 0} for index, locale in enumerate(locales)],
    }


def _fixture_voice(fixture: VoiceFixture) -> Voice:
    return new_voice(
        fixture.id,
        fixture.name,
        fixture.timbre,
        fixture.accents.split(),
        created_at="2025-02-03T10:15:30Z",
        tagline=fixture.tagline,
        description=fixture.description,
        gender=fixture.gender,
    )


def _searched_text(voice: Voice) -> str:
    return f"{voice['name']} {voice['description']} {voice['id']}"


def _fold(text: str) -> str:
    """Return the text in lower case, without diacritics."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )


def _speaks(voice: Voice, language: str) -> bool:
    locales = [entry["locale"] for entry in voice["locales"]]
    return language in locales if "-" in language else any(locale[:2] == language for locale in locales)
