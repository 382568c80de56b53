"""Clients in other processes, copies, environments and event loops."""

from __future__ import annotations

import asyncio
import copy
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

import cartesia_client as c
import httpx
import pytest
from cartesia_io.http import certificates

from tests.unit.conftest import Twin, done, twin
from tests.unit.test_secrets_in_frames import caught, shown

__all__ = ["twin"]

KEY = "sk_car_must_not_be_seen"


async def test_a_pickle_has_the_settings_and_takes_the_key_of_its_environment(
    twin: Twin, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = twin.make(api_key=KEY, version="2024-11-13", max_retries=7, default_headers={"X-A": "1"}, timeout=3)
    data = pickle.dumps(client.with_options(timeout=httpx.Timeout(5, connect=1), default_headers={"X-B": "2"}))
    assert KEY.encode() not in data
    monkeypatch.setenv("CARTESIA_API_KEY", "other")
    copied = pickle.loads(data)
    assert type(copied) is twin.kind
    assert (copied.version, copied.base_url) == (client.version, client.base_url)
    assert copied._policy.identity.credential().reveal() == "other"
    assert copied._policy.retries == client._policy.retries
    assert copied._policy.headers == {"X-A": "1"}
    assert copied.voices._session.defaults.timeout == httpx.Timeout(5, connect=1)
    assert hasattr(copied.voices, "mix")
    assert pickle.loads(pickle.dumps(copied)).version == "2024-11-13"


async def test_a_pickle_without_a_key_in_its_environment_says_so(twin: Twin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CARTESIA_API_KEY", raising=False)
    with pytest.raises(c.ConfigurationError, match="CARTESIA_API_KEY"):
        pickle.loads(pickle.dumps(twin.make(token=KEY)))


@pytest.mark.parametrize(
    "setting", [{"transport": httpx.MockTransport(lambda _: httpx.Response(200))}, {"socket_hooks": [lambda *_: None]}]
)
async def test_a_client_that_cannot_be_pickled_whole_is_not_pickled(twin: Twin, setting: dict[str, Any]) -> None:
    with pytest.raises(c.ConfigurationError, match=f"{next(iter(setting))}= cannot be pickled"):
        pickle.dumps(twin.make(**setting))


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda client: copy.deepcopy({"client": client})["client"]]
)
async def test_a_copy_shares_the_connections(twin: Twin, copied: Callable[[Any], Any]) -> None:
    client = twin.make()
    other = copied(client)
    assert other is not client
    assert other._connections is client._connections
    assert other.tts is not client.tts


class Studio(c.Cartesia):
    """A client with a constructor and attributes of its own."""

    __slots__ = ("language",)

    def __init__(self, voice: str) -> None:
        self.voice = voice
        super().__init__(api_key=KEY)
        self.language = "en"
        self.speech = self.tts


class AsyncStudio(c.AsyncCartesia):
    """A client with a constructor and attributes of its own."""

    def __init__(self, voice: str) -> None:
        self.voice = voice
        super().__init__(api_key=KEY)
        self.language = "en"


STUDIOS = pytest.mark.parametrize("kind", [Studio, AsyncStudio])


@STUDIOS
def test_copies_have_the_attributes_of_a_subclass_and_resources_of_their_own(kind: type[Studio]) -> None:
    client = kind("Katie")
    _ = client.tts
    for other in (client.with_options(timeout=1), copy.copy(client), copy.deepcopy(client)):
        assert (type(other), other.voice, other.language) == (kind, "Katie", "en")
        assert other.tts is not client.tts
        assert other.tts._session is other.voices._session


@STUDIOS
def test_a_pickle_has_the_attributes_of_a_subclass(kind: type[Studio], monkeypatch: pytest.MonkeyPatch) -> None:
    client = kind("Katie")
    if isinstance(client, Studio):
        del client.speech  # a resource holds the connections
    data = pickle.dumps(client.with_options(max_retries=5))
    assert KEY.encode() not in data
    monkeypatch.setenv("CARTESIA_API_KEY", "other")
    copied = pickle.loads(data)
    assert (type(copied), copied.voice, copied.language) == (kind, "Katie", "en")
    assert copied.tts._session.defaults.max_retries == 5
    assert copied._policy.identity.credential().reveal() == "other"


@STUDIOS
def test_a_pickle_without_an_attribute_or_with_the_key_is_refused(kind: type[Studio]) -> None:
    for value, why in ((threading.Lock(), "the attribute voice cannot"), ([KEY], "its key in the attribute voice")):
        with pytest.raises(c.ConfigurationError, match=why):
            pickle.dumps(kind(value))  # type: ignore[arg-type]
    client = kind("Katie")
    client.voice = client  # type: ignore[assignment]
    with pytest.raises(c.ConfigurationError, match="cannot be pickled"):
        pickle.dumps(client)


async def test_a_hook_that_was_added_later_is_not_lost_in_a_pickle(twin: Twin) -> None:
    client = twin.make()
    client.socket_hooks.append(lambda *_: None)
    with pytest.raises(c.ConfigurationError, match="socket_hooks= cannot be pickled"):
        pickle.dumps(client)


async def test_with_options_keeps_what_is_not_given(twin: Twin) -> None:
    client = twin.make().with_options(timeout=1, default_headers={"X-A": "1", "X-B": "1"})
    for other in (client.with_options(max_retries=7, default_headers={"X-B": "2"}), copy.copy(client)):
        assert other.tts._session.defaults.timeout == 1
    other = client.with_options(max_retries=7, default_headers={"x-b": "2"})  # headers have no case
    assert (*other.tts._session.defaults[:3],) == (1, 7, {"X-A": "1", "x-b": "2"})
    assert other.default_headers["X-B"] == "2"


