"""Bodies of responses become models without `response.json()` and copies, and hold what they would hold with them."""

from __future__ import annotations

import copy
import json
from typing import Any

import httpx
import pytest
from cartesia_api.model import Model
from cartesia_api.models import GetVoicesResponse, Voice
from cartesia_api.parsing import json_of, model_of
from cartesia_client import APIResponseValidationError
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_httpx import HTTPXMock

from tests.unit.conftest import Twin, done
from tests.unit.test_models import VOICE

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


class Inner(Model):
    _json_names = {"type_": "type"}  # noqa: RUF012  # as generated models have it
    type_: str
    number: int | None = None


class Wanting(Model):
    type: str
    absent: str


class Outer(Model):
    whole: Inner
    listed: list[Inner]
    either: Wanting | Inner
    perhaps: list[Wanting] | None = None


def response(body: bytes) -> httpx.Response:
    return httpx.Response(200, content=body, headers={"content-type": "application/json"})


@settings(max_examples=25)
@given(VALUES)
def test_a_body_reads_as_python_reads_it(value: Any) -> None:
    body = response(json.dumps(value).encode())
    assert repr(json_of(body)) == repr(body.json())  # as text: NaN is not itself


@pytest.mark.parametrize(
    "body", [rb'"\ud83d"', b"NaN", b"1e400", b"-Infinity", b"9" * 40, rb'{"\ud800": 1}', b'{"a": 1, "a": 2}']
)
def test_what_python_alone_reads_is_read(body: bytes) -> None:
    assert repr(json_of(response(body))) == repr(json.loads(body))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_body_in_another_encoding_of_json_is_read(encoding: str) -> None:
    assert json_of(response('{"name": "Zoë"}'.encode(encoding))) == {"name": "Zoë"}


@pytest.mark.parametrize("body", [b"", b"[1,]", b"\xff", b'{"a": 1} x', b'"\x01"'])
def test_what_is_no_json_is_a_value_error(body: bytes) -> None:
    with pytest.raises(ValueError):
        json_of(response(body))


def test_a_model_of_a_response_is_that_of_from_dict() -> None:
    voice = {**VOICE, "locales": VOICE["locales"] * 2, "gender": "feminine"}
    page = {"data": [voice, VOICE], "has_more": True, "next_page": None, "new": {"deep": [1]}}
    made = model_of(GetVoicesResponse, response(json.dumps(page).encode()))
    assert made == GetVoicesResponse.from_dict(page)
    assert made.to_dict() == GetVoicesResponse.from_dict(page).to_dict()
    assert made.additional_properties == {"new": {"deep": [1]}}


def test_a_union_passes_objects_on_as_they_were_when_a_member_did_not_fit() -> None:
    inner = {"type": "x", "number": 1, "new": 2}
    given = {"whole": inner, "listed": [inner], "either": inner, "perhaps": [inner]}
    before = copy.deepcopy(given)
    made = model_of(Outer, response(json.dumps(given).encode()))
    assert made.either == Inner.from_dict(inner)
    passed: Any = made.perhaps
    assert passed == [inner]  # no list of those: passes as the service sent it
    assert made == Outer.from_dict(given)
    assert given == before  # of a program that calls from_dict itself, nothing is touched


@pytest.mark.parametrize("body", [b"[]", b"null", b'"voice"', b"7", b'{"id": 1}'])
async def test_a_body_that_is_no_such_object_is_the_same_error_as_before(
    twin: Twin, httpx_mock: HTTPXMock, body: bytes
) -> None:
    httpx_mock.add_response(content=body, headers={"content-type": "application/json"})
    with pytest.raises(APIResponseValidationError, match="not what the API specifies"):
        await done(twin.make().voices.get("v"))


def test_a_field_that_does_not_fit_is_named() -> None:
    with pytest.raises(ValueError, match=r"created_at: .*yesterday"):
        model_of(Voice, response(json.dumps({**VOICE, "created_at": "yesterday"}).encode()))


@pytest.mark.parametrize("data", [None, {}, "", "ab", 5, True])
def test_what_is_no_list_is_no_empty_list(data: Any) -> None:
    body = {"data": data, "has_more": False, "next_page": None}
    for read in (
        GetVoicesResponse.from_dict,
        lambda given: model_of(GetVoicesResponse, httpx.Response(200, json=given)),
    ):
        with pytest.raises(ValueError, match=f"data: expected a list, got {type(data).__name__}"):
            read(body)
