"""A worker that speaks the texts of a queue, as a chat bot (of Discord, say) or a web application puts them there.

    echo '{"id": "welcome", "text": "Hello, and welcome."}' | python examples/discord_or_queue_worker.py voices

Here the queue is standard input, a line of JSON for each job; put Redis, SQS, Celery or `discord.ext.commands` in its place. Each
job ends in a line of JSON: its file, or why there is none. It needs CARTESIA_API_KEY, or a sandbox in CARTESIA_BASE_URL.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TextIO, TypedDict

from cartesia_client import AsyncCartesia, CartesiaError, ConfigurationError, InvalidRequestError

WORKERS = 3


class Job(TypedDict):
    id: str
    text: str


class Result(TypedDict, total=False):
    id: str
    file: str
    seconds: float
    error: str
    try_again: bool


async def jobs(lines: TextIO) -> AsyncIterator[Job]:
    while line := await asyncio.to_thread(lines.readline):
        yield json.loads(line)


async def speak(client: AsyncCartesia, job: Job, folder: Path) -> Result:
    """Do a job. Doing it twice, as queues make workers do, buys once: what is there is the result."""
    path = folder / f"{Path(job['id']).name}.wav"
    if path.exists():
        return {"id": job["id"], "file": str(path)}
    try:
        speech = await client.speak(job["text"], voice="Katie")
        speech.save(path)  # under its name only when it is whole
    except (InvalidRequestError, ConfigurationError) as error:
        return {"id": job["id"], "error": str(error), "try_again": False}
    except CartesiaError as error:
        return {"id": job["id"], "error": str(error), "try_again": True}
    return {"id": job["id"], "file": str(path), "seconds": round(speech.duration, 1)}


async def work(client: AsyncCartesia, queue: asyncio.Queue[Job], folder: Path, out: TextIO) -> None:
    while True:
        result = await speak(client, await queue.get(), folder)
        print(json.dumps(result), file=out, flush=True)
        queue.task_done()


async def main(lines: TextIO, folder: Path, out: TextIO) -> None:
    folder.mkdir(exist_ok=True)
    queue: asyncio.Queue[Job] = asyncio.Queue(maxsize=2 * WORKERS)  # take no more from outside than can be done
    async with AsyncCartesia(concurrency="pro") as client, asyncio.TaskGroup() as group:
        workers = [group.create_task(work(client, queue, folder, out)) for _ in range(WORKERS)]
        async for job in jobs(lines):
            await queue.put(job)
        await queue.join()
        for worker in workers:
            worker.cancel()


if __name__ == "__main__":
    asyncio.run(main(sys.stdin, Path(sys.argv[1]), sys.stdout))
