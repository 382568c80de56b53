from typing import Literal

GenderPresentation = Literal["feminine", "gender_neutral", "masculine"]

GENDER_PRESENTATION_VALUES: set[GenderPresentation] = {
    "feminine",
    "gender_neutral",
    "masculine",
}


def check_gender_presentation(value: str) -> GenderPresentation:
    if value in GENDER_PRESENTATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GENDER_PRESENTATION_VALUES!r}")
