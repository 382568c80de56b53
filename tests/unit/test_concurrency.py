"""The limit of calls at once: the pure governor, and clients on a sandbox that enforces a plan."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import threading
import time
import warnings
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import cartesia_client as c
import pytest
from cartesia_io.turns import RECOVERY, Governor, Place
from cartesia_sandbox import Sandbox
from cartesia_sandbox.voice.pacing import Pace
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpx import HTTPXMock

from tests.unit.conftest import Twin, done

RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}
VOICE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
SPEECH: dict[str, Any] = {"model_id": "sonic-3.5", "transcript": "Hi.", "voice": VOICE, "output_format": RAW}
CALLS = 40
CROWDED = {"error_code": "concurrency_limited", "title": "T", "message": "M", "request_id": "r"}


@pytest.fixture
def free() -> Iterator[Sandbox]:
    with Sandbox(plan="free", context_seconds=30) as running:
        yield running


class Calls:
    """Calls on a governor whose clock the test moves."""

    def __init__(self, limit: int) -> None:
        self.now = 0.0
        self.governor = Governor(limit, 5.0, lambda: self.now, c.APITimeoutError)
        self.woken: list[str] = []

    def ask(self, name: str) -> Place:
        place = Place(self.governor, name)
        place.wake = lambda: self.woken.append(name)
        self.governor.ask(place)
        return place


def test_calls_run_in_the_order_in_which_they_came() -> None:
    calls = Calls(2)
    places = {name: calls.ask(name) for name in "abcde"}
    assert calls.woken == ["a", "b"]
    places["d"].release()  # gave up waiting
    places["a"].release()
    places["a"].release()
    assert calls.woken == ["a", "b", "c"]
    places["b"].release()
    places["c"].release()
    assert calls.woken == ["a", "b", "c", "e"]
    assert (calls.governor.active, len(calls.governor.waiting)) == (1, 0)


def test_a_refusal_lowers_the_limit_and_the_refused_call_goes_first() -> None:
    calls = Calls(3)
    a, b, third, waiting = (calls.ask(name) for name in "abcd")
    assert third.refused()
    assert (calls.governor.limit, calls.governor.active, waiting.runs) == (2, 2, False)
    calls.governor.ask(third)
    a.release()
    assert calls.woken == ["a", "b", "c", "c"]
    b.release()
    assert waiting.runs


def test_the_last_call_that_is_refused_keeps_its_place_and_has_only_time_to_wait_for() -> None:
    calls = Calls(3)
    only = calls.ask("a")
    assert not only.refused()
    assert (only.runs, calls.governor.limit) == (True, 1)
    assert not calls.ask("b").runs


def test_a_lowered_limit_rises_again_with_time_up_to_what_was_set() -> None:
    calls = Calls(3)
    places = [calls.ask(name) for name in "abc"]
    places[2].refused()
    places[1].refused()
    assert calls.governor.limit == 1
    for expected in (2, 3, 3):
        calls.now += RECOVERY
        calls.ask("x").release()
        assert calls.governor.limit == expected


def test_a_place_that_is_dropped_is_given_back() -> None:
    calls = Calls(1)
    kept = [calls.ask("a")]
    waiting = calls.ask("b")
    kept.clear()
    gc.collect()
    assert waiting.runs


@given(
    limit=st.integers(1, 4),
    steps=st.lists(st.tuples(st.sampled_from(["ask", "release", "refuse", "pass"]), st.integers(0, 9)), max_size=60),
)
def test_never_more_than_the_limit_start_and_none_is_forgotten(limit: int, steps: list[tuple[str, int]]) -> None:
    calls = Calls(limit)
    governor = calls.governor
    places: list[Place] = []
    for step, number in steps:
        if step == "ask":
            places.append(calls.ask(str(len(places))))
        elif step == "pass":
            calls.now += number
        elif places:
            place = places[number % len(places)]
            if step == "release":
                place.release()
            elif place.runs and place.refused():
                governor.ask(place)
        running = [place for place in places if place.runs]
        assert governor.active == len(running) <= limit
        assert sorted(map(id, governor.waiting)) == sorted(id(place) for place in places if place.waits)
        assert 1 <= governor.limit <= limit
        assert not governor.waiting or governor.active >= governor.limit
    for place in places:
        place.release()
    assert (governor.active, len(governor.waiting)) == (0, 0)


def test_threads_share_places_without_losing_one() -> None:
    governor = Governor(3, 30.0, lambda: 0.0, c.APITimeoutError)
    most = []

    def call(_: int) -> None:
        with Place(governor, "call") as place:
            place.take()
            most.append(governor.active)

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(call, range(500)))
    assert (max(most) <= 3, governor.active, len(governor.waiting)) == (True, 0, 0)


def test_threads_and_tasks_of_several_event_loops_run_in_the_order_in_which_they_came() -> None:
    governor = Governor(1, 30.0, lambda: 0.0, c.APITimeoutError)
    order: list[int] = []
    first = Place(governor, "first")
    first.take()

    def in_thread(number: int) -> None:
        with Place(governor, str(number)) as place:
            place.take()
            order.append(number)
            assert governor.active == 1

    async def in_task(number: int) -> None:
        with Place(governor, str(number)) as place:
            await place.atake()
            order.append(number)
            assert governor.active == 1

    def call(number: int) -> None:
        if number % 2:
            in_thread(number)
        else:
            asyncio.run(in_task(number))

    threads = [threading.Thread(target=call, args=(number,)) for number in range(12)]
    for number, thread in enumerate(threads):
        thread.start()
        while len(governor.waiting) <= number:
            time.sleep(0.001)
    first.release()
    for thread in threads:
        thread.join(10)
    assert (order, governor.active) == (list(range(12)), 0)


@pytest.mark.parametrize("has_its_turn", [False, True])
async def test_a_task_that_is_cancelled_gives_its_turn_to_the_next_one(has_its_turn: bool) -> None:
    governor = Governor(1, 30.0, lambda: 0.0, c.APITimeoutError)
    first = Place(governor, "first")
    await first.atake()

    async def call() -> None:
        with Place(governor, "call") as place:
            await place.atake()

    cancelled, following = asyncio.create_task(call()), asyncio.create_task(call())
    while len(governor.waiting) < 2:
        await asyncio.sleep(0)
    if has_its_turn:
        first.release()  # its task has not been woken yet
    cancelled.cancel()
    await asyncio.gather(cancelled, return_exceptions=True)
    first.release()
    async with asyncio.timeout(5):
        await following
    assert cancelled.cancelled()
    assert (governor.active, len(governor.waiting)) == (0, 0)


def test_a_forked_process_has_a_limit_of_its_own() -> None:
    governor = Governor(1, 0.0, lambda: 0.0, c.APITimeoutError)
    parents = Place(governor, "of the parent")
    parents.take()
    with governor._lock:  # another thread of the parent may hold it
        child = os.fork()
        if child == 0:
            status = 1
            try:
                own = Place(governor, "of the child")
                own.take()
                parents.release()
                status = governor.active - 1
            finally:
                os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert (parents.runs, governor.active) == (True, 1)


@pytest.mark.parametrize("wrong", [0, -1, True, 1.5, "gold", "FREE", []])
def test_a_limit_that_makes_no_sense_is_refused_at_once(twin: Twin, wrong: Any) -> None:
    with pytest.raises(c.ConfigurationError, match="concurrency must be 1 or more, free, pro, startup, scale or None"):
        twin.make(concurrency=wrong)
    with pytest.raises(c.ConfigurationError, match="concurrency_timeout"):
        twin.make(concurrency=1, concurrency_timeout=-1)


def made(twin: Twin, sandbox: Sandbox, **settings: Any) -> Any:
    """Return a client with real time."""
    return twin.kind(api_key="any", base_url=sandbox.url, **settings)


async def at_once(twin: Twin, calls: list[Any]) -> list[Any]:
    """Run calls at once, in threads or tasks, and return what they return."""
    if twin.is_async:
        return list(await asyncio.gather(*(call() for call in calls)))
    with ThreadPoolExecutor(len(calls)) as pool:
        return list(
            await asyncio.get_running_loop().run_in_executor(None, lambda: list(pool.map(lambda f: f(), calls)))
        )


@pytest.mark.parametrize("concurrency", ["free", 12])
async def test_forty_calls_at_once_are_all_done(twin: Twin, free: Sandbox, concurrency: Any) -> None:
    """Also where the plan allows less than was said."""
    client = made(twin, free, concurrency=concurrency, max_retries=0)
    spoken = await at_once(twin, [lambda: client.tts.generate(**SPEECH)] * CALLS)
    assert min(len(audio.data) for audio in spoken) > 1000
    await done(client.close())


async def events(twin: Twin, client: Any) -> int:
    if twin.is_async:
        return len([event async for event in await client.tts.generate_sse(**SPEECH)])
    return len(list(client.tts.generate_sse(**SPEECH)))


async def test_streams_of_events_count_until_their_end(twin: Twin, free: Sandbox) -> None:
    client = made(twin, free, concurrency="free", max_retries=0)

    def call() -> Any:
        return events(twin, client) if twin.is_async else len(list(client.tts.generate_sse(**SPEECH)))

    assert min(await at_once(twin, [call] * 12)) > 1
    await done(client.close())


@pytest.mark.parametrize("leaving", ["close", "drop", "read", "break"])
async def test_a_stream_gives_its_place_back_however_it_is_left(twin: Twin, leaving: str) -> None:
    with Sandbox(plan="free") as own:
        client = made(twin, own, concurrency=1, concurrency_timeout=20)
        stream = client.tts.generate_stream(**SPEECH)
        entered = await stream.__aenter__() if twin.is_async else stream.__enter__()
        assert client._policy.governors["tts"].active == 1
        if leaving == "read":
            await done(entered.read())
        elif leaving == "break" and twin.is_async:
            async for _ in entered:
                break
        elif leaving == "break":
            for _ in entered:
                break
        if leaving in ("close", "break"):
            await stream.__aexit__(None, None, None) if twin.is_async else stream.__exit__(None, None, None)
        with warnings.catch_warnings(action="ignore", category=ResourceWarning):  # of the stream that is dropped
            del stream, entered
            gc.collect()
        # One that is dropped is closed by a thread or task of its own. There is one place: the next call waits for it.
        assert len((await done(client.tts.generate(**SPEECH))).data) > 1000
        assert client._policy.governors["tts"].active == 0
        await done(client.close())


async def test_waiting_too_long_says_how_many_are_active_and_what_to_do(twin: Twin) -> None:
    with Sandbox(realtime=Pace(first_seconds=30)) as own:
        client = made(twin, own, concurrency=1, concurrency_timeout=0.05)
        stream = client.tts.generate_stream(**SPEECH)
        await stream.__aenter__() if twin.is_async else stream.__enter__()
        with pytest.raises(c.APITimeoutError, match=r"not sent.*0\.05 s \(active: 1, limit: 1.*concurrency_timeout="):
            await done(client.tts.generate(**SPEECH))
        assert len(client._policy.governors["tts"].waiting) == 0
        assert (await done(client.get_status())).ok  # what is not speech has no limit
        await stream.__aexit__(None, None, None) if twin.is_async else stream.__exit__(None, None, None)
        await done(client.close())


async def test_a_cancelled_call_gives_its_place_back_whether_it_waits_or_runs() -> None:
    with Sandbox(realtime=Pace(first_seconds=30)) as own:
        async with c.AsyncCartesia(api_key="any", base_url=own.url, concurrency=1) as client:
            governor = client._policy.governors["tts"]
            tasks = [asyncio.create_task(client.tts.generate(**SPEECH)) for _ in range(2)]
            while not governor.waiting:
                await asyncio.sleep(0)
            for task in reversed(tasks):
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            assert (governor.active, len(governor.waiting)) == (0, 0)


async def test_a_refused_call_goes_again_although_no_retries_are_left(twin: Twin, httpx_mock: HTTPXMock) -> None:
    for _ in range(4):
        httpx_mock.add_response(status_code=429, json=CROWDED)
    httpx_mock.add_response(content=b"\0\0" * 100, headers={"content-type": "audio/pcm"})
    client = twin.make(concurrency=3, max_retries=0)
    assert len((await done(client.tts.generate(**SPEECH))).data) == 200
    assert twin.slept == [0.5, 1.0, 2.0, 4.0]  # nothing else of this client runs, so there is only time to wait for
    assert client._policy.governors["tts"].limit == 1


async def test_a_call_that_is_refused_for_too_long_ends_with_what_the_service_said(
    twin: Twin, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_response(status_code=429, json=CROWDED, is_reusable=True)
    client = twin.make(concurrency=3, concurrency_timeout=10)
    with pytest.raises(c.RateLimitError) as caught:
        await done(client.tts.generate(**SPEECH))
    assert (caught.value.attempts, client._policy.governors["tts"].active) == (5, 0)


async def test_another_kind_of_429_counts_as_a_retry(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=429, json={**CROWDED, "error_code": "too_fast"}, is_reusable=True)
    client = twin.make(concurrency=3, max_retries=1)
    with pytest.raises(c.RateLimitError):
        await done(client.tts.generate(**SPEECH))
    assert (twin.slept, client._policy.governors["tts"].limit) == ([0.5], 3)


def test_a_client_and_its_options_share_one_limit() -> None:
    client = c.Cartesia(api_key="any", concurrency="pro")
    assert client.with_options(timeout=1)._policy.governors["tts"].limit == 3
    assert [governor.limit for governor in client._policy.governors.values()] == [3, 12, 30]
    assert c.Cartesia(api_key="any")._policy.governors == {}
    client.close()


def test_threads_wait_no_longer_than_they_should_for_a_place() -> None:
    governor = Governor(1, 0.02, lambda: 0.0, c.APITimeoutError)
    first = Place(governor, "a")
    first.take()
    caught: list[Exception] = []

    def wait() -> None:
        try:
            Place(governor, "b").take()
        except c.APITimeoutError as error:
            caught.append(error)

    thread = threading.Thread(target=wait)
    thread.start()
    thread.join(5)
    assert "b: not sent" in str(caught[0])


async def listen(twin: Twin, client: Any, opened: list[int]) -> int:
    """Transcribe silence in a session of its own, and return how many events arrived."""
    session = client.stt.manual_finalize.websocket(model="ink-2", encoding="pcm_s16le", sample_rate=16000)
    async with session if twin.is_async else as_async(session) as entered:
        opened.append(client._policy.governors["stt"].active)
        if twin.is_async:
            return len([event async for event in entered.listen(bytes(3200))])
        return await asyncio.to_thread(lambda: len(list(entered.listen(bytes(3200)))))


@contextlib.asynccontextmanager
async def as_async(session: Any) -> AsyncIterator[Any]:
    entered = await asyncio.to_thread(session.__enter__)
    try:
        yield entered
    finally:
        await asyncio.to_thread(session.__exit__, None, None, None)


async def test_sessions_of_speech_to_text_wait_for_a_stream(twin: Twin, free: Sandbox) -> None:
    client, opened = made(twin, free, concurrency="free", max_retries=0), list[int]()
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(20))
    await asyncio.gather(*(listen(twin, client, opened) for _ in range(20)))
    assert (max(opened), client._policy.governors["stt"].active) == (8, 0)
    await done(client.close())


async def test_sockets_of_text_to_speech_wait_for_one_that_is_closed(twin: Twin, free: Sandbox) -> None:
    client = made(twin, free, concurrency="free", concurrency_timeout=0.05)
    sockets = [client.tts.websocket_connect() for _ in range(21)]
    for socket in sockets[:20]:
        await done(socket.__aenter__() if twin.is_async else socket.__enter__())
    with pytest.raises(c.APITimeoutError, match="GET /tts/websocket: not sent"):
        await done(sockets[20].__aenter__() if twin.is_async else sockets[20].__enter__())
    await done(sockets[0].close())
    await done(sockets[20].__aenter__() if twin.is_async else sockets[20].__enter__())
    await done(client.close())
    assert client._policy.governors["socket"].active == 0
