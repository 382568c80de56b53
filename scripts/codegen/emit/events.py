"""Emit events.py: the messages of event streams and sockets as msgspec structs, with a decoder for each union."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..merge import Contract, Doc
from ..naming import event_field
from ..quoting import collapsed, docstring, literal
from .deprecation import deprecated_fields, parts_of
from .event_types import encoded_fields, encoded_within, field_type, is_base64, is_struct, sent_type
from .names import snake_case, upper_word

HEAD = '''# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Messages of event streams and sockets. A message of an unknown kind arrives as an UnknownEvent."""

from __future__ import annotations

import contextlib
from typing import Annotated, Any, Literal

import msgspec

from .event_decoding import LONG, Base64, Event, LateDecoder, UnknownEvent as UnknownEvent
from .added import struct_of
from .event_decoding import decode_apart, decode_base64, decode_otherwise, unknown
from .message_text import decoded, mended
from .messages import Messages

'''


def events_module(contract: Contract) -> str:
    unions = dict(_unions(contract))
    schemas = contract.doc["components"]["schemas"]
    variants: dict[str, None] = {}
    for members, _ in unions.values():
        variants.update(dict.fromkeys(members))
    nested: dict[str, None] = {}
    sent = [name for channel in _conversations(contract) for name in _members(channel["send"])[0]]
    for name in (*variants, *sent):
        _collect(contract, schemas[name], nested)
    parts = [_struct(contract, name, tagged=False) for name in nested if name not in variants]
    tags = {name: _tag(schemas[name], tag) for members, tag in unions.values() for name in members if tag}
    last = last_events(contract)
    parts += [
        _struct(contract, name, tagged=name in tags, tag=tags.get(name), is_last=name in last) for name in variants
    ]
    decoders = [_decoder(contract, name, members, tag) for name, (members, tag) in unions.items()]
    written: dict[tuple[str, str | None], str] = {}
    decoders += [_sent(contract, channel, written) for channel in _conversations(contract)]
    return HEAD + "\n\n".join(parts) + "\n\n" + "\n".join(decoders)


def _unions(contract: Contract) -> Any:
    """Yield (name, (variants, name of the tag or None)) of every union that the service sends."""
    schemas = contract.doc["components"]["schemas"]
    for _, _, operation in contract.operations():
        for response in operation["responses"].values():
            for entry in contract.resolve(response).get("content", {}).values():
                inner = entry["schema"].get("properties", {}).get("data", {}).get("contentSchema")
                if inner:
                    name = inner["$ref"].rsplit("/", 1)[-1]
                    yield name, _members(schemas[name])
    for item in contract.doc["paths"].values():
        if "x-websocket" in item:
            channel = item["x-websocket"]
            yield union_name(channel["name"]), _members(channel["receive"])


def last_events(contract: Contract) -> set[str]:
    """Return the events that end their streams, as far as the description names them."""
    return {operation["x-last-event"] for _, _, operation in contract.operations() if "x-last-event" in operation}


def union_name(socket: str) -> str:
    """Return the name of the union of what a socket receives."""
    return "".join(map(upper_word, re.split(r"[._]", socket))) + "Event"


def event_names(contract: Contract) -> list[str]:
    """Return the names of all structs and unions of events."""
    unions = dict(_unions(contract))
    nested: dict[str, None] = {}
    members = [name for each, _ in unions.values() for name in each]
    for name in members:
        _collect(contract, contract.doc["components"]["schemas"][name], nested)
    return [*dict.fromkeys((*nested, *members, *unions))]


def _members(schema: Doc) -> tuple[list[str], str | None]:
    branches = schema.get("oneOf") or schema["anyOf"]
    tag = schema.get("discriminator", {}).get("propertyName")
    return [branch["$ref"].rsplit("/", 1)[-1] for branch in branches], tag


def _tag(schema: Doc, tag: str) -> tuple[str, str]:
    return tag, schema["properties"][tag]["const"]


def _collect(contract: Contract, node: Any, found: dict[str, None]) -> None:
    """Collect the objects that are fields of others, the innermost first."""
    if not isinstance(node, dict):
        return
    if "$ref" in node:
        target, name = contract.resolve(node), node["$ref"].rsplit("/", 1)[-1]
        if is_struct(target) and name not in found:
            found[name] = None  # before what it holds, which may hold it
            _collect(contract, target, found)
            found[name] = found.pop(name)
        return
    for entry in (*node.get("properties", {}).values(), *node.get("anyOf", []), node.get("items")):
        _collect(contract, entry, found)


def _struct(
    contract: Contract, name: str, *, tagged: bool, tag: tuple[str, str] | None = None, is_last: bool = False
) -> str:
    schema = contract.doc["components"]["schemas"][name]
    options = "frozen=True, kw_only=True, omit_defaults=True"
    if tagged and tag:
        options += f", tag_field={literal(tag[0])}, tag={literal(tag[1])}"
    names = {wire: event_field(wire, entry) for wire, entry in schema.get("properties", {}).items()}
    renamed = {python: wire for wire, python in names.items() if wire != python}
    if renamed:
        options += f", rename={literal(renamed)}"
    lines = [f"class {name}(Event, {options}):", docstring(_text(schema), "    "), ""]
    if renamed:
        lines += [f"    _json_names = {literal(renamed)}"]
    if encoded := encoded_fields(schema):
        lines += [f"    _encoded = {literal(tuple(encoded))}"]
    has_audio = bool(encoded) and "audio" not in names.values()
    if old := deprecated_fields(schema, encoded[0] if has_audio else None, tag[0] if tagged and tag else None):
        lines += [f"    _deprecated = frozenset({literal(old)})"]
    kinds: dict[str, str] = {}
    for wire, entry in schema.get("properties", {}).items():
        if tagged and tag and wire == tag[0]:
            continue
        kind = field_type(contract, entry, in_field=is_base64(entry))
        if wire not in schema.get("required", []):
            kind = kind if "None" in kind.split(" | ") or kind == "Any" else f"{kind} | None"
            kind += " = None"
        kinds[names[wire]] = kind.removesuffix(" = None").replace("Base64", "bytes")
        lines += [f"    {names[wire]}: {kind}", docstring(_text(entry), "    ")]
    for field in encoded[:1] if has_audio else ():
        lines += ["    @property", f"    def audio(self) -> {kinds[field]}:"]
        lines += [f'        """Return `{field}`, under its name in the official library."""']
        lines += [f"        return self.{field}"]
    if is_last and "done" not in names:
        lines += ["    @property", "    def done(self) -> Literal[True]:"]
        lines += ['        """Return that this is the last event of its stream."""', "        return True"]
    if tagged and tag:
        lines += _kind_properties(names[tag[0]], tag[1])
    return "\n".join((*lines, ""))


def _kind_properties(name: str, kind: str) -> list[str]:
    """Return the properties that say the kind of a message: under the name of its tag, and as `type`."""
    lines = []
    for each in dict.fromkeys((name, "type")):
        lines += ["    @property", f"    def {each}(self) -> Literal[{literal(kind)}]:"]
        lines += ['        """Return the kind of the message."""', f"        return {literal(kind)}"]
    return lines


def _text(node: Doc) -> str:
    return collapsed(node.get("description", "")) + (" Deprecated." if node.get("deprecated") else "")


def _decoder(contract: Contract, name: str, members: list[str], tag: str | None) -> str:
    """Return the alias of a union, and the function that decodes one message of it."""
    schemas = {member: contract.doc["components"]["schemas"][member] for member in members}
    alias = f"{name} = {' | '.join(members)} | UnknownEvent"
    lines = _by_tag(contract, name, schemas, tag) if tag else _by_fields(name, schemas)
    if not any(map(encoded_fields, schemas.values())):
        lines += ["", f"decode_{snake_case(name)}.has_audio = False  # type: ignore[attr-defined]"]
    return "\n".join((alias, *lines, "", ""))


def _by_tag(contract: Contract, name: str, schemas: Mapping[str, Doc], tag: str) -> list[str]:
    """Return the decoder of a union with a tag.

    One decoder for all kinds is the fastest. It fails for an unknown kind, which is news and becomes an UnknownEvent, for fields
    that the service has added, which are kept, and for a known kind that lacks something, which is an error.
    """
    snake, union = snake_case(name), " | ".join(schemas)
    lines = [
        f"_{snake}: LateDecoder[{union}] = LateDecoder({union})",
        "",
        f"def decode_{snake}(data: bytes | str) -> {name}:",
        '    """Decode one message. Raises msgspec.DecodeError, or ValidationError for an invalid one of a known kind."""',
        f"    event: {name}",
        *_apart(snake, schemas),
        "    try:",
        f"        event = _{snake}.decode(data)",
        "    except msgspec.ValidationError:",
        f"        event = decode_otherwise(_{snake}, data, {literal(tag)})",
        "    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:",
        f"        return decode_{snake}(mended(data, error))",
    ]
    for member, schema in schemas.items():
        for field in encoded_fields(schema):
            lines += [f"    if type(event) is {member}:", f"        decode_base64(event, {literal(field)})"]
        for inner, field in encoded_within(contract, schema):
            lines += [f"    if type(event) is {member}:", f"        decode_base64(event.{inner}, {literal(field)})"]
    return [*lines, "    return event"]


def _apart(snake: str, schemas: Mapping[str, Doc]) -> list[str]:
    """Return the lines that decode the long messages of a union in fewer steps, if one of its kinds has one field of base64."""
    encoded = [(member, field) for member, schema in schemas.items() for field in encoded_fields(schema)]
    if len(encoded) != 1:
        return []
    member, field = encoded[0]
    if field not in schemas[member]["properties"]:
        return []  # it has another name in JSON
    call = f"decode_apart(_{snake}, {member}, {literal(field)}, data)"
    return [f"    if len(data) >= LONG and (apart := {call}) is not None:", "        return apart"]


def _by_fields(name: str, schemas: Mapping[str, Doc]) -> list[str]:
    """Return the decoder of a union without a tag: the required fields of a message tell its kind."""
    lines = [f"def decode_{snake_case(name)}(data: bytes | str) -> {name}:"]
    lines += ['    """Decode one message; its fields tell its kind. Raises msgspec.DecodeError."""']
    # Errors had other fields in older versions, and could pass for another kind: they become an UnknownEvent, as with a tag.
    lines += ["    fields = decoded(data)", "    if not isinstance(fields, dict):"]
    lines += ['        raise msgspec.ValidationError("expected an object")']
    for member, schema in schemas.items():
        no_error = "" if "type" in schema["properties"] else ' and fields.get("type") != "error"'
        lines += [f"    if fields.keys() >= {_set(schema['required'])}{no_error}:"]
        made = f"struct_of({member}, fields)"
        if encoded := encoded_fields(schema):
            lines += [f"        event = {made}"]
            lines += [f"        decode_base64(event, {literal(field)})" for field in encoded]
            lines += ["        return event"]
        elif no_error:
            lines += [f"        return {made}"]
        else:  # it may be an error of another form, which is one nevertheless
            lines += ["        with contextlib.suppress(msgspec.ValidationError):", f"            return {made}"]
    return [*lines, '    return unknown(fields, "type")']


def _set(names: list[str]) -> str:
    return "{" + ", ".join(map(literal, names)) + "}"


def _conversations(contract: Contract) -> list[Doc]:
    """Return the sockets whose messages to the service have kinds, of which one comes first."""
    channels = [item["x-websocket"] for item in contract.doc["paths"].values() if "x-websocket" in item]
    return [channel for channel in channels if "first" in channel]


def _sent(contract: Contract, channel: Doc, written: dict[tuple[str, str | None], str]) -> str:
    """Return the forms of the messages that are sent to a socket, and what checks them before that.

    `written` has the forms of other sockets by message and tag, which this one shares.
    """
    schemas = contract.doc["components"]["schemas"]
    first = channel["first"]["$ref"].rsplit("/", 1)[-1]
    members, tag = _members(channel["send"])
    members.sort(key=lambda name: name != first)
    snake = channel["name"].replace(".", "_")
    lines: list[str] = []
    kinds = [schemas[name]["properties"][tag]["const"] for name in members]
    forms: list[str] = []
    for name, kind in zip(members, kinds, strict=True):
        is_shared, is_taken = (name, tag) in written, f"_Sent{name}" in written.values()
        form = f"_Sent{union_name(channel['name'])}{name}" if is_taken else f"_Sent{name}"
        forms.append(written.setdefault((name, tag), form))
        if is_shared:
            continue
        fields = {wire: event_field(wire, entry) for wire, entry in schemas[name]["properties"].items() if wire != tag}
        renamed = {python: wire for wire, python in fields.items() if wire != python}
        options = f"tag_field={literal(tag)}, tag={literal(kind)}, rename={literal(renamed or None)}"
        lines += [f"class {form}(msgspec.Struct, kw_only=True, {options}):"]
        for wire, python in fields.items():
            type_, is_required = (
                sent_type(contract, schemas[name]["properties"][wire]),
                wire in schemas[name].get("required", ()),
            )
            type_ = type_ if is_required or type_ in ("None", "Any") else f"{type_} | None"
            lines.append(f"    {python}: {type_}" + ("" if is_required else " = None"))
        lines.append("")
    deprecated = {
        kind: parts
        for name, kind in zip(members, kinds, strict=True)
        if (parts := schemas[name].get("deprecated") or parts_of(contract, schemas[name]))
    }
    more = f", {literal(deprecated)}" if deprecated else ""
    union = " | ".join(forms)
    lines += [
        f"{snake.upper()}_MESSAGES = Messages({literal(tag)}, {literal(tuple(kinds))}, {union}{more})",
        '"""What can be sent."""',
    ]
    return "\n".join((*lines, ""))
