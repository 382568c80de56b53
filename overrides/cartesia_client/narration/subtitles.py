"""Subtitles as files: SRT, WebVTT and JSON. No I/O."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Literal

from cartesia_api.arguments import InvalidRequestError

from .cues import Cue, cues
from .words import Word

Kind = Literal["srt", "vtt", "json"]
KINDS = ("srt", "vtt", "json")


def subtitles(words: Sequence[Word], kind: str, duration: float) -> str:
    """Return subtitles as the text of a file.

    Raises:
        InvalidRequestError: There is no such kind of file.
    """
    if kind not in KINDS:
        raise InvalidRequestError(f"subtitles must be one of {', '.join(KINDS)}, not {kind!r}")
    found = cues(words)
    if kind == "json":
        facts = {
            "duration": round(duration, 3),
            "cues": [{"start": round(c.start, 3), "end": round(c.end, 3), "text": "\n".join(c.lines)} for c in found],
            "words": [{"text": w.text, "start": round(w.start, 3), "end": round(w.end, 3)} for w in words],
        }
        return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"
    return _srt(found) if kind == "srt" else _vtt(found)


def _srt(found: Iterable[Cue]) -> str:
    # An arrow within a text would look like the times of a cue.
    blocks = (
        f"{number}\n{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}\n"
        + "\n".join(cue.lines).replace("-->", "\u2192")
        for number, cue in enumerate(found, 1)
    )
    return "".join(f"{block}\n\n" for block in blocks)


def _vtt(found: Iterable[Cue]) -> str:
    blocks = (
        f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}\n" + "\n".join(map(_escaped, cue.lines)) for cue in found
    )
    return "WEBVTT\n\n" + "".join(f"{block}\n\n" for block in blocks)


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: float, mark: str) -> str:
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}{mark}{rest % 1000:03}"
