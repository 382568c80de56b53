"""Long texts in pieces that are spoken one by one, split where a reader would pause. No I/O."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from cartesia_io.text import is_speakable

from .abbreviations import ABBREVIATIONS
from .graphemes import is_boundary
from .markup import MARKUP, PATTERN, lasting

LIMIT = 800
"""Characters of a piece at most: long enough for the melody of speech, short enough that little is lost with one."""

# A missed end of a sentence costs nothing: the piece is a little longer. A wrong one is heard. So a full stop ends a sentence
# only where nothing speaks against it: no abbreviation, initial or number before it, and no small letter behind it. The marks of
# scripts that have their own (CJK, Indic, Arabic, Ethiopic, ...) always do. A sentence that is too long by itself is split at
# its clauses, else between words, and only a word that is longer than a whole piece is split between its signs.
#
# Texts come from anywhere, so no pattern may look at the same characters again and again: each begins only where a run of its
# characters begins, and gives back nothing of what it has taken.

_PROTECTED = re.compile(
    rf"{PATTERN}"
    r"|\b(?:https?://|www\.)[!-;=?-~]*[\w/]"
    r"|(?<![\w.+-])[\w.+-]{1,64}+@[\w-]++(?:\.[\w-]++)+"
    r"|(?<!\d)\d++(?:[.,:/'\u2019\u00a0\u202f \u066b\u066c\uff0e\uff0c-]\d++)++"  # numbers, dates, times: digits on both sides
    r"|\b(?:\w\.){2,}",  # e.g., U.S.A.
    re.IGNORECASE | re.DOTALL,
)
_CLOSING = "\"'\u2019\u201d\u00bb)\\]}\u300d\u300f\uff09\u3011\u300b\u203a\u200b\u200e\u200f\u2060\u2069\ufeff"
"""What may follow the mark of an end: quotes, brackets, and what has no width."""
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff"
"""Letters of scripts that write no space behind a sentence."""
_END = re.compile(
    rf"(?P<own>[\u3002\uff01\uff1f\uff61\u0964\u0965\u06d4\u061f\u0589\u1362\u1367\u1368\u104b\u17d4\u17d5\u0f0d\ufe12]+[{_CLOSING}]*)"
    rf"|(?P<latin>(?<![.!?\u2026])[.!?\u2026]++[{_CLOSING}]*+)(?=\s|(?<=[!?])[{_UNSPACED}])"
)
_JAPANESE_CLOSING = "\u300d\u300f\uff09"
_PARTICLES = "\u3068\u3063\u3060\u3067\u3092\u306e\u306b\u306a"
"""First letters of what follows a quote within a sentence of Japanese, as in "..." to itta."""
_PARAGRAPH = re.compile(r"\n[^\S\n]*+\n\s*+|\u2029\s*+")
_CLAUSE = re.compile(
    rf"[;:,\u2014\u2013\u037e\u0387\u060c\u061b][{_CLOSING}]*(?=\s)|[\u3001\uff0c\uff1b\uff1a\uff64\u1363\u1364\u104a][{_CLOSING}]*"
)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[\w'\u2019\u0300-\u036f\u0900-\u0963\u0966-\u0dff\u200c\u200d-]+$")
"""A word, with the marks of scripts of India and accents that stand alone, which are no letters."""
_KEPT = "\ue000\ue001"
"""Stand, by turns, for the signs of what must stay in one piece. Unicode has no use for them."""


class Part(NamedTuple):
    """A piece of a text."""

    text: str
    """As it is written."""
    sent: str
    """As it is sent: what is still in force of tags before it comes first."""


def split(text: str, limit: int = LIMIT) -> list[Part]:
    """Split a text into parts of at most `limit` characters, but for tags and the like that are longer by themselves."""
    texts = _speakable(_packed(_sentences(text, limit), limit), limit)
    parts, tags = [], dict[str, str]()
    for each in texts:
        parts.append(Part(each, "".join(tags.values()) + each))
        tags |= lasting(each)
    return parts


def _masked(text: str, limit: int) -> str:
    """Return a text of the same length with a sign of its own in place of all that must stay in one piece: markup, and other
    things if they fit into a piece."""
    signs = itertools.cycle(_KEPT)

    def kept(match: re.Match[str]) -> str:
        return next(signs) * len(match[0]) if len(match[0]) <= limit or match[0][0] == "<" else match[0]

    return _PROTECTED.sub(kept, text)


def _sentences(text: str, limit: int) -> Iterator[tuple[str, bool]]:
    """Yield the sentences of a text with the spaces behind them, each with whether it ends a paragraph."""
    masked, begin = _masked(text, limit), 0
    ends = {match.end(): True for match in _PARAGRAPH.finditer(masked)}
    ends |= {end: False for end in _sentence_ends(masked, text) if end not in ends} | {len(text): True}
    for end in sorted(ends):
        *whole, last = _cut(text[begin:end], masked[begin:end], limit)
        yield from ((each, False) for each in whole)
        yield last, ends[end]
        begin = end


def _sentence_ends(masked: str, text: str) -> Iterator[int]:
    for match in _END.finditer(masked):
        rest = text[match.end() : match.end() + 100].lstrip()
        stop = (match["latin"] or "").rstrip(_CLOSING) == "."
        if not _goes_on(match, rest) and not (stop and _is_abbreviated(masked, match.start(), rest)):
            yield match.end()


def _goes_on(end: re.Match[str], rest: str) -> bool:
    """Return whether a sentence goes on behind a mark: with a small letter or, behind a quote of Japanese, with a particle."""
    following = rest[:1]
    is_small = following.islower() and following != following.title()  # those of Georgian begin sentences, too
    return is_small or (end[0][-1] in _JAPANESE_CLOSING and following != "" and following in _PARTICLES)


def _is_abbreviated(masked: str, place: int, rest: str) -> bool:
    """Return whether a full stop belongs to the word before it: an abbreviation, an initial or an ordinal number."""
    found = _WORD.search(masked[max(0, place - 30) : place])
    word = found[0].casefold().lstrip("-'\u2019") if found else ""
    is_short = len(word) == 1 or (len(word) <= 3 and (word.isdigit() or rest[:1].isdigit()))
    return is_short or word in ABBREVIATIONS


def _cut(sentence: str, masked: str, limit: int) -> list[str]:
    """Split a sentence that is too long: at a clause, else between words, else between signs."""
    pieces = []
    while len(sentence.rstrip()) > limit:
        end = _last(_CLAUSE, masked, limit) or _last(_SPACE, masked, limit) or _between_signs(masked, limit)
        pieces.append(sentence[:end])
        sentence, masked = sentence[end:], masked[end:]
    return [*pieces, sentence]


def _last(pattern: re.Pattern[str], masked: str, limit: int) -> int:
    """Return where the last match within the limit ends, 0 if that would leave very little before it."""
    ends = [match.end() for match in pattern.finditer(masked[: limit + 1]) if not _is_within(masked, match.start())]
    end = max((end for end in ends if end <= limit), default=0)
    return end if end > limit // 4 else 0


def _is_within(masked: str, place: int) -> bool:
    """Return whether what is before and behind a space belongs together, as in "Dr. Who"."""
    return masked[place - 1 : place] == "." and _is_abbreviated(masked, place - 1, masked[place : place + 100].lstrip())


def _between_signs(masked: str, limit: int) -> int:
    """Return the last place within the limit where one sign ends and another begins; if there is none, the first one."""
    places = range(limit, 0, -1)
    end = next((place for place in places if _is_between(masked, place)), 0)
    return end or next((place for place in range(limit, len(masked)) if _is_between(masked, place)), len(masked))


def _is_between(masked: str, place: int) -> bool:
    before, behind = masked[place - 1], masked[place]
    return not (before == behind and before in _KEPT) and is_boundary(before, behind)


def _packed(sentences: Iterator[tuple[str, bool]], limit: int) -> Iterator[str]:
    """Yield texts of several sentences. They end with a paragraph where that leaves them long enough."""
    text, ends = "", False
    for sentence, ends_paragraph in sentences:
        if text and (len((text + sentence).rstrip()) > limit or (ends and len(text) > limit // 2)):
            yield text
            text = ""
        text, ends = text + sentence, ends_paragraph
    if text:
        yield text


def _speakable(texts: Iterator[str], limit: int) -> list[str]:
    """Return the texts, without spaces around them. What has nothing to say belongs to the text before, or behind it; of what
    would make that much longer, only the tags are left."""
    found: list[str] = []
    waiting = ""
    for text in texts:
        if is_speakable(text, last=True):
            found.append(waiting + text)
            waiting = ""
        elif found:
            found[-1] = _added(found[-1], text, limit)
        else:
            waiting = _added(waiting, text, limit)
    return [text.strip() for text in found]


def _added(text: str, silent: str, limit: int) -> str:
    return text + (silent if len(text) + len(silent) <= 3 * limit else "".join(MARKUP.findall(silent)))
