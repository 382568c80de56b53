from typing import Literal

LocalizeTargetLanguage = Literal[
    "de", "en", "es", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "zh"
]

LOCALIZE_TARGET_LANGUAGE_VALUES: set[LocalizeTargetLanguage] = {
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


def check_localize_target_language(value: str) -> LocalizeTargetLanguage:
    if value in LOCALIZE_TARGET_LANGUAGE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LOCALIZE_TARGET_LANGUAGE_VALUES!r}"
    )
