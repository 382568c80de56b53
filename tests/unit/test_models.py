"""Models and events as values: what is absent, how they are dumped, shown, copied and pickled."""

from __future__ import annotations

import copy
import importlib
import inspect
import json
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import cartesia_api
import pytest
from cartesia_api import events
from cartesia_api.model import Model
from cartesia_api.models import (
    CloneVoiceRequest,
    GenerationConfig,
    GenerationRequest,
    GetVoicesResponse,
    MetricResult,
    RawOutputFormat,
    TranscriptionResponse,
    UpdateVoiceRequest,
    Voice,
    VoiceLocale,
)
from cartesia_api.readers import constructed
from cartesia_api.types import UNSET, File
from cartesia_client import Cartesia
from pytest_httpx import HTTPXMock

VOICE: dict[str, Any] = {
    "id": "f786b574-daa5-4673-aa0c-cbe3e8534c02",
    "is_owner": False,
    "access": "public",
    "visibility": "all",
    "name": "Katie",
    "tagline": "",
    "description": "",
    "created_at": "2025-02-03T10:15:30+00:00",
    "language": "en",
    "locales": [{"locale": "en-US", "is_native": True}],
    "accent": None,
    "a_new_field": {"deep": [1]},
}
CHUNK: dict[str, Any] = {"type": "chunk", "done": False, "status_code": 206, "step_time": 1.5, "data": "AAEC"}
PACKAGES = ["cartesia_api", *(f"cartesia_api.{path.name}" for path in Path(cartesia_api.__path__[0]).glob("v20*"))]
AGAIN = [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))]


def voice() -> Voice:
    return Voice.from_dict(VOICE)


def chunk() -> events.TTSSSEChunkEvent:
    event = events.decode_ttssse_event(json.dumps(CHUNK))
    assert isinstance(event, events.TTSSSEChunkEvent)
    return event


def test_what_a_response_lacks_reads_as_none_and_is_not_dumped() -> None:
    assert (voice().country, voice().accent, voice().preview_file_url) == (None, None, None)
    assert json.dumps(voice().preview_file_url) == "null"
    assert voice().to_dict() == VOICE
    assert json.loads(voice().to_json()) == json.loads(voice().model_dump_json()) == VOICE
    assert voice().model_fields_set == set(VOICE)


def test_absent_and_null_stay_apart_through_the_client(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=VOICE)
    httpx_mock.add_response(json=VOICE)
    with Cartesia(api_key="k") as client:
        found = client.voices.get("v")
        client.voices.update("v", **found.model_dump(include={"name", "gender", "accent"}))
    assert json.loads(httpx_mock.get_requests()[-1].content) == {"name": "Katie", "accent": None}


def test_a_field_that_is_set_or_deleted_is_dumped_or_not() -> None:
    update = UpdateVoiceRequest(name="New", gender=None, description=None)
    assert update.to_dict() == {"name": "New", "gender": None}  # a description cannot be null: it is left out
    update.gender = "feminine"
    update.name = None
    assert update.to_dict() == {"gender": "feminine"}
    del update["gender"]
    update["new"] = 1
    assert update.to_dict() == update.additional_properties == {"new": 1}
    assert UpdateVoiceRequest(name=UNSET).to_dict() == {}  # type: ignore[arg-type]  # for programs that have it from before


def test_the_options_of_dumping_are_those_of_pydantic() -> None:
    found = voice()
    assert found.model_dump()["created_at"] == datetime(2025, 2, 3, 10, 15, 30, tzinfo=UTC)
    assert found.model_dump(mode="json")["created_at"] == VOICE["created_at"]
    assert found.model_dump()["locales"] == [{"locale": "en-US", "is_native": True}]
    assert found.model_dump(include={"name", "country"}) == {"name": "Katie"}
    assert found.model_dump(include={"name", "country"}, exclude_unset=False) == {"name": "Katie", "country": None}
    assert "accent" not in found.model_dump(exclude_none=True)
    assert "locales" not in found.model_dump(exclude={"locales"})
    assert RawOutputFormat(encoding="pcm_s16le", sample_rate=8000).to_dict(exclude_defaults=True) == {
        "encoding": "pcm_s16le",
        "sample_rate": 8000,
    }
    page = GetVoicesResponse(data=[found], has_more=True)
    assert page.model_dump(exclude_unset=False)["data"][0]["country"] is None
    assert found.model_dump_json(include={"name"}) == '{"name":"Katie"}'


def test_names_that_json_spells_otherwise_are_dumped_in_either_way() -> None:
    result = MetricResult.model_construct(metric_id="m", run_id=None)
    assert result.model_dump() == {"metric_id": "m", "run_id": None}
    assert result.model_dump(by_alias=True) == result.to_dict() == {"metricId": "m", "runId": None}
    assert result.to_dict(use_api_names=False) == {"metric_id": "m", "run_id": None}
    assert result["metricId"] == result["metric_id"] == "m"
    assert "runId" in result
    assert "run_id" in result


