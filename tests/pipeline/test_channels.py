"""The emitted AsyncAPI document and the JSON Schemas of messages: sound, complete, and true to the examples."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from codegen.build import load
from codegen.emit.channels import emit_channels

PROJECT = Path(__file__).parents[2]
GENERATED = PROJECT / "generated"
DOCUMENT: dict[str, Any] = json.loads((GENERATED / "asyncapi.json").read_text())
CONTRACT = load(PROJECT / "spec")
CHANNELS = {
    item["x-websocket"]["name"]: item["x-websocket"] for item in CONTRACT.doc["paths"].values() if "x-websocket" in item
}
SCHEMAS = sorted((GENERATED / "schemas").rglob("*.json"))


def test_a_server_needs_no_description(tmp_path: Path) -> None:
    contract = load(PROJECT / "tests" / "golden" / "spec")
    del contract.doc["servers"][0]["description"]
    emit_channels(tmp_path, contract)
    servers = json.loads((tmp_path / "asyncapi.json").read_text())["servers"]
    assert servers == {"production": {"host": "api.example.com", "protocol": "wss"}}


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for entry in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from nodes(entry)


def at(ref: str) -> Any:
    target: Any = DOCUMENT
    for part in ref.removeprefix("#/").split("/"):
        target = target[part]
    return target


def test_the_document_has_what_asyncapi_3_requires() -> None:
    assert DOCUMENT["asyncapi"] == "3.0.0"
    assert {"title", "version"} <= set(DOCUMENT["info"])
    assert DOCUMENT["servers"] == {
        "production": {
            "host": "api.cartesia.ai",
            "protocol": "wss",
            "description": DOCUMENT["servers"]["production"]["description"],
        }
    }
    for operation in DOCUMENT["operations"].values():
        assert operation["action"] in ("send", "receive")
        own = set(map(str, at(operation["channel"]["$ref"])["messages"]))
        assert {entry["$ref"].rsplit("/", 1)[-1] for entry in operation["messages"]} <= own
    for channel in DOCUMENT["channels"].values():
        assert set(re.findall(r"{(\w+)}", channel["address"])) == set(channel.get("parameters", {}))
    names = [name for kind in DOCUMENT["components"].values() for name in kind]
    assert [name for name in names if not re.fullmatch(r"[A-Za-z0-9._-]+", name)] == []


def test_all_references_lead_somewhere_and_no_keyword_of_openapi_is_left() -> None:
    for node in nodes(DOCUMENT):
        if isinstance(node.get("$ref"), str):
            assert at(node["$ref"]) is not None
        assert not {"x-evidence", "discriminator"} & set(node)


def test_every_socket_and_message_of_the_contract_is_there() -> None:
    assert set(DOCUMENT["channels"]) == set(CHANNELS)
    for name, channel in CHANNELS.items():
        for direction in ("send", "receive"):
            entries = channel[direction].get("oneOf", [channel[direction]])
            described = {entry["$ref"].rsplit("/", 1)[-1] for entry in entries}
            emitted = {
                entry["$ref"].rsplit("/", 1)[-1] for entry in DOCUMENT["operations"][f"{name}.{direction}"]["messages"]
            }
            assert emitted - {f"{name}.audio"} == described
            assert (f"{name}.audio" in emitted) == (direction == "send" and "binary" in channel)
            assert {path.stem for path in (GENERATED / "schemas" / name / direction).iterdir()} == described


def test_examples_of_messages_fit_them() -> None:
    shown = 0
    for message in DOCUMENT["components"]["messages"].values():
        for example in message.get("examples", []):
            schema = {**message["payload"], "components": DOCUMENT["components"]}
            jsonschema_rs.validate(schema, example["payload"])
            shown += 1
    lists = [each for channel in CHANNELS.values() for each in channel["examples"].values()]
    assert shown == sum(isinstance(example, dict) for each in lists for example in each)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.stem)
def test_a_schema_stands_alone_and_takes_the_examples(path: Path) -> None:
    schema = json.loads(path.read_text())
    jsonschema_rs.meta.validate(schema)
    validator = jsonschema_rs.Draft202012Validator(schema)  # fails on a reference that leads nowhere
    direction, channel = path.parent.name, CHANNELS[path.parents[1].name]
    assert any(validator.is_valid(example) for example in channel["examples"][direction])
    if schema.get("type") == "object":
        assert not validator.is_valid({})
        assert not validator.is_valid([])


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("npm") is None, reason="the official parser needs Node")
def test_the_official_parser_has_no_objection() -> None:
    done = subprocess.run([PROJECT / "scripts" / "asyncapi"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "4 channels, 8 operations, 31 messages"
