"""The markup of transcripts: what is a tag, and what a text reads like without."""

from __future__ import annotations

import re

PATTERN = r"<spell>(?:[^<]++|<(?!/?spell>))*+</spell>|<<[^<>]*+>>|</?[a-zA-Z][^<>]*+>|\[laughter\]"
MARKUP = re.compile(PATTERN, re.IGNORECASE)
"""A spelled word, phonemes, a tag, or a sound in brackets."""
_LASTING = re.compile(r"<(speed|volume|emotion)\b[^<>]*>", re.IGNORECASE)
_UNSEEN = re.compile("[\0-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\ufeff]")
"""Control characters, and the mark at the beginning of files. Both are no part of what is read, and break files of subtitles."""
_SPELL = re.compile(r"</?spell>", re.IGNORECASE)


def plain(text: str) -> str:
    """Return a text as it is read by eyes: without tags, with spelled words whole and phonemes as plain signs."""
    pieces, place = [], 0
    for match in MARKUP.finditer(text):
        shown = _shown(match[0])
        before, after = text[: match.start()], text[match.end() :]
        # A tag parts words only where nothing else does.
        is_parting = not shown and before[-1:].isalnum() and after[:1].isalnum()
        pieces += [text[place : match.start()], shown or (" " if is_parting else "")]
        place = match.end()
    return " ".join(_UNSEEN.sub("", "".join((*pieces, text[place:]))).split())


def _shown(markup: str) -> str:
    if _SPELL.match(markup):
        return _SPELL.sub("", markup)
    return markup[2:-2].replace("|", "") if markup.startswith("<<") else ""


def lasting(text: str) -> dict[str, str]:
    """Return the last tag of each kind that changes all that follows it: speed, volume and emotion."""
    return {match[1].lower(): match[0] for match in _LASTING.finditer(text)}
