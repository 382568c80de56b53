"""One client in several event loops: one after the other, as scripts, notebooks and web frameworks have them, works."""

from __future__ import annotations

import asyncio
import gc
import ssl
import subprocess
import sys
import warnings
from queue import Queue

import cartesia_client as c
import httpx
import pytest
from cartesia_sandbox import Sandbox

from tests.faults.server import Line, Server

# What a program does in each of its loops, and how it starts and ends them. Everything that it prints besides "fine" is a fault,
# and so are warnings: of connections that nobody closed, for one.
PROGRAM = '''
import asyncio, gc, ssl, sys, threading
import cartesia_client as c

FORMAT = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}
VOICE = {"mode": "id", "id": "e07c00bc-4134-4eae-9ea4-1a55fb45746b"}
SPEECH = {"model_id": "sonic-2", "voice": VOICE, "output_format": FORMAT}
trusted = ssl.create_default_context(cafile=sys.argv[2])
client = c.AsyncCartesia(api_key="sk_car_secret", base_url=sys.argv[1], max_retries=0, verify=trusted)
socket = client.tts.websocket_connect()
kept = []

async def speak():
    audio = [chunk async for chunk in socket.context(**SPEECH).speak("Good morning.")]
    assert len(b"".join(audio)) > 1000

async def use():
    assert (await client.get_status()).ok
    assert (await asyncio.gather(*(client.voices.list(limit=1) for _ in range(3))))[0].data
    await asyncio.gather(speak(), speak())  # two that wait for one connection
    async with client.stt.auto_finalize.websocket(model="ink-2", encoding="pcm_s16le", sample_rate=16000) as ear:
        assert (await ear.recv()).type == "connected"

async def leave():
    """Leave as much open as there is."""
    context = socket.context(**SPEECH)
    await context.push("One two three. " * 50)
    stream = client.tts.generate_stream(**SPEECH, transcript="One two three. " * 500)
    events = await client.tts.generate_sse(**SPEECH, transcript="One two three. " * 50)
    ear = client.stt.auto_finalize.websocket(model="ink-2", encoding="pcm_s16le", sample_rate=16000)
    await stream.__aenter__()
    await ear.__aenter__()
    chunks, received = aiter(stream), aiter(events)
    kept.extend((context, stream, events, ear, chunks, received, await anext(chunks), await anext(received)))

async def everything():
    await use()
    await leave()

def by_run():
    asyncio.run(everything())

def by_thread():
    thread = threading.Thread(target=by_run)
    thread.start()
    thread.join()

def by_hand():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(everything())
    loop.close()

for way in WAYS:
    way()
asyncio.run(use())
del kept[:]
gc.collect()
asyncio.run(socket.close())
asyncio.run(client.close())
gc.collect()
print("fine")
'''


def run(program: str, *arguments: str) -> str:
    command = [sys.executable, "-W", "error", "-c", program, *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    return ended.stdout + ended.stderr


WAYS = ["by_run, by_run", "by_hand, by_hand", "by_thread, by_run, by_hand"]


@pytest.mark.parametrize("ways", WAYS)
def test_one_loop_after_the_other_without_a_word_of_the_first(ways: str, tls_sandbox: tuple[Sandbox, str]) -> None:
    own, ca = tls_sandbox
    assert run(PROGRAM.replace("WAYS", ways), own.url, ca) == "fine\n"


STATUS = b'{"ok": true, "version": "2026-08-14"}'
KEPT = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(STATUS) + STATUS


def test_connections_of_a_loop_that_is_over_are_closed_when_the_next_one_begins() -> None:
    ended: Queue[bytes] = Queue()

    def script(line: Line) -> None:
        line.send(KEPT)
        if line.number == 1:
            ended.put(line.raw.recv(1))
        else:
            line.head = b""
            line.read_request()
            line.send(KEPT)

    for transport in (None, httpx.AsyncHTTPTransport()):
        with Server(script) as server:
            client = c.AsyncCartesia(api_key="k", base_url=server.url, max_retries=0, transport=transport)
            first = asyncio.new_event_loop()
            first.run_until_complete(client.get_status())
            first.close()

            async def use(client: c.AsyncCartesia = client) -> None:
                await client.get_status()
                assert ended.get(timeout=5) == b""
                await client.get_status()  # over the same connection
                await client.close()

            asyncio.run(use())


def test_connections_of_a_client_that_was_not_closed_end_with_the_loop_and_without_a_warning() -> None:
    ended: Queue[bytes] = Queue()

    def script(line: Line) -> None:
        line.send(KEPT)
        ended.put(line.raw.recv(1))

    for transport in (None, httpx.AsyncHTTPTransport()):
        with Server(script) as server, warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            client = c.AsyncCartesia(api_key="k", base_url=server.url, max_retries=0, transport=transport)
            asyncio.run(client.get_status())
            assert ended.get(timeout=5) == b""
            del client
            gc.collect()
            assert [str(each.message) for each in told] == []


def test_a_loop_that_stands_still_leaves_the_client_to_the_next_one() -> None:
    def script(line: Line) -> None:
        line.send(KEPT)
        line.hold()

    with Server(script) as server:
        client = c.AsyncCartesia(api_key="k", base_url=server.url, max_retries=0)
        loops = [asyncio.new_event_loop() for _ in range(2)]
        for loop in (*loops, *loops):
            assert loop.run_until_complete(client.get_status()).ok
        loops[0].run_until_complete(client.close())
        for loop in loops:
            loop.run_until_complete(asyncio.sleep(0))
            loop.close()


def test_two_loops_at_the_same_time_are_refused_by_name(tls_sandbox: tuple[Sandbox, str]) -> None:
    own, ca = tls_sandbox

    async def use() -> None:
        async with c.AsyncCartesia(
            api_key="k", base_url=own.url, verify=ssl.create_default_context(cafile=ca)
        ) as client:
            await client.get_status()
            with pytest.raises(c.InvalidRequestError, match="another event loop; create one in each"):
                await asyncio.to_thread(asyncio.run, client.get_status())
            assert (await client.get_status()).ok

    asyncio.run(use())
