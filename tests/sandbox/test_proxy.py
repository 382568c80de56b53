"""Faults of whole connections: the client raises a typed error for each, sync and async, with the audio received."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import cartesia_client as c
import pytest
from cartesia_sandbox import Fault, Proxy, Sandbox, WireFault

from tests.unit.conftest import Twin, done, twin
from tests.waiting import at_once

__all__ = ["twin"]

SPEECH: dict[str, Any] = {
    "model_id": "sonic-3.5",
    "transcript": "Hello from the other side of a bad line.",
    "voice": "f786b574-daa5-4673-aa0c-cbe3e8534c02",
    "output_format": {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000},
}


def patience(fault: str) -> float:
    """Return a time limit of calls that ends none before its fault does. What stalls later has begun on a busy machine, too."""
    return 60 if "stall" not in fault else 2 if "after" in fault else 0.5


@pytest.fixture(scope="module")
def warm(sandbox: Sandbox) -> Sandbox:
    """The sandbox with its voice loaded, so that a short timeout can only be that of the fault."""
    with c.Cartesia(api_key="any", base_url=sandbox.url) as client:
        client.tts.generate(**SPEECH)
    return sandbox


@pytest.fixture
def proxy(warm: Sandbox) -> Iterator[Proxy]:
    with Proxy(warm.url) as made:
        yield made


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault("reset"), c.APIConnectionError),
        (Fault("cut"), c.APIConnectionError),
        (Fault("half_close"), c.APIConnectionError),
        (Fault("garbage"), c.APIConnectionError),
        (Fault("stall"), c.APITimeoutError),
        (Fault("reset", after_bytes=5000), c.IncompleteAudioError),
        (Fault("cut", after_bytes=5000), c.IncompleteAudioError),
        (Fault("half_close", after_bytes=5000), c.IncompleteAudioError),
        (Fault("stall", after_bytes=5000), c.APITimeoutError),
        (Fault("garbage", after_bytes=5000), c.IncompleteAudioError),
        (WireFault("close"), c.APIConnectionError),
        (WireFault("close", after=5000), c.IncompleteAudioError),
    ],
    ids=str,
)
async def test_faults_become_typed_errors(twin: Twin, proxy: Proxy, fault: Fault, kind: type[Exception]) -> None:
    client = twin.make(base_url=proxy.url, timeout=patience(str(fault)), max_retries=0)
    proxy.plan(fault)
    with at_once(), pytest.raises(kind) as caught:
        await done(client.tts.generate(**SPEECH))
    if "after" in str(fault):
        assert isinstance(caught.value, c.IncompleteAudioError | c.APITimeoutError)
        assert 4000 < caught.value.received <= 5000
        assert caught.value.partial
    assert proxy.connections == 1


@pytest.mark.parametrize("fault", [Fault("delay", seconds=0.1), Fault("drip", after_bytes=20000, seconds=0.01)])
async def test_slow_connections_raise_no_error(twin: Twin, proxy: Proxy, fault: Fault) -> None:
    proxy.plan(fault)
    audio = await done(twin.make(base_url=proxy.url).tts.generate(**SPEECH))
    assert audio.duration > 1


async def test_a_get_is_retried(twin: Twin, proxy: Proxy) -> None:
    proxy.plan(Fault("reset"), Fault("garbage"))
    voice = await done(twin.make(base_url=proxy.url).voices.get(SPEECH["voice"]))
    assert voice.name == "Katie"
    assert proxy.connections == 3


async def test_speech_that_may_have_been_billed_is_not_requested_again(twin: Twin, proxy: Proxy) -> None:
    proxy.plan(Fault("garbage"))  # after the request has been read, unlike a reset on accepting
    client = twin.make(base_url=proxy.url)
    with pytest.raises(c.APIConnectionError):
        await done(client.tts.generate(**SPEECH))
    assert proxy.connections == 1


@pytest.mark.parametrize(("kind", "still_taken"), [("half_close", True), ("reset", False)])
def test_half_a_connection_may_stay_open(proxy: Proxy, kind: Any, still_taken: bool) -> None:
    proxy.plan(Fault(kind, after_bytes=100))
    address = urlsplit(proxy.url)
    with socket.create_connection((address.hostname, address.port), timeout=5) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = b""
        try:
            while part := line.recv(1000):
                answer += part
            for _ in range(3):
                line.sendall(b"more")
                time.sleep(0.01)  # for a reset to come back, if there is one
        except OSError:
            assert not still_taken
        else:
            assert still_taken
        assert len(answer) == 100


async def test_a_fault_is_planned_as_for_a_request(twin: Twin, proxy: Proxy) -> None:
    proxy.plan("cut times=2", {"kind": "delay", "seconds": 0.01})
    voice = await done(twin.make(base_url=proxy.url).voices.get(SPEECH["voice"]))
    assert voice.name == "Katie"
    assert proxy.connections == 3


@pytest.mark.parametrize("fault", ["status", "malformed", "close code=1011", "reset operation=tts.generate", "drip"])
def test_a_fault_that_a_connection_cannot_have_is_rejected(proxy: Proxy, fault: str) -> None:
    with pytest.raises(ValueError, match=r"applies to responses|no operation|at least 1"):
        proxy.plan(fault)


def test_the_earlier_spelling_of_a_fault_of_a_connection() -> None:
    earlier = WireFault("close", after=100, seconds=0.5)
    assert Fault.of(earlier.fields()) == Fault("cut", after_bytes=100, seconds=0.5)
    assert earlier.after == 100
    assert str(earlier) == "cut after_bytes=100 seconds=0.5"
