"""Faults below HTTP, and what the client makes of each: typed, in both colours, with what arrived."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import cartesia_client as c
import pytest
from cartesia_sandbox import Sandbox
from cartesia_sandbox.faults.proxy import Proxy, WireFault

from tests.unit.conftest import Twin, done, twin

__all__ = ["twin"]

SPEECH: dict[str, Any] = {
    "model_id": "sonic-3.5",
    "transcript": "Hello from the other side of a bad line.",
    "voice": "f786b574-daa5-4673-aa0c-cbe3e8534c02",
    "output_format": {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000},
}


@pytest.fixture(scope="module")
def warm(sandbox: Sandbox) -> Sandbox:
    """The sandbox with its voice loaded, so that a short time-out is that of the fault."""
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
        (WireFault("reset"), c.APIConnectionError),
        (WireFault("close"), c.APIConnectionError),
        (WireFault("half_close"), c.APIConnectionError),
        (WireFault("garbage"), c.APIConnectionError),
        (WireFault("stall"), c.APITimeoutError),
        (WireFault("reset", after=5000), c.IncompleteAudioError),
        (WireFault("close", after=5000), c.IncompleteAudioError),
        (WireFault("half_close", after=5000), c.IncompleteAudioError),
        (WireFault("stall", after=5000), c.IncompleteAudioError),
    ],
    ids=str,
)
async def test_faults_become_typed_errors(twin: Twin, proxy: Proxy, fault: WireFault, kind: type[Exception]) -> None:
    client = twin.make(base_url=proxy.url, timeout=0.5, max_retries=0)
    proxy.plan(fault)
    began = time.monotonic()
    with pytest.raises(kind) as caught:
        await done(client.tts.generate(**SPEECH))
    assert time.monotonic() - began < 2
    if isinstance(caught.value, c.IncompleteAudioError):
        assert 4000 < caught.value.received <= 5000
        assert caught.value.partial
    assert proxy.connections == 1


@pytest.mark.parametrize("fault", [WireFault("delay", seconds=0.1), WireFault("drip", after=20000, seconds=0.01)])
async def test_slow_lines_are_only_slow(twin: Twin, proxy: Proxy, fault: WireFault) -> None:
    proxy.plan(fault)
    audio = await done(twin.make(base_url=proxy.url).tts.generate(**SPEECH))
    assert audio.duration > 1


async def test_a_get_survives_what_it_can_repeat(twin: Twin, proxy: Proxy) -> None:
    proxy.plan(WireFault("reset"), WireFault("garbage"))
    voice = await done(twin.make(base_url=proxy.url).voices.get(SPEECH["voice"]))
    assert voice.name == "Katie"
    assert proxy.connections == 3


async def test_speech_whose_fate_is_unknown_is_not_bought_again(twin: Twin, proxy: Proxy) -> None:
    proxy.plan(WireFault("garbage"))  # after the request has been read; a reset on accepting may be told from it
    client = twin.make(base_url=proxy.url)
    with pytest.raises(c.APIConnectionError):
        await done(client.tts.generate(**SPEECH))
    assert proxy.connections == 1


@pytest.mark.parametrize(("kind", "still_taken"), [("half_close", True), ("reset", False)])
def test_half_a_connection_may_stay_open(proxy: Proxy, kind: Any, still_taken: bool) -> None:
    proxy.plan(WireFault(kind, after=100))
    address = urlsplit(proxy.url)
    with socket.create_connection((address.hostname, address.port), timeout=5) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = b""
        try:
            while part := line.recv(1000):
                answer += part
            for _ in range(3):
                line.sendall(b"more")
                time.sleep(0.01)  # for a reset to come back, if there is to be one
        except OSError:
            assert not still_taken
        else:
            assert still_taken
        assert len(answer) == 100
