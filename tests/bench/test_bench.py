"""What the bench makes of figures. What it measures is no test: it depends on the machine."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from tests.bench import cold, growth, scenes, sides
from tests.bench.measuring import Ratio, Sides, installed, server
from tests.bench.rows import COLD, GROWTH, ROWS, Row
from tests.bench.run import verdict

ROW = Row("a row", "get", 1, "cpu", 0.4)


def test_each_row_and_each_curve_has_a_scene() -> None:
    assert callable(scenes.main)  # its module registers all of them
    for row in ROWS:
        known = cold.PROGRAMS if row.size == COLD else {**sides.SCENES, "installed": None}
        assert row.scene in known, row.title
    assert {scene for scene, *_ in GROWTH.values()} <= set(sides.SCENES)


@pytest.mark.parametrize("side", ["ours", "official", "floor"])
def test_the_programs_of_cold_starts_are_python(side: str) -> None:
    addresses = {kind: f"{kind}://127.0.0.1:1" for kind in ("http", "https", "ws", "wss")}
    for name, programs in cold.PROGRAMS.items():
        if side in programs:
            compile(programs[side].format(**addresses), name, "exec")


def test_a_ratio_is_the_median_of_those_of_the_pairs() -> None:
    pairs = [
        {"ours": {"cpu": mine}, "official": {"cpu": other}} for mine, other in ((1.0, 2.0), (3.0, 4.0), (9.0, 10.0))
    ]
    found = Ratio(pairs, "cpu", "official")
    assert (found.ours, found.other, found.ratio, found.ratios) == (3.0, 4.0, 0.75, [0.5, 0.75, 0.9])


def test_a_side_that_cannot_do_a_row_leaves_its_ratio_open() -> None:
    found = Ratio([{"ours": {"cpu": 1.0}, "official": {}}], "cpu", "official")
    assert (found.ours, found.other, found.ratio) == (1.0, None, None)
    assert verdict(ROW, found) == ("-", "")


@pytest.mark.parametrize(("ours", "met"), [(0.4, "yes"), (0.41, "NO")])
def test_a_row_is_met_up_to_its_limit(ours: float, met: str) -> None:
    found = Ratio([{"ours": {"cpu": ours}, "official": {"cpu": 1.0}}], "cpu", "official")
    assert verdict(ROW, found)[1] == met
    assert verdict(ROW._replace(against=""), found)[1] == met


def test_a_curve_is_a_picture_with_a_line_for_each_side() -> None:
    drawn = growth.drawn("CPU & more", {"ours": [(1, 5.0), (1000, 50.0)], "official": [(1, 20.0), (1000, 130.0)]})
    picture = ElementTree.fromstring(drawn)
    lines = [each.get("points", "") for each in picture.iter("{http://www.w3.org/2000/svg}polyline")]
    assert len(lines) == 2
    for line in lines:
        for point in line.split():
            across, down = map(float, point.split(","))
            assert 0 <= across <= growth.WIDTH
            assert 0 <= down <= growth.HEIGHT


@pytest.mark.parametrize("most", [0.003, 1.0, 4.2, 99.0, 12345.0])
def test_the_marks_of_an_axis_are_few_and_reach_above_all(most: float) -> None:
    marks = growth.ticks(most)
    assert marks[0] == 0
    assert marks[-1] >= most
    assert 3 <= len(marks) <= 7


def test_what_pip_and_python_bring_does_not_count_as_installed(tmp_path: Path) -> None:
    for name in ("pip/a.py", "pip-25.1.dist-info/METADATA", "ours/__pycache__/a.pyc", "ours/a.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(bytes(2**20))
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\necho {tmp_path}/\n")
    python.chmod(0o755)
    assert installed(str(python)) == {"size": 1 + python.stat().st_size / 2**20, "files": 2}


@pytest.mark.slow
def test_every_scene_runs_with_this_client() -> None:
    certifi = subprocess.run([sys.executable, "-m", "certifi"], capture_output=True, text=True, check=True)
    with server(certifi.stdout.strip()) as addresses:
        measuring = Sides({"ours": sys.executable}, addresses, scale=0.001)
        for row in ROWS:
            if row.quick and row.scene != "connections":
                assert row.figure in measuring.measure("ours", row.scene, 2 if row.size else 0), row.title
