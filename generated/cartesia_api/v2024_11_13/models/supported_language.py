from typing import Literal

SupportedLanguage = Literal[
    "de", "en", "es", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "zh"
]

SUPPORTED_LANGUAGE_VALUES: set[SupportedLanguage] = {
    "de",
    "en",
    "es",
    "fr",
    "hi",
    "it",
    "ja",
    "ko",
    "nl",
    "pl",
    "pt",
    "ru",
    "sv",
    "tr",
    "zh",
}


def check_supported_language(value: str) -> SupportedLanguage:
    if value in SUPPORTED_LANGUAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SUPPORTED_LANGUAGE_VALUES!r}")
