"""How cost grows with what there is of something: measured, printed, and drawn as SVG without a library."""

from __future__ import annotations

import math
import time
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from tests.bench.measuring import PROJECT, Ratio, Sides
from tests.bench.rows import GROWTH
from tests.bench.sides import Figures

FOLDER = PROJECT / "docs/performance"
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 320, 64, 40, 150, 44
COLORS = {"ours": "#2563eb", "official": "#dc2626", "floor": "#6b7280"}
NAMES = {"ours": "this client", "official": "official library", "floor": "raw"}
SECONDS = 40
"""How long a curve may take, about: a size has at least one pair, and as many more as there is time for."""
Lines = dict[str, list[tuple[int, float]]]


def measured(sides: Sides, names: list[str], pairs: int) -> list[dict[str, Any]]:
    results = []
    for name in names:
        scene, sizes, title = GROWTH[name]
        lines: Lines = {}
        for size in sizes:
            found: list[dict[str, Figures]] = []
            began = time.monotonic()
            while len(found) < pairs:
                found += sides.pairs(scene, size, 1)
                spent = time.monotonic() - began
                if spent + spent / len(found) > SECONDS / len(sizes):
                    break
            for side in sides.pythons:
                value = Ratio(found, "cpu", "official", side).ours
                if value is not None:
                    lines.setdefault(side, []).append((size, value))
            said = ", ".join(f"{side} {values[-1][1]:.1f}" for side, values in lines.items())
            print(f"{name} {size}: {said}", flush=True)
        FOLDER.mkdir(exist_ok=True)
        Path(FOLDER, f"{name}.svg").write_text(drawn(f"{title}, in microseconds", lines), encoding="utf-8")
        results.append({"name": name, "title": title, "lines": lines})
    return results


def ticks(most: float) -> list[float]:
    """Return round numbers from 0 to at least `most`, four to six of them."""
    step = 10.0 ** math.floor(math.log10(most))
    step = next(each for each in (step / 5, step / 2, step, 2 * step) if most / each <= 5)
    return [step * number for number in range(math.ceil(most / step) + 1)]


def drawn(title: str, lines: Lines) -> str:
    """Draw a line for each side: sizes from left to right by their logarithm, cost upward from zero."""
    title = escape(title)
    sizes = sorted({size for points in lines.values() for size, _ in points})
    marks = ticks(max(value for points in lines.values() for _, value in points))
    inner, tall = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def x(size: int) -> float:
        return LEFT + inner * math.log(size / sizes[0]) / math.log(sizes[-1] / sizes[0])

    def y(value: float) -> float:
        return TOP + tall * (1 - value / marks[-1])

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{title}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{LEFT}" y="20" font-size="14">{title}</text>',
    ]
    for mark in marks:
        parts.append(f'<path d="M{LEFT} {y(mark):.1f}H{WIDTH - RIGHT}" stroke="#e5e7eb"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y(mark) + 4:.1f}" text-anchor="end">{mark:g}</text>')
    parts += [f'<text x="{x(size):.1f}" y="{HEIGHT - 20}" text-anchor="middle">{size}</text>' for size in sizes]
    for at, (side, points) in enumerate(lines.items()):
        color = COLORS.get(side, "#059669")
        way = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in points)
        parts.append(f'<polyline points="{way}" fill="none" stroke="{color}" stroke-width="2"/>')
        parts += [f'<circle cx="{x(size):.1f}" cy="{y(value):.1f}" r="3" fill="{color}"/>' for size, value in points]
        parts.append(
            f'<text x="{WIDTH - RIGHT + 12}" y="{TOP + 16 + 18 * at}" fill="{color}">{NAMES.get(side, side)}</text>'
        )
    return "\n".join([*parts, "</svg>", ""])
