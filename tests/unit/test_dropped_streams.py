"""A stream that is dropped gives its connection back, and warns, as files do."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import warnings
from typing import Any

import cartesia_client as c
import httpx
import pytest

from tests.faults.calls import SPEECH
from tests.faults.server import Line, Server
from tests.unit.conftest import Twin, done

EVENT = b'data: {"type":"chunk","data":"AAAA","done":false,"status_code":206,"step_time":1}\n\n'
ONE = httpx.Limits(max_connections=1)


def answer(line: Line) -> None:
    """Begin each stream, and let it go on for ever; other requests end at once."""
    if b"/sse" in line.head:
        line.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + EVENT)
        line.hold()
    elif b"/bytes" in line.head:
        line.send(b"HTTP/1.1 200 OK\r\nContent-Type: audio/pcm\r\nContent-Length: 90000\r\n\r\n" + bytes(800))
        line.hold()
    else:
        line.respond(200, b'{"ok": true, "version": "1"}')


async def begin(client: Any, kind: str, *, iterate: bool) -> Any:
    """Return a stream that has been opened, and from which an item has been read if that is wanted."""
    if kind == "events":
        opened = await done(client.tts.generate_sse(**SPEECH))
    else:
        stream = client.tts.generate_stream(**SPEECH)
        opened = await stream.__aenter__() if hasattr(stream, "__aenter__") else stream.__enter__()
    if iterate:
        items = aiter(opened) if hasattr(opened, "__aiter__") else iter(opened)
        assert await anext(items) if hasattr(items, "__anext__") else next(items)
    return opened


@pytest.mark.parametrize("iterate", [False, True])
@pytest.mark.parametrize("kind", ["events", "audio"])
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("has_hooks", [False, True])  # a client with hooks has httpx send its requests
async def test_a_stream_that_is_dropped_gives_its_connection_back(
    twin: Twin, kind: str, iterate: bool, has_hooks: bool
) -> None:
    async def hook(request: httpx.Request) -> None: ...

    hooks = {"event_hooks": {"request": [hook if twin.is_async else bool]}} if has_hooks else {}
    with Server(answer) as server:
        client = twin.make(base_url=server.url, limits=ONE, timeout=httpx.Timeout(5, pool=2), max_retries=0, **hooks)
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            opened = await begin(client, kind, iterate=iterate)
            del opened
            if twin.is_async:
                await asyncio.sleep(0)
            gc.collect()
        await done(client.get_status())
        said = [each for each in said if each.category is ResourceWarning]
        assert iterate or len(said) == 1
        assert all("POST /tts/" in str(each.message) for each in said)


@pytest.mark.parametrize("kind", ["events", "audio"])
async def test_a_stream_that_is_closed_says_nothing(twin: Twin, kind: str) -> None:
    with Server(answer) as server:
        client = twin.make(base_url=server.url)
        if kind == "events":
            opened = await begin(client, kind, iterate=False)
            await done(opened.close())
        elif twin.is_async:
            async with client.tts.generate_stream(**SPEECH):
                pass
        else:
            with client.tts.generate_stream(**SPEECH):
                pass
        opened = None
        gc.collect()
        assert opened is None


def test_a_stream_whose_event_loop_is_closed_is_dropped_with_it_in_silence() -> None:
    with Server(answer) as server, warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")

        async def opened() -> Any:
            return await begin(client, "events", iterate=False)

        client = c.AsyncCartesia(api_key="k", base_url=server.url)
        loop = asyncio.new_event_loop()
        stream = loop.run_until_complete(opened())
        loop.close()  # without the steps of asyncio.run, which end what the client holds
        line = stream.response.extensions["network_stream"].get_extra_info("socket")
        stream = None
        gc.collect()
        os.close(os.dup(line.fileno()))  # it is open, because its event loop alone could close it
        asyncio.run(client.close())
        assert line.fileno() == -1
    assert not [str(each.message) for each in said if "tts/sse" in str(each.message) or "aclose" in str(each.message)]


def test_a_forked_process_leaves_the_stream_of_its_parent_open() -> None:
    with Server(answer) as server, c.Cartesia(api_key="k", base_url=server.url) as client:
        stream = client.tts.generate_sse(**SPEECH)
        if (child := os.fork()) == 0:
            del stream
            gc.collect()
            os._exit(0)
        os.waitpid(child, 0)
        if (child := os.fork()) == 0:
            status = 1
            try:
                with pytest.raises(c.InvalidRequestError, match="before fork"):
                    list(stream)  # what has been read already is there
                stream.close()
                status = 0
            finally:
                os._exit(status)
        assert os.waitpid(child, 0)[1] == 0
        assert next(iter(stream)).type == "chunk"
        stream.close()


LEAVES_A_STREAM = """
import sys
import cartesia_client as c

with c.Cartesia(api_key="k", base_url=sys.argv[1]) as client:
    stream = client.tts.generate_sse(model_id="m", transcript="Hi.", voice="v", output_format=FORMAT)
"""


def test_a_program_that_leaves_a_stream_open_ends() -> None:
    with Server(answer) as server:
        program = LEAVES_A_STREAM.replace("FORMAT", repr(SPEECH["output_format"]))
        command = [sys.executable, "-W", "always::ResourceWarning", "-c", program, server.url]
        ended = subprocess.run(command, timeout=120, capture_output=True, text=True, check=False)
    assert ended.returncode == 0
    assert "POST /tts/sse: a stream was dropped" in ended.stderr
