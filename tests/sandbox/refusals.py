"""What the sandbox rejects, and how at each date: docs/refusals.md. `python -m tests.sandbox.refusals [--write]`."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import httpx
from cartesia_sandbox import Sandbox
from cartesia_sandbox.description.versions import VERSIONS
from cartesia_sandbox.state.auth import ADMIN_KEY
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from tests.sandbox.common import KATIE, RAW

PAGE = Path(__file__).parents[2] / "docs" / "refusals.md"
HEAD = """\
# What the sandbox rejects, and how at each date

Written by `python -m tests.sandbox.refusals --write` from what a sandbox with `api_keys` answered; do not edit it.

Over HTTP the request is `POST /tts/bytes`; event streams are rejected in the same way before they begin. The socket is
`/tts/websocket`: what the handshake shows is rejected there, with the same status and body, and what a frame asks for is an
event, after which the socket goes on. `R` stands for the id of the request.
"""
CALLS = """\

## Calls with an agent

The socket is `/agents/stream/{agent_id}`. What a frame asks for cannot be rejected by an event: the socket is closed.
"""
Answer = tuple[str, str]
"""Where a request was rejected, and with what: status and body, or the event."""


class Case(NamedTuple):
    """A request that is rejected."""

    name: str
    key: str | None = "good"
    """The credential; the name of a token that is made for this case, or None for none."""
    fields: dict[str, str] = {}  # noqa: RUF012  # it is never changed
    """What the request for speech has in place of the usual."""
    version: str | None = ""
    """In place of the date of the column; None for none."""
    agent: str = "agent_5h"
    """The agent of a call."""
    frames: tuple[str, ...] = ()
    """What is sent in a call."""


CASES = (
    Case("no key", key=None),
    Case("an unknown key", key="bad"),
    Case("an admin key", key=ADMIN_KEY + "x"),
    Case("a token that has expired", key="expired"),
    Case("a token that was changed", key="changed"),
    Case("a token without the grant", key="ungranted"),
    Case("a model that does not exist", fields={"model_id": "sonic-33"}),
    Case("a retired model", fields={"model_id": "sonic-english"}),
    Case("a language that no model speaks", fields={"language": "xx"}),
    Case("a language that the model has lost", fields={"model_id": "sonic-2", "language": "it"}),
    Case("no version", version=None),
    Case("a version that is no date", version="yesterday"),
    Case("a version before the oldest", version="2024-06-09"),
)
START = '{"event": "start", "config": {"input_format": "pcm_16000"}}'
CASES_OF_CALLS = (
    *(case for case in CASES if not case.fields),
    Case("an agent that does not exist", agent="agent_none"),
    Case("audio before `start`", frames=('{"event": "media_input", "stream_id": "s", "media": {"payload": ""}}',)),
    Case("a format that does not exist", frames=(START.replace("16000", "16001"),)),
    Case("a voice that does not exist", frames=(START.replace("}}", ', "voice_id": "none"}}'),)),
    Case("an event that does not exist", frames=(START, '{"event": "sing"}')),
    Case("a field that is missing", frames=(START, '{"event": "dtmf", "stream_id": "s"}')),
    Case(
        "audio that is not base64",
        frames=(START, '{"event": "media_input", "stream_id": "s", "media": {"payload": "*"}}'),
    ),
    Case("a frame that is not JSON", frames=(START, "hello")),
)


def credential(sandbox: Sandbox, name: str) -> str:
    """Return a key, or a token of the sandbox."""
    make = sandbox._state.authenticator.create_token
    both = {"tts": True, "agent": True}
    tokens = {"expired": make(both, -1), "changed": make(both, 60) + "x", "ungranted": make({}, 60)}
    return tokens.get(name, name)


def headers_of(sandbox: Sandbox, case: Case, date: str) -> dict[str, str]:
    """Return the headers of a request: its credential and its version."""
    headers = {} if case.key is None else {"Authorization": f"Bearer {credential(sandbox, case.key)}"}
    version = date if case.version == "" else case.version
    return headers | ({} if version is None else {"Cartesia-Version": version})


def ask(sandbox: Sandbox, http: httpx.Client, case: Case, date: str) -> Iterator[Answer]:
    """Send what a case asks for, over HTTP and on the socket, and yield the answers."""
    headers = headers_of(sandbox, case, date)
    speech: dict[str, Any] = {"model_id": "sonic-3", "transcript": "Hello.", "output_format": RAW, **case.fields}
    speech["voice"] = {"mode": "id", "id": KATIE}
    answer = http.post("/tts/bytes", json=speech, headers=headers)
    yield "HTTP", shown(answer.status_code, answer.text)
    try:
        with connect(f"ws{sandbox.url[4:]}/tts/websocket", additional_headers=headers, proxy=None) as line:
            line.send(json.dumps({**speech, "context_id": "c"}))
            yield "event", shown(None, line.recv(timeout=10, decode=True))
    except InvalidStatus as error:
        yield "handshake", shown(error.response.status_code, (error.response.body or b"").decode())


def call(sandbox: Sandbox, case: Case, date: str) -> Iterator[Answer]:
    """Call an agent as a case says, and yield the answer."""
    url = f"ws{sandbox.url[4:]}/agents/stream/{case.agent}"
    try:
        with connect(url, additional_headers=headers_of(sandbox, case, date), proxy=None) as line:
            for frame in case.frames:
                line.send(frame)
            try:
                while True:
                    line.recv(timeout=10)
            except ConnectionClosed as error:
                closed = error.rcvd
                yield "close frame", f"{closed and closed.code} `{closed and closed.reason}`"
    except InvalidStatus as error:
        yield "handshake", shown(error.response.status_code, (error.response.body or b"").decode())


def shown(status: int | None, body: str) -> str:
    """Return an answer as text, without what differs from one request to the next, and without long lists."""
    text = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "R", body)
    text = re.sub(r"(there are|it speaks) [^;.]*(\.\d[^;.]*)*\.?", r"\1 ...", text)
    return f"`{text}`" if status is None else f"{status} `{text}`"


def rows(cases: Iterable[Case], answers_of: Callable[[Case, str], Iterable[Answer]]) -> Iterator[str]:
    """Yield the rows of a table: for each case, the dates that give the same answer together."""
    yield from ("| what | where | dates | answer |", "|---|---|---|---|")
    for case in cases:
        answers = {date: dict(answers_of(case, date)) for date in VERSIONS}
        for place in dict.fromkeys(place for each in answers.values() for place in each):
            for text, group in groupby(VERSIONS, key=lambda date, place=place: answers[date].get(place)):  # type: ignore[misc]
                dates = list(group)
                span = dates[0] if len(dates) == 1 else f"{dates[0]} to {dates[-1]}"
                yield f"| {case.name} | {place} | {'all' if len(dates) == len(VERSIONS) else span} | {text} |"


def page() -> str:
    """Return the page."""
    with Sandbox(api_keys=["good", ADMIN_KEY + "x"]) as sandbox, httpx.Client(base_url=sandbox.url) as http:
        requests = rows(CASES, lambda case, date: ask(sandbox, http, case, date))
        calls = rows(CASES_OF_CALLS, lambda case, date: call(sandbox, case, date))
        return "\n".join([HEAD, *requests, CALLS, *calls]) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write docs/refusals.md")
    if parser.parse_args().write:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        sys.stdout.write(page())


if __name__ == "__main__":
    main()
