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
        ("  - remove: true\n", r": action 2: not an OpenAPI Overlay: has no target$"),
        ("  - remove\n", r": action 2: not an OpenAPI Overlay: must be a mapping"),
        ("  - {target: $.info, updates: {}}\n", r": action 2: not an OpenAPI Overlay: .*'updates' was unexpected"),
        ("  - {target: $.info, remove: yes}\n", r": action 2: remove: not an OpenAPI Overlay: must be true or false"),
        ("  - {target: $.info, update: [1]}\n", r": action 2: info: must be a mapping, not a list$"),
        ("  - {target: $, remove: true}\n", r": action 2: \$: cannot be applied to what is there"),
        ('  - {target: "$.paths", remove: true}\n', r"overlay\.yaml: paths: nothing is left of it"),
        (
            "  - target: $.paths['/things'].get\n    update: {color: red}\n",
            r"^spec/versions/2029-01-02\.overlay\.yaml: action 2: paths\./things\.get\.color: unknown keyword",
        ),
        (
            "  - target: $.components.schemas.Style\n    remove: true\n",
            r"^spec/versions/2029-01-02\.overlay\.yaml: components\.schemas\.SoundRequest\.properties\.style: \$ref .* leads "
            r"nowhere \(see spec/shapes\.yaml\)",
        ),
        (
            "  - {target: $.tags, remove: true}\n",
            r"^spec/versions/2029-01-02\.overlay\.yaml: tags: the resource 'things' has no description",
        ),
        (
            "  - {target: $.components, update: {schemas: null}}\n",
            r": action 2: components\.schemas: must be a mapping",
        ),
        ("  - {target: $.paths, update: {/odd: null}}\n", r": action 2: paths\./odd: must be a mapping, not empty"),
        ("  - target: $.info\n    update: {version: x}\n", r"info.version becomes 'x'"),
    ],
)
def test_a_fault_is_named_with_file_and_place(tiny: Path, actions: str, message: str) -> None:
    with pytest.raises(SpecError, match=message) as caught:
        overlay(tiny, actions)
    assert "2029-01-02" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("2029-1.overlay.yaml", "an overlay is called versions/<date>.overlay.yaml"),
        ("2029-01-01.yaml", "an overlay is called versions/<date>.overlay.yaml"),
        ("older/2029-01-01.overlay.yml", "an overlay is called versions/<date>.overlay.yaml"),
        ("2029-01-02.overlay.yml", "2029-01-02.overlay.yaml is of the same date"),
    ],
)
def test_no_file_of_the_folder_is_passed_over(tiny: Path, name: str, message: str) -> None:
    path = tiny / "spec" / "versions" / name
    path.parent.mkdir(parents=True)
    path.touch()
    with pytest.raises(SpecError, match=f"^spec/versions/{name}: {message}"):
        overlay(tiny, "")


def test_an_older_date_may_have_parameters_of_a_path_and_an_operation_with_an_error_of_its_own(tiny: Path) -> None:
    actions = """
  - target: $.paths
    update:
      /things/all:
        parameters:
          - {name: hard, in: query, description: How., schema: {type: boolean}}
        delete:
          operationId: things.clear
          x-shape: nothing
          summary: Delete everything.
          description: All things go.
          responses: {"204": {description: Gone.}, "400": {description: No.}}
"""
    operation = overlay(tiny, actions)["2029-01-02"].doc["paths"]["/things/all"]["delete"]
    assert [entry.get("name", "Tiny-Version") for entry in operation["parameters"]] == ["Tiny-Version", "hard"]
    assert {"400", "401", "429", "5XX"} <= set(operation["responses"])


def test_dates_go_back(tiny: Path) -> None:
    with pytest.raises(SpecError, match="is not older than 2030-01-02"):
        overlay(tiny, "", date="2031-01-01")


# -- going back from the newest version, one difference after the other -----------------------------------------------


@pytest.fixture(scope="module")
def rebuilt() -> dict[str, Contract]:
    newest = load(PROJECT / "spec")
    return {newest.doc["info"]["version"]: newest, **versions(PROJECT / "spec", newest)}


def test_what_is_rebuilt_is_what_is_shipped(rebuilt: dict[str, Contract]) -> None:
    assert tuple(rebuilt)[1:] == DATES
    for date in DATES:
        assert rebuilt[date].doc == json.loads((BUNDLED / "versions" / f"{date}.json").read_text())


def fields(contract: Contract, schema: str) -> dict[str, bool]:
    """Whether each field of a schema is required."""
    found = contract.doc["components"]["schemas"][schema]
    return {name: name in found.get("required", []) for name in found["properties"]}


def test_from_2026_08_14_to_2026_03_01(rebuilt: dict[str, Contract]) -> None:
    newer, older = rebuilt["2026-08-14"], rebuilt["2026-03-01"]
    assert fields(newer, "Voice") | {"access": True, "visibility": True, "tagline": True} == fields(newer, "Voice")
    assert not {"access", "visibility"} & fields(older, "Voice").keys()
    assert fields(older, "Voice") | {"is_public": True, "tagline": False, "locales": True} == fields(older, "Voice")
    assert fields(older, "VoiceMetadata")["is_public"]
    assert "tagline" not in fields(older, "VoiceMetadata")
    assert "deprecated" in newer.doc["components"]["schemas"]["Voice"]["properties"]["country"]
    assert "deprecated" not in older.doc["components"]["schemas"]["Voice"]["properties"]["country"]
    assert len(values(newer, "VoiceAccent")) == 79
    assert len(values(older, "VoiceAccent")) == 74
    assert "British English" in values(older, "VoiceAccent")
    assert required(older, "LocalizeVoiceRequest") == {
        "voice_id",
        "name",
        "description",
        "language",
        "original_speaker_gender",
    }
    assert required(newer, "LocalizeVoiceRequest") == {"voice_id", "name", "accent"}
    for request in ("TTSRequest", "TTSSSERequest", "GenerationRequest"):
        assert fields(newer, request).keys() - fields(older, request).keys() == {"locale", "normalization"}
    assert older.doc["components"]["schemas"]["VoiceSpecifier"]["required"] == ["mode", "id"]
    assert set(values(newer, "SupportedLanguage")) - set(values(older, "SupportedLanguage")) == {"or", "ur"}
    assert "/accents" in newer.doc["paths"]
    assert "/accents" not in older.doc["paths"]
    assert "/voices/{id}/accents" in older.doc["paths"]
    assert "case_sensitive" not in fields(older, "PronunciationDictItem")


