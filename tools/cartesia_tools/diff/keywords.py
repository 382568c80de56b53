"""The keywords of schemas by what they are for."""

from __future__ import annotations

from typing import Any, TypeGuard

ALIASES = "x-aliases"
"""The keyword of second names: former names of a method, other names of a type."""
TEXTS = (
    "description",
    "summary",
    "title",
    "example",
    "examples",
    "x-evidence",
    "x-former",
    "externalDocs",
    "tags",
    "$comment",
)
DOCUMENTATION = (*TEXTS, ALIASES)
"""Keywords for readers: programs do not depend on them."""
ANNOTATIONS = ("default", "deprecated", "readOnly", "writeOnly", "x-context")
"""Keywords about a schema as a whole, whichever variant a value is."""
NAMING = ("$schema", "$id", "$anchor", "$dynamicAnchor", "$defs", "definitions")
"""Keywords that only give names; what they name is compared where it is referred to."""
LIMITS = {
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"), 1),
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"), -1),
}
"""+1 where a greater number allows more, -1 where it allows less."""

RESTRICTING = ("pattern", "uniqueItems", "multipleOf", "propertyNames", "dependentRequired", "contains", "not")
"""Keywords that only forbid: without them, more is allowed."""


def listed(value: Any) -> list[Any]:
    """Return the entries of what may stand alone or in a list, such as `type`."""
    return value if isinstance(value, list) else [] if value is None else [value]


def is_limit(value: Any) -> TypeGuard[float]:
    """Return whether a value is a number that a limit may be."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)
