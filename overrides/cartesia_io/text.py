"""Texts of others, made fit for messages, and told from samples."""

from __future__ import annotations

import codecs
import json
import re

from .masking import masked, printable


def one_line(text: str, limit: int = 600) -> str:
    """Return a text in one line of at most `limit` characters, without control characters, which would forge lines of a log."""
    text = " ".join(text.split())
    if len(text) > limit:
        text = masked(text)[: limit + 1]  # before it is cut, because half of a credential would not be recognized
    text = printable(text)  # last: a megabyte without letters would take seconds
    return text if len(text) <= limit else masked(text)[: limit - 3] + "..."


_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""What texts in UTF-16 begin with."""
_UNMARKED = re.compile(rb"(?:[\t\r\n -~]\0){8,}[\t\r\n -~]?|(?:\0[\t\r\n -~]){8,}\0?")
"""ASCII in UTF-16 without a mark. Samples of quiet sound have both signs."""
_COLOR = re.compile(rb"\x1b\[[0-9;]*m")
"""What sets the color of a terminal."""
_BEGINNING = re.compile(r'[{\[]"|<[!?]?[a-zA-Z]\w*[\s>]')
"""What JSON and HTML begin with."""
_WORD = re.compile(r"[^\W\d_][^\WA-Z\d]{3,22}[.!]?")
"""A word that stands alone, such as the name of an error."""
_JSON = re.compile(r'[{\[][\s{\[]*"')
"""What JSON begins with that holds text."""
_MARKUP = re.compile(r"\s*<[!?a-zA-Z].*</[a-zA-Z]\w*>\s*", re.DOTALL)
"""Markup from beginning to end, however few words are in it."""


# The two ways to be wrong: raw audio may consist of any bytes, and an error that arrives in its place may be any text. Sound
# holds control characters, or bytes that are no UTF-8, within a few samples; 8-bit samples of one quiet half-wave may not, but
# they hold no spaces, which would be loud, and among other loud ones, so letters are few. In other encodings than UTF-8, only
# texts of almost nothing but ASCII letters count.
def is_text(head: bytes, *, whole: bool = False) -> bool:
    """Return whether these first bytes of a body are words rather than samples. `whole`: no others follow."""
    head = _COLOR.sub(b"", head)
    is_wide = head[:2] in _MARKS or _UNMARKED.fullmatch(head)
    text = _decoded(head.rstrip(b"\0") if whole and not is_wide else head, whole)
    if not all(character.isprintable() or character in "\t\r\n" for character in text):
        return False
    if len(text) >= 8 and _JSON.match(text):
        return True  # however few letters are in it
    if whole and (_MARKUP.fullmatch(text) or _is_json(text)):
        return True
    letters = sum(character.isalpha() or character.isspace() for character in text)
    if not re.search(r"[^\W\d_]{3}", text) or len(set(text)) < 5 or letters * 2 < len(text):
        return False
    without_spaces = len({character for character in text if character >= "\u0800"}) >= 5  # scripts of Asia
    is_marked = (
        without_spaces or len(text.split(maxsplit=1)) > 1 or _BEGINNING.match(text) or (whole and _WORD.fullmatch(text))
    )
    return bool(is_marked)


def _is_json(text: str) -> bool:
    """Return whether a text is a whole value of JSON, other than a number."""
    try:
        return not isinstance(json.loads(text), (int, float)) or text in ("true", "false")
    except (ValueError, RecursionError):
        return False


def _decoded(head: bytes, whole: bool) -> str:
    """Return what bytes say in UTF-8, or in another encoding of western letters; "" for others."""
    try:
        if head[:2] in _MARKS:
            text = head[: len(head) // 2 * 2].decode("utf-16")
            return text if max(text, default="") < "\u0250" else ""
        if _UNMARKED.fullmatch(head):
            return head.replace(b"\0", b"").decode()
        text = codecs.utf_8_decode(head, "strict", whole)[0]  # without its end, which may be half a character
        return text.removeprefix("\ufeff")
    except UnicodeDecodeError:
        others = len(re.findall(rb"[^a-zA-Z\s]", head))
        return head.decode("latin-1") if others * 5 <= len(head) else ""


_PHONEMES = re.compile(r"<<([^<>]*+)>>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LETTER = re.compile(r"[^\W_]")
_OPEN_TAG = re.compile(r"</?[a-zA-Z][^<>]*$")


def is_speakable(text: str, *, last: bool = False) -> bool:
    """Return whether there is a letter or a digit to speak, in any script.

    Args:
        text: A text, whose tags are not spoken.
        last: Whether nothing follows. If not, a tag that is open at the end may be closed by the next piece.
    """
    text = _TAG.sub(" ", _PHONEMES.sub(r"\1", text))
    return _LETTER.search(text if last else _OPEN_TAG.sub("", text)) is not None


def join_halves(text: str) -> str:
    """Join the halves of surrogate pairs that follow each other, which a text has when it was cut between them."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def split_half(text: str) -> tuple[str, str]:
    """Split off the first half of a surrogate pair at the end of a text. Its other half may begin the next piece."""
    return (text[:-1], text[-1]) if "\ud800" <= text[-1:] <= "\udbff" else (text, "")