def test_from_2026_03_01_to_2025_11_04(rebuilt: dict[str, Contract]) -> None:
    newer, older = rebuilt["2026-03-01"], rebuilt["2025-11-04"]
    for contract, media in ((newer, "application/json"), (older, "text/plain")):
        for name in ("Unauthorized", "NotFound", "TooManyRequests"):
            assert list(contract.doc["components"]["responses"][name]["content"]) == [media]
    assert "ErrorResponse" not in older.doc["components"]["schemas"]
    assert "ErrorResponse" in newer.doc["components"]["schemas"]
    assert {"title", "message", "request_id"} <= required(newer, "TTSSSEErrorEvent")
    assert required(older, "TTSSSEErrorEvent") == {"type", "done", "status_code", "error"}
    assert required(older, "VoiceChangerSSEError") == {"type", "done", "status_code", "error"}
    assert required(older, "TTSSocketError") == {"type", "done", "status_code", "error"}
    assert required(older, "STTErrorResponse") == {"type"}
    assert newer.doc["paths"].keys() - older.doc["paths"].keys() == {
        "/voices/{id}/accents",
        "/voices/{id}/accents/{accent_id}",
    }
    assert "tagline" not in fields(older, "Voice")
    assert "tagline" not in fields(older, "LocalizeVoiceRequest")
    assert fields(older, "Voice")["locales"]


def test_from_2025_11_04_to_2025_04_16(rebuilt: dict[str, Contract]) -> None:
    newer, older = rebuilt["2025-11-04"], rebuilt["2025-04-16"]
    assert not {"locales", "accent", "country"} & fields(older, "Voice").keys()
    assert "/stt/turns/websocket" not in older.doc["paths"]
    assert required(newer, "GenerationRequest") - required(older, "GenerationRequest") == {"context_id"}
    assert "flush_id" not in fields(older, "TTSSocketChunk")
    assert fields(older, "TTSSocketFlushDone")["flush_id"]
    assert required(older, "UpdateVoiceRequest") == {"name", "description"}
    assert "next_page" not in fields(older, "PaginatedDatasets")
    assert "next_page" in fields(older, "GetVoicesResponse")
    assert set(values(older, "VoiceExpandOptions")) == {"is_starred", "preview_file_url"}
    assert "done" in values(older, "STTManualFinalizeCommand")


def test_from_2025_04_16_to_2024_11_13(rebuilt: dict[str, Contract]) -> None:
    newer, older = rebuilt["2025-04-16"], rebuilt["2024-11-13"]
    gone = {path.split("/")[1] for path in newer.doc["paths"]} - {path.split("/")[1] for path in older.doc["paths"]}
    assert gone == {"agents", "datasets", "fine-tunes", "pronunciation-dicts"}
    assert {"/voices/mix", "/voices/clone/clip"} <= older.doc["paths"].keys()
    assert set(older.doc["paths"]["/voices/"]) == {"get", "post"}
    assert {"is_public", "gender"} <= fields(newer, "Voice").keys()
    assert not {"is_public", "gender"} & fields(older, "Voice").keys()
    assert fields(older, "Voice")["embedding"] is False
    assert set(values(older, "VoiceExpandOptions")) == {"is_starred", "embedding"}
    assert fields(older, "CloneVoiceRequest") | {"mode": True, "enhance": False} == fields(older, "CloneVoiceRequest")
    assert not {"save", "pronunciation_dict_id"} & fields(older, "TTSRequest").keys()
    assert older.doc["components"]["schemas"]["Embedding"]["minItems"] == 192
    assert "__experimental_controls" in fields(older, "TTSRequestEmbeddingSpecifier")
    assert len(values(older, "SupportedLanguage")) == 15
    assert older.doc["security"] == [{"ApiKey": []}]


def test_from_2024_11_13_to_2024_06_10(rebuilt: dict[str, Contract]) -> None:
    older = rebuilt["2024-06-10"]
    listing = older.doc["paths"]["/voices/"]["get"]
    assert listing["responses"]["200"]["content"]["application/json"]["schema"]["type"] == "array"
    assert [parameter for parameter in listing["parameters"] if parameter.get("in") == "query"] == []
    assert fields(older, "Voice") | {"user_id": False, "is_public": True, "embedding": True} == fields(older, "Voice")
    assert "is_owner" not in fields(older, "Voice")
    created = older.doc["paths"]["/voices/"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert created == {"$ref": "#/components/schemas/VoiceMetadata"}


def required(contract: Contract, schema: str) -> set[str]:
    return {name for name, is_required in fields(contract, schema).items() if is_required}


def values(contract: Contract, schema: str) -> list[str]:
    return list(contract.doc["components"]["schemas"][schema]["enum"])


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
