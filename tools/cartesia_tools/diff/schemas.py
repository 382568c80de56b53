"""Walks two schemas side by side, through references, unions, arrays and objects, and reports every difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from ..contract import Doc
from .change import Change, Use
from .normalize import NOTES, TEXTS, Document, Form, Variant, equal, key_of, same
from .rules import Direction, Kind

# +1 where a greater number allows more, -1 where it allows less.
_LIMITS = {
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"), 1),
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"), -1),
}
_SCALARS = ("string", "integer", "number", "boolean")
_ELSEWHERE = ("properties", "required", "additionalProperties", *NOTES, *TEXTS)  # not for `_keyword`


class Place(NamedTuple):
    """Where the walk stands."""

    direction: Direction
    subject: str
    use: Use

    def at(self, name: str) -> Place:
        """The place of a field, or of any element (`*`)."""
        shown = f"{self.subject}[]" if name == "*" else f"{self.subject}.{name}"
        return Place(self.direction, shown, replace(self.use, path=(*self.use.path, name)))

    def called(self, *names: str | None) -> Place:
        """The same place under the first name that is one."""
        return self._replace(subject=next((name for name in names if name), self.subject))


class Walk:
    """Collects the differences between two contracts. Equal differences of many operations become one."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        self.found: dict[str, Change] = {}
        self._under_way: set[tuple[int, int, Direction]] = set()
        self._equal: set[tuple[int, int, Direction]] = set()
        self._reports = self._cuts = 0

    def report(self, kind: Kind, place: Place, **facts: Any) -> None:
        self._reports += 1
        key = key_of([kind.label, place.direction, place.subject, facts])
        change = self.found.setdefault(key, Change(kind, place.direction, place.subject, facts))
        if place.use not in change.uses:
            change.uses.append(place.use)

    # -- schemas --------------------------------------------------------------------------------------------------

    def schemas(self, first: Any, second: Any, place: Place) -> None:
        old, new = self.old.form(first), self.new.form(second)
        # A schema that contains itself is compared once on each way down.
        key = (id(old), id(new), place.direction)
        if key in self._under_way or key in self._equal:
            self._cuts += key in self._under_way
            return
        before = self._reports, self._cuts
        self._under_way.add(key)
        # What stands beside a reference is said of the field, not of the component.
        plain = not any(
            isinstance(node, dict) and {"$ref", "allOf"} & node.keys() and len(node) > 1 for node in (first, second)
        )
        self._forms(old, new, place.called(new.name, old.name) if plain else place)
        self._under_way.discard(key)
        if (self._reports, self._cuts) == before:
            self._equal.add(key)

    def _forms(self, old: Form, new: Form, place: Place) -> None:
        self._notes(old.notes, new.notes, place)
        self._texts(old.texts, new.texts, place)
        if old.null != new.null:
            self.report(Kind.NULL_ADDED if new.null else Kind.NULL_REMOVED, place)
        named = place.called(new.name, old.name)
        settled = self._values(old, new, named)
        pairs, gone, added = _matched(old.variants, new.variants)
        alone = len(old.variants) == len(new.variants) == 1
        for one, other in pairs:
            if one.type != other.type:
                self.report(Kind.TYPE_CHANGED, place, old=one.type or "anything", new=other.type or "anything")
                continue
            inner = _in_error(named.called(other.name, one.name), one, other)
            self._keywords(one.rest, other.rest, inner, said=_in_error(place, one, other) if alone else inner)
        union = sum(variant.type == "object" for variant in old.variants) > 1
        for variant in (*gone, *added):
            kind = Kind.VARIANT_REMOVED if variant in gone else Kind.VARIANT_ADDED
            if kind is Kind.VARIANT_ADDED and union and variant.tags():
                kind = Kind.VARIANT_ADDED_TO_UNION
            if (variant.type, bool(variant.values)) in settled:
                if variant.values and set(variant.rest) - {"type", *TEXTS, *NOTES}:
                    self.report(Kind.KEYWORD_CHANGED, named, keyword="enum", old=variant.schema, new=None)
                continue
            self.report(kind, _in_error(named, variant), value=_shown(variant))
        self._discriminators(old, new, named, gone, added)

    def _values(self, old: Form, new: Form, place: Place) -> set[tuple[str | None, bool]]:
        """Compares what enums list and whether other values will do. Gives the kinds of variants that this settles:
        type, and whether they list values."""
        settled: set[tuple[str | None, bool]] = set()
        for scalar in _SCALARS:
            one, other = _Values(old, scalar), _Values(new, scalar)
            if not (one.listed or other.listed) or not (one.listed or one.open) or not (other.listed or other.open):
                continue
            settled |= {
                (scalar, True),
                (scalar, one.open == other.open),
            }  # an open one on one side only is settled, too
            here = place.called(other.name, one.name)
            if one.listed and other.listed:
                for key in sorted(one.listed.keys() - other.listed.keys()):
                    self.report(Kind.ENUM_VALUE_REMOVED, here, value=one.listed[key])
                for key in sorted(other.listed.keys() - one.listed.keys()):
                    self.report(Kind.ENUM_VALUE_ADDED, here, value=other.listed[key])
                if one.open != other.open:
                    kind = Kind.ENUM_OPENED if other.open else Kind.ENUM_CLOSED
                    self.report(kind, here, values=list(other.listed.values()))
            elif one.listed:
                values = list(one.listed.values())
                self.report(Kind.KNOWN_VALUES_UNLISTED if one.open else Kind.ENUM_OPENED, here, values=values)
            else:
                values = list(other.listed.values())
                self.report(Kind.KNOWN_VALUES_LISTED if other.open else Kind.ENUM_CLOSED, here, values=values)
        return settled

    def _discriminators(
        self, old: Form, new: Form, place: Place, gone: Sequence[Variant], added: Sequence[Variant]
    ) -> None:
        if (gone or added) and min(len(old.variants), len(new.variants)) < 2:
            return  # a single schema has nothing to tell apart, and what came or went was said
        for index in range(max(len(old.discriminators), len(new.discriminators))):
            first, second = ([*form.discriminators[index : index + 1], {}][0] for form in (old, new))
            rest = [{key: value for key, value in node.items() if key != "mapping"} for node in (first, second)]
            tags, others = first.get("mapping", {}), second.get("mapping", {})
            if rest[0] != rest[1] or not isinstance(tags, dict) or not isinstance(others, dict):
                self.report(Kind.DISCRIMINATOR_CHANGED, place, old=first, new=second)
                continue
            for tag in sorted(tags.keys() | others.keys()):
                if tag in tags and tag in others:
                    self.schemas(self.old.reference(tags[tag]), self.new.reference(others[tag]), place)
                # The tag of a variant that came or went as a whole is no news.
                elif tag in others and not any(variant.name == _end(others[tag]) for variant in added):
                    self.report(Kind.DISCRIMINATOR_MAPPING_ADDED, place, value=tag)
                elif tag in tags and not any(variant.name == _end(tags[tag]) for variant in gone):
                    self.report(Kind.DISCRIMINATOR_MAPPING_REMOVED, place, value=tag)

    # -- what a schema without reference and union says -------------------------------------------------------------

    def _keywords(self, old: Doc, new: Doc, place: Place, said: Place) -> None:
        self._notes(old, new, said)
        self._texts(old, new, said)
        self._fields(old, new, place)
        for key in sorted((old.keys() | new.keys()) - set(_ELSEWHERE)):
            first, second = old.get(key), new.get(key)
            if key in ("items", "contentSchema") and key in old and key in new:
                self.schemas(first, second, place.at("*"))
            elif key in _LIMITS and first != second and _number(first) and _number(second):
                looser = second is None or (first is not None and (second - first) * _LIMITS[key] > 0)
                kind = Kind.LIMIT_LOOSENED if looser else Kind.LIMIT_TIGHTENED
                self.report(kind, said, keyword=key, old=first, new=second)
            elif key == "pattern" and (key in old) != (key in new):
                kind = Kind.LIMIT_LOOSENED if key in old else Kind.LIMIT_TIGHTENED
                self.report(kind, said, keyword=key, old=first, new=second)
            elif (key in old) != (key in new) or not same(self.old, {key: first}, self.new, {key: second}):
                self.report(Kind.KEYWORD_CHANGED, said, keyword=key, old=first, new=second)

    def _fields(self, old: Doc, new: Doc, place: Place) -> None:
        before, after = (node.get("properties", {}) for node in (old, new))
        needed, need = (node.get("required", []) for node in (old, new))
        if not isinstance(before, dict) or not isinstance(after, dict) or not _names(needed) or not _names(need):
            if not same(self.old, [before, needed], self.new, [after, need]):
                self.report(Kind.KEYWORD_CHANGED, place, keyword="properties", old=None, new=None)
            return
        for name in sorted({*before, *after, *needed, *need}):
            here = place.at(name)
            if name in before and name not in after:
                self.report(Kind.FIELD_REMOVED, here)
            elif name in after and name not in before:
                required = name in need and place.direction == "send"
                self.report(Kind.FIELD_ADDED_REQUIRED if required else Kind.FIELD_ADDED, here)
            else:
                if name in before:
                    self.schemas(before[name], after[name], here)
                if (name in needed) != (name in need):
                    self.report(Kind.FIELD_BECAME_REQUIRED if name in need else Kind.FIELD_BECAME_OPTIONAL, here)
        first, second = (node.get("additionalProperties", True) for node in (old, new))
        if (first is False) != (second is False):
            self.report(Kind.ADDITIONAL_FIELDS_ALLOWED if first is False else Kind.ADDITIONAL_FIELDS_FORBIDDEN, place)
        elif first is not second:
            self.schemas(first, second, place.at("*"))

    def _notes(self, old: Doc, new: Doc, place: Place) -> None:
        for key in sorted(old.keys() | new.keys()):
            first, second = old.get(key), new.get(key)
            name = key.rsplit(".", 1)[-1]
            if (key in old) == (key in new) and equal(first, second):
                continue
            if name == "default":
                self.report(Kind.DEFAULT_CHANGED, place, old=first, new=second)
            elif name == "deprecated" and bool(first) != bool(second):
                self.report(Kind.DEPRECATION_ADDED if second else Kind.DEPRECATION_REMOVED, place)
            elif name == "union" and first and second:
                self.report(Kind.UNION_KEYWORD_CHANGED, place, old=first, new=second)
            elif name in ("readOnly", "writeOnly"):
                self.report(Kind.KEYWORD_CHANGED, place, keyword=name, old=first, new=second)

    def _texts(self, old: Doc, new: Doc, place: Place) -> None:
        for key in TEXTS:
            if (key in old or key in new) and not equal(old.get(key), new.get(key)):
                self.report(Kind.DOCUMENTATION_CHANGED, place, keyword=key, old=old.get(key), new=new.get(key))


