"""The matrix of faults and calls: its cells, and the page docs/faults.md. `python -m tests.faults.table [--write]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.faults.calls import CALLS
from tests.faults.expect import Expect, Fault
from tests.faults.http_faults import BEFORE, BODIES, EVENTS, HTTP, STATUSES
from tests.faults.socket_faults import SOCKETS
from tests.faults.tls_faults import TLS

PAGE = Path(__file__).parents[2] / "docs" / "faults.md"


class Cell(NamedTuple):
    fault: Fault
    call: str
    expect: Expect


ONE_OF_EACH = (
    *("voices.get", "stt.transcribe", "tts.generate", "tts.generate_sse"),
    *("tts.websocket, receive", "tts.websocket, speak", "stt.manual_finalize, listen"),
    "agents.stream",
)


def cells(faults: list[Fault]) -> Iterator[Cell]:
    """Yield a cell for each fault and each call that it names, by itself or by its kind."""
    for fault in faults:
        for name, call in CALLS.items():
            if fault.silent and name not in ONE_OF_EACH:
                continue
            if (expect := fault.expects.get(name, fault.expects.get(call.kind))) is not None:
                yield Cell(fault, name, expect)


ALL = [*cells(HTTP), *cells(SOCKETS), *cells(TLS)]
HEAD = """\
# What a call does when the service misbehaves

Written by `python -m tests.faults.table --write` from the table that the tests assert; do not edit it.

Each row was tried against a local server that misbehaves byte by byte. The sync and the async client end in the same way.
The client was allowed one retry (`max_retries=1`; the default is 2). "Goes silent" and "never responds" end after the
timeout of the client: 60 s between bytes, 45 s (`response_timeout`) for a response on a socket that is due, by default.

All exceptions are subclasses of `CartesiaError`. `APITimeoutError` is an `APIConnectionError`; all errors of a status are
`APIStatusError`s.

GROUPS
* **Sent**: how often the request was sent, or the socket was opened. What may be billed is never sent twice.
* **Arrived**: what `error.received` reports: bytes of audio, or events of a transcription or of a call with an agent.
* **May be billed**: `error.may_be_billed`. No: the request was certainly not billed, as reads never are.
"""
GROUPS: dict[str, str] = {
    "read": "reads",
    "write": "writes",
    "audio": "audio",
    "events": "event streams",
    "tts": "speech sockets",
    "stt": "transcript sockets",
    "agent": "calls with agents",
}
"""What the page calls each kind of calls."""
SECTIONS = [
    ("Requests: there is no response", BEFORE),
    ("Requests: an error status", STATUSES),
    ("Requests: a response that is not usable", BODIES),
    ("Event streams: after the first four bytes of audio", EVENTS),
    ("Sockets", SOCKETS),
    ("TLS, for requests and sockets", TLS),
]


def rows(faults: list[Fault]) -> Iterator[str]:
    """Yield a row of the page for each fault and each way in which calls end."""
    for fault in faults:
        ends: dict[Expect, list[str]] = {}
        for cell in cells([fault]):
            ends.setdefault(cell.expect, []).append(cell.call)
        for expect, calls in ends.items():
            error = f"`{expect.error}`" if expect.error else "no error"
            after = f"{expect.arrived} | {'yes' if expect.billed else 'no'}" if expect.error else "- | -"
            yield f"| {fault.name} | {grouped(calls)} | {error} | {expect.tries} | {after} |"


def grouped(calls: list[str]) -> str:
    """Return calls as groups, as far as they are whole groups."""
    names = []
    for kind, title in GROUPS.items():
        members = [name for name, call in CALLS.items() if call.kind == kind]
        among = [name for name in members if name in calls]
        names += [title] if among == members else [f"`{name}`" for name in among]
    return ", ".join(names)


def page() -> str:
    """Return the page."""
    groups = [
        f"* **{title}**: {', '.join(f'`{n}`' for n, c in CALLS.items() if c.kind == k)}" for k, title in GROUPS.items()
    ]
    lines = [HEAD.replace("GROUPS", "\n".join(groups))]
    for title, faults in SECTIONS:
        lines += [f"## {title}", "", "| the service | calls | exception | sent | arrived | may be billed |"]
        lines += ["|---|---|---|---|---|---|", *rows(faults), ""]
    lines.append(
        f"{2 * len(ALL)} cells: {len(ALL)} pairs of a fault and a call, each with the sync and the async client."
    )
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write docs/faults.md")
    if parser.parse_args().write:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        sys.stdout.write(page())


if __name__ == "__main__":
    main()
