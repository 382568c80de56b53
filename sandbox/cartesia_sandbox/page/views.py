"""What the page asks for beside the journal: its own files, and the speech, programs and frames of a request."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib.resources import files
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..journal.entries import Frame
from ..journal.entries import Request as Entry
from ..journal.journal import Journal
from ..journal.redact import redact
from .programs import curl, python
from .speech import FindWords, Speech, speeches

MEDIA = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The page loads only files of its own, and runs no script that stands in a text."""
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
_SHORT = 400
"""Characters of a text or of a field of a frame that the page shows until it is asked for all of it."""
_MOST_SHOWN = 64 * 1024


class Views:
    """The page, and what it shows of one request.

    Args:
        journal: Has the requests.
        find_words: Finds words in audio of 8 kHz.
        json_response: Makes a response that browsers keep no copy of.
    """

    def __init__(self, journal: Journal, find_words: FindWords, json_response: Callable[[Any], Response]) -> None:
        self._journal = journal
        self._find_words = find_words
        self._json = json_response

    def routes(self, prefix: str) -> list[Route]:
        """Return the routes of the page under a prefix."""
        return [
            Route(prefix, self.page),
            Route(f"{prefix}/page/{{name}}", self.file),
            Route(f"{prefix}/journal/{{number}}/view", self.view),
            Route(f"{prefix}/journal/{{number}}/speech", self.speech),
            Route(f"{prefix}/journal/{{number}}/audio/{{index}}", self.audio),
        ]

    def page(self, request: Request) -> Response:
        return _file("index.html")

    def file(self, request: Request) -> Response:
        return _file(request.path_params["name"])

    def view(self, request: Request) -> Response:
        """Return a request with its response, its newer frames in short, and programs that send it again."""
        entry = self._entry(request)
        since = request.query_params.get("since", "")
        start = int(since) if re.fullmatch(r"\d{1,9}", since, re.ASCII) else 0
        base = request.query_params.get("base", "")
        if not re.fullmatch(r"https?://[\w.\[\]:-]+(/[\w./~-]*)?", base, re.ASCII):
            base = f"{request.url.scheme}://{request.headers.get('host', 'localhost')}"
        frames = entry.frames[start:]
        shown = entry.fields() | {
            "shape": entry.shape,
            "response": _readable(entry, self._journal.responses.get(entry.number)),
            "frames": [_in_short(frame) for frame in frames],
            "curl": curl(entry, base),
            "python": python(entry, base),
        }
        return self._json(shown)

    def speech(self, request: Request) -> Response:
        return self._json({"speeches": [each.fields() for each in self._speeches(request)]})

    def audio(self, request: Request) -> Response:
        found, index = self._speeches(request), request.path_params["index"]
        if not re.fullmatch(r"\d{1,6}", index, re.ASCII) or int(index) >= len(found):
            raise HTTPException(404)
        return Response(found[int(index)].wav(), media_type="audio/wav", headers={"Cache-Control": "no-store"})

    def _entry(self, request: Request) -> Entry:
        number = request.path_params["number"]
        for entry in self._journal.requests():
            if str(entry.number) == number:
                return entry
        raise HTTPException(404, "there is no such request in the journal")

    def _speeches(self, request: Request) -> list[Speech]:
        entry = self._entry(request)
        return speeches(entry, self._journal.responses.get(entry.number), self._find_words)


def _file(name: str) -> Response:
    """Return a file of the page. Raise HTTPException if there is none of this name."""
    folder = files(__package__ or "").joinpath("static")
    if name not in {each.name for each in folder.iterdir()}:
        raise HTTPException(404)
    media = MEDIA[name.rpartition(".")[2]]
    return Response(folder.joinpath(name).read_bytes(), media_type=media, headers=_HEADERS)


def _readable(entry: Entry, content: bytes) -> str | None:
    """Return the content of a response as text without credentials; None if it is audio or another file."""
    if (entry.media or "").startswith("audio/"):
        return None
    try:
        text = redact(content.decode())
    except UnicodeDecodeError:
        return None
    return text[:_MOST_SHOWN]


def _in_short(frame: Frame) -> dict[str, Any]:
    """Return a frame for the timeline: its type and context, and its text with long fields shortened."""
    message, text = frame.message, frame.text
    context = None
    if isinstance(message, dict):
        context = message.get("context_id")
        cut = {name: _cut(value) if isinstance(value, str) else value for name, value in message.items()}
        text = json.dumps(cut, ensure_ascii=False)
    return {
        "direction": frame.direction,
        "at": round(frame.at, 4),
        "size": frame.size,
        "type": str(kind) if (kind := frame.type) is not None else None,
        "context": str(context) if context is not None else None,
        "text": None if text is None else text[: 10 * _SHORT],
    }


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:40]}... ({len(text)} characters)"
