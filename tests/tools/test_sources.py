"""Where contracts come from, and what they may refer to: files, references, YAML; and the exit codes of `changes`."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from cartesia_tools.cli import main
from cartesia_tools.diff.compare import compare
from cartesia_tools.load import SourceError, read

from .test_rules import TEXT, Doc, base, field, operation, put, ref, schema


def write(path: Path, doc: Any) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(doc) if path.suffix in (".yaml", ".yml") else json.dumps(doc))
    return str(path)


def divided(folder: Path, edit: Callable[[Doc], Any] = lambda _doc: None) -> str:
    """Write the contract in several files: schemas, a parameter, a response and a path have files of their own."""
    whole = base()
    edit(whole)
    doc: Doc = copy.deepcopy(whole)
    schemas = doc["components"].pop("schemas")
    write(folder / "parts" / "schemas.yaml", {"components": {"schemas": schemas}})
    error = doc["components"].pop("responses")["Rejected"]
    error["content"]["application/json"]["schema"] = {"$ref": "schemas.yaml#/components/schemas/Error"}
    write(folder / "parts" / "rejected.json", error)
    text = json.dumps(doc).replace("#/components/schemas/", "parts/schemas.yaml#/components/schemas/")
    text = text.replace("#/components/responses/Rejected", "./parts/rejected.json")
    doc = json.loads(text)
    live = doc["paths"].pop("/live")
    item = json.loads(json.dumps(live).replace("parts/schemas", "schemas"))
    write(folder / "parts" / "live.yml", {"paths": {"/live": item}})
    doc["paths"]["/live"] = {"$ref": "parts/../parts/live.yml#/paths/~1live"}
    return write(folder / "api.json", doc)


def whole(folder: Path, edit: Callable[[Doc], Any] = lambda _doc: None, name: str = "whole.yaml") -> str:
    doc = base()
    edit(doc)
    return write(folder / name, doc)


def test_a_contract_in_several_files_is_the_same_contract(tmp_path: Path) -> None:
    assert compare(read(whole(tmp_path)), read(divided(tmp_path))) == []


@pytest.mark.parametrize(
    ("edit", "subject"),
    [
        (lambda d: schema(d, "Thing")["properties"].pop("made"), "Thing.made"),
        (lambda d: schema(d, "Error")["properties"].pop("message"), "Error.message"),
        (lambda d: schema(d, "Chunk")["properties"].pop("final"), "Chunk.final"),
        (lambda d: operation(d, "live")["query"].clear(), "query parameter `model`"),
    ],
)
def test_a_change_in_another_file_is_seen(edit: Callable[[Doc], Any], subject: str, tmp_path: Path) -> None:
    for old, new in (
        (divided(tmp_path / "a"), divided(tmp_path / "b", edit)),
        (whole(tmp_path), divided(tmp_path / "c", edit)),
    ):
        changes = compare(read(old), read(new))
        assert {(change.subject, change.verdict) for change in changes} == {(subject, "breaking")}


def test_files_of_one_name_stay_apart(tmp_path: Path) -> None:
    doc = base()
    for folder, kind in (("a", "string"), ("b", "integer")):
        write(tmp_path / folder / "Id.yaml", {"type": kind})
        schema(doc, "Thing")["properties"][folder] = {"$ref": f"{folder}/Id.yaml"}
    made = read(write(tmp_path / "api.json", doc))
    found = [schema(made, field(made, "Thing", name)["$ref"].rpartition("/")[2])["type"] for name in "ab"]
    assert found == ["string", "integer"]


@pytest.mark.parametrize(
    ("reference", "files"),
    [
        ("my%20text.json", {"my text.json": TEXT}),
        ("#text", {}),
        ("https://example.com/text", {}),
        ("text.json", {}),
        ("all.json#text", {"all.json": {"$defs": {"Text": {"$anchor": "text", **TEXT}}}}),
        ("text", {"text": "type: string"}),
    ],
)
def test_a_schema_is_found_by_file_anchor_and_id(reference: str, files: dict[str, Any], tmp_path: Path) -> None:
    schemas = [{"$anchor": "text"}, {"$id": "https://example.com/text"}, {"$id": "text.json"}]
    components = {"schemas": {f"Text{number}": {**names, **TEXT} for number, names in enumerate(schemas)}}
    for name, content in files.items():
        (tmp_path / name).write_text(content if isinstance(content, str) else json.dumps(content))

    def doc(schema: Any) -> Doc:
        content = {"application/json": {"schema": schema}}
        item = {"get": {"responses": {"200": {"description": "", "content": content}}}}
        return {"openapi": "3.1.0", "info": {}, "paths": {"/a": item}, "components": components}

    (tmp_path / "one.json").write_bytes(json.dumps(doc({"$ref": reference})).encode("utf-16"))
    assert compare(read(str(tmp_path / "one.json")), doc(TEXT)) == []


def test_files_may_refer_to_each_other_and_back(tmp_path: Path) -> None:
    doc = base()
    schema(doc, "Thing")["properties"]["tree"] = {"$ref": "tree.yaml#/Tree"}
    back = {"$ref": "api.json#/components/schemas/Part"}
    tree: Doc = {"type": "object", "properties": {"leaves": {"$ref": "#/Leaves"}, "part": back}}
    write(tmp_path / "tree.yaml", {"Tree": tree, "Leaves": {"type": "array", "items": {"$ref": "tree.yaml#/Tree"}}})
    old = read(write(tmp_path / "api.json", doc))
    tree["properties"].pop("leaves")
    write(tmp_path / "tree.yaml", {"Tree": tree})
    assert {change.subject for change in compare(old, read(str(tmp_path / "api.json")))} == {"Tree.leaves"}


def test_a_contract_in_several_files_is_found_in_a_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    divided(tmp_path / "spec")
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=t", "-c", "user.email=t", "commit", "-qm", "One"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    assert compare(read(whole(tmp_path)), read("HEAD:spec/api.json")) == []


NOWHERE: dict[str, Callable[[Doc], Any]] = {
    "a component that is not there": lambda d: put(schema(d, "Thing")["properties"], "made", ref("Nothing")),
    "a response that is not there": lambda d: put(
        operation(d, "things.list")["responses"], "401", ref("Nothing", "responses")
    ),
    "a parameter that is not there": lambda d: operation(d, "things.list")["parameters"].append(
        ref("Nothing", "parameters")
    ),
    "a path that is not there": lambda d: put(d["paths"], "/new", {"$ref": "#/components/pathItems/Nothing"}),
    "a file that is not there": lambda d: put(d["paths"], "/new", {"$ref": "nothing.yaml"}),
    "a place in a file that is not there": lambda d: put(d["paths"], "/new", {"$ref": "api.json#/paths/~1nothing"}),
    "the network": lambda d: put(d["paths"], "/new", {"$ref": "https://example.com/api.yaml"}),
    "itself": lambda d: put(d["components"]["schemas"], "Loop", ref("Loop")),
    "itself by way of another": lambda d: d["components"]["schemas"].update(One=ref("Two"), Two=ref("One")),
    "a map": lambda d: put(d, "paths", {"$ref": "paths.yaml"}),
    "a tag of a discriminator": lambda d: put(
        schema(d, "Thing"), "discriminator", {"propertyName": "id", "mapping": {"a": "#/components/schemas/Nothing"}}
    ),
    "a number": lambda d: put(schema(d, "Thing")["properties"], "made", {"$ref": 5}),
    "a component that nothing uses": lambda d: put(d["components"]["schemas"], "Spare", {"items": ref("Nothing")}),
}


@pytest.mark.parametrize("name", NOWHERE)
def test_a_reference_that_leads_nowhere_is_an_error_with_its_place(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = whole(tmp_path), whole(tmp_path, NOWHERE[name], "api.json")
    for old, new in ((good, bad), (bad, good)):
        assert main(["changes", old, new]) == 2
        error = capsys.readouterr().err
        assert "api.json" in error
        assert "reference" in error
        assert len(error.splitlines()) == 1


def test_what_only_looks_like_a_reference_is_none(tmp_path: Path) -> None:
    def edit(doc: Doc) -> None:
        schema(doc, "Thing")["properties"]["$ref"] = {"type": "string", "default": {"$ref": "#/nowhere"}}
        schema(doc, "Thing")["properties"]["link"] = {"type": "object", "example": {"$ref": "nothing.yaml"}}

    assert compare(read(whole(tmp_path, edit)), read(whole(tmp_path, edit, "again.json"))) == []


def test_long_chains_and_deep_nesting_work(tmp_path: Path) -> None:
    def edit(doc: Doc, end: str) -> None:
        for number in range(3000):
            doc["components"]["schemas"][f"Link{number}"] = ref(f"Link{number + 1}")
        node: Doc = {"type": end}
        doc["components"]["schemas"]["Link3000"] = {"type": end}
        for _ in range(1500):
            node = {"type": "object", "properties": {"in": node}}
        schema(doc, "Thing")["properties"] |= {"chain": ref("Link0"), "deep": node}

    old, new = base(), base()
    edit(old, "string")
    edit(new, "integer")
    assert {change.subject[:9] for change in compare(old, new)} == {"Thing.dee", "Link0"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("enum: [no, en]", {"enum": ["no", "en"]}),
        ("default: 2026-01-01", {"default": "2026-01-01"}),
        ("example: 2026-01-01T10:00:00Z", {"example": "2026-01-01T10:00:00Z"}),
        ("pattern: 12:30:15", {"pattern": "12:30:15"}),
        ("maximum: 1e3", {"maximum": 1000.0}),
        ("minimum: -4", {"minimum": -4}),
        ("default: 'true'", {"default": "true"}),
        ("nullable: true", {"nullable": True}),
        ("200: ok\nno: on", {"200": "ok", "no": "on"}),
        ("default: ~", {"default": None}),
        ("a: &a {b: 1}\nc: {<<: *a, d: 2}", {"a": {"b": 1}, "c": {"b": 1, "d": 2}}),
        (
            "- &a {b: 1, c: 2}\n- &d {b: 3, e: 4}\n- {<<: [*d, *a], e: 5}",
            [{"b": 1, "c": 2}, {"b": 3, "e": 4}, {"b": 3, "c": 2, "e": 5}],
        ),
        ("- &a {b: 1}\n- &c {<<: *a, b: 2}\n- {<<: *c, d: 3}", [{"b": 1}, {"b": 2}, {"b": 2, "d": 3}]),
        ("maximum: 0xC", {"maximum": 12}),
    ],
)
def test_yaml_is_read_as_openapi_prescribes(text: str, expected: Any) -> None:
    from cartesia_tools.yaml_reading import parse

    assert parse(text) == expected


def test_a_version_in_yaml_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "openapi: 3.1.0\ninfo: {version: 2026-01-01}\npaths: {/a: {get: {responses: {200: {}}}}}"
    )
    write(
        tmp_path / "a.json", {"info": {"version": "2026-01-01"}, "paths": {"/a": {"get": {"responses": {"200": {}}}}}}
    )
    assert compare(read(str(tmp_path / "a.yaml")), read(str(tmp_path / "a.json"))) == []
    assert main(["changes", str(tmp_path / "a.yaml"), str(tmp_path / "a.json"), "--json"]) == 0


# -- webhooks and callbacks -------------------------------------------------------------------------------------------


def with_calls(edit: Callable[[Doc], Any] = lambda _doc: None) -> Doc:
    """Return the contract with a webhook and a callback of the same form."""
    doc = base()
    call = {
        "parameters": [{"name": "X-Sign", "in": "header", "schema": {"type": "string"}}],
        "requestBody": {"content": {"application/json": {"schema": ref("Chunk")}}},
        "responses": {"200": {"content": {"application/json": {"schema": ref("Say")}}}},
    }
    edit(call)
    doc["webhooks"] = {"made": {"post": copy.deepcopy(call)}}
    doc["components"]["callbacks"] = {"Made": {"{$request.body#/url}": {"post": copy.deepcopy(call)}}}
    operation(doc, "things.create")["callbacks"] = {"made": ref("Made", "callbacks")}
    return doc


CALLS: dict[str, tuple[Callable[[Doc], Any], str, str]] = {
    "a field that is received goes": (
        lambda c: put(c["requestBody"]["content"]["application/json"], "schema", {"type": "object"}),
        "breaking",
        "receive",
    ),
    "a parameter that is received goes": (lambda c: c["parameters"].clear(), "breaking", "receive"),
    "a parameter is received, too": (
        lambda c: c["parameters"].append({"name": "q", "in": "query", "required": True, "schema": {}}),
        "additive",
        "receive",
    ),
    "another response is accepted": (lambda c: put(c["responses"], "204", {}), "additive", "send"),
    "a response is no longer accepted": (lambda c: put(c, "responses", {"204": {}}), "breaking", "send"),
    "the response needs a field": (
        lambda c: put(
            c["responses"]["200"]["content"]["application/json"],
            "schema",
            {"allOf": [ref("Say"), {"required": ["color"]}]},
        ),
        "breaking",
        "send",
    ),
}


@pytest.mark.parametrize("name", CALLS)
def test_webhooks_and_callbacks_are_requests_of_the_service(name: str) -> None:
    edit, verdict, direction = CALLS[name]
    changes = [change for change in compare(with_calls(), with_calls(edit)) if change.verdict == verdict]
    assert {change.direction for change in changes} == {direction}
    names = {name for change in changes for name in change.operations}
    assert any("webhook" in name for name in names)
    assert any("callback" in name for name in names)
    assert compare(with_calls(edit), with_calls(edit)) == []


def test_webhooks_and_callbacks_come_and_go() -> None:
    added, removed = compare(base(), with_calls()), compare(with_calls(), base())
    assert {change.kind.label for change in added if change.verdict != "review"} == {"operation-added"}
    assert sorted(change.kind.label for change in removed if change.verdict == "breaking") == ["operation-removed"] * 2


def test_the_name_of_a_callback_is_no_change() -> None:
    renamed = with_calls()
    call = operation(renamed, "things.create")["callbacks"]
    call["done"] = call.pop("made")
    assert [*compare(with_calls(), renamed), *compare(renamed, with_calls())] == []


# -- exit codes -------------------------------------------------------------------------------------------------------


def garbage(path: Path, raw: bytes) -> str:
    path.write_bytes(raw)
    return str(path)


INPUTS: dict[str, Callable[[Path], str]] = {
    "nothing": lambda folder: str(folder / "nothing.json"),
    "a folder": str,
    "no JSON": lambda folder: garbage(folder / "x.json", b"{"),
    "no YAML": lambda folder: garbage(folder / "x.yaml", b"a: [\n"),
    "an object of Python": lambda folder: garbage(folder / "x.yaml", b"paths: !!python/object:os.system {}"),
    "keys that are lists": lambda folder: garbage(folder / "x.yaml", b"? [a]\n: 1\n"),
    "bytes": lambda folder: garbage(folder / "x.json", b"\xff\xfe\x00"),
    "a list": lambda folder: garbage(folder / "x.json", b"[]"),
    "no paths": lambda folder: garbage(folder / "x.json", b"{}"),
    "paths that are a list": lambda folder: garbage(folder / "x.json", b'{"paths": []}'),
    "too many brackets": lambda folder: garbage(folder / "x.json", b"[" * 300_000),
    "a key that stands twice": lambda folder: garbage(folder / "x.yaml", b"paths: {}\npaths: {}\n"),
    "Swagger 2.0": lambda folder: garbage(folder / "x.json", b'{"swagger": "2.0", "paths": {}}'),
    "a name that is too long": lambda _folder: "x" * 5000,
    "a revision that looks like an option": lambda _folder: "-x",
    "a date without a contract": lambda _folder: "2020-01-01",
}


@pytest.mark.parametrize("name", INPUTS)
def test_a_wrong_input_is_exit_code_2_and_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    good = whole(tmp_path)
    for old, new in ((good, INPUTS[name](tmp_path)), (INPUTS[name](tmp_path), good)):
        if old.startswith("-") or new.startswith("-"):
            with pytest.raises(SourceError):
                read("-x")
            continue
        assert main(["changes", old, new]) == 2
        assert "cartesia-client: " in capsys.readouterr().err


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    good = whole(tmp_path)
    assert main(["changes", str(tmp_path / "pipe.json"), good]) == 2
    assert main(["changes", good, good, "--used-by", str(tmp_path / "pipe.json")]) == 2
    assert main(["drift", str(tmp_path / "pipe.json")]) == 2


@pytest.mark.parametrize(
    "arguments", [["--all", "a.json"], ["--all", "--json"], ["a.json", "a.json", "--used-by", "."]]
)
def test_what_would_be_ignored_is_refused(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    whole(tmp_path, name="a.json")
    assert main(["changes", *arguments]) == 2
    assert "nothing beside it" in (error := capsys.readouterr().err) or "no Python file" in error


def test_output_that_cannot_be_written_is_no_breaking_change(tmp_path: Path) -> None:
    new = whole(tmp_path, lambda d: schema(d, "Thing")["properties"].pop("made"), "new.json")
    command = [sys.executable, "-m", "cartesia_tools.cli", "changes", whole(tmp_path), new]
    full = tmp_path / "closed"
    with full.open("w") as file:
        assert subprocess.run(command, stdout=file, check=False).returncode == 1
    with full.open("r") as file:  # not open for writing
        done = subprocess.run(command, stdout=file, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("seed", range(3))
def test_no_malformed_contract_is_a_traceback(seed: int, tmp_path: Path) -> None:
    import random

    from .mutations import places

    chosen, good = random.Random(seed), whole(tmp_path)
    for _ in range(15):
        doc = with_calls()
        for path in chosen.sample([path for path in places(doc) if len(path) > 1], 3):
            parent: Any = doc
            for key in path[:-1]:
                held = dict(enumerate(parent)) if isinstance(parent, list) else parent
                parent = held.get(key) if isinstance(held, dict) else None
            if isinstance(parent, dict):
                parent[path[-1]] = chosen.choice([None, 3, "x", [], {}, [1], {"x": 1}, True, [[]], 1.5, {"$ref": 3}])
        assert main(["changes", good, write(tmp_path / "bad.json", doc)]) in (0, 1, 2)
