"""What the API may add without a new version must not break anybody: fields, enum values, kinds of events, absences and nulls."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Iterator
from typing import Any

import cartesia_client as c
import msgspec
import pytest
from cartesia_api import events
from cartesia_client.errors import error_fields
from pytest_httpx import HTTPXMock

from tests.conformance.description import DOC, OPERATIONS, Operation, examples, resolve, same_times
from tests.conformance.test_operations import method

Place = tuple[str | int, ...]
NEWS = {"deep": [1, {"er": None}]}


def put(value: Any, place: Place, new: Any) -> Any:
    """A copy with something else at a place; the Ellipsis takes it away."""
    result = copy.deepcopy(value)
    holder = result
    for step in place[:-1]:
        holder = holder[step]
    if new is ...:
        del holder[place[-1]]
    else:
        holder[place[-1]] = new
    return result


def changes(schema: dict[str, Any], value: Any, place: Place = ()) -> Iterator[tuple[str, Place, Any]]:
    """(what, where, new value) of everything that may happen to a value of this schema."""
    schema = resolve(schema)
    branches = [resolve(entry) for entry in (*schema.get("anyOf", []), *schema.get("oneOf", []))]
    if value is None:
        return
    if any("enum" in branch for branch in branches):
        yield "unknown value", place, "brand-new"
    if any(branch.get("type") == "null" for branch in branches) or "null" in (schema.get("type") or []):
        yield "null", place, None
    schema = next((branch for branch in branches if "properties" in branch), schema)
    if isinstance(value, dict) and "properties" in schema:
        yield "unknown field", (*place, "brand_new_field"), NEWS
        for name, entry in value.items():
            if name not in schema.get("required", []):
                yield "absent", (*place, name), ...
            yield from changes(schema["properties"].get(name, {}), entry, (*place, name))
    elif isinstance(value, list) and "items" in schema:
        for index, entry in enumerate(value):
            yield from changes(schema["items"], entry, (*place, index))


def cases() -> Iterator[Any]:
    for operation in OPERATIONS:
        content = operation.success.get("content", {}).get("application/json")
        if content:
            value = examples(content)[0]
            for what, place, new in changes(content["schema"], value):
                name = f"{operation}-{what}-{'.'.join(map(str, place))}"
                yield pytest.param(operation, put(value, place, new), id=name.replace(" ", "-"))


CASES = list(cases())


@pytest.mark.parametrize(("operation", "answer"), CASES)
def test_an_answer_that_has_changed_within_the_promise_still_arrives(
    operation: Operation, answer: Any, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_response(json=answer)
    with c.Cartesia(api_key="k") as client:
        found = method(client, operation.name)(**operation.arguments(operation.body_examples[0]))
    if operation.shape == "pages":
        assert same_times([item.to_dict() for item in found.data]) == same_times(answer["data"])
    elif isinstance(answer, list):
        assert same_times([item.to_dict() for item in found]) == same_times(answer)
    else:
        assert same_times(found.to_dict()) == same_times(answer)


def test_the_table_covers_every_kind_of_change() -> None:
    kinds = {case.id.split("-", 1)[1].rsplit("-", 1)[0] for case in CASES if case.id}
    assert {"unknown-field", "unknown-value", "absent", "null"} <= kinds
    assert len(CASES) > 250


# -- events -----------------------------------------------------------------------------------------------------------


def unions() -> Iterator[tuple[str, dict[str, Any], Any]]:
    """(decoder, schema of the union, example) for all events of streams and sockets."""
    for operation in OPERATIONS:
        for entry in operation.success.get("content", {}).values():
            inner = entry["schema"].get("properties", {}).get("data", {}).get("contentSchema")
            if inner:
                name = inner["$ref"].rsplit("/", 1)[-1]
                for shown in examples(entry):
                    yield name, resolve(inner), json.loads(shown["data"])
    names = {
        "tts.websocket": "TTSWebsocketEvent",
        "stt.manual_finalize": "STTManualFinalizeEvent",
        "stt.auto_finalize": "STTAutoFinalizeEvent",
        "agents.stream": "AgentsStreamEvent",
    }
    for item in DOC["paths"].values():
        if "x-websocket" in item:
            for shown in item["x-websocket"]["examples"]["receive"]:
                yield names[item["x-websocket"]["name"]], item["x-websocket"]["receive"], shown


UNIONS = list(unions())
DECODERS = {
    "TTSSSEEvent": events.decode_ttssse_event,
    "VoiceChangerSSEEvent": events.decode_voice_changer_sse_event,
    "TTSWebsocketEvent": events.decode_tts_websocket_event,
    "STTManualFinalizeEvent": events.decode_stt_manual_finalize_event,
    "STTAutoFinalizeEvent": events.decode_stt_auto_finalize_event,
    "AgentsStreamEvent": events.decode_agents_stream_event,
}


def decode(union: str, value: Any) -> Any:
    return DECODERS[union](json.dumps(value))


def variant(schema: dict[str, Any], value: dict[str, Any]) -> dict[str, Any]:
    """The schema of the variant that the value belongs to."""
    for entry in schema.get("oneOf") or schema["anyOf"]:
        found = resolve(entry)
        constants = {key: each["const"] for key, each in found["properties"].items() if "const" in each}
        if all(value.get(key) == constant for key, constant in constants.items()):
            return dict(found)
    raise AssertionError(value)


@pytest.mark.parametrize(
    ("union", "schema", "value"), UNIONS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_events_become_typed_and_bend_without_breaking(
    union: str, schema: dict[str, Any], value: dict[str, Any]
) -> None:
    plain = decode(union, value)
    assert not isinstance(plain, events.UnknownEvent)
    known = {key: entry for key, entry in value.items() if entry is not None}
    dumped = msgspec.json.decode(msgspec.json.encode(plain))
    assert {key: entry for key, entry in dumped.items() if entry is not None} == known
    for what, place, new in changes(variant(schema, value), value):
        found = decode(union, put(value, place, new))
        assert type(found) is type(plain), (what, place)
        held = msgspec.structs.asdict(found)
        for name, entry in msgspec.structs.asdict(plain).items():
            if name != place[0] and f"{name}_" != place[0]:
                assert held[name] == entry, (what, place)
        if what == "unknown field":
            assert found != plain, place
            assert found == copy.deepcopy(found) == pickle.loads(pickle.dumps(found)) == found.model_copy()
            assert {**value, **found.to_dict()} == put(value, place, new)


def test_an_added_field_of_an_event_reads_as_one_of_a_model_does() -> None:
    added = {"to_dict": 1, "news": NEWS, "__deepcopy__": "x", "additional_properties": 2}
    words = {"words": ["a"], "start": [0.0], "end": [1.0], "sure": [0.5]}
    fields = {"done": False, "status_code": 206, "word_timestamps": words, "context_id": "c"}
    event: Any = decode("TTSWebsocketEvent", {"type": "timestamps", **fields, **added})
    assert event.additional_properties == event.model_extra == added
    assert event.news == event["news"] == NEWS
    assert "sure=[0.5]" in repr(event)
    assert event.word_timestamps.sure == [0.5]
    assert (
        copy.copy(event) == type(event).from_dict(event.to_dict()) == event.model_copy(update={"done": False}) == event
    )
    long: Any = decode(
        "TTSWebsocketEvent", {"type": "chunk", **fields, "step_time": 1, "data": "QUJD" * 900, "x": None}
    )
    assert (long.audio, long["x"]) == (b"ABC" * 900, None)
    with pytest.raises(AttributeError):
        _ = long.y


@pytest.mark.parametrize("union", DECODERS)
def test_an_unknown_kind_of_event_keeps_its_fields(union: str) -> None:
    tag = "event" if union == "AgentsStreamEvent" else "type"
    for value in ({tag: "brand.new", "x": 1}, {tag: 7, "x": None}, {"x": 1}, {tag: None}):
        found = decode(union, value)
        assert isinstance(found, events.UnknownEvent)
        assert found.fields == value
        assert found.kind == (value.get(tag) if isinstance(value.get(tag), str) else None)


@pytest.mark.parametrize("new", [None, 5, ["x"]])
def test_an_error_of_another_form_is_an_error_in_each_union(new: Any) -> None:
    fields = {"type": "error", "done": True, "status_code": 402, "title": new, "message": "x", "request_id": new}
    for union in ("VoiceChangerSSEEvent", "TTSSSEEvent", "TTSWebsocketEvent", "STTManualFinalizeEvent"):
        found = error_fields(decode(union, fields))
        assert found is not None, union
        assert found["message"] == "x"


@pytest.mark.parametrize("union", [name for name in DECODERS if name != "VoiceChangerSSEEvent"])
def test_a_known_event_that_lacks_something_is_a_fault(union: str) -> None:
    tag, kind = {
        "AgentsStreamEvent": ("event", "ack"),
        "STTManualFinalizeEvent": ("type", "flush_done"),
        "STTAutoFinalizeEvent": ("type", "turn.start"),
    }.get(union, ("type", "chunk"))
    with pytest.raises(msgspec.ValidationError):
        decode(union, {tag: kind, "x": 1})
    for broken in ("[]", "3", "null"):
        with pytest.raises(msgspec.ValidationError):
            DECODERS[union](broken)
    with pytest.raises(msgspec.DecodeError):
        DECODERS[union]("{")
