"""Objects as values: setting their attributes, and whether a pickle can hold them."""

from __future__ import annotations

from typing import Any


def set_attributes(made: object, attributes: dict[str, Any]) -> None:
    """Set attributes of an object, those in slots, too, without what its class does when one is set."""
    for name, value in attributes.items():
        object.__setattr__(made, name, value)


def pickled(value: object) -> bytes | None:
    """Return the pickle of a value, None if there is none."""
    import pickle  # few programs need it

    try:
        return pickle.dumps(value)
    except Exception:  # any that the value raises; the caller names the option
        return None
