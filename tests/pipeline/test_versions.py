"""Older dates: the overlays of spec/versions/, each on top of the next newer one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from codegen.build import load
from codegen.merge import METHODS, SpecError
from codegen.versions import older

PROJECT = Path(__file__).parents[2]
SPEC = PROJECT / "spec"
DATES = ["2026-03-01", "2025-11-04", "2025-04-16", "2024-11-13", "2024-06-10"]


@pytest.fixture(scope="module")
def contracts() -> dict[str, Any]:
    newest = load(SPEC)
    return {"2026-08-14": newest.doc, **{date: each.doc for date, each in older(SPEC, newest).items()}}


def test_all_dates_ship_as_whole_contracts(contracts: dict[str, Any]) -> None:
    assert list(contracts) == ["2026-08-14", *DATES]
    for date in DATES:
        path = PROJECT / "generated" / "cartesia_api" / "versions" / f"{date}.json"
        assert json.loads(path.read_text(encoding="utf-8")) == contracts[date]
        assert contracts[date]["info"]["version"] == date


def shown(doc: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Any]]:
    """(schema, value) of every example, forms excepted."""
    for item in doc["paths"].values():
        if channel := item.get("x-websocket"):
            for direction in ("send", "receive"):
                yield from ((channel[direction], value) for value in channel["examples"][direction])
        for operation in (item[method] for method in METHODS if method in item):
            for holder in (operation.get("requestBody", {}), *operation["responses"].values()):
                for media, content in holder.get("content", {}).items():
                    if media != "multipart/form-data":
                        values = [content["example"]] if "example" in content else []
                        values += [each["value"] for each in content.get("examples", {}).values()]
                        yield from ((content["schema"], value) for value in values)


@pytest.mark.parametrize("date", DATES)
def test_examples_fit_their_date(contracts: dict[str, Any], date: str) -> None:
    doc = contracts[date]
    registry = jsonschema_rs.Registry([("urn:doc", doc)])
    count = 0
    for schema, value in shown(doc):
        absolute = json.loads(json.dumps(schema).replace('"#/', '"urn:doc#/'))
        validator = jsonschema_rs.Draft202012Validator(absolute, registry=registry)
        assert [error.message for error in validator.iter_errors(value)] == []
        count += 1
    assert count > 40


def schema(doc: dict[str, Any], name: str) -> Any:
    return doc["components"]["schemas"][name]


def test_what_each_date_knows(contracts: dict[str, Any]) -> None:
    """The differences that are bound to a date, one by one."""
    voices = {date: schema(doc, "Voice") for date, doc in contracts.items()}
    fields = {date: set(voice["properties"]) for date, voice in voices.items()}
    assert fields["2026-08-14"] - fields["2026-03-01"] == {"access", "visibility", "tagline"}
    assert fields["2026-03-01"] - fields["2026-08-14"] == {"is_public"}
    assert fields["2025-11-04"] == fields["2026-03-01"]
    assert fields["2025-11-04"] - fields["2025-04-16"] == {"locales", "accent", "country"}
    assert fields["2024-11-13"] - fields["2025-04-16"] == {"embedding", "is_starred"}
    assert fields["2025-04-16"] - fields["2024-11-13"] == {"is_public", "gender", "preview_file_url"}
    assert fields["2024-06-10"] - fields["2024-11-13"] == {"user_id", "is_public"}
    assert fields["2024-11-13"] - fields["2024-06-10"] == {"is_owner", "is_starred"}
    assert "embedding" in voices["2024-06-10"]["required"]
    assert "embedding" not in voices["2024-11-13"]["required"]

    listings = {date: doc["paths"]["/voices"]["get"] for date, doc in contracts.items()}
    shapes = {date: listing["x-shape"] for date, listing in listings.items()}
    assert shapes == {date: "call" if date == "2024-06-10" else "pages" for date in contracts}
    bare = listings["2024-06-10"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert bare["type"] == "array"

    bodies = {date: set(doc["components"]["responses"]["NotFound"]["content"]) for date, doc in contracts.items()}
    assert bodies == {date: {"application/json" if date >= "2026-03-01" else "text/plain"} for date in contracts}
    errors = {date: schema(doc, "TTSSocketError")["properties"] for date, doc in contracts.items()}
    assert {date: "title" in fields for date, fields in errors.items()} == {
        date: date >= "2026-03-01" for date in contracts
    }

    paths = {date: set(doc["paths"]) for date, doc in contracts.items()}
    assert paths["2026-08-14"] - paths["2026-03-01"] == {"/accents"}
    assert paths["2026-03-01"] - paths["2025-11-04"] == {"/voices/{id}/accents", "/voices/{id}/accents/{accent_id}"}
    assert paths["2025-11-04"] - paths["2025-04-16"] == {"/stt/turns/websocket"}
    assert paths["2024-11-13"] - paths["2025-04-16"] == {"/voices/mix"}
    assert not any(path.startswith(("/agents", "/datasets", "/fine-tunes")) for path in paths["2024-11-13"])

    needed = {date: set(schema(doc, "LocalizeVoiceRequest")["required"]) for date, doc in contracts.items()}
    assert needed["2026-08-14"] == {"voice_id", "name", "accent"}
    assert needed["2026-03-01"] == {"voice_id", "name", "description", "language", "original_speaker_gender"}
    languages = {date: len(schema(doc, "SupportedLanguage")["enum"]) for date, doc in contracts.items()}
    assert [languages[date] for date in contracts] == [44, 42, 42, 42, 15, 15]
    specifiers = {date: schema(doc, "VoiceSpecifierParam")["oneOf"] for date, doc in contracts.items()}
    assert [len(specifiers[date]) for date in contracts] == [2, 1, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        ("target: $.components.schemas.Gone\n    remove: true", r"Gone: there is nothing here any more"),
        ("target: '$.[['\n    remove: true", "not a JSONPath"),
        (
            "target: $.components.schemas.Voice\n    update: {required: [nothing]}",
            "'nothing' is not among the properties",
        ),
    ],
)
def test_an_overlay_that_does_not_fit_is_a_fault(tmp_path: Path, action: str, sentence: str) -> None:
    shutil.copytree(SPEC, tmp_path / "spec", ignore=shutil.ignore_patterns("*.overlay.yaml"))
    text = f'overlay: 1.0.0\ninfo: {{title: t, version: "2026-03-01"}}\nactions:\n  - {action}\n'
    (tmp_path / "spec" / "versions" / "2026-03-01.overlay.yaml").write_text(text)
    with pytest.raises(SpecError, match=rf"spec/versions/2026-03-01\.overlay\.yaml: .*{sentence}"):
        older(tmp_path / "spec", load(tmp_path / "spec"))
