"""Compares what stands in a contract outside of its operations: servers, tags, credentials, components without a use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..contract import Doc, as_dict, json_equal
from .change import Location, Use
from .components import used_components
from .equivalence import equivalent
from .keywords import DOCUMENTATION
from .normalize import Document
from .operations import objects, server_urls
from .rules import Kind
from .schemas import SchemaDiff


class DocumentDiff(SchemaDiff):
    """The comparison of what surrounds the operations."""

    def document(self) -> None:
        """Compare what stands outside of the operations."""
        old, new = self.old.doc, self.new.doc
        location = Location("call", "document", Use("", "call"))
        self._info(as_dict(old.get("info")), as_dict(new.get("info")), location.called("info"))
        self._documentation({**old, "tags": None}, {**new, "tags": None}, location)
        self.servers(server_urls(old), server_urls(new), location)
        self._named("server", _by(old.get("servers"), "url"), _by(new.get("servers"), "url"), location)
        self._named("tag", _by(old.get("tags"), "name"), _by(new.get("tags"), "name"), location)
        self._named("security scheme", _schemes(self.old), _schemes(self.new), location)
        self._unused(location)

    def servers(self, urls: Iterable[str], others: Iterable[str], location: Location) -> None:
        """Compare the addresses of servers."""
        for url in sorted({*urls} - {*others}):
            self.report(Kind.SERVER_REMOVED, location, value=url)
        for url in sorted({*others} - {*urls}):
            self.report(Kind.SERVER_ADDED, location, value=url)

    def _info(self, old: Doc, new: Doc, location: Location) -> None:
        for key in sorted((old.keys() | new.keys()) - {"version"}):
            if not json_equal(old.get(key), new.get(key)):
                self.report(Kind.DOCUMENTATION_CHANGED, location, keyword=key, old=old.get(key), new=new.get(key))

    def _named(self, noun: str, old: Doc, new: Doc, location: Location) -> None:
        """Compare the texts about what has a name or an address."""
        for name in sorted({*old} | {*new} if noun == "tag" else {*old} & {*new}):
            first, second = (
                {key: value for key, value in as_dict(side.get(name)).items() if key in (*DOCUMENTATION, "scopes")}
                for side in (old, new)
            )
            if first != second:
                self.report(Kind.DOCUMENTATION_CHANGED, location, keyword=f"{noun} {name}", old=first, new=second)

    def _unused(self, location: Location) -> None:
        old, new = self.old.doc, self.new.doc
        schemas, others = (as_dict(as_dict(doc.get("components")).get("schemas")) for doc in (old, new))
        used = used_components(old) | used_components(new)
        for name in sorted(schemas.keys() | others.keys()):
            if f"#/components/schemas/{name}" not in used and not equivalent(
                self.old, schemas.get(name), self.new, others.get(name)
            ):
                self.report(Kind.UNUSED_COMPONENT_CHANGED, location.called(name))


def _by(entries: Any, key: str) -> Doc:
    return {str(entry.get(key)): entry for entry in objects(entries)}


def _schemes(document: Document) -> Doc:
    """Return the security schemes, with all scopes that their flows describe."""
    held = as_dict(as_dict(document.doc.get("components")).get("securitySchemes"))
    found = {}
    for name, node in held.items():
        scheme = as_dict(document.resolve(node)[1])
        scopes = [as_dict(flow).get("scopes") for flow in as_dict(scheme.get("flows")).values()]
        found[name] = {**scheme, "scopes": scopes}
    return found
