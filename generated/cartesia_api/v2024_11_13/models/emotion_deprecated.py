from typing import Literal

EmotionDeprecated = Literal[
    "anger",
    "anger:high",
    "anger:highest",
    "anger:low",
    "anger:lowest",
    "curiosity",
    "curiosity:high",
    "curiosity:highest",
    "curiosity:low",
    "curiosity:lowest",
    "positivity",
    "positivity:high",
    "positivity:highest",
    "positivity:low",
    "positivity:lowest",
    "sadness",
    "sadness:high",
    "sadness:highest",
    "sadness:low",
    "sadness:lowest",
    "surprise",
    "surprise:high",
    "surprise:highest",
    "surprise:low",
    "surprise:lowest",
]

EMOTION_DEPRECATED_VALUES: set[EmotionDeprecated] = {
    "anger",
    "anger:high",
    "anger:highest",
    "anger:low",
    "anger:lowest",
    "curiosity",
    "curiosity:high",
    "curiosity:highest",
    "curiosity:low",
    "curiosity:lowest",
    "positivity",
    "positivity:high",
    "positivity:highest",
    "positivity:low",
    "positivity:lowest",
    "sadness",
    "sadness:high",
    "sadness:highest",
    "sadness:low",
    "sadness:lowest",
    "surprise",
    "surprise:high",
    "surprise:highest",
    "surprise:low",
    "surprise:lowest",
}


def check_emotion_deprecated(value: str) -> EmotionDeprecated:
    if value in EMOTION_DEPRECATED_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EMOTION_DEPRECATED_VALUES!r}")
