from typing import Literal

AttachVoiceAccent = Literal[
    "australian",
    "brazilian-portuguese",
    "british",
    "canadian-french",
    "castilian",
    "central-tamil",
    "central-thai",
    "general-american",
    "high-german",
    "hindi",
    "israeli",
    "istanbul",
    "italian",
    "japanese",
    "korean",
    "mandarin",
    "mexican",
    "modern-standard-arabic",
    "parisian",
    "polish",
    "randstad",
    "russian",
    "southern-us",
    "stockholm",
    "telangana",
]

ATTACH_VOICE_ACCENT_VALUES: set[AttachVoiceAccent] = {
    "australian",
    "brazilian-portuguese",
    "british",
    "canadian-french",
    "castilian",
    "central-tamil",
    "central-thai",
    "general-american",
    "high-german",
    "hindi",
    "israeli",
    "istanbul",
    "italian",
    "japanese",
    "korean",
    "mandarin",
    "mexican",
    "modern-standard-arabic",
    "parisian",
    "polish",
    "randstad",
    "russian",
    "southern-us",
    "stockholm",
    "telangana",
}


def check_attach_voice_accent(value: str) -> AttachVoiceAccent:
    if value in ATTACH_VOICE_ACCENT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ATTACH_VOICE_ACCENT_VALUES!r}")
