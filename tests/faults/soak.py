"""Fifty conversations at a time, with random faults, on one core: no text or audio is lost, and nothing grows.

python -m tests.faults.soak [MINUTES] [--at-once N] [--seed N]. The sandbox, its faults and a proxy that breaks connections run
in a process of their own, so that the figures are those of the client alone.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from random import Random
from typing import Any

import cartesia_client as c
from cartesia_sandbox import Sandbox

from tests.faults.calls import CONTEXT, EAR, SPEECH, entered
from tests.unit.conftest import done

PATIENCE = 5.0
"""Seconds after which a call stops waiting for something that a fault holds back."""
HANG = 90.0
"""Seconds after which a conversation counts as wrong."""
MOST_GROWTH = {"blocks": 0.01, "memory": 0.05}
"""Shares by which what Python holds, and the memory of the process, may grow in the second half of a run of 10 minutes or more.

The blocks of Python's allocator, counted once garbage is collected, tell a leak of one for every second conversation. The memory
of the process moves by a few per cent with the fragments that conversations at the same time leave to the allocators.
"""
TEXTS = ["One two three.", "The rest of the text is not lost.", "Hello there, how are you today?"]
FAULTS = [
    "status status=500", "status status=429", "status status=429 retry_after=0.1", "status status=503 retry_after=0.1",
    "reset", "reset after_bytes=3000", "cut after_bytes=5000", "garbage after_bytes=2000", "delay seconds=0.2",
    "error after_events=1", "error status=429 after_events=2", "drop_done", "malformed after_events=1", "unknown_event",
    "close after_events=1", "close code=1000 after_events=2", "close code=1013", "content_type", "slow_handshake seconds=0.1",
]  # fmt: skip
"""What the sandbox does to one call in a few."""
BREAKS = ["reset after_bytes=9000", "cut after_bytes=20000", "delay seconds=0.1", "drip after_bytes=700 seconds=0.001"]
"""What the proxy does to a connection now and then."""


def serve(seed: int) -> None:
    """Serve the sandbox, and plan a fault every few milliseconds, until standard input ends."""
    random, over = Random(seed), threading.Event()
    with Sandbox() as sandbox, sandbox.proxy() as proxy:
        print(sandbox.url, proxy.url, flush=True)
        sys.stdin.readline()
        threading.Thread(target=watch, args=(over,), daemon=True).start()
        while not over.wait(0.05):
            if random.random() < 0.5 and len(sandbox.faults) < 8:
                sandbox.faults.add(random.choice(FAULTS))
            if random.random() < 0.05:
                proxy.plan(random.choice(BREAKS))
            if random.random() < 0.005:
                proxy.reset_all()
            if random.random() < 0.02:
                sandbox.journal.clear()


def watch(over: threading.Event) -> None:
    """Say when standard input has ended."""
    sys.stdin.read()
    over.set()


@contextmanager
def service(seed: int) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """Start the service. Yield its process and two addresses: the sandbox itself, and the proxy."""
    command = [sys.executable, "-m", "tests.faults.soak", "--serve", "--seed", str(seed)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        direct, _, proxied = process.stdout.readline().strip().partition(" ")
        try:
            yield process, direct, proxied
        finally:
            process.communicate()


# The conversations. Each returns what it heard: bytes of audio, and words or a transcript. They are the same for both colors.


async def items(source: Any) -> AsyncIterator[Any]:
    """Yield the items of an iterator of either color."""
    if hasattr(source, "__aiter__"):
        async for item in source:
            yield item
    else:
        for item in source:
            yield item


async def generate(client: Any, text: str, heard: list[Any]) -> None:
    heard.append((await done(client.tts.generate(**{**SPEECH, "transcript": text}))).data)


async def stream(client: Any, text: str, heard: list[Any]) -> None:
    async with entered(client.tts.generate_stream(**{**SPEECH, "transcript": text})) as audio:
        async for chunk in items(audio):
            heard.append(chunk)


async def events(client: Any, text: str, heard: list[Any]) -> None:
    fields = {**SPEECH, "transcript": text, "add_timestamps": True}
    async with entered(await done(client.tts.generate_sse(**fields))) as opened:
        async for event in items(opened):
            keep(event, heard)


async def converse(client: Any, text: str, heard: list[Any]) -> None:
    """Push word by word, and receive audio and words."""
    async with entered(client.tts.websocket_connect(timeout=PATIENCE)) as connection:
        context = connection.context(timeout=PATIENCE, add_timestamps=True, **CONTEXT)
        for word in text.split():
            await done(context.push(word + " "))
        await done(context.no_more_inputs())
        async for event in items(context.receive()):
            keep(event, heard)


async def speak(client: Any, text: str, heard: list[Any]) -> None:
    """Speak twice over one connection, which may be lost in between."""
    async with entered(client.tts.websocket_connect(timeout=PATIENCE)) as connection:
        for _ in range(2):
            heard.clear()
            context = connection.context(timeout=PATIENCE, **CONTEXT)
            async for chunk in items(context.speak([word + " " for word in text.split()])):
                heard.append(chunk)


async def leave(client: Any, text: str, heard: list[Any]) -> None:
    """Interrupt after the first chunk, and speak again over the same connection."""
    async with entered(client.tts.websocket_connect(timeout=PATIENCE)) as connection:
        context = connection.context(timeout=PATIENCE, **CONTEXT)
        await done(context.push(text))
        async for _ in items(context.audio()):
            break
        await done(context.cancel())
        again = connection.context(timeout=PATIENCE, **CONTEXT)
        async for chunk in items(again.speak(text)):
            heard.append(chunk)


async def dictate(client: Any, text: str, heard: list[Any]) -> None:
    """Have the audio of a text transcribed. Any words in it will do: the reference says which."""
    async with entered(
        client.stt.manual_finalize.websocket(timeout=PATIENCE, **{**EAR, "model": "ink-whisper"})
    ) as session:
        async for event in items(session.listen(SPOKEN[text])):
            if event.type == "transcript" and event.is_final:
                heard.append(event.text)


def keep(event: Any, heard: list[Any]) -> None:
    """Keep the audio and the words of an event."""
    if event.type == "chunk":
        heard.append(event.data)
    elif event.type == "timestamps":
        heard.extend(event.word_timestamps.words)


SPOKEN: dict[str, bytes] = {}
"""The audio of each text."""
TALKS = {talk.__name__: talk for talk in (generate, stream, events, converse, speak, leave, dictate)}


def sum_up(heard: list[Any]) -> tuple[int, str]:
    """Return the bytes of audio and the words."""
    audio = sum(len(each) for each in heard if isinstance(each, bytes))
    return audio, " ".join(each for each in heard if isinstance(each, str))


class Soak:
    """The conversations, and what came of them.

    Attributes:
        counts: Conversations that were complete, that ended in a typed error, that lost something, or were wrong.
        errors: Typed errors by class.
        notes: What was lost or wrong, in words.
        memory: MiB at each line of figures.
        blocks: Blocks that Python holds, at the same times.
    """

    def __init__(self, url: str, seed: int) -> None:
        self.counts: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()
        self.notes: list[str] = []
        self.memory: list[float] = []
        self.blocks: list[float] = []
        self.reference: dict[tuple[str, str], tuple[int, str]] = {}
        self._url = url
        self._random = Random(seed)
        self._lock = threading.Lock()

    async def learn(self, url: str) -> None:
        """Hold each conversation once without faults: what is heard then is what must be heard."""
        async with self.client(c.AsyncCartesia, url) as client:
            for text in TEXTS:
                SPOKEN[text] = (await client.tts.generate(timeout=60, **{**SPEECH, "transcript": text})).data
            for name, talk in TALKS.items():
                for text in TEXTS:
                    heard: list[Any] = []
                    await talk(client, text, heard)
                    self.reference[name, text] = sum_up(heard)

    def client(self, kind: Any, url: str = "") -> Any:
        """Return a client, which gives up soon."""
        return kind(
            api_key="any", base_url=url or self._url, timeout=PATIENCE, max_retries=4, trust_env=False, verify=False
        )

    async def talk(self, client: Any, until: float) -> None:
        """Hold one random conversation after another."""
        while time.monotonic() < until:
            await asyncio.sleep(
                0
            )  # nothing else lets the event loop of sync calls end the generators that were left early
            with self._lock:
                name, text = self._random.choice(list(TALKS)), self._random.choice(TEXTS)
            heard: list[Any] = []
            began, failure = time.monotonic(), None
            try:
                await TALKS[name](client, text, heard)
            except c.CartesiaError as error:
                failure = error
            except Exception as error:
                self.note("wrong", f"{name}: foreign {type(error).__name__}: {error}")
                continue
            if time.monotonic() - began > HANG:
                self.note("wrong", f"{name}: took {time.monotonic() - began:.0f} s")
            self.judge(name, text, failure, sum_up(heard))

    def judge(self, name: str, text: str, failure: c.CartesiaError | None, heard: tuple[int, str]) -> None:
        """Compare what was heard with the reference, or with what the error says that arrived."""
        wanted = self.reference[name, text]
        received: int = getattr(failure, "received", 0)
        if failure is None and heard != wanted:
            self.note("lost" if heard < wanted else "wrong", f"{name}: {heard} instead of {wanted}, and no error")
        elif (
            isinstance(failure, c.IncompleteAudioError)
            and name in ("stream", "events", "converse")
            and received - heard[0] not in range(4)
        ):
            self.note("lost", f"{name}: {heard[0]} bytes were handed out, {received} arrived: {failure}")
        else:
            self.count("complete" if failure is None else "typed error", failure)

    def count(self, what: str, failure: c.CartesiaError | None = None) -> None:
        """Count a conversation."""
        with self._lock:
            self.counts[what] += 1
            if failure is not None:
                self.errors[type(failure).__name__] += 1

    def note(self, what: str, text: str) -> None:
        """Count a conversation in which something was lost or wrong, and say what."""
        self.count(what)
        self.notes += [text] if len(self.notes) < 50 else []

    @property
    def growth(self) -> dict[str, float]:
        """Return by which shares what the process holds grew in the second half of the time."""
        halves = {
            name: held[(len(held) - 1) // 2 :] for name, held in (("blocks", self.blocks), ("memory", self.memory))
        }
        return {name: max(half) / half[0] - 1 if half else 0.0 for name, half in halves.items()}

    def line(self, minute: float) -> str:
        """Return the figures of this moment, and keep those of memory."""
        gc.collect()
        self.memory.append(resident())
        self.blocks.append(sys.getallocatedblocks())
        counts, descriptors = self.counts, list(open_files())
        return (
            f"| {minute:.1f} | {counts['complete'] + counts['typed error']} | {counts['typed error']} | {counts['lost']} | "
            f"{counts['wrong']} | {self.memory[-1]:.1f} | {threading.active_count()} | {len(asyncio.all_tasks())} | "
            f"{len(descriptors)} | {sum(name.startswith('socket:') for name in descriptors)} | {self.blocks[-1]:,} |"
        )

    async def run(self, seconds: float, at_once: int, every: float = 60.0) -> None:
        """Hold conversations, one in five of them sync in a thread, and print the figures every so often."""
        began = time.monotonic()
        until, threads = began + seconds, at_once // 5
        async with self.client(c.AsyncCartesia) as client:
            with self.client(c.Cartesia) as blocking:
                work = [self.talk(client, until) for _ in range(at_once - threads)]
                work += [asyncio.to_thread(asyncio.run, self.talk(blocking, until)) for _ in range(threads)]
                tasks = [asyncio.ensure_future(each) for each in work]
                while (rest := until - time.monotonic()) > 0:
                    await asyncio.wait(tasks, timeout=min(every, rest))
                    print(self.line((time.monotonic() - began) / 60), flush=True)
                await asyncio.gather(*tasks)
        await asyncio.sleep(0)
        print(self.line((time.monotonic() - began) / 60), flush=True)


def resident() -> float:
    """Return the MiB of memory that this process has."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def open_files() -> Iterator[str]:
    """Yield what the descriptors of this process are."""
    for name in os.listdir("/proc/self/fd"):
        with suppress(FileNotFoundError):  # that of the listing itself, or one that was closed meanwhile
            yield os.readlink(f"/proc/self/fd/{name}")


