"""What is known of the fields of models and events, as pydantic has it."""

from __future__ import annotations

from typing import Any, NamedTuple, get_type_hints


class FieldInfo(NamedTuple):
    """What is known of a field, under the names that pydantic has for it."""

    annotation: Any
    default: Any
    required: bool
    alias: str | None
    """Its name in JSON, if Python has another."""

    def is_required(self) -> bool:
        """Return whether an object of the API always has it."""
        return self.required


class FieldInfos:
    """What `model_fields` of a class of objects returns; built when it is asked for."""

    def __get__(self, record: object, owner: Any) -> dict[str, FieldInfo]:
        hints, defaults, names = get_type_hints(owner), owner._defaults(), owner._json_names
        return {
            name: FieldInfo(hints.get(name, str), defaults.get(name), name not in defaults, names.get(name))
            for name in owner._field_names()
        }
