"""Subtitles: words in cues that can be read while they are heard. No I/O."""

from __future__ import annotations

import itertools
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .abbreviations import ABBREVIATIONS
from .graphemes import is_boundary
from .words import Word, spaced

WIDTH = 42
"""Signs of a line, as common guides have it; those of full width count twice."""
SHORTEST, LONGEST = 1.0, 7.0
"""Seconds of a cue."""
_SEEN = 0.002
"""Seconds of a cue at least, also where its words have no length: files count milliseconds."""
_PAUSE = 1.5
"""Seconds of silence that end a cue."""
_SENTENCE_ENDS = frozenset(".!?\u2026\u3002\uff01\uff1f\uff61\u0964\u0965\u06d4\u061f\u0589\u1362\u104b\u17d4")
_CLAUSE_ENDS = frozenset(",;:\u2014\u2013\u3001\uff0c\uff1b\uff1a\u060c\u061b\u1363\u104a)\uff09\u300d\u300f")
_ENDING_COSTS = (0.0, 0.3, 1.0, 2.0)
_OPENING = "\"'\u2018\u201c\u00ab(["
_QUOTES = "\"'\u2019\u201d\u00bb)]\u300d\u300f\uff09"

# All ways to cut the words into cues are compared, from the end to the beginning, each cue with the best way to go on behind it.
# A cue that cannot be read is none: one that is too long, in seconds or in lines. Of the others, those are best that end where a
# sentence or clause does, that are neither very short nor almost empty, and that hold no end of a sentence but their own.


class Cue(NamedTuple):
    """What is on the screen at one time."""

    start: float
    """Seconds from the beginning of the audio."""
    end: float
    lines: tuple[str, ...]
    """One line or two."""


class _Token(NamedTuple):
    text: str
    start: float
    end: float
    is_glued: bool
    """Whether no space stands before it."""


def cues(words: Sequence[Word]) -> list[Cue]:
    """Return the cues of some words. They never overlap."""
    tokens = list(_tokens(words))
    made = [_cue(tokens[first:last]) for first, last in _best_cuts(tokens)]
    found: list[Cue] = []
    for cue, following in itertools.zip_longest(made, made[1:]):
        found.append(_timed(cue, found[-1].end if found else 0.0, following.start if following else None))
    return found


def width(text: str) -> int:
    """Return how wide a text is: signs of full width count twice, and those that are put on others do not count."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(sign) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(sign) in "WF"
        else 1
        for sign in text
    )


def _tokens(words: Sequence[Word]) -> Iterator[_Token]:
    """Yield what a line is made of: words, of which those that are wider than a line are cut."""
    for space, word in spaced(words):
        parts = list(_fitting(word.text))
        step = (word.end - word.start) / len(parts)
        for number, part in enumerate(parts):
            start = word.start + number * step
            yield _Token(part, start, start + step, not space or number > 0)


def _fitting(text: str) -> Iterator[str]:
    line = ""
    for sign in text:
        if line and width(line + sign) > WIDTH and is_boundary(line[-1], sign):
            yield line
            line = ""
        line += sign
    yield line


def _best_cuts(tokens: Sequence[_Token]) -> list[tuple[int, int]]:
    """Return first and last place of each cue."""
    widths = [0, *itertools.accumulate(width(token.text) + (not token.is_glued) for token in tokens)]
    ends = [_ending(token.text) for token in tokens]
    costs, nexts = [0.0] * (len(tokens) + 1), [0] * (len(tokens) + 1)
    for first in reversed(range(len(tokens))):
        options = _costs(tokens, widths, ends, first)
        costs[first], nexts[first] = min((cost + costs[last], last) for last, cost in options)
    cuts, place = [], 0
    while place < len(tokens):
        cuts.append((place, nexts[place]))
        place = nexts[place]
    return cuts


def _costs(
    tokens: Sequence[_Token], widths: Sequence[int], ends: Sequence[int], first: int
) -> Iterator[tuple[int, float]]:
    """Yield where a cue that begins here may end, and how bad that is."""
    sentences = 0
    for last in range(first + 1, len(tokens) + 1):
        seconds = tokens[last - 1].end - tokens[first].start
        is_broken = last > first + 1 and tokens[last - 1].start - tokens[last - 2].end > _PAUSE
        if last > first + 1 and (seconds > LONGEST or is_broken or not _line_ends(widths, first, last)):
            return
        following = tokens[last].start if last < len(tokens) else tokens[last - 1].end + SHORTEST
        fill = min(1.0, (widths[last] - widths[first]) / (2 * WIDTH))
        cost = 0.5 + (1 - fill) ** 2 + _ENDING_COSTS[ends[last - 1]] + 0.4 * sentences
        cost += 10 * (following - tokens[first].start < _SEEN)  # no time at all
        cost += 2 * max(0.0, SHORTEST - max(seconds, min(following - tokens[first].start, SHORTEST)))
        yield last, cost
        sentences += ends[last - 1] == 0


def _ending(text: str) -> int:
    """Return how bad an end of a cue a word is: 0 for the end of a sentence, 1 for that of a clause, 3 for an abbreviation, which
    belongs to the next word, 2 for others."""
    word = text.rstrip(_QUOTES) or text
    mark = word[-1:]
    if mark == "." and _is_abbreviation(word[:-1].lstrip(_OPENING).casefold()):
        return 3
    return 0 if mark in _SENTENCE_ENDS else 1 if mark in _CLAUSE_ENDS or text[-1:] in _CLAUSE_ENDS else 2


def _is_abbreviation(word: str) -> bool:
    """Return whether a word with a full stop is short for another one, an initial, or has stops within, as in "p.m."."""
    return word in ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or (word[1:2] == "." and word[0].isalpha())


def _line_ends(widths: Sequence[int], first: int, last: int) -> list[int]:
    """Return where the first line of a cue may end: behind all of it if one line is enough, nowhere if two are not."""
    # Each word counts with the space before it, which a line does not begin with.
    if widths[last] - widths[first] - 1 <= WIDTH:
        return [last]
    latest = bisect_right(widths, widths[first] + WIDTH + 1, first, last + 1) - 1
    earliest = bisect_right(widths, widths[last] - WIDTH - 2, first, last + 1)
    return list(range(max(earliest, first + 1), min(latest, last - 1) + 1))


def _cue(tokens: Sequence[_Token]) -> Cue:
    widths = [0, *itertools.accumulate(width(token.text) + (not token.is_glued) for token in tokens)]
    ends = _line_ends(widths, 0, len(tokens)) or [len(tokens)]
    # Best where a clause ends, else where both lines are about equally long.
    end = min(
        ends, key=lambda end: (abs(2 * widths[end] - widths[-1]) + 20 * max(0, _ending(tokens[end - 1].text) - 1), end)
    )
    lines = tuple(line for line in (_line(tokens[:end]), _line(tokens[end:])) if line)
    return Cue(tokens[0].start, tokens[-1].end, lines)


def _line(tokens: Sequence[_Token]) -> str:
    return "".join(("" if number == 0 or token.is_glued else " ") + token.text for number, token in enumerate(tokens))


def _timed(cue: Cue, before: float, following: float | None) -> Cue:
    """Return a cue that is there for long enough, comes when the one before it has gone, and is gone when the next one comes."""
    start = max(cue.start, before)
    end = max(cue.end, start + SHORTEST)
    end = min(end, start + LONGEST, following if following is not None else end)
    return cue._replace(start=start, end=max(end, start + _SEEN))
