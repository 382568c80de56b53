"""Measure this client, the official library and what both stand on, on one server; print a table of rows and what they may be.

Ratios are what counts; seconds move with the machine. The sides of a pair run in processes of their own, and do their work in
blocks, in turn.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.bench import growth
from tests.bench.measuring import Ratio, Sides, server
from tests.bench.rows import BEFORE, FLOOR, GROWTH, OFFICIAL, ROWS, Row

HEADS = ("row", "figure", "ours", "other", "ratio (least-most of the pairs)", "at most", "met")
COUNTED = ("instructions", "other", "ratio")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--ours", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--official", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--more", help=argparse.SUPPRESS)
    parser.add_argument("--before", help="Python of an environment with another version of this client: a column more")
    parser.add_argument(
        "--rows", metavar="TEXT", nargs="+", help="only rows whose title or scene has one of these words"
    )
    parser.add_argument("--quick", action="store_true", help="leave out the slow rows; fewer blocks of the others")
    parser.add_argument("--pairs", type=int, default=5, help="processes of each side (default: 5)")
    parser.add_argument("--instructions", action="store_true", help="count instructions, too, with valgrind; slow")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures to this file")
    parser.add_argument(
        "--growth",
        nargs="*",
        choices=list(GROWTH),
        metavar="NAME",
        help=f"measure how cost grows instead, and draw it in docs/performance/: {', '.join(GROWTH)} (default: all)",
    )
    return parser.parse_args()


def chosen(options: argparse.Namespace) -> list[Row]:
    rows = [row for row in ROWS if row.quick or not options.quick]
    words = [word.lower() for word in options.rows or [""]]
    return [row for row in rows if any(word in f"{row.title} {row.scene}".lower() for word in words)]


def verdict(row: Row, found: Ratio) -> tuple[str, str]:
    """Return what the row came to, and whether that is what is wanted."""
    if row.against:
        value = found.ratio
        text = f"{value:.3f} ({min(found.ratios):.3f}-{max(found.ratios):.3f})" if value is not None else "-"
    else:
        value, text = found.ours, "-"
    met = "" if row.limit is None or value is None else "yes" if value <= row.limit * 1.0001 else "NO"
    return text, met


def shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f}" if value >= 1000 else f"{value:.3g}"


def measured(sides: Sides, rows: list[Row], options: argparse.Namespace) -> list[dict[str, Any]]:
    """Measure row by row, and print each as soon as it is there."""
    heads = HEADS + (COUNTED if options.instructions else ())
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}", flush=True)
    kept: dict[tuple[str, int], Any] = {}
    results = []
    for row in rows:
        key = (row.scene, row.size)
        if key not in kept:
            needed = compared(sides, key)
            kept[key] = sides.pairs(row.scene, row.size, options.pairs, needed)
            if options.instructions:
                counted = {side: sides.measure(side, row.scene, row.size, True) for side in needed}
                kept[key] = [{side: {**one[side], **counted[side]} for side in one} for one in kept[key]]
        pairs = kept[key]
        for against in [row.against or OFFICIAL, *([BEFORE] if options.before else [])]:
            found = Ratio(pairs, row.figure, against)
            is_before = against == BEFORE
            text, met = verdict(row._replace(against=BEFORE, limit=None) if is_before else row, found)
            limit = shown(row.limit) if row.limit is not None and not is_before else ""
            named = f"{row.figure}, before" if is_before else row.figure
            cells = [row.title, named, shown(found.ours), shown(found.other), text, limit, met]
            if options.instructions:
                counts = Ratio(pairs, "ir", against)
                cells += [shown(counts.ours), shown(counts.other), shown(counts.ratio)]
            print(f"| {' | '.join(cells)} |", flush=True)
        results.append({**row._asdict(), "met": verdict(row, Ratio(pairs, row.figure, row.against))[1], "pairs": pairs})
    return results


def compared(sides: Sides, key: tuple[str, int]) -> list[str]:
    """Return the sides to measure for a scene: what it stands on only where a row is compared with that."""
    against = {row.against for row in ROWS if (row.scene, row.size) == key}
    return [side for side in sides.pythons if side != FLOOR or FLOOR in against]


def machine() -> dict[str, Any]:
    """Describe where this runs."""
    model = ""
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "")
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    system = {"python": platform.python_version(), "system": platform.platform()}
    return {**system, "cores": os.cpu_count(), "cpu": model, "load": load}


def main() -> None:
    options = arguments()
    if options.instructions and not shutil.which("valgrind"):
        raise SystemExit("--instructions needs valgrind, which is not on PATH")
    pythons = {"ours": options.ours, "official": options.official, "floor": options.ours}
    if options.before:
        pythons[BEFORE] = options.before
    certifi = subprocess.run([options.ours, "-m", "certifi"], capture_output=True, text=True, check=True).stdout.strip()
    with server(certifi) as addresses:
        sides = Sides(pythons, addresses, is_quick=options.quick or options.growth is not None, more=options.more)
        where = machine()
        print("Python {python}, {cores} cores, {cpu}, load {load:.1f}; CPU in us\n".format(**where), flush=True)
        if options.growth is not None:
            results: Any = growth.measured(sides, options.growth or list(GROWTH), options.pairs)
        else:
            results = measured(sides, chosen(options), options)
    if options.json:
        options.json.write_text(json.dumps({"machine": where, "results": results}, indent=1) + "\n")
    missed = [result["title"] for result in results if result.get("met") == "NO"] if options.growth is None else []
    if missed:
        print(f"\nmissed: {len(missed)}: {', '.join(missed)}", file=sys.stderr)


if __name__ == "__main__":
    main()
