"""Brings a contract that is divided into files together, and checks that every reference leads somewhere.

What another file holds becomes a component of the kind that its place asks for: a path, a schema, a parameter. The
result refers to nothing outside of itself.
"""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from .contract import Doc, as_dict, follow
from .errors import UsageError
from .structure import COMPONENTS, Place, rewrite

Load = Callable[[str], Any]
"""Returns the document in a file, by its path."""
_FILE = re.compile(r"[./#]|\.(json|ya?ml)$", re.IGNORECASE)


class ReferenceFault(ValueError):
    """A reference leads nowhere, or to what cannot be read; the message says where it stands."""


def bundle(doc: Doc, file: str, load: Load) -> Doc:
    """Return a contract with everything that its references to files mean.

    Args:
        doc: The contract.
        file: Its path, which references to files are relative to.
        load: Reads one of those files.

    Raises:
        ReferenceFault: A reference leads nowhere.
    """
    bundler = _Bundler(doc, file, load)
    made = bundler.document()
    _check(made, file)
    return made


class _Bundler:
    def __init__(self, doc: Doc, file: str, load: Load) -> None:
        self._doc, self._root, self._load = doc, posixpath.normpath(file), load
        self._files: dict[str, Any] = {self._root: doc}
        self._ids: dict[str, dict[str, str]] = {}
        """By file: the place of each schema that has an `$id`, or an anchor with a # before it."""
        self._names: dict[tuple[str, str, str], str] = {}
        """The component for each target, by file, fragment and kind."""
        self._added: dict[str, dict[str, Any]] = {}
        self._left: list[tuple[str, str, str, str]] = []

    def document(self) -> Doc:
        """Return the contract with the components that other files hold."""
        made: Doc = self._rewrite(self._doc, "document", self._root)
        while self._left:
            file, fragment, kind, why = self._left.pop()
            name = self._names[file, fragment, kind]
            try:
                target = follow(self._files[file], f"#{fragment}") if fragment.strip("/") else self._files[file]
            except LookupError:
                raise ReferenceFault(f"{why} leads nowhere: {file} has no {fragment}") from None
            self._added.setdefault(COMPONENTS[kind], {})[name] = self._rewrite(target, kind, file)
        if not self._added:
            return made
        components = dict(as_dict(made.get("components")))
        for key, entries in self._added.items():
            components[key] = {**as_dict(components.get(key)), **entries}
        return {**made, "components": components}

    def _rewrite(self, node: Any, kind: str, file: str) -> Any:
        return rewrite(node, lambda each, kind, place: self._rewritten(each, kind, place, file), kind)

    def _rewritten(self, node: Doc, kind: str, place: Place, file: str) -> Doc:
        if isinstance(node.get("$ref"), str):
            node = {**node, "$ref": self._reference(node["$ref"], kind, place, file)}
        mapping = as_dict(node.get("discriminator")).get("mapping") if kind == "schema" else None
        if isinstance(mapping, dict):
            tags = {
                tag: self._reference(target, kind, place, file)
                if isinstance(target, str) and _FILE.search(target)
                else target
                for tag, target in mapping.items()
            }
            node = {**node, "discriminator": {**node["discriminator"], "mapping": tags}}
        return node

    def _reference(self, reference: str, kind: str, place: Place, file: str) -> str:
        """Return the reference within the contract, and remember what it needs from another file."""
        address, _, fragment = unquote(reference).partition("#")
        why = f"{file}: {'/'.join(map(str, place))}: the reference {reference}"
        if (own := self._named_within(reference, file)) is not None:
            address, fragment = "", own
        if "://" in address:
            raise ReferenceFault(f"{why} leads to the network, which is not read: keep a copy beside the contract")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(file), address)) if address else file
        if target == self._root:
            return f"#{fragment}"
        if kind not in COMPONENTS:
            raise ReferenceFault(f"{why} cannot stand for a {kind}")
        if target not in self._files:
            try:
                self._files[target] = self._load(target)
            except (OSError, ValueError, UsageError) as error:
                raise ReferenceFault(f"{why} cannot be read: {error}") from None
        fragment = self._named_within(f"#{fragment}", target) or fragment
        key = (target, fragment, kind)
        if key not in self._names:
            self._names[key] = self._free_name(fragment.rpartition("/")[2] or posixpath.basename(target), kind)
            self._left.append((*key, why))
        return f"#/components/{COMPONENTS[kind]}/{self._names[key]}"

    def _named_within(self, reference: str, file: str) -> str | None:
        """Return the place in a file of what a reference names by its `$id` or `$anchor`."""
        if file not in self._ids:
            self._ids[file] = found = dict[str, str]()

            def note(node: Doc, _kind: str, place: Place) -> Doc:
                way = "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in place)
                for key, mark in (("$id", ""), ("$anchor", "#"), ("$dynamicAnchor", "#")):
                    if isinstance(node.get(key), str) and way:
                        found.setdefault(mark + node[key], way)
                return node

            doc = self._files[file]
            rewrite(doc, note, "document" if "paths" in as_dict(doc) else "schema")
        return self._ids[file].get(reference)

    def _free_name(self, wanted: str, kind: str) -> str:
        wanted = re.sub(r"\.(json|ya?ml)$", "", wanted, flags=re.IGNORECASE)
        wanted = re.sub(r"[^\w.-]+", "_", wanted.replace("~1", "/")).strip("_") or kind.title()
        taken = {name for (_, _, other), name in self._names.items() if other == kind}
        taken |= as_dict(as_dict(self._doc.get("components")).get(COMPONENTS[kind])).keys()
        numbered = (f"{wanted}_{number}" for number in itertools.count(2))
        return next(name for name in itertools.chain((wanted,), numbered) if name not in taken)


def _check(doc: Doc, file: str) -> None:
    """Raise ReferenceFault at the first reference that leads nowhere, or only to itself."""
    known: set[str] = set()

    def check(node: Doc, _kind: str, place: Place) -> Doc:
        for reference in (node.get("$ref", ""), *_tags(node)):
            if not isinstance(reference, str):
                raise ReferenceFault(f"{file}: {'/'.join(map(str, place))}: the reference {reference!r} is no text")
            follow_all(reference, place)
        return node

    def follow_all(reference: Any, place: Place) -> None:
        passed = dict[str, None]()
        while isinstance(reference, str) and reference and reference not in known:
            why = f"{file}: {'/'.join(map(str, place))}: the reference {reference}"
            if reference in passed:
                raise ReferenceFault(f"{why} leads to itself")
            passed[reference] = None
            try:
                target = follow(doc, reference)
            except LookupError:
                raise ReferenceFault(f"{why} leads nowhere") from None
            reference = target.get("$ref") if isinstance(target, dict) else None
        known.update(passed)

    rewrite(doc, check)


def _tags(node: Doc) -> list[Any]:
    """Return what the mapping of a discriminator refers to; a plain name is one of a component, or none at all."""
    mapping = as_dict(as_dict(node.get("discriminator")).get("mapping"))
    return [target for target in mapping.values() if isinstance(target, str) and "#" in target]
