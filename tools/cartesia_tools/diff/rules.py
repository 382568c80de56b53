"""Every kind of change: what it means to the programs that use the API, and how a changelog says it.

The service promises that for a dated version it only adds optional request fields, adds response fields, changes the
conditions of errors, and adds values to enum-like outputs. `Kind` is that promise, one row a kind, with the directions
in which the change is harmless: the client sends what changed, receives it, receives it in an error, or calls it.
**A direction that a row does not name is breaking.** Where the promise says nothing, a comment gives our reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal, NamedTuple

Verdict = Literal["breaking", "review", "additive", "docs"]
Direction = Literal["call", "send", "receive", "error"]
Section = Literal["Added", "Changed", "Deprecated", "Removed"]
Affects = Literal["users", "omitters", "choosers", "comparers"]

VERDICTS: tuple[Verdict, ...] = ("breaking", "review", "additive", "docs")
SECTIONS: tuple[Section, ...] = ("Added", "Changed", "Deprecated", "Removed")
ADDED, CHANGED, DEPRECATED, REMOVED = SECTIONS
CALLED: tuple[Direction, ...] = ("call",)
SENT: tuple[Direction, ...] = ("send",)
ERRORS: tuple[Direction, ...] = ("error",)
RECEIVED: tuple[Direction, ...] = ("receive", "error")
DATA: tuple[Direction, ...] = ("send", "receive", "error")
EVERYWHERE: tuple[Direction, ...] = ("call", "send", "receive", "error")


@dataclass(frozen=True, eq=False)  # two kinds may have equal rows, and are still two kinds
class Rule:
    """What is known about one kind of change."""

    section: Section
    sentence: str
    """What to write. {subject} is what changed, {field} what sort of field it is, {name} its last name, {side} where
    it is met; {drop}, {present} and {absent} depend on the direction; the rest are the facts of the change."""
    edit: str = ""
    """What to do in a program that the change affects, with the same fields."""
    additive: tuple[Direction, ...] = ()
    review: tuple[Direction, ...] = ()
    """The promise does not decide it; a person should look."""
    docs: tuple[Direction, ...] = ()
    group: Literal["subject", "parent", "values", "kind"] = "subject"
    """Which changes become one line: those of one subject, those of fields of one parent, those of values of one
    subject, or all of this kind."""
    affects: Affects = "users"
    """The programs that it affects: those that use what changed, those that do not pass it (omitters), those that use
    one of its alternatives (choosers), or these and, even if it is additive, those that compare a response with the
    alternatives they know (comparers)."""

    def verdict(self, direction: Direction) -> Verdict:
        """Return what the change means in a direction."""
        if direction in self.additive:
            return "additive"
        if direction in self.review:
            return "review"
        return "docs" if direction in self.docs else "breaking"


_COMPARE = "compare the two contracts"


class Kind(Enum):
    """The table. A new kind is one row here, one `report(...)` where it is found, and one test."""

    @property
    def rule(self) -> Rule:
        """The row."""
        return self.value

    @property
    def label(self) -> str:
        """The name as JSON has it, such as "field-added"."""
        return self.name.lower().replace("_", "-")

    # Operations. Nothing calls a new operation yet.
    OPERATION_ADDED = Rule(ADDED, "operation {subject}", additive=CALLED)
    OPERATION_REMOVED = Rule(REMOVED, "operation {subject}", "stop calling it; the service no longer describes it")
    OPERATION_MOVED = Rule(CHANGED, "{subject}: now {new}", "call it by its method; a path of your own needs {new}")
    OPERATION_RENAMED = Rule(CHANGED, "method `{old}`: now called `{new}`", "call `{new}` instead of `{old}`")
    OPERATION_RENAMED_SOFTLY = Rule(
        DEPRECATED, "method `{old}`: a former name of `{new}`", "call `{new}` instead of `{old}`", review=CALLED
    )
    SHAPE_CHANGED = Rule(CHANGED, "{subject}: returns {new} instead of {old}", "handle the other result: {new}")
    BINARY_FRAMES_CHANGED = Rule(CHANGED, "{subject}: binary frames ({old} -> {new})", "send and expect other frames")

    # Parameters and bodies of requests. Promised: optional ones may be added. A request is still understood when less is
    # required. Those of webhooks and callbacks are received: more of them is more to read.
    PARAMETER_ADDED = Rule(ADDED, "optional {subject}", additive=DATA)
    PARAMETER_ADDED_REQUIRED = Rule(ADDED, "required {subject}", "pass `{name}`", additive=RECEIVED, affects="omitters")
    PARAMETER_REMOVED = Rule(REMOVED, "{subject}", "do not pass `{name}`")
    PARAMETER_BECAME_REQUIRED = Rule(
        CHANGED, "{subject}: now required", "pass `{name}`", additive=RECEIVED, affects="omitters"
    )
    PARAMETER_BECAME_OPTIONAL = Rule(CHANGED, "{subject}: now optional", additive=SENT)
    REQUEST_BODY_ADDED = Rule(ADDED, "optional request body", additive=DATA)
    REQUEST_BODY_ADDED_REQUIRED = Rule(ADDED, "required request body", "send a body", additive=RECEIVED)
    REQUEST_BODY_REMOVED = Rule(REMOVED, "request body", "send no body")
    REQUEST_BODY_CHANGED = Rule(CHANGED, "request body", _COMPARE)
    REQUEST_BODY_BECAME_REQUIRED = Rule(CHANGED, "request body: now required", "always send a body", additive=RECEIVED)
    REQUEST_BODY_BECAME_OPTIONAL = Rule(CHANGED, "request body: now optional", additive=SENT)

    # Statuses and media types. Promised: the conditions of errors may change (which statuses and codes there are, not the
    # shape of their bodies). To review: another media type of a response comes to those who request it, or to all.
    STATUS_ADDED = Rule(ADDED, "{subject}", "handle {subject}", additive=(*SENT, *ERRORS), group="kind")
    STATUS_REMOVED = Rule(REMOVED, "{subject}", "do not rely on {subject}", additive=ERRORS, group="kind")
    MEDIA_TYPE_ADDED = Rule(ADDED, "media type {value} of {subject}", additive=SENT, review=RECEIVED, group="kind")
    MEDIA_TYPE_REMOVED = Rule(REMOVED, "media type {value} of {subject}", "do not rely on {value}", group="kind")

    # Security. A credential is still enough when others are accepted, too.
    SECURITY_ALTERNATIVE_ADDED = Rule(ADDED, "{subject}: may be called with {value}", additive=CALLED, group="kind")
    SECURITY_ALTERNATIVE_REMOVED = Rule(
        REMOVED, "{subject}: can no longer be called with {value}", "use another credential", group="kind"
    )
    SECURITY_SCOPES_ADDED = Rule(
        CHANGED, "{subject}: {value} needs {scopes}", "request the grants {scopes}", group="kind"
    )
    SECURITY_SCOPES_REMOVED = Rule(
        CHANGED, "{subject}: {value} no longer needs {scopes}", additive=CALLED, group="kind"
    )

    # Fields. Promised: optional ones may be added to requests, and any to responses. That a field of a response is always
    # present is more of the same.
    FIELD_ADDED = Rule(ADDED, "{field} {subject}", additive=DATA, group="parent")
    FIELD_ADDED_REQUIRED = Rule(
        ADDED, "required {field} {subject}", "pass `{name}`", group="parent", affects="omitters"
    )
    FIELD_REMOVED = Rule(REMOVED, "{field} {subject}", "{drop} `{name}`", group="parent")
    FIELD_BECAME_REQUIRED = Rule(
        CHANGED, "{field} {subject}: {present}", "pass `{name}`", additive=RECEIVED, group="parent", affects="omitters"
    )
    FIELD_BECAME_OPTIONAL = Rule(
        CHANGED, "{field} {subject}: {absent}", "expect `{name}` to be missing", additive=SENT, group="parent"
    )
    ADDITIONAL_FIELDS_ALLOWED = Rule(CHANGED, "{subject}: may have other fields", additive=DATA)
    ADDITIONAL_FIELDS_FORBIDDEN = Rule(CHANGED, "{subject}: no other fields", "omit fields that are not described")

    # Types, null and limits. A request is still understood when more is accepted; a program that is ready for more in a
    # response is ready for less.
    TYPE_CHANGED = Rule(CHANGED, "{field} {subject}: {new} instead of {old}", "treat `{name}` as {new}, not as {old}")
    TYPE_WIDENED = Rule(CHANGED, "{field} {subject}: {new} instead of {old}", "expect {new} in `{name}`", additive=SENT)
    TYPE_NARROWED = Rule(
        CHANGED, "{field} {subject}: {new} instead of {old}", "pass {new} as `{name}`, not {old}", additive=RECEIVED
    )
    NULL_ADDED = Rule(CHANGED, "{field} {subject}: may now be null", "expect `{name}` to be None", additive=SENT)
    NULL_REMOVED = Rule(CHANGED, "{field} {subject}: no longer null", "do not pass None as `{name}`", additive=RECEIVED)
    LIMIT_LOOSENED = Rule(
        CHANGED,
        "{field} {subject}: {keyword} {new}, was {old}",
        "expect a wider range of `{name}`",
        additive=SENT,
    )
    LIMIT_TIGHTENED = Rule(
        CHANGED, "{field} {subject}: {keyword} {new}, was {old}", "keep `{name}` to {keyword} {new}", additive=RECEIVED
    )

    # Values. Promised: enum-like outputs may get values, and the codes of errors may change. To review: values that an open
    # list no longer names may still occur.
    ENUM_VALUE_ADDED = Rule(
        ADDED,
        "value {value} of {subject} in {side}",
        "expect {value} in `{name}`",
        additive=DATA,
        group="values",
        affects="comparers",
    )
    ENUM_VALUE_REMOVED = Rule(
        REMOVED,
        "value {value} of {subject} in {side}",
        "use another value than {value} for `{name}`",
        additive=ERRORS,
        group="values",
        affects="choosers",
    )
    ENUM_OPENED = Rule(
        CHANGED,
        "{field} {subject}: no longer limited to the listed values",
        "expect other values",
        additive=DATA,
        affects="comparers",
    )
    ENUM_CLOSED = Rule(
        CHANGED,
        "{field} {subject}: now limited to the listed values",
        "use one of the listed values of `{name}`",
        affects="choosers",
    )
    KNOWN_VALUES_LISTED = Rule(CHANGED, "{field} {subject}: known values are listed", additive=DATA, affects="choosers")
    KNOWN_VALUES_UNLISTED = Rule(
        CHANGED,
        "{field} {subject}: values are no longer listed",
        "check that your value is still known",
        review=DATA,
        affects="choosers",
    )

    # Unions. Promised (as values): unions of tagged objects in responses may get members.
    VARIANT_ADDED = Rule(
        ADDED,
        "{field} {subject}: may be {value}",
        "expect {value} in `{name}`",
        additive=SENT,
        affects="choosers",
    )
    VARIANT_ADDED_TO_UNION = Rule(
        ADDED,
        "{field} {subject}: may be {value}",
        "expect {value}; ignore unknown variants",
        additive=DATA,
        affects="comparers",
    )
    VARIANT_REMOVED = Rule(
        REMOVED, "{field} {subject}: no longer {value}", "use another form of `{name}` than {value}", affects="choosers"
    )
    DISCRIMINATOR_CHANGED = Rule(CHANGED, "{subject}: distinguished by another field", _COMPARE)
    DISCRIMINATOR_MAPPING_ADDED = Rule(ADDED, "{subject}: tag {value}")
    DISCRIMINATOR_MAPPING_REMOVED = Rule(REMOVED, "{subject}: tag {value}", "do not use {value}")
    UNION_KEYWORD_CHANGED = Rule(CHANGED, "{subject}: {new} instead of {old}", review=DATA)

    # Annotations. To review: a default changes what a request without the field gets; a deprecation breaks nothing today.
    DEFAULT_CHANGED = Rule(
        CHANGED, "{field} {subject}: default {new}, was {old}", "pass `{name}` if you rely on {old}", review=EVERYWHERE
    )
    DEPRECATION_ADDED = Rule(DEPRECATED, "{subject}", "plan to stop using it", review=EVERYWHERE)
    DEPRECATION_REMOVED = Rule(CHANGED, "{subject}: no longer deprecated", additive=EVERYWHERE)
    DOCUMENTATION_CHANGED = Rule(CHANGED, "text of {subject}", docs=EVERYWHERE)

    HINT_CHANGED = Rule(CHANGED, "{field} {subject}: {keyword} {new}, was {old}", additive=DATA)

    # Second names of methods and types. Nothing uses a new one yet.
    SECOND_NAME_ADDED = Rule(ADDED, "{subject}: also called {value}", additive=EVERYWHERE)
    SECOND_NAME_REMOVED = Rule(REMOVED, "{subject}: no longer called {value}", "use the name that is left of {value}")

    # The document around the operations, and models that a program imports.
    SERVER_ADDED = Rule(ADDED, "server {value}", review=CALLED)
    SERVER_REMOVED = Rule(REMOVED, "server {value}", "use the new address")
    UNUSED_COMPONENT_CHANGED = Rule(CHANGED, "{subject}: differs, but no operation uses it", review=CALLED)
    MODEL_REMOVED = Rule(REMOVED, "model {subject}", "use a dict, or the model that replaced it")
    MODEL_RENAMED = Rule(CHANGED, "model {subject}: now called `{new}`", "import {new} instead")

    # What no other kind names.
    KEYWORD_CHANGED = Rule(CHANGED, "{subject}: {keyword} {new}, was {old}", _COMPARE)
    UNKNOWN_CHANGE = Rule(CHANGED, "{subject}: differs in a way that no rule names", _COMPARE)


class Requirement(NamedTuple):
    """The kinds of a change of `required`."""

    became_required: Kind
    became_optional: Kind


PARAMETER_REQUIRED = Requirement(Kind.PARAMETER_BECAME_REQUIRED, Kind.PARAMETER_BECAME_OPTIONAL)
BODY_REQUIRED = Requirement(Kind.REQUEST_BODY_BECAME_REQUIRED, Kind.REQUEST_BODY_BECAME_OPTIONAL)
FIELD_REQUIRED = Requirement(Kind.FIELD_BECAME_REQUIRED, Kind.FIELD_BECAME_OPTIONAL)
