"""Lists: one page, all pages, backwards, and services that repeat themselves."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pydantic
import pytest
from cartesia_client import InvalidRequestError
from pytest_httpx import HTTPXMock

from tests.unit.conftest import Twin, done, items
from tests.unit.test_policy import VOICE


def voices(*ids: str) -> list[dict[str, Any]]:
    return [{**VOICE, "id": id} for id in ids]


class Server:
    """Serves voices v0, v1 ... in pages of two."""

    def __init__(self, httpx_mock: HTTPXMock, count: int) -> None:
        self.ids = [f"v{number}" for number in range(count)]
        self.queries: list[dict[str, str]] = []
        httpx_mock.add_callback(self.respond, is_reusable=True, is_optional=True)

    def respond(self, request: httpx.Request) -> httpx.Response:
        query = dict(request.url.params)
        self.queries.append(query)
        if before := query.get("ending_before"):
            end = self.ids.index(before)
            found, more = self.ids[max(0, end - 2) : end], end > 2
        else:
            start = self.ids.index(query["starting_after"]) + 1 if "starting_after" in query else 0
            found, more = self.ids[start : start + 2], start + 2 < len(self.ids)
        return httpx.Response(
            200, json={"data": voices(*found), "has_more": more, "next_page": found[-1] if more else None}
        )


async def test_iterating_gives_everything_with_no_request_too_many(twin: Twin, httpx_mock: HTTPXMock) -> None:
    server = Server(httpx_mock, 5)
    found = await items(twin.make().voices.list(limit=2, q="x"))
    assert [voice.id for voice in found] == server.ids
    assert server.queries == [
        {"limit": "2", "q": "x"},
        {"limit": "2", "q": "x", "starting_after": "v1"},
        {"limit": "2", "q": "x", "starting_after": "v3"},
    ]


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda page: pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(page))))]
)
async def test_a_page_can_be_copied_and_pickled(twin: Twin, httpx_mock: HTTPXMock, again: Callable[[Any], Any]) -> None:
    Server(httpx_mock, 3)
    first = await done(twin.make().voices.list(limit=2, q="x"))
    page = again(first)
    assert type(page) is type(first)
    assert (page.data, page.has_more, page.next_page) == (first.data, True, "v1")
    if again in (copy.copy, copy.deepcopy):
        assert [voice.id for voice in await items(page)] == ["v0", "v1", "v2"]
    else:
        assert b"sk_car" not in pickle.dumps(first)
        with pytest.raises(InvalidRequestError, match=r"without its client; .* limit=2, q='x', starting_after='v1'"):
            await done(page.get_next_page())
        with pytest.raises(InvalidRequestError, match="without its client"):
            await items(page)


async def test_one_page_at_a_time(twin: Twin, httpx_mock: HTTPXMock) -> None:
    Server(httpx_mock, 3)
    first = await done(twin.make().voices.list())
    assert [voice.id for voice in first.data] == ["v0", "v1"]
    assert (first.has_more, first.next_page, first.has_next_page()) == (True, "v1", True)
    assert repr(first.next_page_info()) == "PageInfo(params={'starting_after': 'v1'})"
    assert [voice["id"] for voice in first.to_dict()["data"]] == ["v0", "v1"]
    assert json.loads(first.to_json()) == json.loads(first.model_dump_json()) == first.model_dump(mode="json")
    assert dict(first) == {"data": first.data, "has_more": True, "next_page": "v1"}
    adapter = pydantic.TypeAdapter(type(first))
    assert adapter.dump_python(adapter.validate_python(first), mode="json") == first.to_dict()
    assert adapter.json_schema()["type"] == "object"
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python({"data": []})
    second = await done(first.get_next_page())
    assert [voice.id for voice in second.data] == ["v2"]
    assert not second.has_next_page()
    assert second.next_page_info() is None
    with pytest.raises(InvalidRequestError, match=r"no next page; check has_next_page\(\) first"):
        await done(second.get_next_page())
    assert [len(page.data) for page in await items(first.iter_pages())] == [2, 1]
    assert "2 items" in repr(first)


async def test_backwards(twin: Twin, httpx_mock: HTTPXMock) -> None:
    server = Server(httpx_mock, 5)
    found = await items(twin.make().voices.list(ending_before="v4"))
    assert [voice.id for voice in found] == ["v2", "v3", "v0", "v1"]
    assert [query["ending_before"] for query in server.queries] == ["v4", "v2"]


async def test_a_service_that_repeats_a_page_does_not_keep_us_for_ever(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"data": voices("a", "b"), "has_more": True, "next_page": "b"}, is_reusable=True)
    assert [voice.id for voice in await items(twin.make().voices.list())] == ["a", "b"]
    assert len(httpx_mock.get_requests()) == 2


async def test_a_service_that_goes_round_in_circles_does_not_either(twin: Twin, httpx_mock: HTTPXMock) -> None:
    pages = {None: ("a", "b"), "b": ("c", "d"), "d": ("a", "b")}
    httpx_mock.add_callback(
        lambda request: httpx.Response(
            200, json={"data": voices(*pages[request.url.params.get("starting_after")]), "has_more": True}
        ),
        is_reusable=True,
    )
    assert [voice.id for voice in await items(twin.make().voices.list())] == ["a", "b", "c", "d"]


async def test_an_empty_page_ends_it_even_if_it_says_there_is_more(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"data": [], "has_more": True, "next_page": "b"})
    assert await items(twin.make().voices.list()) == []


async def test_an_error_on_a_later_page_is_raised_where_it_happens(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"data": voices("a"), "has_more": True})
    httpx_mock.add_response(status_code=401)
    page = await done(twin.make().voices.list())
    with pytest.raises(Exception, match="401"):
        await done(page.get_next_page())


async def test_a_list_that_does_not_say_whether_there_is_more_goes_by_its_cursor(
    twin: Twin, httpx_mock: HTTPXMock
) -> None:
    def call(number: int) -> dict[str, Any]:
        return {"id": f"ac_{number}", "agent_id": "a", "status": "completed"}

    httpx_mock.add_response(json={"data": [call(1), call(2)], "next_page": "ac_2"})
    httpx_mock.add_response(json={"data": [call(3)], "next_page": None})
    found = await items(twin.make().agents.calls.list(agent_id="a", expand="transcript"))
    assert [entry.id for entry in found] == ["ac_1", "ac_2", "ac_3"]
    assert dict(httpx_mock.get_requests()[1].url.params) == {
        "agent_id": "a",
        "expand": "transcript",
        "starting_after": "ac_2",
    }
