from typing import Literal

NaturalSpecifier = Literal["fast", "fastest", "normal", "slow", "slowest"]

NATURAL_SPECIFIER_VALUES: set[NaturalSpecifier] = {
    "fast",
    "fastest",
    "normal",
    "slow",
    "slowest",
}


def check_natural_specifier(value: str) -> NaturalSpecifier:
    if value in NATURAL_SPECIFIER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NATURAL_SPECIFIER_VALUES!r}")
