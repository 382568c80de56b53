"""Speech to look at: its waveform with its words, as SVG, and with a player, as HTML for notebooks. No I/O."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterator, Sequence

from .words import Word

_HEIGHT, _WAVE, _MARGIN = 140, 90, 10
"""Pixels of the picture, of the waveform, and around it."""
_SIGN = 7
"""Pixels of a sign of a word, roughly."""
_SHOWN = 2000
"""Words that a notebook shows at most."""


def picture(peaks: Sequence[float], words: Sequence[Word], duration: float, width: int) -> str:
    """Return the SVG of a waveform with words. `peaks`: loudness from 0 to 1, one for each pixel."""
    middle, scale = _MARGIN + _WAVE / 2, (width - 2 * _MARGIN) / max(duration, 1e-9)
    lines = "".join(
        f"M{_MARGIN + x} {middle - max(0.5, peak * _WAVE / 2):.1f}V{middle + max(0.5, peak * _WAVE / 2):.1f}"
        for x, peak in enumerate(peaks)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {_HEIGHT}" width="{width}" height="{_HEIGHT}" role="img">'
        f"<title>Speech of {duration:.1f} seconds</title>"
        f'<rect width="{width}" height="{_HEIGHT}" fill="#ffffff"/>'
        f'<path d="{lines}" stroke="#3366cc" stroke-width="1" fill="none"/>'
        f'<g font-family="sans-serif" font-size="12" fill="#222222">{"".join(_labels(words, scale, width))}</g></svg>\n'
    )


def _labels(words: Sequence[Word], scale: float, width: int) -> Iterator[str]:
    """Yield the words, each under its place in one of two rows; those without room are left out."""
    free = [0.0, 0.0]
    """Where each row is free."""
    for word in words:
        x = _MARGIN + word.start * scale
        row = next((number for number, begin in enumerate(free) if begin <= x), None)
        if row is None or x + _SIGN * len(word.text) > width:
            continue
        free[row] = x + _SIGN * (len(word.text) + 1)
        text, y = _escaped(word.text), _MARGIN + _WAVE + 16 + 16 * row
        yield f'<text x="{x:.1f}" y="{y}">{text}<title>{word.start:.2f} s</title></text>'


def page(svg: str, words: Sequence[Word], audio: bytes, media: str) -> str:
    """Return the HTML of a player, a waveform and the words. Without audio, there is no player."""
    source = f"data:{media};base64,{base64.b64encode(audio).decode()}"
    player = f'<audio controls preload="none" src="{source}" style="width:100%"></audio>' if audio else ""
    spans = " ".join(f'<span title="{word.start:.2f} s">{_escaped(word.text)}</span>' for word in words[:_SHOWN])
    more = " \u2026" if len(words) > _SHOWN else ""
    return f'<div style="max-width:100%;overflow:auto">{player}{svg}<p dir="auto">{spans}{more}</p></div>'


def _escaped(text: str) -> str:
    """Return a text that is nothing but text in HTML and SVG: without marks, and without signs that XML has not."""
    return html.escape("".join(sign for sign in text if sign.isprintable() or sign in "\u200c\u200d"))