class _Values:
    """What a form says about the values of one scalar type."""

    def __init__(self, form: Form, kind: str) -> None:
        variants = [variant for variant in form.variants if variant.type == kind]
        self.listed = {key_of(value): value for variant in variants for value in variant.values}
        self.open = any(not variant.values for variant in variants)
        self.name = next((variant.name for variant in variants if variant.values and variant.name), None)


def _matched(
    old: Sequence[Variant], new: Sequence[Variant]
) -> tuple[list[tuple[Variant, Variant]], list[Variant], list[Variant]]:
    """Which variants belong together, which are gone, and which are new: the most alike first."""
    ranked = [
        (-likeness, first, second)
        for first, one in enumerate(old)
        for second, other in enumerate(new)
        if (likeness := _likeness(one, other)) > 0
    ]
    left, right = dict(enumerate(old)), dict(enumerate(new))
    pairs = [
        (left.pop(first), right.pop(second)) for _, first, second in sorted(ranked) if first in left and second in right
    ]
    if len(old) == len(new) == 1 and left and (old[0].type != new[0].type or old[0].values == new[0].values):
        pairs.append((left.popitem()[1], right.popitem()[1]))
    return pairs, list(left.values()), list(right.values())


def _likeness(one: Variant, other: Variant) -> float:
    if one.type != other.type or bool(one.values) != bool(other.values):
        return 0
    named = 2.0 * (one.name is not None and one.name == other.name)
    if one.type != "object":
        return 1 + named + (one.schema == other.schema)
    tags, others = one.tags(), other.tags()
    agreed = any(key_of(tags[key]) == key_of(others[key]) for key in tags.keys() & others.keys())
    first, second = (variant.schema.get("properties") for variant in (one, other))
    names = [set(properties) if isinstance(properties, dict) else set() for properties in (first, second)]
    overlap = len(names[0] & names[1]) / max(1, len(names[0] | names[1]))
    if agreed or named:
        return 4 * agreed + named + overlap
    return 0 if tags.keys() & others.keys() or overlap < 0.3 else overlap


def _in_error(place: Place, *variants: Variant) -> Place:
    """Events that tell of an error are conditions of errors, wherever they arrive."""
    tags = [variant.tags() for variant in variants]
    error = any("error" in (found.get("type"), found.get("event")) for found in tags)
    return place._replace(direction="error") if error and place.direction == "receive" else place


def _shown(variant: Variant) -> str:
    tags = ", ".join(
        f"{key}: {value}" for key, value in variant.tags().items() if key in ("type", "event", "container")
    )
    values = " or ".join(key_of(value) for value in variant.values[:5])
    return variant.name or tags or values or variant.type or "anything"


def _end(reference: Any) -> str:
    return str(reference).rsplit("/", 1)[-1]


def _number(value: Any) -> bool:
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))


def _names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)