def test_a_model_is_like_a_mapping_of_what_it_holds() -> None:
    found = voice()
    assert dict(found) == {**found} == dict(iter(found))
    assert [name for name, _ in found] == found.keys() == list(VOICE)
    assert ("name" in found, "country" in found, "nothing" in found) == (True, False, False)
    assert (found["name"], found["country"], found["a_new_field"]) == ("Katie", None, {"deep": [1]})
    with pytest.raises(KeyError, match="nothing"):
        found["nothing"]


def test_new_fields_of_the_service_are_kept() -> None:
    found: Any = voice()
    assert found.model_extra == found.additional_properties == {"a_new_field": {"deep": [1]}}
    assert found.a_new_field == {"deep": [1]}
    with pytest.raises(AttributeError, match="nothing"):
        _ = found.nothing
    with pytest.raises(AttributeError, match="nmae"):
        found.nmae = "x"


def test_a_new_field_of_any_name_harms_nothing() -> None:
    added = {
        "__deepcopy__": "x",
        "__html__": 1,
        "to_dict": {},
        "cls": 2,
        "_fields_set": 3,
        "type_": 4,
        "from": None,
        "": [],
    }
    given = {"text": "a", "type": "transcript", **added}
    found: Any = TranscriptionResponse.from_dict(given)
    assert found.additional_properties == added
    assert found.type_ == found["type_"] == dict(found)["type_"] == "transcript"
    assert found.to_dict() == given
    assert (
        found == copy.deepcopy(found) == found.model_copy(deep=True) == TranscriptionResponse.from_dict(found.to_dict())
    )
    assert found == constructed(TranscriptionResponse, given)
    assert (found.cls, hasattr(found, "__html__")) == (2, False)


@pytest.mark.parametrize("arguments", [{"sped": 1.1}, {"speed": 1.0, "additional_properties": {}}])
def test_a_misspelt_field_is_refused_with_the_right_ones(arguments: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"its fields are .*speed"):
        GenerationConfig(**arguments)


def test_a_missing_field_is_named() -> None:
    with pytest.raises(TypeError, match="needs encoding"):
        RawOutputFormat(sample_rate=8000)  # type: ignore[call-arg]  # that is it
    with pytest.raises(ValueError, match="locales: 'is_native' is missing"):
        Voice.from_dict({**VOICE, "locales": [{"locale": "en"}]})


@pytest.mark.parametrize("again", AGAIN)
@pytest.mark.parametrize("value", [voice(), chunk(), events.UnknownEvent(kind="new", fields={"type": "new"})], ids=repr)
def test_models_and_events_survive_copies_and_pickle(value: Any, again: Callable[[Any], Any]) -> None:
    assert again(value) == value == value.model_copy() == value.model_copy(deep=True)
    assert again(value).to_dict() == value.to_dict()
    assert type(value).model_validate(value.to_dict()) == value
    assert type(value).model_validate_json(value.model_dump_json()) == value


def test_a_copy_may_differ() -> None:
    assert voice().model_copy(update={"name": "New"}).name == "New"
    assert chunk().model_copy(update={"data": b"x"}).audio == b"x"
    deep = voice().model_copy(deep=True)
    deep.locales.append(VoiceLocale(locale="de", is_native=False))
    assert deep != voice()


def test_events_are_dumped_with_their_kind_and_their_audio() -> None:
    event = chunk()
    assert event.to_dict() == CHUNK
    assert event.model_dump()["data"] == b"\x00\x01\x02"
    assert json.loads(event.to_json()) == json.loads(event.model_dump_json()) == CHUNK
    assert dict(event)["type"] == event["type"] == "chunk"
    assert ("context_id" in event, event["context_id"], event.context_id) == (False, None, None)
    assert events.TTSSSEChunkEvent.model_validate(event.model_dump()) == event
    assert event.model_fields_set == set(CHUNK)


def test_a_repr_shows_the_length_of_audio() -> None:
    assert repr(chunk()) == (
        "TTSSSEChunkEvent(type='chunk', done=False, status_code=206, step_time=1.5, data=<3 bytes>)"
    )
    clip = CloneVoiceRequest(clip=File(b"RIFF" * 9, "a.wav"), name="n", language="en")
    assert "clip=File(payload=<36 bytes>, file_name='a.wav'" in repr(clip)
    assert "country" not in repr(voice())
    assert "accent=None" in repr(voice())


