"""Mutated inputs for the pure layers, and mutated responses on real sockets: only errors of this project may leave.

python -m tests.faults.fuzz [--count N] [--sockets N] [--seconds S] [--seed N]. The same seed gives the same inputs.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

import cartesia_client as c
import httpx
from cartesia_api import contract, events
from cartesia_api.options import SocketOptions
from cartesia_client import errors
from cartesia_client.audio.assembler import AudioAssembler
from cartesia_client.http.event_stream import EventStream
from cartesia_client.sockets.connect import Handshake
from cartesia_client.sockets.stt_session import STTSession
from cartesia_client.sockets.tts_protocol import TTSProtocol
from cartesia_io.audio import source as audio_source
from cartesia_io.audio.formats import AudioFormat
from cartesia_io.http import reading
from cartesia_io.sockets.closed import Closed

from tests.faults.calls import CALLS, CONTEXT, EAR, Got
from tests.faults.http_faults import DONE, GOOD, NEW, PAGE, chunk, event
from tests.faults.mutate import mutated, pieces
from tests.faults.server import Line, Server, frame, head

OWN = (c.CartesiaError, Closed)
"""What may leave a layer. The sockets raise Closed among themselves."""
SLOW = 5.0
"""Seconds above which an input counts as a hang."""
MP3 = b"ID3\4\0\0\0\0\0\4abcd" + (b"\xff\xfb\x90\x00" + bytes(413)) * 2
RIFF = GOOD["tts.generate_stream, read"][1][:300]
REQUEST = httpx.Request("POST", "https://api.cartesia.ai/tts/bytes")
WORDS = {"words": ["a"], "start": [0.0], "end": [0.5]}
TTS_FRAMES = [
    chunk().partition(b"data: ")[2].strip().replace(b"{", b'{"context_id": "c", ', 1),
    json.dumps({"type": "timestamps", "context_id": "c", "done": False, "status_code": 206, "word_timestamps": WORDS}).encode(),
    json.dumps({"type": "flush_done", "context_id": "c", "done": False, "flush_id": 1, "status_code": 206}).encode(),
    json.dumps({"type": "done", "context_id": "c", "done": True, "status_code": 206}).encode(),
    json.dumps({"type": "error", "context_id": "c", "done": True, "status_code": 400, **NEW}).encode(),
]  # fmt: skip
STT_FRAMES = [
    json.dumps({"type": "transcript", "text": "a", "is_final": True, "request_id": "r", "duration": 1.5}).encode(),
    json.dumps({"type": "turn.update", "transcript": "a", "request_id": "r", "turn_id": "1"}).encode(),
    json.dumps({"type": "connected", "request_id": "r"}).encode(),
    json.dumps({"type": "error", "status_code": 400, **NEW}).encode(),
]
STREAMS = [chunk() + DONE, chunk() + event("error", status_code=429, **NEW)]
ERRORS = [json.dumps(NEW).encode(), b"Title: message", PAGE, json.dumps({"error": NEW}).encode(), b""]


def feed_sse(decode: Callable[[bytes | str], Any]) -> Callable[[Random, bytes], None]:
    """Return what parses and decodes a stream of events, as the client does."""

    def run(random: Random, data: bytes) -> None:
        stream: Any = EventStream(httpx.Response(200, request=REQUEST), decode, "POST /tts/sse")
        for piece in pieces(random, data):
            list(stream._feed(piece))
        stream._finish(None)

    return run


def feed_tts(random: Random, data: bytes) -> None:
    """Give a frame to a connection with an open context, and read all that follows from it."""
    protocol = TTSProtocol()
    state = protocol.open_context("c")
    protocol.generation_request(state, {**CONTEXT, "transcript": "Hi.", "continue": False})
    protocol.feed(data if random.random() < 0.5 else data.decode("utf-8", "replace"))
    protocol.connection_lost("the connection broke")
    while state.take() is not None:
        pass


def feed_stt(random: Random, data: bytes) -> None:
    """Give a frame to a session of either kind."""
    channel: Any = random.choice(["stt.manual_finalize", "stt.auto_finalize"])
    options = SocketOptions("query", None)
    STTSession(Handshake.of(contract.ROUTES, channel, EAR, options)).read(data)


def measure(container: str) -> Callable[[Random, bytes], None]:
    """Return what finds out the duration of a file."""

    def run(random: Random, data: bytes) -> None:
        assert 0 <= c.Audio(data, container).duration < 1e12

    return run


def assemble(random: Random, data: bytes) -> None:
    """Assemble a body of audio, whole or cut."""
    container = random.choice([None, "raw", "wav", "mp3"])
    requested = AudioFormat(container, "pcm_s16le" if container == "raw" else None, 16000)
    response = httpx.Response(200, request=REQUEST, headers={"content-type": "audio/wav"})
    assembler = AudioAssembler(response, requested, "POST /tts/bytes")
    chunks = io.BytesIO()
    for piece in pieces(random, data):
        chunks.write(assembler.feed(piece))
    assembler.finish()
    assert assembler.audio(chunks).duration >= 0


def read_error(random: Random, data: bytes) -> None:
    """Make an error of a body."""
    kind = random.choice(["application/json", "text/plain; charset=utf-8", "text/html; charset=latin-1"])
    response = httpx.Response(
        random.choice([400, 429, 500]), content=data, headers={"content-type": kind}, request=REQUEST
    )
    error = errors.from_response(response, "POST /tts/bytes", attempts=1)
    assert "\n" not in str(error)


def wait(random: Random, data: bytes) -> None:
    """Read how long the service asks to wait."""
    text = data.decode("latin-1")
    seconds = reading.retry_after({random.choice(["retry-after", "retry-after-ms"]): text}, now=0.0)
    assert seconds is None or seconds >= 0


def cut_audio(random: Random, data: bytes) -> None:
    """Cut audio to transcribe into frames."""
    for each in audio_source.frames(io.BytesIO(data) if random.random() < 0.5 else data, EAR):
        assert each


class Target(NamedTuple):
    samples: list[bytes]
    run: Callable[[Random, bytes], None]


TARGETS = {
    "events of a stream": Target(STREAMS, feed_sse(events.decode_ttssse_event)),
    "events of a changed voice": Target(STREAMS, feed_sse(events.decode_voice_changer_sse_event)),
    "frames of speech": Target(TTS_FRAMES, feed_tts),
    "frames of transcripts": Target(STT_FRAMES, feed_stt),
    "WAV headers": Target([RIFF], measure("wav")),
    "MP3 frames": Target([MP3], measure("mp3")),
    "bodies of audio": Target([RIFF, MP3, bytes(500), b'{"error": "x"}'], assemble),
    "bodies of errors": Target(ERRORS, read_error),
    "Retry-After": Target([b"7", b"1.5", b"Wed, 21 Oct 2015 07:28:00 GMT"], wait),
    "audio to transcribe": Target([RIFF, bytes(500)], cut_audio),
}


class Report(NamedTuple):
    """What came of the inputs, by layer.

    Attributes:
        inputs: How many there were.
        rejected: How many ended in an error of this project.
        foreign: The others, by layer and exception.
        examples: The first input of each of these, by the same.
    """

    inputs: Counter[str]
    rejected: Counter[str]
    foreign: Counter[str]
    examples: dict[str, str]

    def table(self) -> str:
        """Return a row for each layer."""
        lines = ["| layer | inputs | own errors |", "|---|---|---|"]
        lines += [f"| {name} | {count} | {self.rejected[name]} |" for name, count in self.inputs.items()]
        lines.append(f"foreign exceptions and hangs: {self.foreign.total()}")
        lines += [f"{count} x {what}; the first: {self.examples[what]}" for what, count in self.foreign.items()]
        return "\n".join(lines)

    def run(self, name: str, number: int, data: bytes, call: Callable[[], Any]) -> None:
        """Count one input, and note what must not be."""
        self.inputs[name] += 1
        began = time.monotonic()
        try:
            call()
        except OWN:
            self.rejected[name] += 1
        except Exception as error:
            self.note(f"{name}: {type(error).__name__}", number, f"{str(error)[:120]}; {data[:200]!r}")
        if (took := time.monotonic() - began) > SLOW:
            self.note(f"{name}: a hang", number, f"{took:.1f} s; {data[:200]!r}")

    def note(self, what: str, number: int, example: str) -> None:
        """Count what must not be, and keep the first input that shows it."""
        self.foreign[what] += 1
        self.examples.setdefault(what, f"input {number}: {example}")


def pure(report: Report, seed: int, count: int, until: float) -> None:
    """Give inputs to each pure layer in turn."""
    names = list(TARGETS)
    for number in range(count):
        if number % 1000 == 0 and time.monotonic() > until:
            return
        name = names[number % len(names)]
        random = Random(seed * 1_000_003 + number)
        data = mutated(random, random.choice(TARGETS[name].samples))
        report.run(name, number, data, lambda name=name, random=random, data=data: TARGETS[name].run(random, data))  # type: ignore[misc]


def response(call: str) -> bytes:
    """Return a good response, as bytes on the wire."""
    media, body = GOOD[call]
    return head(200, content_type=media, content_length=str(len(body[:600]))) + body[:600]


def frames(call: str) -> bytes:
    """Return the frames of a good conversation, as bytes on the wire."""
    given = TTS_FRAMES[:4] if CALLS[call].kind == "tts" else STT_FRAMES[:3]
    return b"".join(frame(each) for each in given) + frame(b"\x03\xe8", 8)


class Target2(NamedTuple):
    call: str
    data: bytes


def on_sockets(report: Report, seed: int, count: int, until: float) -> None:
    """Give mutated responses and frames to whole clients, sync and async in turn."""
    current: list[Target2] = []

    def script(line: Line) -> None:
        call, data = current[-1]
        if call not in GOOD:
            line.upgrade()
            line.take()
        line.send(data)

    names = list(CALLS)
    with Server(script) as server:
        for number in range(count):
            if time.monotonic() > until:
                return
            call, kind = names[number // 2 % len(names)], (c.Cartesia, c.AsyncCartesia)[number % 2]
            random = Random(seed * 1_000_033 + number)
            data = mutated(random, response(call) if call in GOOD else frames(call))
            current[:] = [Target2(call, data)]
            report.run(f"on sockets: {call}", number, data, lambda kind=kind, call=call: talk(kind, call, server.url))  # type: ignore[misc]


def talk(kind: Any, call: str, url: str) -> None:
    """Make one call with a client of its own."""

    async def work() -> None:
        got = Got()
        got.timeout = 2.0
        client = kind(api_key="any", base_url=url, timeout=2.0, max_retries=0, trust_env=False, verify=False)
        try:
            await CALLS[call].run(client, got)
        finally:
            closing = client.close()
            if closing is not None:
                await closing

    asyncio.run(work())


def fuzz(count: int, sockets: int, seed: int, seconds: float = float("inf")) -> Report:
    """Run both, each for half of the time at most."""
    report = Report(Counter(), Counter(), Counter(), {})
    began = time.monotonic()
    pure(report, seed, count, began + seconds / 2)
    on_sockets(report, seed, sockets, began + seconds)
    return report


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000_000, help="inputs of the pure layers; default: 1000000")
    parser.add_argument("--sockets", type=int, default=10_000, help="responses on real sockets; default: 10000")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="seconds to run at most; default: no limit")
    parser.add_argument("--seed", type=int, default=1, help="seed of the inputs; default: 1")
    options = parser.parse_args()
    began = time.monotonic()
    report = fuzz(options.count, options.sockets, options.seed, options.seconds)
    print(report.table())
    print(f"{report.inputs.total()} inputs in {time.monotonic() - began:.0f} s, seed {options.seed}")
    return 1 if report.foreign else 0


if __name__ == "__main__":
    sys.exit(main())
