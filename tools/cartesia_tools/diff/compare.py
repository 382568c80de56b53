"""What differs between two contracts, and what each difference means to the programs that use the API.

`compare` walks all operations and sockets of both. Whatever it cannot name is reported, too, and counts as breaking.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..contract import METHODS, SOCKET, Doc, Endpoint, as_dict, endpoints
from .change import Change, Use
from .components import Untouched, used
from .normalize import TEXTS, Assumed, Document, equal, key_of, same
from .operations import alternatives, entries, needed, parameters
from .rules import VERDICTS, Direction, Kind
from .schemas import Place, Walk

_OPERATION = (
    *("operationId", "name", "x-shape", "security", "parameters", "query", "path", "requestBody", "responses"),
    *("deprecated", "send", "receive", "binary", *TEXTS),
)
_PARAMETER = ("name", "in", "required", "deprecated", "schema", *TEXTS)
_BODY = ("required", "content", *TEXTS)
_RESPONSE = ("headers", "content", *TEXTS)
_ITEM = (*METHODS, SOCKET, "parameters", *TEXTS)


def compare(old: Doc, new: Doc) -> list[Change]:
    """Every difference between two contracts: the breaking ones first, then in the order of the contracts."""
    walk = _Contracts(Document(old), Document(new))
    walk.contracts()
    return sorted(walk.found.values(), key=lambda change: VERDICTS.index(change.verdict))


class _Contracts(Walk):
    """The walk over whole contracts."""

    def __init__(self, old: Document, new: Document) -> None:
        super().__init__(old, new)
        self._assumed: Assumed = {}

    def contracts(self) -> None:
        before, after = ({one.key: one for one in endpoints(side.doc)} for side in (self.old, self.new))
        moved, untouched = self._moved(before, after), Untouched(self.old.doc, self.new.doc)
        for key, endpoint in before.items():
            other = after.get(moved.get(key, key))
            place = Place("call", f"`{endpoint.name}` ({endpoint.label})", Use(endpoint.name, "call"))
            if other is None:
                self.report(Kind.OPERATION_REMOVED, place)
                continue
            if key in moved:
                self.report(Kind.OPERATION_MOVED, place, old=endpoint.label, new=other.label)
            if not untouched(endpoint, other):
                self._operation(endpoint, other, place)
        for key, endpoint in after.items():
            if key not in before and key not in moved.values():
                place = Place("call", f"`{endpoint.name}` ({endpoint.label})", Use(endpoint.name, "call"))
                self.report(Kind.OPERATION_ADDED, place)
        self._document()

    @staticmethod
    def _moved(before: dict[tuple[str, str], Endpoint], after: dict[tuple[str, str], Endpoint]) -> dict[Any, Any]:
        """Operations that are found under another path, by their names."""
        homeless = {endpoint.name: key for key, endpoint in after.items() if key not in before}
        return {
            key: homeless[endpoint.name]
            for key, endpoint in before.items()
            if key not in after and endpoint.name in homeless
        }

    def _document(self) -> None:
        """What stands outside of the operations."""
        old, new = self.old.doc, self.new.doc
        place = Place("call", "document", Use("", "call"))
        self._texts(as_dict(old.get("info")), as_dict(new.get("info")), place.called("info"))
        urls, others = ({key_of(entry.get("url")) for entry in entries(doc.get("servers"))} for doc in (old, new))
        for url in sorted(urls - others):
            self.report(Kind.SERVER_REMOVED, place, value=url.strip('"'))
        for url in sorted(others - urls):
            self.report(Kind.SERVER_ADDED, place, value=url.strip('"'))
        schemas, other_schemas = (as_dict(as_dict(doc.get("components")).get("schemas")) for doc in (old, new))
        met = used(old) | used(new)
        for name in sorted(schemas.keys() | other_schemas.keys()):
            if f"#/components/schemas/{name}" in met:
                continue
            if not same(self.old, schemas.get(name), self.new, other_schemas.get(name)):
                self.report(Kind.UNUSED_COMPONENT_CHANGED, place.called(name))

    # -- one operation or socket ----------------------------------------------------------------------------------

    def _operation(self, old: Endpoint, new: Endpoint, place: Place) -> None:
        known, one, other = self._reports, old.node, new.node
        if old.name != new.name:
            self.report(Kind.OPERATION_RENAMED, place, old=old.name, new=new.name)
        if one.get("x-shape") != other.get("x-shape"):
            self.report(Kind.SHAPE_CHANGED, place, old=one.get("x-shape"), new=other.get("x-shape"))
        self._texts(one, other, place)
        self._notes(one, other, place)
        self._security(one, other, place)
        self._parameters(old, new, place)
        self._body(one.get("requestBody"), other.get("requestBody"), place)
        self._responses(as_dict(one.get("responses")), as_dict(other.get("responses")), place)
        for part in ("send", "receive"):
            if part in one and part in other:
                direction: Direction = "send" if part == "send" else "receive"
                subject = f"{place.subject} {'sends' if part == 'send' else 'receives'}"
                self.schemas(one[part], other[part], Place(direction, subject, Use(old.name, part)))
            elif part in one or part in other:
                self.report(Kind.KEYWORD_CHANGED, place, keyword=part, old=one.get(part), new=other.get(part))
        if ("binary" in one) != ("binary" in other):
            self.report(Kind.BINARY_FRAMES_CHANGED, place, old=one.get("binary"), new=other.get("binary"))
        elif one.get("binary") != other.get("binary"):
            self.report(
                Kind.DOCUMENTATION_CHANGED, place, keyword="binary", old=one.get("binary"), new=other.get("binary")
            )
        self._rest(one, other, _OPERATION, place)
        self._rest(old.item, new.item, _ITEM, place)
        if self._reports == known and not self._alike(old, new):
            self.report(Kind.UNKNOWN_CHANGE, place)

    def _alike(self, old: Endpoint, new: Endpoint) -> bool:
        """Whether two operations are equal as wholes: a net below the walk, for what it should have seen and did not."""
        parts = [
            {**endpoint.node, "parameters": None, "security": None, "operationId": None, "examples": None}
            for endpoint in (old, new)
        ]
        if same(self.old, parts[0], self.new, parts[1], self._assumed):
            return True
        self._assumed = {}  # what rests on an assumption that did not hold
        return False

    def _rest(self, old: Doc, new: Doc, known: Iterable[str], place: Place) -> None:
        """Keywords that nobody here has heard of."""
        for key in sorted((old.keys() | new.keys()) - set(known)):
            first, second = old.get(key), new.get(key)
            if (key in old) != (key in new) or not same(self.old, {key: first}, self.new, {key: second}):
                self.report(Kind.KEYWORD_CHANGED, place, keyword=key, old=first, new=second)

    def _security(self, old: Doc, new: Doc, place: Place) -> None:
        before, after = alternatives(self.old.doc, old), alternatives(self.new.doc, new)
        for key in sorted(before.keys() & after.keys()):
            first, second = before[key][1], after[key][1]
            if second - first:
                self.report(Kind.SECURITY_SCOPES_ADDED, place, value=before[key][0], scopes=sorted(second - first))
            elif first - second:
                self.report(Kind.SECURITY_SCOPES_REMOVED, place, value=before[key][0], scopes=sorted(first - second))
        for key in sorted(before.keys() - after.keys()):
            self.report(Kind.SECURITY_ALTERNATIVE_REMOVED, place, value=before[key][0])
        for key in sorted(after.keys() - before.keys()):
            self.report(Kind.SECURITY_ALTERNATIVE_ADDED, place, value=after[key][0])

    def _parameters(self, old: Endpoint, new: Endpoint, place: Place) -> None:
        before, after = parameters(self.old, old), parameters(self.new, new)
        for key in sorted(before.keys() | after.keys()):
            here = Place("send", f"{key[0]} parameter `{key[1]}`", Use(old.name, "parameters", (key[1],)))
            if key not in after:
                self.report(Kind.PARAMETER_REMOVED, here)
            elif key not in before:
                self.report(Kind.PARAMETER_ADDED_REQUIRED if needed(after[key]) else Kind.PARAMETER_ADDED, here)
            else:
                first, second = before[key], after[key]
                self._required(Kind.PARAMETER_BECAME_REQUIRED, Kind.PARAMETER_BECAME_OPTIONAL, first, second, here)
                self._texts(first, second, here)
                self._notes(first, second, here)
                self._rest(first, second, _PARAMETER, here)
                self.schemas(first.get("schema", True), second.get("schema", True), here)

    def _required(self, required: Kind, optional: Kind, old: Doc, new: Doc, place: Place) -> None:
        if needed(old) != needed(new):
            self.report(required if needed(new) else optional, place)
        elif not equal(old.get("required", False), new.get("required", False)):
            self.report(
                Kind.KEYWORD_CHANGED, place, keyword="required", old=old.get("required"), new=new.get("required")
            )

    def _body(self, first: Any, second: Any, place: Place) -> None:
        old, new = self.old.resolve(first)[1], self.new.resolve(second)[1]
        here = Place("send", "request body", Use(place.use.operation, "body"))
        if not isinstance(old, dict) or not isinstance(new, dict):
            if isinstance(new, dict) and old is None:
                self.report(Kind.REQUEST_BODY_ADDED_REQUIRED if needed(new) else Kind.REQUEST_BODY_ADDED, here)
            elif key_of(old) != key_of(new):
                self.report(Kind.REQUEST_BODY_REMOVED if new is None else Kind.REQUEST_BODY_CHANGED, here)
            return
        self._required(Kind.REQUEST_BODY_BECAME_REQUIRED, Kind.REQUEST_BODY_BECAME_OPTIONAL, old, new, here)
        self._texts(old, new, here)
        self._rest(old, new, _BODY, here)
        self._content(old, new, here)

    def _responses(self, old: Doc, new: Doc, place: Place) -> None:
        for status in sorted({*map(str, old), *map(str, new)}):
            good = status[:1] in "123"
            use = Use(place.use.operation, "response" if good else "error")
            here = Place("receive" if good else "error", f"status {status}", use)
            if status not in old or status not in new:
                self.report(Kind.STATUS_ADDED if status in new else Kind.STATUS_REMOVED, here)
                continue
            one, other = self.old.resolve(old[status])[1], self.new.resolve(new[status])[1]
            if not isinstance(one, dict) or not isinstance(other, dict):
                if not same(self.old, one, self.new, other):
                    self.report(Kind.KEYWORD_CHANGED, here, keyword=status, old=one, new=other)
                continue
            # Most responses are shared by all operations.
            key: tuple[int, int, Direction] = (id(one), id(other), here.direction)
            reports = self._reports
            if key not in self._equal:
                self._texts(one, other, here)
                self._rest(one, other, _RESPONSE, here)
                self._headers(as_dict(one.get("headers")), as_dict(other.get("headers")), here)
                self._content(one, other, here)
                # By identity: not for what was put together from a reference and what stands beside it.
                if self._reports == reports and len(old[status]) == len(new[status]) == 1:
                    self._equal.add(key)

    def _headers(self, old: Doc, new: Doc, place: Place) -> None:
        for name in sorted(old.keys() | new.keys()):
            here = Place(place.direction, f"{place.subject} header `{name}`", place.use)
            if name not in old or name not in new:
                self.report(Kind.FIELD_ADDED if name in new else Kind.FIELD_REMOVED, here)
                continue
            first, second = as_dict(self.old.resolve(old[name])[1]), as_dict(self.new.resolve(new[name])[1])
            self._required(Kind.FIELD_BECAME_REQUIRED, Kind.FIELD_BECAME_OPTIONAL, first, second, here)
            self._texts(first, second, here)
            self._notes(first, second, here)
            self._rest(first, second, _PARAMETER, here)
            self.schemas(first.get("schema", True), second.get("schema", True), here)

    def _content(self, old: Doc, new: Doc, place: Place) -> None:
        """A body by its media types, in a request or in a response."""
        before, after = as_dict(old.get("content")), as_dict(new.get("content"))
        for media in sorted(before.keys() | after.keys()):
            here = place.called(f"{place.subject} {media}")
            if media not in before or media not in after:
                self.report(Kind.MEDIA_TYPE_ADDED if media in after else Kind.MEDIA_TYPE_REMOVED, place, value=media)
                continue
            first, second = as_dict(before[media]), as_dict(after[media])
            self._texts(first, second, here)
            self._rest(first, second, ("schema", *TEXTS), here)
            self.schemas(first.get("schema", True), second.get("schema", True), here)
