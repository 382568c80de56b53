"""Emit the sockets for other tools, beside the package: an AsyncAPI document, and a JSON Schema for each message.

Both are made from the `x-websocket` channels of the contract, so there is nothing to keep in step by hand.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..merge import Contract, Doc
from ..values import branches_of

_DROPPED = ("x-aliases", "x-context", "x-evidence", "x-former", "x-python-name", "discriminator")
_BINARY = {"type": "string", "format": "binary"}
_SCHEME_KEYS = ("type", "name", "in", "scheme", "bearerFormat", "description")


def emit_channels(target: Path, contract: Contract) -> None:
    """Write asyncapi.json and schemas/<channel>/<send|receive>/<message>.json; nothing if there is no socket."""
    channels = {item["x-websocket"]["name"]: (path, item["x-websocket"]) for path, item in _sockets(contract)}
    if not channels:
        return
    _write(target / "asyncapi.json", _Document(contract, channels).build())
    for name, (_, channel) in channels.items():
        for direction in ("send", "receive"):
            for message in _messages(channel[direction]):
                _write(target / "schemas" / name / direction / f"{message}.json", _schema(contract, message))


def _sockets(contract: Contract) -> list[tuple[str, Doc]]:
    return [(path, item) for path, item in contract.doc["paths"].items() if "x-websocket" in item]


def _write(path: Path, content: Doc) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _messages(schema: Doc) -> list[str]:
    """Return the names of the schemas of one direction."""
    return [_name(entry["$ref"]) for entry in branches_of(schema) or [schema]]


def _name(ref: str) -> str:
    return ref.rsplit("/", 1)[-1]


def _plain(node: Any, place: str) -> Any:
    """Return a schema in plain JSON Schema: without OpenAPI's own keywords, with references that point into `place`."""
    if isinstance(node, list):
        return [_plain(entry, place) for entry in node]
    if not isinstance(node, dict):
        return node
    return {
        key: place + _name(value) if key == "$ref" else _plain(value, place)
        for key, value in node.items()
        if key not in _DROPPED
    }


def _used(contract: Contract, node: Any, found: dict[str, None]) -> dict[str, None]:
    """Return the names of all schemas that a node refers to, directly or not."""
    if isinstance(node, list):
        for entry in node:
            _used(contract, entry, found)
    elif isinstance(node, dict):
        if "$ref" in node and _name(node["$ref"]) not in found:
            found[_name(node["$ref"])] = None
            _used(contract, contract.resolve({"$ref": node["$ref"]}), found)
        for key, value in node.items():
            if key not in _DROPPED:
                _used(contract, value, found)
    return found


def _schema(contract: Contract, message: str) -> Doc:
    schemas = contract.doc["components"]["schemas"]
    result: Doc = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": message,
        "$comment": f"Emitted from spec/, Cartesia-Version {contract.doc['info']['version']}.",
        **_plain(schemas[message], "#/$defs/"),
    }
    others = [name for name in _used(contract, schemas[message], {}) if name != message]
    if others:
        result["$defs"] = {name: _plain(schemas[name], "#/$defs/") for name in sorted(others)}
    return result


