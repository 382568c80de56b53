"""Speech to look at: its waveform with its words, as SVG, and with a player, as HTML for notebooks. No I/O."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterator, Sequence

from .cues import width as signs
from .words import Word, spaced

_HEIGHT, _WAVE, _MARGIN = 160, 90, 10
"""Pixels of the picture, of the waveform, and around it."""
_SIGN = 7
"""Pixels of a sign of a word, roughly."""
_STEPS = (1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600)
"""Seconds from one time of the axis to the next."""
_STEP = 80
"""Pixels from one time to the next at least."""
_SHOWN = 2000
"""Words that a notebook shows at most."""


def picture(peaks: Sequence[float], words: Sequence[Word], duration: float, width: int) -> str:
    """Return the SVG of a waveform with words. `peaks`: loudness, one for each pixel; the loudest one fills the height."""
    middle, scale = _MARGIN + _WAVE / 2, (width - 2 * _MARGIN) / max(duration, 1e-9)
    full = _WAVE / 2 / max(0.01, *peaks, 0.01)
    lines = "".join(
        f"M{_MARGIN + x} {middle - max(0.5, peak * full):.1f}V{middle + max(0.5, peak * full):.1f}"
        for x, peak in enumerate(peaks)
    )
    labels = list(_labels(words, scale, width))
    if 2 * len(labels) < len(words):
        labels = []  # a few words of a long text say nothing
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {_HEIGHT}" width="{width}" height="{_HEIGHT}" role="img">'
        f"<title>Speech of {duration:.1f} seconds</title>"
        f'<rect width="{width}" height="{_HEIGHT}" fill="#ffffff"/>'
        f'<path d="{lines}" stroke="#3366cc" stroke-width="1" fill="none"/>'
        f'<g font-family="sans-serif" font-size="12" fill="#222222">{"".join(labels)}</g>'
        f'<g font-family="sans-serif" font-size="11" fill="#777777">{"".join(_times(duration, scale))}</g></svg>\n'
    )


def _labels(words: Sequence[Word], scale: float, width: int) -> Iterator[str]:
    """Yield the words, each under its place in one of two rows; those without room are left out."""
    free = [0.0, 0.0]
    """Where each row is free."""
    for word in words:
        x = _MARGIN + word.start * scale
        row = next((number for number, begin in enumerate(free) if begin <= x), None)
        if row is None or x + _SIGN * signs(word.text) > width:
            continue
        free[row] = x + _SIGN * (signs(word.text) + 1)
        text, y = _escaped(word.text), _MARGIN + _WAVE + 16 + 16 * row
        yield f'<text x="{x:.1f}" y="{y}">{text}<title>{word.start:.2f} s</title></text>'


def _times(duration: float, scale: float) -> Iterator[str]:
    """Yield the times of the axis."""
    step = next((step for step in _STEPS if step * scale >= _STEP), _STEPS[-1])
    for seconds in range(0, int(duration) + 1, step):
        clock = f"{seconds // 60}:{seconds % 60:02}"
        yield f'<text x="{_MARGIN + seconds * scale:.1f}" y="{_HEIGHT - 6}">{clock}</text>'


def page(svg: str, words: Sequence[Word], audio: bytes, media: str) -> str:
    """Return the HTML of a player, a waveform and the words. Without audio, there is no player."""
    source = f"data:{media};base64,{base64.b64encode(audio).decode()}"
    player = f'<audio controls preload="none" src="{source}" style="width:100%"></audio>' if audio else ""
    spans = "".join(
        f'{space}<span title="{word.start:.2f} s">{_escaped(word.text)}</span>'
        for space, word in spaced(words[:_SHOWN])
    )
    more = " \u2026" if len(words) > _SHOWN else ""
    return f'<div style="max-width:100%;overflow:auto">{player}{svg}<p dir="auto">{spans}{more}</p></div>'


def _escaped(text: str) -> str:
    """Return a text that is nothing but text in HTML and SVG: without marks, and without signs that XML has not."""
    return html.escape("".join(sign for sign in text if sign.isprintable() or sign in "\u200c\u200d"))
