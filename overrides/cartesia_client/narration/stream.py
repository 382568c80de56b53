"""Speech while it is made, piece by piece, several at a time. Sync twin, then async twin."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections import deque
from collections.abc import AsyncGenerator, Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Self

from cartesia_api.finding import afind, find  # not every version has `voices.find`
from cartesia_io.audio.files import check_path
from cartesia_io.audio.playing import aplay, play
from cartesia_io.audio.saving import awrite, awriting, write, writing
from cartesia_io.file_lock import POLL
from cartesia_io.iterating import AsyncIterated, Iterated

from .pieces import PendingPiece
from .sample_buffer import SampleBuffer
from .speech import Speech
from .stream_base import Queued, StreamBase

# Each piece is made by a worker (a thread of a small pool, or a task), which puts its samples into the queue of the piece. One
# reader empties the queues in the order of the text. So the first piece is heard while it arrives, the next ones are made
# meanwhile, and no more of them than fit into the window are held in memory. A worker that is under way when the reader leaves
# is stopped at its next event, unless pieces are kept: then it finishes, because what it makes has been paid for.


class SpeechStream(StreamBase, Iterated[bytes]):
    """Speech while it is made. Iterate over it, in a `with` block if you may leave early.

    Iterating yields the bytes of the file: of WAV with a header that does not state the length, which `save` corrects.
    """

    def _iterate(self) -> Generator[bytes, None, None]:
        made = self._assembly.container()
        yield from filter(None, (made.begin(None),))
        for samples in self._samples(None):
            yield from filter(None, (made.feed(samples),))
        yield from filter(None, (made.end(),))

    def read(self) -> Speech:
        """Return all of the speech.

        Raises:
            CartesiaError: A piece failed, in the ways of `client.tts.generate_sse`; `partial` is the speech before it.
        """
        buffer = SampleBuffer()
        for _ in buffer.passing(self._samples(buffer)):
            pass
        return self._assembly.speech(buffer)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the audio to a file while it is made, and return its path. A failure leaves no file, or the old one.

        Raises:
            InvalidRequestError: The path cannot name a file, or its extension is that of another container.
            CartesiaError: A piece failed.
            OSError: The file cannot be written. What was bought by then is in a NotSavedError.
        """
        target = check_path(path, self.container)
        with writing(target, failing=self.finish) as file:
            try:
                for data in self:
                    write(file, data)
            finally:
                self._correct_header(file)
        return target

    def play(self) -> Speech:
        """Play the speech on this machine while it is made, and return it when all has been heard. It needs the extra `play`.

        Raises:
            ConfigurationError: There is no device to play on, or the extra is not installed. Nothing was bought.
            CartesiaError: A piece failed.
        """
        buffer = SampleBuffer()
        play(buffer.passing(self._samples(buffer)), self.encoding, self.sample_rate)
        return self._assembly.speech(buffer)

    def _samples(self, buffer: SampleBuffer | None) -> Generator[bytes, None, None]:
        self._check_unread()
        if not self._request.voice_is_known:
            self._request.voice = find(self._client.voices, self._request.voice).id
        self._reservation = self._client.usage.reserve(self._missing())
        with self._reservation, contextlib.closing(self._queued()) as queued:
            for pending, queue in queued:
                for samples in iter(queue.get, None):
                    yield from filter(None, (self._assembly.feed(samples),))
                if pending.error is not None:
                    raise self._failed(pending, buffer)
                yield from filter(None, (self._assembly.end(pending),))

    def _queued(self) -> Generator[Queued, None, None]:
        """Yield the pieces in order, each when it is under way, and those that follow it."""
        self._begun = True
        window: deque[Queued] = deque()
        pool = ThreadPoolExecutor(self._at_once, "cartesia-speech")
        try:
            for part in self._request.parts:
                queue: SimpleQueue[bytes | None] = SimpleQueue()
                window.append(Queued(PendingPiece(part, queue.put), queue))
                pool.submit(self._make, window[-1].pending)
                if len(window) > self._at_once:
                    yield window.popleft()
            while window:
                yield window.popleft()
        finally:
            self.stop()
            pool.shutdown(cancel_futures=True)

    def _make(self, pending: PendingPiece) -> None:
        """Make a piece, or take it from those that were kept."""
        key = self._key(pending.part)
        lock = self._store.lock(key)
        try:
            while not (kept := self._store.load(key)) and not lock.acquire():
                self._check_going()
                time.sleep(POLL)
            if kept := kept or self._store.load(key):  # it may have been made before the lock was free
                pending.restore(kept)
            else:
                self._check_going()
                self._buy(pending, key)
            pending.end()
        except BaseException as error:  # the reader raises it
            pending.end(error)
        finally:
            lock.release()

    def _buy(self, pending: PendingPiece, key: str) -> None:
        with self._reservation.drawn_on():
            stream = self._client.tts.generate_sse(**self._arguments(pending))
        with stream as events:
            pending.begin(events)
            for event in events:
                pending.feed(event)
                if not self._finishes:
                    self._check_going()
        self._store.store(key, pending.whole())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop what is being made. Pieces that are kept are finished first."""
        self.stop()
        with contextlib.suppress(ValueError):  # another thread reads it, and gets an error
            if self._begun_with_next is not None:
                self._begun_with_next.close()  # type: ignore[attr-defined]  # it is a generator


class AsyncSpeechStream(StreamBase, AsyncIterated[bytes]):
    """Speech while it is made. Iterate over it, in an `async with` block if you may leave early.

    Iterating yields the bytes of the file: of WAV with a header that does not state the length, which `save` corrects.
    """

    async def _iterate(self) -> AsyncGenerator[bytes, None]:
        made = self._assembly.container()
        for data in filter(None, (made.begin(None),)):
            yield data
        async with contextlib.aclosing(self._samples(None)) as parts:
            async for samples in parts:
                if data := made.feed(samples):
                    yield data
        for data in filter(None, (made.end(),)):
            yield data

    async def read(self) -> Speech:
        """Return all of the speech.

        Raises:
            CartesiaError: A piece failed, in the ways of `client.tts.generate_sse`; `partial` is the speech before it.
        """
        buffer = SampleBuffer()
        async for _ in buffer.apassing(self._samples(buffer)):
            pass
        return self._assembly.speech(buffer)

    async def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the audio to a file while it is made, and return its path. A failure leaves no file, or the old one.

        Raises:
            InvalidRequestError: The path cannot name a file, or its extension is that of another container.
            CartesiaError: A piece failed.
            OSError: The file cannot be written. What was bought by then is in a NotSavedError.
        """
        target = check_path(path, self.container)
        async with awriting(target, failing=self.finish) as file, contextlib.aclosing(self._iterate()) as parts:
            try:
                async for data in parts:
                    await awrite(file, data)
            finally:
                self._correct_header(file)
        return target

    async def play(self) -> Speech:
        """Play the speech on this machine while it is made, and return it when all has been heard. It needs the extra `play`.

        Raises:
            ConfigurationError: There is no device to play on, or the extra is not installed. Nothing was bought.
            CartesiaError: A piece failed.
        """
        buffer = SampleBuffer()
        await aplay(buffer.apassing(self._samples(buffer)), self.encoding, self.sample_rate)
        return self._assembly.speech(buffer)

    async def _samples(self, buffer: SampleBuffer | None) -> AsyncGenerator[bytes, None]:
        self._check_unread()
        if not self._request.voice_is_known:
            self._request.voice = (await afind(self._client.voices, self._request.voice)).id
        self._reservation = self._client.usage.reserve(await asyncio.to_thread(self._missing))
        with self._reservation:
            async with contextlib.aclosing(self._queued()) as queued:
                async for pending, queue in queued:
                    while (samples := await queue.get()) is not None:
                        if data := self._assembly.feed(samples):
                            yield data
                    if pending.error is not None:
                        raise self._failed(pending, buffer)
                    if data := self._assembly.end(pending):
                        yield data

    async def _queued(self) -> AsyncGenerator[Queued, None]:
        """Yield the pieces in order, each when it is under way, and those that follow it."""
        self._begun = True
        window: deque[Queued] = deque()
        self._room, tasks = asyncio.Semaphore(self._at_once), list[asyncio.Task[None]]()
        try:
            for part in self._request.parts:
                queue: asyncio.Queue[bytes | None] = asyncio.Queue()
                window.append(Queued(PendingPiece(part, queue.put_nowait), queue))
                tasks.append(asyncio.create_task(self._make(window[-1].pending)))
                if len(window) > self._at_once:
                    yield window.popleft()
            while window:
                yield window.popleft()
        finally:
            self.stop()
            for task in tasks:
                if not self._finishes:
                    task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _make(self, pending: PendingPiece) -> None:
        """Make a piece, or take it from those that were kept."""
        key = self._key(pending.part)
        lock = self._store.lock(key)
        try:
            async with self._room:
                while not (kept := await asyncio.to_thread(self._store.load, key)) and not lock.acquire():
                    self._check_going()
                    await asyncio.sleep(POLL)
                if kept := kept or await asyncio.to_thread(self._store.load, key):  # made before the lock was free
                    pending.restore(kept)
                else:
                    self._check_going()
                    await self._buy(pending, key)
            pending.end()
        except BaseException as error:  # the reader raises it
            pending.end(error)
        finally:
            lock.release()

    async def _buy(self, pending: PendingPiece, key: str) -> None:
        with self._reservation.drawn_on():
            stream = await self._client.tts.generate_sse(**self._arguments(pending))
        async with stream as events:
            pending.begin(events)
            async for event in events:
                pending.feed(event)
                if not self._finishes:
                    self._check_going()
        await asyncio.to_thread(self._store.store, key, pending.whole())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Stop what is being made. Pieces that are kept are finished first."""
        self.stop()
        with contextlib.suppress(RuntimeError):  # another task reads it, and gets an error
            if self._begun_with_next is not None:
                await self._begun_with_next.aclose()  # type: ignore[attr-defined]  # it is a generator