class _Document:
    """The AsyncAPI document, from the side of a client: what it sends, and what it receives."""

    def __init__(self, contract: Contract, channels: dict[str, tuple[str, Doc]]) -> None:
        self.contract = contract
        self.channels = channels

    def build(self) -> Doc:
        info, server = self.contract.doc["info"], self.contract.doc["servers"][0]
        return {
            "asyncapi": "3.0.0",
            "info": {
                "title": f"{info['title']}: sockets",
                "version": info["version"],
                "description": "Emitted from spec/, from the side of the client: it sends the messages of `send`.",
            },
            "servers": {
                "production": {
                    "host": server["url"].removeprefix("https://"),
                    "protocol": "wss",
                    **({"description": server["description"]} if "description" in server else {}),
                }
            },
            "defaultContentType": "application/json",
            "channels": {name: self._channel(path, channel) for name, (path, channel) in self.channels.items()},
            "operations": {
                f"{name}.{direction}": self._operation(name, channel, direction)
                for name, (_, channel) in self.channels.items()
                for direction in ("send", "receive")
            },
            "components": {
                "messages": self._components(),
                "schemas": self._schemas(),
                "securitySchemes": self._schemes(),
            },
        }

    def _channel(self, path: str, channel: Doc) -> Doc:
        query = [self.contract.resolve(entry) for entry in channel.get("query", [])]
        properties = {
            entry["name"]: {**_plain(entry["schema"], "#/components/schemas/"), "description": entry["description"]}
            for entry in query
        }
        required = [entry["name"] for entry in query if entry.get("required")]
        names = dict.fromkeys(
            message for direction in ("send", "receive") for message in self._names(channel, direction)
        )
        result: Doc = {
            "address": path,
            "title": channel["name"],
            "description": channel["description"],
            "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in names},
            "bindings": {
                "ws": {
                    "method": "GET",
                    "query": {
                        "type": "object",
                        "properties": properties,
                        **({"required": required} if required else {}),
                    },
                    "bindingVersion": "0.1.0",
                }
            },
        }
        if "path" in channel:
            parameters = [self.contract.resolve(entry) for entry in channel["path"]]
            result["parameters"] = {
                entry["name"]: {"description": entry["description"], "examples": [entry["example"]]}
                for entry in parameters
            }
        return result

    def _operation(self, name: str, channel: Doc, direction: str) -> Doc:
        place = f"#/channels/{name}"
        result: Doc = {
            "action": direction,
            "channel": {"$ref": place},
            "messages": [{"$ref": f"{place}/messages/{message}"} for message in self._names(channel, direction)],
        }
        if channel.get("security"):
            schemes = dict.fromkeys(scheme for entry in channel["security"] for scheme in entry)
            result["security"] = [{"$ref": f"#/components/securitySchemes/{scheme}"} for scheme in schemes]
        return result

    def _names(self, channel: Doc, direction: str) -> list[str]:
        """Return the messages of a direction, audio in binary frames included."""
        audio = [self._audio(channel)] if direction == "send" and "binary" in channel else []
        return [*_messages(channel[direction]), *audio]

    @staticmethod
    def _audio(channel: Doc) -> str:
        return f"{channel['name']}.audio"

    def _components(self) -> Doc:
        """Return the messages of all channels by name. A message that several channels share collects their examples."""
        found: Doc = {}
        for _, channel in self.channels.values():
            for direction in ("send", "receive"):
                shown = channel.get("examples", {}).get(direction, [])
                for name in _messages(channel[direction]):
                    self._add_message(found, name, shown)
            if "binary" in channel:
                name = self._audio(channel)
                found[name] = {
                    "name": name,
                    "summary": channel["binary"],
                    "contentType": "application/octet-stream",
                    "payload": _BINARY,
                }
        return found

    def _add_message(self, found: Doc, name: str, shown: list[Any]) -> None:
        """Add a message with those of the direction's examples that are its own."""
        schema = self.contract.doc["components"]["schemas"][name]
        text = schema.get("type") == "string"
        message = found.setdefault(
            name,
            {
                "name": name,
                "summary": schema["description"],
                "contentType": "text/plain" if text else "application/json",
                "payload": {"$ref": f"#/components/schemas/{name}"},
            },
        )
        examples = [{"payload": each} for each in shown if not text and _is(schema, each)]
        if examples:
            message.setdefault("examples", []).extend(examples)

    def _schemas(self) -> Doc:
        used: dict[str, None] = {}
        for _, channel in self.channels.values():
            query = [self.contract.resolve(entry)["schema"] for entry in channel.get("query", [])]
            _used(self.contract, [channel["send"], channel["receive"], query], used)
        schemas = self.contract.doc["components"]["schemas"]
        return {name: _plain(schemas[name], "#/components/schemas/") for name in sorted(used)}

    def _schemes(self) -> Doc:
        found: Doc = {}
        for name, scheme in self.contract.doc["components"].get("securitySchemes", {}).items():
            found[name] = {key: scheme[key] for key in _SCHEME_KEYS if key in scheme}
            if scheme["type"] == "apiKey":
                found[name]["type"] = "httpApiKey"
        return found


def _is(schema: Doc, example: Any) -> bool:
    """Return whether an example of a direction is one of this message: its constants are those of the schema."""
    properties = schema.get("properties", {})
    if not isinstance(example, dict) or not set(schema.get("required", [])) <= set(example):
        return False
    return all(
        entry["const"] == example[name] for name, entry in properties.items() if "const" in entry and name in example
    )
