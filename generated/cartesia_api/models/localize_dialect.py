from typing import Literal

LocalizeDialect = Literal["au", "br", "ca", "eu", "in", "mx", "pe", "so", "uk", "us"]

LOCALIZE_DIALECT_VALUES: set[LocalizeDialect] = {
    "au",
    "br",
    "ca",
    "eu",
    "in",
    "mx",
    "pe",
    "so",
    "uk",
    "us",
}


def check_localize_dialect(value: str) -> LocalizeDialect:
    if value in LOCALIZE_DIALECT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOCALIZE_DIALECT_VALUES!r}")
