"""spec/versions/: older dates are made from the newest one, and a stale overlay is a fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from codegen.build import load
from codegen.merge import Contract, SpecError
from codegen.versions import versions

PROJECT = Path(__file__).parents[2]
BUNDLED = PROJECT / "generated" / "cartesia_api"
DATES = ("2026-03-01", "2025-11-04", "2025-04-16", "2024-11-13", "2024-06-10")


def overlay(tiny: Path, actions: str, *, date: str = "2029-01-02") -> dict[str, Contract]:
    folder = tiny / "spec" / "versions"
    folder.mkdir(exist_ok=True)
    (folder / f"{date}.overlay.yaml").write_text(
        f"""overlay: 1.1.0
info: {{title: Older, version: "{date}"}}
actions:
  - target: $.info
    update: {{version: "{date}"}}
{actions}"""
    )
    return versions(tiny / "spec", load(tiny / "spec"))


def test_a_date_is_the_newest_one_with_its_differences(tiny: Path) -> None:
    actions = """
  - target: $.paths['/things/{id}'].get
    remove: true
  - target: $.components.schemas.Thing
    update: {properties: {weight: {type: number, description: In grams.}}}
"""
    newest = load(tiny / "spec")
    older = overlay(tiny, actions)["2029-01-02"]
    assert older.doc["info"]["version"] == "2029-01-02"
    assert "get" in newest.doc["paths"]["/things/{id}"]
    assert "get" not in older.doc["paths"]["/things/{id}"]
    assert older.doc["components"]["schemas"]["Thing"]["properties"]["weight"] == {
        "type": "number",
        "description": "In grams.",
    }
    assert older.where("paths", "/things/{id}", "delete").startswith("spec/shapes.yaml")
    assert older.where("components", "schemas", "Thing").startswith("spec/versions/2029-01-02.overlay.yaml")


def test_components_that_nothing_refers_to_any_more_are_gone(tiny: Path) -> None:
    older = overlay(tiny, "  - target: $.paths['/things/{id}/picture']\n    remove: true\n")["2029-01-02"]
    assert "DrawRequest" not in older.doc["components"]["schemas"]


def test_operations_of_an_older_date_get_what_all_operations_have(tiny: Path) -> None:
    actions = """
  - target: $.paths
    update:
      /things/all:
        delete:
          operationId: things.clear
          x-shape: nothing
          summary: Delete everything.
          description: All things go.
          responses: {"204": {description: Gone.}}
"""
    operation = overlay(tiny, actions)["2029-01-02"].doc["paths"]["/things/all"]["delete"]
    assert {"400", "401", "429", "5XX"} <= set(operation["responses"])
    assert operation["parameters"] == [{"$ref": "#/components/parameters/Version"}]


@pytest.mark.parametrize(
    ("actions", "message"),
    [
        ("  - target: $.paths['/nothings']\n    remove: true\n", r"matches nothing in the next newer version"),
        ("  - target: $.paths['/things'].get\n    update: {summary: List things.}\n", r"changes nothing"),
        ("  - target: $.paths[\n    remove: true\n", r"not a JSONPath"),
        ("  - remove: true\n", r"not an OpenAPI Overlay"),
        (
            "  - target: $.paths['/things'].get\n    update: {colour: red}\n",
            r"2029-01-02: spec/versions/.*unknown keyword",
        ),
        ("  - target: $.info\n    update: {version: x}\n", r"info.version becomes 'x'"),
    ],
)
def test_a_fault_is_named_with_file_and_place(tiny: Path, actions: str, message: str) -> None:
    with pytest.raises(SpecError, match=message) as caught:
        overlay(tiny, actions)
    assert "2029-01-02" in str(caught.value)


def test_dates_go_back(tiny: Path) -> None:
    with pytest.raises(SpecError, match="is not older than 2030-01-02"):
        overlay(tiny, "", date="2031-01-01")


# -- what is shipped --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("date", DATES)
def test_every_example_of_a_date_fits_its_schema(date: str) -> None:
    doc = json.loads((BUNDLED / "versions" / f"{date}.json").read_text())
    assert doc["info"]["version"] == date
    count = 0
    for place, schema, example in examples(doc):
        errors = jsonschema_rs.Draft202012Validator({**schema, "components": doc["components"]}).iter_errors(example)
        assert [f"{place}: {error.message}" for error in errors] == []
        count += 1
    assert count > 40


def examples(doc: dict[str, Any]) -> Any:
    """(place, schema, example) of JSON bodies, events, parameters and messages."""
    contract = Contract()
    contract.doc = doc
    for path, method, operation in contract.operations():
        bodies = [operation["requestBody"]] if "requestBody" in operation else []
        for body in (*bodies, *map(contract.resolve, operation["responses"].values())):
            for media, entry in body.get("content", {}).items():
                shown = [entry["example"]] if "example" in entry else []
                shown += [named["value"] for named in entry.get("examples", {}).values()]
                for value in shown:
                    if media == "application/json":
                        yield f"{method} {path}", entry["schema"], value
                    elif media == "text/event-stream":
                        yield (
                            f"{method} {path}",
                            entry["schema"]["properties"]["data"]["contentSchema"],
                            json.loads(value["data"]),
                        )
        for parameter in map(contract.resolve, operation.get("parameters", [])):
            if "example" in parameter:
                yield f"{method} {path} {parameter['name']}", parameter["schema"], parameter["example"]
    for path, item in doc["paths"].items():
        for direction in ("send", "receive"):
            for value in item.get("x-websocket", {}).get("examples", {}).get(direction, []):
                yield f"{path} {direction}", item["x-websocket"][direction], value