def test_a_pickle_passes_through_a_new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import pickle, sys; print(pickle.load(sys.stdin.buffer).with_options(timeout=3))"
    data = pickle.dumps(c.Cartesia(api_key=KEY, version="2025-04-16"))
    done_ = subprocess.run(
        [sys.executable, "-c", code], input=data, env={"CARTESIA_API_KEY": "k"}, capture_output=True, check=True
    )
    assert b"2025-04-16" in done_.stdout


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NO_PROXY", "[::1]:80,[fe80::/10"),
        ("HTTPS_PROXY", "ftp://somewhere"),
        ("ALL_PROXY", "socks9://somewhere:1"),
        ("SSL_CERT_FILE", "/nowhere/ca.pem"),
    ],
)
async def test_a_bad_environment_is_found_when_a_client_is_made(
    twin: Twin, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(c.ConfigurationError, match=name):
        twin.make(api_key=KEY)
    twin.make(trust_env=False)
    twin.make(base_url="http://127.0.0.1:1")  # the environment is for other machines


@pytest.mark.parametrize("options", [{}, {"trust_env": False}, {"base_url": "http://127.0.0.1:1"}], ids=str)
async def test_a_log_of_keys_that_cannot_be_written_is_found_when_a_client_is_made(
    twin: Twin, monkeypatch: pytest.MonkeyPatch, options: dict[str, Any]
) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", "/nowhere/keys")  # Python opens it with each SSLContext
    certificates._shared_context.cache_clear()
    with pytest.raises(c.ConfigurationError, match="SSLKEYLOGFILE"):
        twin.make(api_key=KEY, **options)


async def test_socks_without_its_package_is_found_when_a_client_is_made(
    twin: Twin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "socksio", None)  # importing it fails
    with pytest.raises(c.ConfigurationError, match=r"socksio|httpx\[socks\]"):
        twin.make(proxy="socks5://127.0.0.1:1080")


@pytest.mark.parametrize(
    "options",
    [
        {"timeout": "5"},
        {"max_retries": "2"},
        {"retry_deadline": "1"},
        {"proxy": 5},
        {"verify": "/nowhere"},
        {"cert": "/no"},
    ],
)
async def test_options_of_the_wrong_kind_are_found_when_a_client_is_made(twin: Twin, options: dict[str, Any]) -> None:
    with pytest.raises(c.ConfigurationError, match=next(iter(options))):
        twin.make(**options)


@pytest.mark.parametrize(
    "options",
    [
        {"base_url": "nonsense"},
        {"version": "new"},
        {"auth_scheme": "x"},
        {"timeout": "5"},
        {"odd": 1},
        {"verify": "/no"},
    ],
)
async def test_no_frame_of_a_client_that_cannot_be_made_holds_the_key(twin: Twin, options: dict[str, Any]) -> None:
    for name in ("api_key", "token"):
        error = await caught(lambda name=name: twin.kind(**{name: KEY, **options}))  # type: ignore[misc]
        assert isinstance(error, c.ConfigurationError)
        assert KEY not in shown(error)
    error = await caught(lambda: twin.kind(api_key=KEY + "\n" + KEY))
    assert KEY not in shown(error)


async def test_a_function_for_the_key_may_fail(twin: Twin) -> None:
    def fails() -> str:
        raise LookupError("no vault")

    async def afails() -> str:
        return fails()

    for source in (fails, *([afails] if twin.is_async else [])):
        with pytest.raises(c.ConfigurationError, match="api_key callable raised LookupError") as raised:
            await done(twin.make(api_key=source).get_status())
        assert isinstance(raised.value.__cause__, LookupError)
    error = await caught(lambda: twin.make(api_key=lambda: KEY + " " + KEY).get_status())
    assert isinstance(error, c.ConfigurationError)
    assert KEY not in shown(error)


def test_what_was_bought_is_copied_and_pickled_as_numbers_and_the_key_is_not() -> None:
    client = c.Cartesia(api_key="sk_car_secret_of_a_test")
    client.usage.buy(5)
    for made in (pickle.loads(pickle.dumps(client.usage)), copy.deepcopy(client.usage), copy.copy(client.usage)):
        made.buy(2)
        assert (made.characters, client.usage.characters) == (7, 5)
    with pytest.raises(c.ConfigurationError, match="a credential is not pickled"):
        pickle.dumps(client.api_key)
    assert copy.deepcopy(client.api_key) is client.api_key


def test_trio_is_told_that_asyncio_is_needed() -> None:
    code = """
import trio, cartesia_client as c
async def main():
    client = c.AsyncCartesia(api_key="k", base_url="http://127.0.0.1:9")
    ear = client.stt.manual_finalize.websocket(model="ink-whisper", encoding="pcm_s16le", sample_rate=16000)
    context = client.tts.websocket_connect().context(model_id="m", voice="v", output_format={})
    async def speak():
        async for audio in context.speak("Hi."):
            pass
    for call in (client.get_status, client.tts.websocket_connect().__aenter__, ear.__aenter__, speak):
        try:
            await call()
        except c.InvalidRequestError as error:
            print("asyncio" in str(error))
trio.run(main)
"""
    shown_ = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown_.split() == ["True"] * 4


def test_closing_after_the_event_loop_has_ended_is_fine() -> None:
    client = c.AsyncCartesia(api_key="k", base_url="http://127.0.0.1:9", max_retries=0)

    async def use() -> None:
        with pytest.raises(c.APIConnectionError):
            await client.get_status()

    asyncio.run(use())
    asyncio.run(client.close())
