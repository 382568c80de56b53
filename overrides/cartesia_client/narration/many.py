"""Many texts at once: their results in order or as they come, errors beside them. Sync twin, then async twin."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any, NamedTuple, cast

from cartesia_api.arguments import InvalidRequestError
from cartesia_api.types import EndlessError, entries

from .options import SpeakOptions
from .speak_request import at_once, check_names
from .speech import Speech
from .stream import SpeechStream

Item = str | Mapping[str, Any]
"""A text, or a dict with "text" and the options in which it differs from the others. Keys that begin with "_" are ignored."""

# Each item is one call of `speak` that makes one piece at a time, so as many items are under way as pieces may be. Twice as many
# are taken from the items before their results are: nothing else is read ahead, so the items may be a generator without end.


class Spoken(NamedTuple):
    """What became of one item."""

    number: int
    """Its number, from 0."""
    item: Item
    """The item itself."""
    speech: Speech | None
    """The speech; None if it failed."""
    error: Exception | None
    """Why it failed; None if it did not."""


def _arguments(item: Item, options: SpeakOptions) -> tuple[str, SpeakOptions]:
    """Return the text and the options of an item."""
    given = {"text": item} if isinstance(item, str) else item
    if not isinstance(given, Mapping) or "text" not in given:
        raise InvalidRequestError(
            f'speak_many: an item must be a text or a dict with "text", not {type(item).__name__}'
        )
    try:
        found = entries(given, given.items())
    except EndlessError as error:
        raise InvalidRequestError(f"speak_many: an item {error}") from None
    own = {name: value for name, value in found if name != "text" and not str(name).startswith("_")}
    return given["text"], cast(SpeakOptions, {**options, "concurrency": 1, **own})


def _checked(client: Any, items: Iterable[Item], options: SpeakOptions) -> int:
    """Return how many items are spoken at a time.

    Raises:
        InvalidRequestError: The items are one text, or an option is unknown or wrong.
    """
    if isinstance(items, (str, bytes, Mapping)) or not isinstance(items, Iterable):
        raise InvalidRequestError(f"speak_many: items must be a list of texts, not {type(items).__name__}")
    check_names(options)
    return at_once(options.get("concurrency", "plan"), client.concurrency)


def speak_many(client: Any, items: Iterable[Item], in_order: bool, options: SpeakOptions) -> Iterator[Spoken]:
    """Return an iterator over the results of items."""
    return _speak_many(client, items, in_order, options, _checked(client, items, options))


def _speak_many(
    client: Any, items: Iterable[Item], in_order: bool, options: SpeakOptions, count: int
) -> Iterator[Spoken]:
    pool = ThreadPoolExecutor(count, "cartesia-many")
    waiting: list[Future[Spoken]] = []
    streams: dict[int, SpeechStream] = {}
    ended = threading.Event()

    def spoken(index: int, item: Item) -> Spoken:
        try:
            text, own = _arguments(item, options)
            streams[index] = client.speak_stream(text, **own)
            if ended.is_set():
                streams[index].stop()
            return Spoken(index, item, streams[index].read(), None)
        except Exception as error:
            return Spoken(index, item, None, error)
        finally:
            streams.pop(index, None)

    def next_one() -> Spoken:
        first = waiting[0] if in_order else next(iter(wait(waiting, return_when=FIRST_COMPLETED).done))
        waiting.remove(first)
        return first.result()

    try:
        for index, item in enumerate(items):
            waiting.append(pool.submit(spoken, index, item))
            if len(waiting) >= 2 * count:
                yield next_one()
        while waiting:
            yield next_one()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        ended.set()
        for stream in list(streams.values()):
            stream.stop()
        pool.shutdown()


def aspeak_many(client: Any, items: Iterable[Item], in_order: bool, options: SpeakOptions) -> AsyncIterator[Spoken]:
    """Return an iterator over the results of items."""
    return _aspeak_many(client, items, in_order, options, _checked(client, items, options))


async def _aspeak_many(
    client: Any, items: Iterable[Item], in_order: bool, options: SpeakOptions, count: int
) -> AsyncIterator[Spoken]:
    room = asyncio.Semaphore(count)
    waiting: list[asyncio.Task[Spoken]] = []

    async def spoken(index: int, item: Item) -> Spoken:
        async with room:
            try:
                text, own = _arguments(item, options)
                return Spoken(index, item, await client.speak(text, **own), None)
            except Exception as error:
                return Spoken(index, item, None, error)

    async def next_one() -> Spoken:
        done = [waiting[0]] if in_order else (await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED))[0]
        first = next(iter(done))
        waiting.remove(first)
        return await first

    try:
        for index, item in enumerate(items):
            waiting.append(asyncio.create_task(spoken(index, item)))
            if len(waiting) >= 2 * count:
                yield await next_one()
        while waiting:
            yield await next_one()
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
