"""Fields of frames that the service has deprecated: who uses them is warned, once in each call, at the line that does it."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Iterator
from typing import Any

import cartesia_client as c
import pytest
from cartesia_api.events import TTSSocketError
from cartesia_sandbox import Sandbox

from tests.sandbox.common import KATIE, RAW

FIELDS: Any = {"model_id": "sonic-3.5", "voice": KATIE, "output_format": RAW}


@pytest.fixture
def caught() -> Iterator[list[warnings.WarningMessage]]:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always", DeprecationWarning)
        yield found


def texts(caught: list[warnings.WarningMessage]) -> list[str]:
    assert {each.filename for each in caught} == {__file__}
    return [str(each.message) for each in caught]


EXPECTED = [f"{method}(): deprecated: speed" for method in ("context", "push", "send", "speak", "send")]


def test_a_deprecated_field_of_a_frame_warns(sandbox: Sandbox, caught: list[warnings.WarningMessage]) -> None:
    with c.Cartesia(api_key="k", base_url=sandbox.url) as client, client.tts.websocket_connect() as socket:
        context = socket.context(**FIELDS, speed="slow")
        context.push("Hello. ", speed="fast")
        context.send("There.", continue_=False, speed="fast")
        assert list(context.audio())
        assert list(socket.context(**FIELDS).speak("Hi.", speed="slow"))
        socket.send({**FIELDS, "transcript": "Hi.", "speed": "slow"})
        assert socket.recv().type == "chunk"
    assert texts(caught) == EXPECTED


async def test_and_in_asyncio(sandbox: Sandbox, caught: list[warnings.WarningMessage]) -> None:
    async with c.AsyncCartesia(api_key="k", base_url=sandbox.url) as client, client.tts.websocket_connect() as socket:
        context = socket.context(**FIELDS, speed="slow")
        await context.push("Hello. ", speed="fast")
        await context.send("There.", continue_=False, speed="fast")
        assert [chunk async for chunk in context.audio()]
        assert [chunk async for chunk in socket.context(**FIELDS).speak("Hi.", speed="slow")]
        await socket.send({**FIELDS, "transcript": "Hi.", "speed": "slow"})
        assert (await socket.recv()).type == "chunk"
    assert texts(caught) == EXPECTED


def test_what_is_not_deprecated_does_not_warn(sandbox: Sandbox, caught: list[warnings.WarningMessage]) -> None:
    with c.Cartesia(api_key="k", base_url=sandbox.url) as client, client.tts.websocket_connect() as socket:
        context = socket.context(**FIELDS, speed=None)
        context.push("Hi.", generation_config={"speed": 1.2})
        context.no_more_inputs()
        assert list(context.receive())
        socket.send({**FIELDS, "model_id": "sonnet-0", "transcript": "Hi."})
        with pytest.raises(c.APIStatusError):
            list(socket)
    assert caught == []


def test_a_deprecated_field_of_an_event_warns_who_reads_it(caught: list[warnings.WarningMessage]) -> None:
    event = TTSSocketError.from_dict({"type": "error", "error": "No.", "done": True, "status_code": 400})
    assert event.to_dict()["error"] == event["error"] == "No."
    assert "No." in repr(event)
    assert caught == []
    assert event.error == "No."
    assert texts(caught) == ["TTSSocketError.error is deprecated"]


def test_a_warning_of_a_task_is_one_too(sandbox: Sandbox, caught: list[warnings.WarningMessage]) -> None:
    async def main() -> None:
        async with (
            c.AsyncCartesia(api_key="k", base_url=sandbox.url) as client,
            client.tts.websocket_connect() as socket,
        ):
            context = socket.context(**FIELDS)
            await asyncio.create_task(context.push("Hi.", speed="slow"))
            await context.no_more_inputs()
            assert [chunk async for chunk in context.audio()]

    asyncio.run(main())
    assert [str(each.message) for each in caught] == ["push(): deprecated: speed"]
