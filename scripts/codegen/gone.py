"""Notes which keys of objects that callers pass are gone, and which date had them last, so that an error can name the way out.

Only the descriptions of all dates together can tell. What a property of a schema could hold at an older date, and what it can
hold now, is compared by the names of both; what has no such name in both is left alone.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence

from .merge import Contract, Doc

KEY = "x-gone"


def with_gone(contracts: Sequence[Contract]) -> list[Contract]:
    """Return the contracts, newest first, with `x-gone` on properties: keys of their objects, each with its last date."""
    found = []
    for index, contract in enumerate(contracts):
        noted = Contract(contract.defaults)
        noted.doc, noted.origin = copy.deepcopy(contract.doc), contract.origin
        for older in contracts[index + 1 :]:
            for name, schema in _schemas(noted).items():
                _note(schema, _schemas(older).get(name, {}), noted, older)
        found.append(noted)
    return found


def _schemas(contract: Contract) -> dict[str, Doc]:
    found: dict[str, Doc] = contract.doc["components"].get("schemas", {})
    return found


def _note(schema: Doc, former: Doc, contract: Contract, older: Contract) -> None:
    for name, entry in schema.get("properties", {}).items():
        known = object_keys(contract, entry)
        before = object_keys(older, former.get("properties", {}).get(name, {}))
        # An object that needs no key takes any; an error speaks of keys only where one is lacking.
        if any(known.values()) and (gone := before.keys() - known.keys()):
            dates = dict.fromkeys(sorted(gone), older.doc["info"]["version"])
            entry[KEY] = {**dates, **entry.get(KEY, {})}


def object_keys(contract: Contract, schema: Doc) -> dict[str, bool]:
    """Return the keys of an object, or of each object that a field may be, and whether all of these require it."""
    forms = [*_objects(contract, schema)]
    names = dict.fromkeys(name for form in forms for name in form["properties"])
    return {name: all(name in form.get("required", ()) for form in forms) for name in names}


def _objects(contract: Contract, schema: Doc) -> Iterator[Doc]:
    target = contract.resolve(schema)
    for entry in target.get("oneOf") or target.get("anyOf") or ():
        yield from _objects(contract, entry)
    if "properties" in target:
        yield target
