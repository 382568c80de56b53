"""Compares two schemas side by side, through references, unions, arrays and objects, and reports every difference."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..contract import Doc, json_equal, json_key
from .change import Change, Location
from .equivalence import equivalent
from .keywords import ANNOTATIONS, DOCUMENTATION, NAMING, TEXTS
from .matching import Matches, ScalarValues, match
from .narrowing import bound_change, hint_change, limit_change, type_change
from .normalize import Document
from .operations import second_names
from .rules import Direction, Kind
from .variants import NormalizedSchema, Variant

_SCALARS = ("string", "integer", "number", "boolean")
# Keywords that `_keywords` leaves to other methods.
_ELSEWHERE = ("properties", "required", "additionalProperties", *ANNOTATIONS, *DOCUMENTATION, *NAMING)

Settled = set[tuple[str | None, bool]]
"""Kinds of variants about which all is said: their type, and whether they list values."""


class _Fields(NamedTuple):
    """What a schema says about the fields of an object."""

    properties: Doc
    required: list[str]

    @classmethod
    def of(cls, schema: Doc) -> _Fields:
        return cls(schema.get("properties", {}), schema.get("required", []))

    def are_valid(self) -> bool:
        """Return whether they are what a contract that passes lint has."""
        names = isinstance(self.required, list) and all(isinstance(name, str) for name in self.required)
        return isinstance(self.properties, dict) and names


class SchemaDiff:
    """Collects the differences between two contracts. Equal differences of many operations become one change.

    Most schemas are shared by many operations, and some contain themselves. A pair of normalized schemas that was found
    equal in a direction is not compared again. One that is under comparison is not entered again, or it would never
    end; but as long as a pair waits for an outer one like that, it is not known to be equal: `_cut_off` counts this.
    """

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        self.found: dict[str, Change] = {}
        self._under_way: set[tuple[int, int, Direction]] = set()
        self._equal: set[tuple[int, int, Direction]] = set()
        self._reports = self._cut_off = 0

    def report(self, kind: Kind, location: Location, **facts: Any) -> None:
        """Add a difference, or one more use of a difference that is known."""
        self._reports += 1
        key = json_key([kind.label, location.direction, location.subject, facts])
        change = self.found.setdefault(key, Change(kind, location.direction, location.subject, facts))
        if location.use not in change.uses:
            change.uses.append(location.use)

    # -- schemas --------------------------------------------------------------------------------------------------

    def schemas(self, first: Any, second: Any, location: Location) -> None:
        """Compare two schemas as the contracts have them."""
        old, new = self.old.normalize(first), self.new.normalize(second)
        key = (id(old), id(new), location.direction)
        if key in self._under_way or key in self._equal:
            self._cut_off += key in self._under_way
            return
        before = self._reports, self._cut_off
        self._under_way.add(key)
        # What stands beside a reference is said of the field, not of the component.
        plain = not any(
            isinstance(node, dict) and {"$ref", "allOf"} & node.keys() and len(node) > 1 for node in (first, second)
        )
        self._normalized(old, new, location.called(new.name, old.name) if plain else location)
        self._under_way.discard(key)
        if (self._reports, self._cut_off) == before:
            self._equal.add(key)

    def _normalized(self, old: NormalizedSchema, new: NormalizedSchema, location: Location) -> None:
        alone = len(old.variants) == len(new.variants) == 1
        if len(old.variants) != len(new.variants):
            # What a union says about its variants together, a schema with fewer of them says about itself.
            old, new = old.lifted(), new.lifted()
        self._annotations(old.annotations, new.annotations, location)
        self._documentation(old.documentation, new.documentation, location)
        if old.null != new.null and not any(variant.is_anything for variant in (*old.variants, *new.variants)):
            self.report(Kind.NULL_ADDED if new.null else Kind.NULL_REMOVED, location)
        named = location.called(new.name, old.name)
        settled = self._values(old, new, named)
        matches = match(old.variants, new.variants)
        for one, other in matches.pairs:
            if one.type != other.type:
                facts = {"old": one.type or "anything", "new": other.type or "anything"}
                self.report(type_change(one, other), location, **facts)
                continue
            inner = _in_error(named.called(other.name, one.name), one, other)
            self._keywords(one.rest, other.rest, inner, said=_in_error(location, one, other) if alone else inner)
        self._unmatched(old, matches, settled, named)
        self._discriminators(old, new, named, matches)

    def _unmatched(self, old: NormalizedSchema, matches: Matches, settled: Settled, location: Location) -> None:
        """Report the variants that have no partner, unless `_values` has said all about them."""
        is_union = _is_union(old)
        for variant in (*matches.removed, *matches.added):
            if (variant.type, bool(variant.values)) in settled:
                if variant.values and set(variant.rest) - {"type", *DOCUMENTATION, *ANNOTATIONS}:
                    self.report(Kind.KEYWORD_CHANGED, location, keyword="enum", old=variant.schema, new=None)
                continue
            kind = Kind.VARIANT_REMOVED if variant in matches.removed else Kind.VARIANT_ADDED
            if kind is Kind.VARIANT_ADDED and is_union and (variant.tags() or location.direction != "send"):
                kind = Kind.VARIANT_ADDED_TO_UNION
            self.report(kind, _in_error(location, variant), value=_shown(variant))

    def _values(self, old: NormalizedSchema, new: NormalizedSchema, location: Location) -> Settled:
        """Compare the listed values of each scalar type and whether others are allowed; return what this settles.

        A type that one side does not have at all is not settled: its variants are added or removed as wholes.
        """
        settled: Settled = set()
        for scalar in _SCALARS:
            one, other = ScalarValues(old, scalar), ScalarValues(new, scalar)
            if not (one.listed or other.listed) or not (one.listed or one.open) or not (other.listed or other.open):
                continue
            # If only one side is open, its open variant has no partner, and that is said here. If both are, the two
            # are partners and may differ in other ways.
            settled |= {(scalar, True), (scalar, one.open == other.open)}
            self._scalar_values(one, other, location.called(other.name, one.name))
        return settled

    def _scalar_values(self, old: ScalarValues, new: ScalarValues, location: Location) -> None:
        before, after = list(old.listed.values()), list(new.listed.values())
        if before and after:
            for key in sorted(old.listed.keys() - new.listed.keys()):
                self.report(Kind.ENUM_VALUE_REMOVED, location, value=old.listed[key])
            for key in sorted(new.listed.keys() - old.listed.keys()):
                self.report(Kind.ENUM_VALUE_ADDED, location, value=new.listed[key])
            if old.open != new.open:
                self.report(Kind.ENUM_OPENED if new.open else Kind.ENUM_CLOSED, location, values=after)
        elif before:
            self.report(Kind.KNOWN_VALUES_UNLISTED if old.open else Kind.ENUM_OPENED, location, values=before)
        else:
            self.report(Kind.KNOWN_VALUES_LISTED if new.open else Kind.ENUM_CLOSED, location, values=after)

    def _discriminators(
        self, old: NormalizedSchema, new: NormalizedSchema, location: Location, matches: Matches
    ) -> None:
        if (matches.removed or matches.added) and min(len(old.variants), len(new.variants)) < 2:
            return  # a single schema has nothing to distinguish, and what was added or removed is reported
        for index in range(max(len(old.discriminators), len(new.discriminators))):
            first, second = ([*schema.discriminators[index : index + 1], {}][0] for schema in (old, new))
            rest = [{key: value for key, value in node.items() if key != "mapping"} for node in (first, second)]
            tags, others = first.get("mapping", {}), second.get("mapping", {})
            if rest[0] != rest[1] or not isinstance(tags, dict) or not isinstance(others, dict):
                self.report(Kind.DISCRIMINATOR_CHANGED, location, old=first, new=second)
            else:
                self._mappings(tags, others, location, matches)

    def _mappings(self, old: Doc, new: Doc, location: Location, matches: Matches) -> None:
        for tag in sorted(old.keys() | new.keys()):
            if tag in old and tag in new:
                self.schemas(self.old.reference(old[tag]), self.new.reference(new[tag]), location)
            # The tag of a variant that was added or removed as a whole is no news.
            elif tag in new and not any(variant.name == _end(new[tag]) for variant in matches.added):
                self.report(Kind.DISCRIMINATOR_MAPPING_ADDED, location, value=tag)
            elif tag in old and not any(variant.name == _end(old[tag]) for variant in matches.removed):
                self.report(Kind.DISCRIMINATOR_MAPPING_REMOVED, location, value=tag)

    # -- what a schema without reference and union says -------------------------------------------------------------

    def _keywords(self, old: Doc, new: Doc, location: Location, said: Location) -> None:
        """Compare two schemas keyword by keyword. `said` is the location of what is said about the value itself."""
        self._annotations(old, new, said)
        self._documentation(old, new, said)
        self._fields(old, new, location)
        done = {*_ELSEWHERE}
        for sign, keys in ((1, {"maximum", "exclusiveMaximum"}), (-1, {"minimum", "exclusiveMinimum"})):
            if change := bound_change(sign, old, new):
                done |= keys
                self.report(change[0], said, keyword=change[1], old=change[2], new=change[3])
        for key in sorted((old.keys() | new.keys()) - done):
            first, second = old.get(key), new.get(key)
            if key in ("items", "contentSchema") and key in old and key in new:
                self.schemas(first, second, location.at("*"))
            elif kind := limit_change(key, old, new):
                self.report(kind, said, keyword=key, old=first, new=second)
            else:
                self._keyword(key, old, new, said)

    def _keyword(self, key: str, old: Doc, new: Doc, location: Location) -> None:
        """Report a keyword that differs and has no kind of its own."""
        first, second = ({key: node[key]} if key in node else {} for node in (old, new))
        if not equivalent(self.old, first, self.new, second):
            self.report(Kind.KEYWORD_CHANGED, location, keyword=key, old=first.get(key), new=second.get(key))

    def _fields(self, old: Doc, new: Doc, location: Location) -> None:
        before, after = _Fields.of(old), _Fields.of(new)
        if not before.are_valid() or not after.are_valid():
            if not equivalent(self.old, list(before), self.new, list(after)):
                self.report(Kind.KEYWORD_CHANGED, location, keyword="properties", old=None, new=None)
            return
        for name in sorted({*before.properties, *after.properties, *before.required, *after.required}):
            self._field(name, before, after, location.at(name))
        self._additional_fields(old.get("additionalProperties", True), new.get("additionalProperties", True), location)

    def _field(self, name: str, old: _Fields, new: _Fields, location: Location) -> None:
        before, after = name in old.properties, name in new.properties
        if before and not after:
            self.report(Kind.FIELD_REMOVED, location)
        elif after and not before:
            mandatory = name in new.required and location.direction == "send"
            self.report(Kind.FIELD_ADDED_REQUIRED if mandatory else Kind.FIELD_ADDED, location)
        else:
            if before:
                self.schemas(old.properties[name], new.properties[name], location)
            if (name in old.required) != (name in new.required):
                became_required = name in new.required
                self.report(Kind.FIELD_BECAME_REQUIRED if became_required else Kind.FIELD_BECAME_OPTIONAL, location)

    def _additional_fields(self, first: Any, second: Any, location: Location) -> None:
        if (first is False) != (second is False):
            kind = Kind.ADDITIONAL_FIELDS_ALLOWED if first is False else Kind.ADDITIONAL_FIELDS_FORBIDDEN
            self.report(kind, location)
        elif first is not second:
            self.schemas(first, second, location.at("*"))

    def _annotations(self, old: Doc, new: Doc, location: Location) -> None:
        for key in sorted((old.keys() | new.keys()) & {*ANNOTATIONS, "union"}):
            first, second = old.get(key), new.get(key)
            if (key in old) == (key in new) and json_equal(first, second):
                continue
            if key == "default":
                self.report(Kind.DEFAULT_CHANGED, location, old=first, new=second)
            elif key == "deprecated" and bool(first) != bool(second):
                self.report(Kind.DEPRECATION_ADDED if second else Kind.DEPRECATION_REMOVED, location)
            elif key == "union" and first and second:
                self.report(Kind.UNION_KEYWORD_CHANGED, location, old=first, new=second)
            elif key in ("readOnly", "writeOnly", "x-context"):
                kind = hint_change(key, second, location.direction)
                self.report(kind, location, keyword=key, old=first, new=second)

    def _documentation(self, old: Doc, new: Doc, location: Location) -> None:
        for key in TEXTS:
            if (key in old or key in new) and not json_equal(old.get(key), new.get(key)):
                self.report(Kind.DOCUMENTATION_CHANGED, location, keyword=key, old=old.get(key), new=new.get(key))
        names, others = (dict.fromkeys(second_names(node)) for node in (old, new))
        for name in (name for name in names if name not in others):
            self.report(Kind.SECOND_NAME_REMOVED, location, value=name)
        for name in (name for name in others if name not in names):
            self.report(Kind.SECOND_NAME_ADDED, location, value=name)


def _is_union(schema: NormalizedSchema) -> bool:
    """Return whether a schema has alternatives that programs tell apart: objects of several kinds, or several types.

    The listed values of a text and any other text are one type; what may be null is no union yet.
    """
    kinds = [variant.type for variant in schema.variants]
    return bool(schema.discriminators) or kinds.count("object") > 1 or len(set(kinds)) > 1


def _in_error(location: Location, *variants: Variant) -> Location:
    """Return the location with the direction of errors if a variant is an event that reports one: its conditions may
    change like those of any other error, although it arrives among the other events."""
    tags = [variant.tags() for variant in variants]
    error = any("error" in (found.get("type"), found.get("event")) for found in tags)
    return location._replace(direction="error") if error and location.direction == "receive" else location


def _shown(variant: Variant) -> str:
    tags = ", ".join(
        f"{key}: {value}" for key, value in variant.tags().items() if key in ("type", "event", "container")
    )
    values = " or ".join(json_key(value) for value in variant.values[:5])
    return variant.name or tags or values or variant.type or "anything"


def _end(reference: Any) -> str:
    return str(reference).rsplit("/", 1)[-1]
