"""Every fault that the pipeline refuses is named with its file and its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from codegen.build import load
from codegen.lint import lint
from codegen.merge import SpecError, merge

LIST = "operationId: things.list"
COLOR = """          anyOf:
            - $ref: "#/components/schemas/Color"
            - type: string
"""
FAULTS = {
    "the same key twice in a file": (LIST, f"{LIST}\n      {LIST}", "shapes.yaml:5: the key 'operationId' stands twice"),
    "a schema defined in two files": ("    Status:\n", "    Fault: {}\n    Status:\n", "already defined in spec/common.yaml"),
    "the same operationId twice": ("operationId: things.get", LIST, "paths./things/{id}.get.operationId: 'things.list'"),
    "operationIds that collide": ("operationId: things.get", "operationId: things_list", "is taken by spec/shapes.yaml"),
    "an operationId that is no name": (LIST, "operationId: List Things", "is not of the form resource.method"),
    "no operationId": (LIST, "x-evidence: none", "has no operationId"),
    "no shape": ("x-shape: pages", "x-evidence: none", "x-shape must be one of bytes, call"),
    "an unknown keyword in an operation": (LIST, f"{LIST}\n      callbacks: {{}}", "get.callbacks: unknown keyword"),
    "an unknown keyword in a schema": ("enum: [red,", "nullable: true\n      enum: [red,", "Color.nullable: unknown"),
    "an unknown keyword in a parameter": ("limit, in: query,", "limit, in: query, style: form,", "1.style: unknown"),
    "an unknown component": ("components:\n", "components:\n  links: {a: {}}\n", "components.links: unknown keyword"),
    "a GET with a body": ("      x-shape: pages\n", "      x-shape: pages\n      requestBody: {}\n", "GET takes no body"),
    "a body that is neither JSON nor a form": ("application/json:\n            schema: {$ref: \"#/components/schemas/SoundRequest\"}",
        "text/plain:\n            schema: {$ref: \"#/components/schemas/SoundRequest\"}", "must be application/json or multipart"),
    "a body without a name": ('schema: {$ref: "#/components/schemas/SoundRequest"}', "schema: {type: object}", "needs a named schema"),
    "a closed output enum": (COLOR, '          $ref: "#/components/schemas/Color"\n', "schemas.Color: an output enum must be open"),
    "a nullable enum": ("made_at: {type: [string, \"null\"], format: date-time,", "made_at: {type: [string, \"null\"], enum: [a],", "must be anyOf"),
    "a missing example": ("              example: {id: a, color: red}\n    delete", "    delete", "get.responses.200.content.application/json: has no example"),
    "a missing parameter example": (", example: a}", "}", "parameters.ThingId: a required parameter without an example"),
    "a former name that another method has": ("[things.sounds.play]", "[things.sounds.make_stream]", "'things.sounds.make_stream' is taken by"),
    "a former name of another resource": ("[things.sounds.play]", "[things.play]", "'things.play' is not a method of the resource of"),
    "a former name that is no name": ("[things.sounds.play]", "[Play]", "'Play' is not of the form resource.method"),
    "another name of a type that a schema has": ("    Status:\n", "    Status:\n      x-aliases: [Thing]\n", "'Thing' is taken by"),
    "another name that two types have": (
        "    Status:\n",
        "    Status:\n      x-aliases: [parts.Part, parts.Part]\n",
        "'parts.Part' is taken by",
    ),
    "another name of a type that is no name": ("    Status:\n", "    Status:\n      x-aliases: [a thing]\n", "is not of the form Name or"),
    "a former key that there still is": ("    Status:\n", "    Status:\n      x-former: {ok: a}\n", "Status: x-former must hold texts"),
    "a former key with more than one value": ("    Status:\n", "    Status:\n      x-former: {a: [b]}\n", "Status: x-former must hold texts"),
    "a missing description": ("      description: One thing.\n", "", "paths./things/{id}.get: has no description"),
    "a missing property description": (", description: Its id.", "", "Thing.properties.id: has no description"),
    "two successes": ('"204": {description: Deleted.}', '"204": {description: A.}\n        "200": {description: B.}', "exactly one success"),
    "a reference to nowhere": ("schemas/Style", "schemas/Stile", "leads nowhere"),
    "a reference to another file": ("#/components/schemas/Style", "other.yaml#/Style", "must stay inside"),
    "a path parameter that is not in the path": ("/things/{id}/sound:", "/things/{name}/sound:", "disagree about"),
    "a required field that does not exist": ("required: [kind]", "required: [sort]", "'sort' is not among the properties"),
    "an enum value twice": ("enum: [red, RED,", "enum: [red, red,", "a value stands twice"),
    "schema names that collide": ("    Status:\n", "    STATUS: {type: object, description: x}\n    Status:\n", "same Python name"),
    "property names that collide": ("id: {type: string, description: Its id.}", "id: {type: string, description: a}\n        \"id[]\": {type: string, description: b}", "same Python name"),
    "parameter names that collide": ('name: "expand[]"', 'name: "limit[]"', "same Python name"),
    "a top-level key outside common.yaml": ("components:\n  parameters:\n    ThingId", "servers: []\ncomponents:\n  parameters:\n    ThingId", "belongs in spec/common.yaml"),
    "broken YAML": ("paths:\n", "paths: [\n", "not readable as YAML"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_file_and_place(name: str, fault: Callable[[str, str], str]) -> None:
    old, new, expected = FAULTS[name]
    message = fault(old, new)
    assert expected in message
    # A reference that leads nowhere is met while following it; everything else knows its file.
    assert "spec/" in message or "leads nowhere" in message


def test_a_missing_error_status_is_named(tiny: Path) -> None:
    path = tiny / "spec" / "common.yaml"
    path.write_text(path.read_text().replace('    "429": {$ref: "#/components/responses/Error"}\n', "", 1))
    faults = lint(merge(tiny / "spec"))
    assert "spec/shapes.yaml: paths./things.get.responses: the error 429 is not declared" in faults


def test_a_resource_without_a_description_is_named(tiny: Path) -> None:
    path = tiny / "spec" / "common.yaml"
    path.write_text(path.read_text().replace("name: things.sounds,", "name: things.noises,"))
    assert lint(merge(tiny / "spec")) == ["spec/common.yaml: tags: the resource 'things.sounds' has no description"]


def test_an_operation_that_needs_no_key_declares_no_key_errors(tiny: Path) -> None:
    responses = load(tiny / "spec").doc["paths"]["/"]["get"]["responses"]
    assert "401" not in responses
    assert "429" in responses


def test_yaml_words_stay_words(tiny: Path, change: Callable[[str, str], None]) -> None:
    change("enum: [red, RED,", "enum: [no, on, 2026-08-14, 12:30, 1_000, =, red, RED,")
    enum = merge(tiny / "spec").doc["components"]["schemas"]["Color"]["enum"]
    assert enum[:6] == ["no", "on", "2026-08-14", "12:30", "1_000", "="]


def test_yaml_numbers_are_those_of_version_1_2(tiny: Path, change: Callable[[str, str], None]) -> None:
    change("minimum: 1, maximum: 9, default: 5", "minimum: -1.5e1, maximum: 010, default: 5")
    schema = merge(tiny / "spec").doc["paths"]["/things"]["get"]["parameters"][1]["schema"]
    assert (schema["minimum"], schema["maximum"]) == (-15.0, 10)


def test_mappings_are_merged_and_what_stands_beside_wins(tiny: Path, change: Callable[[str, str], None]) -> None:
    change(
        "        id: {type: string, description: Its id.}",
        "        id: &id {type: string, description: Its id.}\n        other: {<<: *id, description: Another.}",
    )
    properties = merge(tiny / "spec").doc["components"]["schemas"]["Thing"]["properties"]
    assert properties["other"] == {"type": "string", "description": "Another."}


def test_a_spec_without_common_yaml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match=r"no common\.yaml"):
        merge(tmp_path)


def test_the_project_spec_has_no_faults() -> None:
    assert lint(merge(Path(__file__).parents[2] / "spec")) == []
