"""The voices of the sandbox, and lists of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from .refusals import invalid, not_found
from .speech import Timbre

Voice = dict[str, Any]
DEFAULT_LIMIT = 10


class Seed(NamedTuple):
    id: str
    name: str
    tagline: str
    description: str
    gender: str
    locales: str
    accent: str
    timbre: Timbre


# Names and ids that documentation and examples use come first; the timbres are this sandbox's own.
SEEDS = (
    Seed("f786b574-daa5-4673-aa0c-cbe3e8534c02", "Katie", "Friendly fixer", "An even, friendly voice for support.", "feminine", "en-US", "general-american", Timbre(1.0, 1.0)),
    Seed("a5136bf9-224c-4d76-b823-52bd5efcffcc", "Jameson", "Easygoing pal", "A low, relaxed voice for small talk.", "masculine", "en-US", "general-american", Timbre(0.72, 0.95)),
    Seed("694f9389-aac1-45b6-b726-9d9369183238", "Clara", "Calm narrator", "A measured voice for long texts.", "feminine", "en-US", "california", Timbre(0.93, 0.88)),
    Seed("a0e99841-438c-4a64-b679-ae501e7d6091", "Barrett", "Newsreader", "A firm voice for announcements.", "masculine", "en-US", "midwestern-american", Timbre(0.78, 1.05)),
    Seed("bf0a246a-8642-498a-9950-80c35e9276b5", "Sophie", "Bright helper", "A light, quick voice for assistants.", "feminine", "en-GB", "british", Timbre(1.12, 1.08)),
    Seed("78ab82d5-25be-4f7d-82b3-7ad64e5b85b2", "Savannah", "Warm host", "A warm voice with a southern touch.", "feminine", "en-US", "southern-us", Timbre(1.06, 0.9)),
    Seed("e07c00bc-4134-4eae-9ea4-1a55fb45746b", "Brooke", "Big sister", "A young, lively voice for games.", "feminine", "en-AU", "australian", Timbre(1.2, 1.12)),
    Seed("6ccbfb76-1fc6-48f7-b71d-91ac6298247b", "Tessa", "Kind companion", "A gentle voice for quiet moments.", "feminine", "en-IE", "irish", Timbre(1.03, 0.84)),
    Seed("db6b0ed5-d5d3-463d-ae85-518a07d3c2b4", "Skylar", "Neutral guide", "A voice that is neither high nor low.", "gender_neutral", "en-CA", "canadian-english", Timbre(0.86, 1.0)),
    Seed("3f1c8a52-0b7d-4c19-9a54-5d2e6f7a8b01", "Héloïse", "Conteuse", "A French voice for stories.", "feminine", "fr-FR en-GB", "parisian", Timbre(1.08, 0.96)),
    Seed("5b2d9c63-1c8e-4d2a-8b65-6e3f7a8b9c02", "Jürgen", "Sachlich", "A German voice for plain facts.", "masculine", "de-DE", "high-german", Timbre(0.7, 0.98)),
    Seed("7c3eab74-2d9f-4e3b-9c76-7f4a8b9cad03", "Inés", "Cercana", "A Spanish voice for everyday talk.", "feminine", "es-ES es-MX", "castilian", Timbre(1.1, 1.04)),
)  # fmt: skip


class Catalog:
    """The voices of one sandbox."""

    def __init__(self) -> None:
        self._voices = {seed.id: _voice(seed) for seed in SEEDS}
        self._timbres = {seed.id: seed.timbre for seed in SEEDS}

    def get(self, id: str) -> Voice:
        if id not in self._voices:
            raise not_found("voice", "voice_not_found")
        return self._voices[id]

    def timbre(self, id: str) -> Timbre:
        self.get(id)
        return self._timbres[id]

    def list(self, query: Mapping[str, Any]) -> list[Voice]:
        """The voices that fit the filters, in a fixed order."""
        found: Iterable[Voice] = self._voices.values()
        if text := query.get("q"):
            found = [voice for voice in found if _folded(text) in _folded(_searched(voice))]
        if gender := query.get("gender"):
            found = [voice for voice in found if voice["gender"] == gender]
        if (owner := query.get("is_owner")) is not None and owner:
            found = [voice for voice in found if voice["is_owner"]]
        if language := query.get("language"):
            found = [voice for voice in found if _speaks(voice, language.replace("_", "-"))]
        return [*found]


def page(items: Sequence[Mapping[str, Any]], query: Mapping[str, Any]) -> dict[str, Any]:
    """One page of a list, by `limit`, and `starting_after` or `ending_before`."""
    limit = query.get("limit") or DEFAULT_LIMIT
    after, before = query.get("starting_after"), query.get("ending_before")
    if after and before:
        raise invalid("starting_after and ending_before exclude each other")
    ids = [item["id"] for item in items]
    if (cursor := after or before) and cursor not in ids:
        raise invalid(f"{'starting_after' if after else 'ending_before'}: no item of this list has the id {cursor!r}")
    if before:
        end = ids.index(before)
        start = max(0, end - limit)
        data, more = items[start:end], start > 0
        cursor = data[0]["id"] if data else None
    else:
        start = ids.index(after) + 1 if after else 0
        data, more = items[start : start + limit], start + limit < len(items)
        cursor = data[-1]["id"] if data else None
    return {"data": list(data), "has_more": more, "next_page": cursor if more else None}


def shown(voice: Voice, expand: Sequence[str]) -> Voice:
    """A voice as a response has it: with the fields that were asked for. There are no previews here, which is null."""
    return {**voice, "preview_file_url": None} if "preview_file_url" in expand else voice


def _voice(seed: Seed) -> Voice:
    locales = seed.locales.split()
    return {
        "id": seed.id,
        "is_owner": False,
        "access": "public",
        "visibility": "all",
        "name": seed.name,
        "tagline": seed.tagline,
        "description": seed.description,
        "gender": seed.gender,
        "created_at": "2025-02-03T10:15:30Z",
        "language": locales[0][:2],
        "locales": [{"locale": locale, "is_native": index == 0} for index, locale in enumerate(locales)],
        "accent": seed.accent,
        "country": locales[0][3:],
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
