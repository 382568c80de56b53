"""Subclasses of str whose methods raise: they are sent as the text that they are, or an error of this package says no."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import cartesia_client as c
import pytest
from cartesia_sandbox import Sandbox

from tests.faults.calls import CONTEXT, EAR, SPEECH, VOICE, Got, entered, keep
from tests.unit.conftest import Twin, done


class Odd(str):
    """A text that cannot be shown."""

    def __str__(self) -> str:
        raise ValueError("odd")

    def __repr__(self) -> str:
        raise ValueError("odd")

    def __format__(self, _: str) -> str:
        raise ValueError("odd")


SETTINGS: dict[str, Any] = {
    "api_key": Odd("sk_car_of_odd_texts"),
    "token": Odd("sk_car_of_odd_texts"),
    "version": Odd("2026-08-14"),
    "base_url": Odd("http://127.0.0.1:1"),
    "default_headers": {Odd("X-A"): Odd("b")},
    "default_query": {Odd("a"): Odd("b")},
    "auth_scheme": Odd("bearer"),
    "concurrency": Odd("free"),
    "proxy": Odd("http://127.0.0.1:1"),
    "verify": Odd("/nowhere"),
    "cert": Odd("/nowhere"),
    "timeout": Odd("1"),
    "default_encoding": Odd("utf-8"),
    "mounts": {Odd("http://"): None},
}


@pytest.mark.parametrize("name", SETTINGS)
async def test_odd_settings_are_taken_or_refused(twin: Twin, sandbox: Sandbox, name: str) -> None:
    with contextlib.suppress(c.CartesiaError):
        await done(twin.make(**{"base_url": sandbox.url, name: SETTINGS[name]}).get_status())


class Endless(str):
    """An address that never ends for those who read it letter by letter, as httpx does."""

    def __iter__(self) -> Iterator[str]:
        return itertools.repeat("a")


async def test_an_address_is_read_as_the_text_that_it_is(twin: Twin, sandbox: Sandbox) -> None:
    address = Endless(sandbox.url)
    client = twin.make(base_url=address, websocket_base_url=address, proxy=None, mounts={Endless("https://"): None})
    await done(client.get_status())
    async with entered(client.tts.websocket_connect()):
        pass
    twin.make(base_url=sandbox.url, proxy=Endless("http://127.0.0.1:1"))


async def simple(client: Any) -> None:
    await done(client.voices.get(Odd(VOICE)))


async def speech(client: Any) -> None:
    await done(client.tts.generate(**{**SPEECH, "transcript": Odd("Hi."), "model_id": Odd("sonic-3.5")}))


async def extra(client: Any) -> None:
    await done(client.tts.generate(**SPEECH, extra_headers={Odd("X-A"): Odd("b")}, extra_query={Odd("a"): Odd("b")}))


async def upload(client: Any) -> None:
    clip = (Odd("a.wav"), bytes(2000), Odd("audio/wav"))
    await done(client.voices.clone(clip=clip, name=Odd("Me"), language=Odd("en")))


async def listing(client: Any) -> None:
    await keep(client.voices.list(q=Odd("x"), starting_after=Odd(VOICE)), Got())


async def speak(client: Any) -> None:
    async with entered(client.tts.websocket_connect()) as connection:
        context = connection.context(**{**CONTEXT, "context_id": Odd("c"), "model_id": Odd("sonic-3.5")})
        await keep(context.speak([Odd("Hello. "), Odd("World.")]), Got())


async def again(client: Any) -> None:
    async with entered(client.tts.websocket_connect()) as connection:
        for _ in range(2):
            await done(connection.context(**{**CONTEXT, "context_id": Odd("c")}).push(Odd("Hi.")))


async def captions(client: Any) -> None:
    async with entered(client.stt.auto_finalize.websocket(**{**EAR, "model": Odd("ink-2")})) as session:
        await done(session.send(Odd("finalize")))


async def saving(client: Any) -> None:
    await done((await done(client.tts.generate(**SPEECH))).save(Odd("/nowhere/x.mp3")))


async def copies(client: Any) -> None:
    await done(client.with_options(default_headers={Odd("X-A"): Odd("b")}, max_retries=Odd("1")).get_status())


CALLS = [simple, speech, extra, upload, listing, speak, again, captions, saving, copies]


@pytest.mark.parametrize("call", CALLS)
async def test_odd_arguments_are_taken_or_refused(twin: Twin, sandbox: Sandbox, call: Callable[[Any], Any]) -> None:
    with contextlib.suppress(c.CartesiaError, OSError):
        await call(twin.make(base_url=sandbox.url, max_retries=0))