def test_pydantic_takes_models_and_events_as_types() -> None:
    """As FastAPI does for `return voice`: the declared type is validated and dumped as JSON."""
    pydantic = pytest.importorskip("pydantic")
    for value, expected in ((voice(), VOICE), (chunk(), CHUNK)):
        adapter = pydantic.TypeAdapter(type(value))
        assert adapter.validate_python(value) is value
        assert adapter.dump_python(adapter.validate_python(expected), mode="json") == expected
        assert adapter.dump_python(value, include={"name", "done"}) in ({"name": "Katie"}, {"done": False})
        assert "accent" not in adapter.dump_python(value, exclude_none=True)
        assert adapter.json_schema()["type"] == "object"
        with pytest.raises(pydantic.ValidationError):
            adapter.validate_python({"nothing": 1})


@pytest.mark.parametrize("package", PACKAGES)
def test_the_constructor_of_every_model_is_documented(package: str) -> None:
    models = importlib.import_module(f"{package}.models")
    found = [each for name in models.__all__ if isinstance(each := getattr(models, name), type)]
    assert len(found) > 30
    for model in found:
        assert issubclass(model, Model)
        assert list(inspect.signature(model).parameters) == list(model._fields)


def test_a_field_whose_name_python_has_taken_has_its_name_in_json_too() -> None:
    # For type checkers, it is `type_`.
    found: Any = TranscriptionResponse.from_dict({"text": "Hi.", "type": "transcript"})
    assert found.type == found.type_ == "transcript"
    made: Any = TranscriptionResponse
    assert made(text="Hi.", type="transcript") == found
    found.type = "other"
    assert found.type_ == "other"


def test_what_is_dumped_can_be_validated_again() -> None:
    voice = Voice.from_dict(VOICE)
    assert isinstance(voice.model_dump()["created_at"], datetime)
    for dumped in (voice.model_dump(), voice.model_dump(mode="json"), voice.model_dump(by_alias=True), voice.to_dict()):
        assert Voice.model_validate(dumped) == voice
    assert Voice.model_validate(voice.model_dump()).created_at == voice.created_at


def test_an_object_built_without_a_check_has_models_of_dicts_and_none_for_what_it_lacks() -> None:
    voice: Any = Voice.model_construct(locales=None)
    assert (voice.locales, voice.id, voice.created_at) == (None, None, None)
    assert voice.model_fields_set == {"locales"}
    voice = Voice.model_construct(
        id="v", created_at="2026-01-02T03:04:05Z", locales=[{"locale": "en"}, None], access="new", brand_new={"a": 1}
    )
    assert (voice.created_at.year, voice.access, voice.model_extra) == (2026, "new", {"brand_new": {"a": 1}})
    assert (voice.locales[0].locale, voice.locales[0].is_native, voice.locales[1]) == ("en", None, None)
    assert voice.model_dump(mode="json", exclude={"created_at"})["locales"] == [{"locale": "en"}, None]
    odd = Voice.model_construct(created_at="yesterday", locales="none")
    assert odd.model_dump() == {"created_at": "yesterday", "locales": "none"}
    assert odd.model_copy(update={"locales": [{"locale": "en"}]}).locales == [{"locale": "en"}]
    request: Any = GenerationRequest.model_construct(voice={"id": "v"}, output_format={"container": "raw"})
    assert (request.voice.id, request.output_format.encoding) == ("v", None)
    event: Any = events.TTSSSETimestampsEvent.construct(word_timestamps={"words": ["Hi"]})
    assert (event.word_timestamps.words, event.done) == (["Hi"], None)


def test_the_fields_of_a_class_are_known_under_the_names_of_pydantic() -> None:
    fields = Voice.model_fields
    assert next(iter(fields)) == "id"
    assert fields["id"].is_required()
    assert not fields["country"].is_required()
    assert fields["id"].annotation is str
    assert GenerationRequest.model_fields["continue_"].alias == "continue"
    chunk = events.TTSSSEChunkEvent.model_fields
    assert (chunk["type"].is_required(), chunk["context_id"].default) == (True, None)


def test_objects_with_other_names_or_another_order_are_read_as_each_is() -> None:
    given: list[dict[str, Any]] = [
        {"locale": "en-US", "is_native": True},
        {"is_native": False, "locale": "de-DE"},
        *({"locale": "fr-FR", f"new_{number}": number, "is_native": True} for number in range(200)),
        {"locale": "en-US", "is_native": True},
    ]
    for each in given:
        read = VoiceLocale.from_dict(each)
        assert read.to_dict() == each
        assert read.additional_properties == {name: each[name] for name in each if name.startswith("new_")}
    with pytest.raises(KeyError, match="is_native"):
        VoiceLocale.from_dict({"locale": "en-US"})
    with pytest.raises(TypeError, match="expected an object, got list"):
        VoiceLocale.from_dict([("locale", "en-US"), ("is_native", True)])  # type: ignore[arg-type]  # the point
