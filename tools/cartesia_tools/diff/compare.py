"""Compares two contracts, and says what each difference means to the programs that use the API.

`compare` walks all operations and sockets of both. A difference that has no kind of its own is reported, too, and is
breaking.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..contract import METHODS, SOCKET, Doc, Endpoint, as_dict, endpoints, json_equal, json_key, webhooks
from ..deep import deeply
from .change import Change, Location, Use
from .components import Unchanged
from .document import DocumentDiff
from .equivalence import Equivalence, equivalent
from .keywords import ALIASES, DOCUMENTATION
from .normalize import Document
from .notation import in_one_notation
from .operations import (
    NO_CREDENTIAL,
    callback_names,
    callbacks,
    is_required,
    parameters,
    security_alternatives,
    servers,
)
from .rules import BODY_REQUIRED, FIELD_REQUIRED, PARAMETER_REQUIRED, VERDICTS, Direction, Kind, Requirement

# The keywords of each object that are compared by name; any other is compared as it is.
_OPERATION = (
    *("operationId", "name", "x-shape", "security", "parameters", "query", "path", "requestBody", "responses"),
    *("deprecated", "send", "receive", "binary", "callbacks", "servers", *DOCUMENTATION),
)
# What the net below the walk leaves out: order, other names and directions make them equal in ways of their own.
_APART = ("parameters", "path", "query", "security", "operationId", "examples", "callbacks", "servers")
_PARAMETER = ("name", "in", "required", "deprecated", "schema", "allowEmptyValue", *DOCUMENTATION)
_BODY = ("required", "content", *DOCUMENTATION)
_RESPONSE = ("headers", "content", "links", *DOCUMENTATION)
_ITEM = (*METHODS, SOCKET, "parameters", "servers", "$ref", *DOCUMENTATION)


def compare(old: Doc, new: Doc) -> list[Change]:
    """Return every difference between two contracts: the breaking ones first, then in the order of the contracts."""

    def run() -> list[Change]:
        diff = _ContractDiff(Document(in_one_notation(old)), Document(in_one_notation(new)))
        diff.contracts()
        return sorted(diff.found.values(), key=lambda change: VERDICTS.index(change.verdict))

    return deeply(run)


class _ContractDiff(DocumentDiff):
    """The comparison of whole contracts."""

    def __init__(self, old: Document, new: Document) -> None:
        super().__init__(old, new)
        self._equivalence = Equivalence(old, new)
        self._unchanged = Unchanged(old.doc, new.doc)
        self._is_reversed = False
        """Whether the service calls and the client responds, as in webhooks and callbacks."""

    def contracts(self) -> None:
        """Compare everything."""
        self._endpoints(endpoints(self.old.doc), endpoints(self.new.doc))
        self._reversed(webhooks(self.old.doc), webhooks(self.new.doc))
        self.document()

    def _reversed(self, old: list[Endpoint], new: list[Endpoint]) -> None:
        """Compare what the service requests and the client responds to."""
        before, self._is_reversed = self._is_reversed, True
        self._endpoints(old, new)
        self._is_reversed = before

    def _side(self, direction: Direction) -> Direction:
        """Return the direction in which something goes that a client sends, or receives, unless it is called itself."""
        if not self._is_reversed:
            return direction
        return "receive" if direction == "send" else "send"

    def _endpoints(self, old: list[Endpoint], new: list[Endpoint]) -> None:
        before, after = ({each.key: each for each in side} for side in (old, new))
        moved, unchanged = self._moved(before, after), self._unchanged
        for key, endpoint in before.items():
            other = after.get(moved.get(key, key))
            location = _location(endpoint)
            if other is None:
                self.report(Kind.OPERATION_REMOVED, location)
                continue
            if key in moved:
                self.report(Kind.OPERATION_MOVED, location, old=endpoint.label, new=other.label)
            if not unchanged(endpoint, other):
                self._operation(endpoint, other, location)
        for key, endpoint in after.items():
            if key not in before and key not in moved.values():
                self.report(Kind.OPERATION_ADDED, _location(endpoint))

    @staticmethod
    def _moved(before: dict[tuple[str, str], Endpoint], after: dict[tuple[str, str], Endpoint]) -> dict[Any, Any]:
        """Return the operations that are found under another path, by their names."""
        homeless = {endpoint.name: key for key, endpoint in after.items() if key not in before}
        return {
            key: homeless[endpoint.name]
            for key, endpoint in before.items()
            if key not in after and endpoint.name in homeless
        }

    # -- one operation or socket ----------------------------------------------------------------------------------

    def _operation(self, old: Endpoint, new: Endpoint, location: Location) -> None:
        known, one, other = self._reports, old.node, new.node
        if old.name != new.name:
            is_kept = old.name in (other.get(ALIASES) or ())
            kind = Kind.OPERATION_RENAMED_SOFTLY if is_kept else Kind.OPERATION_RENAMED
            self.report(kind, location, old=old.name, new=new.name)
        if one.get("x-shape") != other.get("x-shape"):
            self.report(Kind.SHAPE_CHANGED, location, old=one.get("x-shape"), new=other.get("x-shape"))
        self._documentation(one, other, location)
        self._annotations(one, other, location)
        self._security(one, other, location)
        self.servers(servers(self.old.doc, old), servers(self.new.doc, new), location)
        self._parameters(old, new, location)
        self._body(one.get("requestBody"), other.get("requestBody"), location)
        self._responses(as_dict(one.get("responses")), as_dict(other.get("responses")), location)
        self._messages(one, other, location)
        names = callback_names(self.old, one, self.new, other)
        self._reversed(callbacks(self.old, one, {}), callbacks(self.new, other, names))
        self._rest(one, other, _OPERATION, location)
        self._rest(old.item, new.item, _ITEM, location)
        self._documentation(old.item, new.item, location.called(f"path {new.path}"))
        if self._reports == known and not self._alike(old, new):
            self.report(Kind.UNKNOWN_CHANGE, location)

    def _alike(self, old: Endpoint, new: Endpoint) -> bool:
        """Return whether two operations are equivalent as wholes: a net below the walk, for what it did not find."""
        first, second = ({**endpoint.node, **dict.fromkeys(_APART)} for endpoint in (old, new))
        if self._equivalence(first, second):
            return True
        self._equivalence = Equivalence(self.old, self.new)
        return False

    def _messages(self, old: Doc, new: Doc, location: Location) -> None:
        """Compare what goes over a socket."""
        directions: tuple[Direction, ...] = ("send", "receive")
        for part in directions:
            if part in old and part in new:
                here = Location(part, f"{location.subject} {part}s", Use(location.use.operation, part))
                self.schemas(old[part], new[part], here)
            elif part in old or part in new:
                self.report(Kind.KEYWORD_CHANGED, location, keyword=part, old=old.get(part), new=new.get(part))
        # The text only describes what the frames hold.
        first, second = old.get("binary"), new.get("binary")
        if ("binary" in old) != ("binary" in new):
            self.report(Kind.BINARY_FRAMES_CHANGED, location, old=first, new=second)
        elif first != second:
            self.report(Kind.DOCUMENTATION_CHANGED, location, keyword="binary", old=first, new=second)

    def _rest(self, old: Doc, new: Doc, known: Iterable[str], location: Location) -> None:
        """Compare the keywords that are not known here."""
        for key in sorted((old.keys() | new.keys()) - set(known)):
            self._keyword(key, old, new, location)

    def _security(self, old: Doc, new: Doc, location: Location) -> None:
        before, after = security_alternatives(self.old, old), security_alternatives(self.new, new)
        for key in sorted(before.keys() & after.keys()):
            first, second = before[key][1], after[key][1]
            if second - first:
                added = sorted(second - first)
                self.report(Kind.SECURITY_SCOPES_ADDED, location, value=before[key][0], scopes=added)
            elif first - second:
                removed = sorted(first - second)
                self.report(Kind.SECURITY_SCOPES_REMOVED, location, value=before[key][0], scopes=removed)
        # Who may call without a credential may call with one.
        is_opened = NO_CREDENTIAL in after.keys() - before.keys()
        for key in sorted(before.keys() - after.keys()) if not is_opened else ():
            self.report(Kind.SECURITY_ALTERNATIVE_REMOVED, location, value=before[key][0])
        for key in sorted(after.keys() - before.keys()):
            self.report(Kind.SECURITY_ALTERNATIVE_ADDED, location, value=after[key][0])

    def _parameters(self, old: Endpoint, new: Endpoint, location: Location) -> None:
        before, after = parameters(self.old, old), parameters(self.new, new)
        for key in sorted(before.keys() | after.keys()):
            name = str((before.get(key) or after[key]).get("name", key[1]))  # as it is written: headers have no case
            use = Use(location.use.operation, "parameters", (name,))
            here = Location(self._side("send"), f"{key[0]} parameter `{name}`", use)
            if key not in after:
                self.report(Kind.PARAMETER_REMOVED, here)
            elif key not in before:
                self.report(Kind.PARAMETER_ADDED_REQUIRED if is_required(after[key]) else Kind.PARAMETER_ADDED, here)
            else:
                self._parameter(PARAMETER_REQUIRED, before[key], after[key], here)

    def _parameter(self, requirement: Requirement, old: Doc, new: Doc, location: Location) -> None:
        """Compare two parameters, or two headers of a response."""
        self._required(requirement, old, new, location)
        self._documentation(old, new, location)
        self._annotations(old, new, location)
        empty = [node.get("allowEmptyValue") is True for node in (old, new)]
        if empty[0] != empty[1]:
            kind = Kind.LIMIT_LOOSENED if empty[1] else Kind.LIMIT_TIGHTENED
            self.report(kind, location, keyword="allowEmptyValue", old=empty[0], new=empty[1])
        self._rest(old, new, _PARAMETER, location)
        self.schemas(old.get("schema", True), new.get("schema", True), location)

    def _required(self, requirement: Requirement, old: Doc, new: Doc, location: Location) -> None:
        if is_required(old) != is_required(new):
            kind = requirement.became_required if is_required(new) else requirement.became_optional
            self.report(kind, location)
        elif not json_equal(old.get("required", False), new.get("required", False)):
            first, second = old.get("required"), new.get("required")
            self.report(Kind.KEYWORD_CHANGED, location, keyword="required", old=first, new=second)

    def _body(self, first: Any, second: Any, location: Location) -> None:
        old, new = self.old.resolve(first)[1], self.new.resolve(second)[1]
        here = Location(self._side("send"), "request body", Use(location.use.operation, "body"))
        if not isinstance(old, dict) or not isinstance(new, dict):
            if isinstance(new, dict) and old is None:
                self.report(Kind.REQUEST_BODY_ADDED_REQUIRED if is_required(new) else Kind.REQUEST_BODY_ADDED, here)
            elif json_key(old) != json_key(new):
                self.report(Kind.REQUEST_BODY_REMOVED if new is None else Kind.REQUEST_BODY_CHANGED, here)
            return
        self._required(BODY_REQUIRED, old, new, here)
        self._documentation(old, new, here)
        self._rest(old, new, _BODY, here)
        self._content(old, new, here)

    def _responses(self, old: Doc, new: Doc, location: Location) -> None:
        for status in sorted({*map(str, old), *map(str, new)}):
            success = status[:1] in "123"
            use = Use(location.use.operation, "response" if success else "error")
            here = Location(self._side("receive" if success else "error"), f"status {status}", use)
            if status not in old or status not in new:
                self.report(Kind.STATUS_ADDED if status in new else Kind.STATUS_REMOVED, here)
                continue
            one, other = self.old.resolve(old[status])[1], self.new.resolve(new[status])[1]
            if isinstance(one, dict) and isinstance(other, dict):
                # What was put together from a reference and what stands beside it is a new object each time.
                self._response(one, other, here, lasting=len(old[status]) == len(new[status]) == 1)
            elif not equivalent(self.old, one, self.new, other):
                self.report(Kind.KEYWORD_CHANGED, here, keyword=status, old=one, new=other)

    def _response(self, old: Doc, new: Doc, location: Location, *, lasting: bool) -> None:
        """Compare two responses, unless these were found equal: most are shared by all operations.

        They are remembered by identity, so only if they are `lasting`.
        """
        key: tuple[int, int, Direction] = (id(old), id(new), location.direction)
        reports = self._reports
        if key in self._equal:
            return
        self._documentation(old, new, location)
        self._rest(old, new, _RESPONSE, location)
        if not json_equal(old.get("links"), new.get("links")):  # only hints which operation may come next
            first, second = old.get("links"), new.get("links")
            self.report(Kind.DOCUMENTATION_CHANGED, location, keyword="links", old=first, new=second)
        self._headers(as_dict(old.get("headers")), as_dict(new.get("headers")), location)
        self._content(old, new, location)
        if self._reports == reports and lasting:
            self._equal.add(key)

    def _headers(self, old: Doc, new: Doc, location: Location) -> None:
        before, after = ({name.lower(): (name, node) for name, node in side.items()} for side in (old, new))
        for key in sorted(before.keys() | after.keys()):
            name = (before.get(key) or after[key])[0]
            here = Location(location.direction, f"{location.subject} header `{name}`", location.use)
            if key not in before or key not in after:
                self.report(Kind.FIELD_ADDED if key in after else Kind.FIELD_REMOVED, here)
                continue
            first = as_dict(self.old.resolve(before[key][1])[1])
            second = as_dict(self.new.resolve(after[key][1])[1])
            self._parameter(FIELD_REQUIRED, first, second, here)

    def _content(self, old: Doc, new: Doc, location: Location) -> None:
        """Compare the body of a request or of a response by its media types."""
        before, after = as_dict(old.get("content")), as_dict(new.get("content"))
        for media in sorted(before.keys() | after.keys()):
            here = location.called(f"{location.subject} {media}")
            if media not in before or media not in after:
                kind = Kind.MEDIA_TYPE_ADDED if media in after else Kind.MEDIA_TYPE_REMOVED
                self.report(kind, location, value=media)
                continue
            first, second = as_dict(before[media]), as_dict(after[media])
            self._documentation(first, second, here)
            self._rest(first, second, ("schema", *DOCUMENTATION), here)
            self.schemas(first.get("schema", True), second.get("schema", True), here)


def _location(endpoint: Endpoint) -> Location:
    return Location("call", f"`{endpoint.name}` ({endpoint.label})", Use(endpoint.name, "call"))
