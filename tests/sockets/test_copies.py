"""Sockets, contexts and streams belong to one connection: what happens when a program copies or pickles them."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import cartesia_client as c
import pytest
from cartesia_sandbox import Sandbox

from tests.sockets.test_stt import QUERY
from tests.sockets.test_tts_with_sandbox import FIELDS
from tests.unit.conftest import Twin, done, twin

__all__ = ["twin"]

WAYS: list[Callable[[Any], Any]] = [pickle.dumps, copy.copy, copy.deepcopy]


async def live(client: Any, kind: str) -> Any:
    """Return what belongs to a connection."""
    if kind == "socket":
        return client.tts.websocket_connect()
    if kind == "context":
        return client.tts.websocket_connect().context()
    if kind == "events":
        return await done(client.tts.generate_sse(**FIELDS, transcript="Hi."))
    if kind == "audio stream":
        return client.tts.generate_stream(**FIELDS, transcript="Hi.")
    return getattr(client.stt, kind).websocket(**QUERY)


@pytest.mark.parametrize("kind", ["socket", "context", "manual_finalize", "auto_finalize", "events", "audio stream"])
async def test_what_reads_from_a_connection_refuses_to_be_copied(twin: Twin, sandbox: Sandbox, kind: str) -> None:
    client = twin.make(api_key="sk_car_hidden", base_url=sandbox.url)
    made = await live(client, kind)
    for way in WAYS:
        with pytest.raises(c.InvalidRequestError, match=r"cannot be copied or pickled; [a-z ]{10,}") as caught:
            way(made)
        assert type(made).__name__ in str(caught.value)
    if kind == "events":
        await done(made.close())
    await done(client.close())