def soak(seconds: float, at_once: int, seed: int, every: float = 60.0) -> Soak:
    """Run a soak and print its table."""
    with service(seed) as (process, direct, proxied):
        found = Soak(proxied, seed)

        async def work() -> None:
            await found.learn(direct)
            assert process.stdin
            process.stdin.write("go\n")
            process.stdin.flush()
            await found.run(seconds, at_once, every)

        print(
            "| minute | conversations | of these, typed errors | lost | wrong | MiB | threads | tasks | descriptors | sockets | "
            "blocks |"
        )
        print("|---|---|---|---|---|---|---|---|---|---|---|")
        asyncio.run(work())
    print(", ".join(f"{count} {name}" for name, count in found.errors.most_common()))
    print("\n".join(found.notes), end="\n" if found.notes else "")
    print("in the second half of the time:", ", ".join(f"{name} {share:+.1%}" for name, share in found.growth.items()))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("minutes", type=float, nargs="?", default=10.0, help="minutes to run; default: 10")
    parser.add_argument("--at-once", type=int, default=50, help="conversations at a time; default: 50")
    parser.add_argument("--seed", type=int, default=1, help="seed of the faults; default: 1")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.seed)
        return 0
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # the service, a child, stays on the same core
    found = soak(options.minutes * 60, options.at_once, options.seed)
    # A short run is still loading modules, and filling the arenas of the allocator, in its second half.
    grows = options.minutes >= 10 and any(found.growth[name] > most for name, most in MOST_GROWTH.items())
    return 1 if found.counts["lost"] or found.counts["wrong"] or grows else 0


if __name__ == "__main__":
    sys.exit(main())
