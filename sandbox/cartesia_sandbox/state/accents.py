"""The accent catalog. The sandbox derives the locale of an accent from its name."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..description.errors import APIError, invalid

IDS_SINCE = "2026-08-14"
"""Earlier versions identify accents by their display names."""


class Accent(NamedTuple):
    """An accent of the catalog."""

    id: str
    name: str
    locale: str
    localizable: bool = False
    """Whether voices can be localized to it. It is then also the default accent of its locale."""
    new: bool = False
    """Whether earlier versions do not have it."""

    @property
    def language(self) -> str:
        """Return the code of the language."""
        return self.locale[:2]


ACCENTS = {
    accent.id: accent
    for accent in (
        Accent("abruzzo-italian", "Abruzzo Italian", "it-IT"),
        Accent("african-american", "African American English", "en-US"),
        Accent("african-french", "African French", "fr-SN"),
        Accent("arabic", "Arabic", "ar-EG"),
        Accent("arabic-english", "Arabic English", "en-AE"),
        Accent("australian", "Australian English", "en-AU", True),
        Accent("bagheli", "Bagheli Hindi", "hi-IN"),
        Accent("belgian-french", "Belgian French", "fr-BE"),
        Accent("brazilian-portuguese", "Brazilian Portuguese", "pt-BR", True),
        Accent("british", "British English", "en-GB", True),
        Accent("budapest", "Budapest Hungarian", "hu-HU"),
        Accent("bulgarian", "Bulgarian", "bg-BG"),
        Accent("california", "California English", "en-US"),
        Accent("camba", "Camba Spanish", "es-BO"),
        Accent("campania", "Campania Italian", "it-IT"),
        Accent("canadian-english", "Canadian English", "en-CA"),
        Accent("canadian-french", "Canadian French", "fr-CA", True),
        Accent("castilian", "Castilian Spanish", "es-ES", True),
        Accent("central-tamil", "Central Tamil", "ta-IN", True),
        Accent("central-thai", "Central Thai", "th-TH", True),
        Accent("central-vietnamese", "Central Vietnamese", "vi-VN"),
        Accent("chilean", "Chilean Spanish", "es-CL"),
        Accent("colombian", "Colombian Spanish", "es-CO"),
        Accent("czech", "Czech", "cs-CZ"),
        Accent("danish", "Danish", "da-DK"),
        Accent("european-portuguese", "European Portuguese", "pt-PT"),
        Accent("finnish", "Finnish", "fi-FI"),
        Accent("general-american", "General American English", "en-US", True),
        Accent("high-german", "High German", "de-DE", True),
        Accent("hindi", "Hindi", "hi-IN", True),
        Accent("indian-english", "Indian English", "en-IN"),
        Accent("indian-urdu", "Indian Urdu", "ur-IN", new=True),
        Accent("irish", "Irish English", "en-IE"),
        Accent("israeli", "Israeli Hebrew", "he-IL", True),
        Accent("istanbul", "Istanbul Turkish", "tr-TR", True),
        Accent("italian", "Italian", "it-IT", True),
        Accent("jakarta", "Jakarta Indonesian", "id-ID"),
        Accent("japanese", "Japanese", "ja-JP", True),
        Accent("jessore", "Jessore Bengali", "bn-BD"),
        Accent("khaleeji", "Khaleeji Arabic", "ar-AE"),
        Accent("konkani", "Konkani", "mr-IN"),  # it has no code of two letters; this is Marathi's
        Accent("korean", "Korean", "ko-KR", True),
        Accent("kyiv", "Kyiv Ukrainian", "uk-UA"),
        Accent("malay", "Malay", "ms-MY"),
        Accent("mandarin", "Mandarin Chinese", "zh-CN", True),
        Accent("manila", "Manila Filipino", "tl-PH"),
        Accent("mexican", "Mexican Spanish", "es-MX", True),
        Accent("middle-eastern-arabic", "Middle Eastern Arabic", "ar-LB"),
        Accent("midwestern-american", "Midwestern American English", "en-US"),
        Accent("modern-standard-arabic", "Modern Standard Arabic", "ar-SA", True),
        Accent("moldovan", "Moldovan Romanian", "ro-MD"),
        Accent("new-york", "New York English", "en-US"),
        Accent("new-zealand", "New Zealand English", "en-NZ"),
        Accent("north-kerala", "North Kerala Malayalam", "ml-IN"),
        Accent("odia", "Odia", "or-IN", new=True),
        Accent("oslo", "Oslo Norwegian", "no-NO"),
        Accent("parisian", "Parisian French", "fr-FR", True),
        Accent("parsi", "Parsi Gujarati", "gu-IN"),
        Accent("peruvian", "Peruvian Spanish", "es-PE"),
        Accent("polish", "Polish", "pl-PL", True),
        Accent("powadhi", "Powadhi Punjabi", "pa-IN"),
        Accent("randstad", "Randstad Dutch", "nl-NL", True),
        Accent("romanian", "Romanian", "ro-RO", new=True),
        Accent("russian", "Russian", "ru-RU", True),
        Accent("singaporean", "Singaporean English", "en-SG"),
        Accent("slovak", "Slovak", "sk-SK"),
        Accent("south-african", "South African English", "en-ZA"),
        Accent("southern-karnataka", "Southern Karnataka Kannada", "kn-IN"),
        Accent("southern-us", "Southern American English", "en-US", True),
        Accent("southern-vietnamese", "Southern Vietnamese", "vi-VN"),
        Accent("standard-japanese", "Standard Japanese", "ja-JP"),
        Accent("stockholm", "Stockholm Swedish", "sv-SE", True),
        Accent("swiss-standard", "Swiss Standard German", "de-CH"),
        Accent("taiwanese-mandarin", "Taiwanese Mandarin", "zh-TW", new=True),
        Accent("tbilisi", "Tbilisi Georgian", "ka-GE"),
        Accent("telangana", "Telangana Telugu", "te-IN", True),
        Accent("thessaloniki", "Thessaloniki Greek", "el-GR"),
        Accent("urdu", "Urdu", "ur-PK", new=True),
        Accent("zagreb", "Zagreb Croatian", "hr-HR"),
    )
}
_BY_NAME = {accent.name: accent for accent in ACCENTS.values()}
_BY_DIALECT = {
    ("en", "au"): "australian",
    ("en", "in"): "indian-english",
    ("en", "so"): "southern-us",
    ("en", "uk"): "british",
    ("en", "us"): "general-american",
    ("es", "mx"): "mexican",
    ("es", "pe"): "peruvian",
    ("pt", "br"): "brazilian-portuguese",
    ("pt", "eu"): "european-portuguese",
    ("fr", "eu"): "parisian",
    ("fr", "ca"): "canadian-french",
}


def find(text: str, version: str) -> Accent:
    """Return the accent that a request of this version names. Raise APIError if there is none."""
    found = ACCENTS.get(text) if version >= IDS_SINCE else _BY_NAME.get(text) or ACCENTS.get(text)
    if found is None:
        raise invalid(f"accent: there is no accent {text!r}")
    return found


def default_for(language: str, dialect: str | None = None) -> Accent | None:
    """Return the default accent of a language and a dialect, which versions without accents name; None if there is none.

    Raises:
        APIError: The language has no such dialect.
    """
    if dialect is not None:
        if (language, dialect) not in _BY_DIALECT:
            raise invalid(f"dialect: {language!r} has no dialect {dialect!r}")
        return ACCENTS[_BY_DIALECT[language, dialect]]
    if language == "en":
        return ACCENTS["general-american"]
    candidates = [accent for accent in ACCENTS.values() if accent.language == language]
    return min(candidates, key=lambda accent: not accent.localizable, default=None)


def require_localizable(accent: Accent) -> Accent:
    """Return the accent. Raise APIError if voices cannot be localized to it."""
    if not accent.localizable:
        raise APIError(400, f"Voices cannot be localized to {accent.name}.", title="Accent not localizable")
    return accent


def represent(id: str | None, version: str) -> str | None:
    """Return the accent of a voice as a response of this version names it."""
    if id is None or version >= IDS_SINCE:
        return id
    accent = ACCENTS[id]
    return None if accent.new else accent.name


def catalog() -> list[dict[str, Any]]:
    """Return all accents as the API lists them."""
    return [
        {
            "id": accent.id,
            "name": accent.name,
            "language": accent.language,
            "locale": accent.locale,
            "is_locale_default": accent.localizable and accent.id != "southern-us",
            "is_localizable": accent.localizable,
        }
        for accent in ACCENTS.values()
    ]
