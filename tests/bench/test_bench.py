"""What the bench makes of figures. What it measures is no test: it depends on the machine."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.bench import cold, growth, measuring, scenes, sides
from tests.bench.measuring import Ratio, Sides, installed, server
from tests.bench.rows import COLD, GROWTH, ROWS, Row
from tests.bench.run import compared, verdict

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


def test_sides_do_their_blocks_in_turn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each of two processes writes its name for each block into one file."""
    program = f"""if True:
        import json
        import sys
        from tests.bench.sides import Blocks
        for each in (blocks := Blocks(2)):
            with open({str(tmp_path / "blocks")!r}, "a") as file:
                file.write(sys.argv[1])
        print(json.dumps(blocks.figures()))"""
    monkeypatch.setattr(Sides, "_command", lambda self, side, scene, size: [sys.executable, "-c", program, side])
    (pair,) = Sides({"a": "", "b": ""}, {"bundle": ""}, is_quick=True).pairs("", 1, 1)
    written = (tmp_path / "blocks").read_text()
    assert len(written) >= 2 * 3
    assert written == "ab" * (len(written) // 2)
    assert pair["a"]["count"] == pair["b"]["count"] == 2


def test_a_block_in_which_the_machine_was_busy_does_not_count_for_more_than_others() -> None:
    blocks = sides.Blocks(1)
    for cost in (3.0, 90.0, 2.0):
        blocks.add({"cpu": cost})
    assert blocks.figures() == {"cpu": 3.0}


@pytest.mark.parametrize(("took", "times"), [(1.9, 3), (2.0, 1)])
def test_what_has_no_blocks_is_repeated_if_it_takes_little_time(
    monkeypatch: pytest.MonkeyPatch, took: float, times: int
) -> None:
    clock = iter([0.0, took])
    monkeypatch.setattr(measuring, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    monkeypatch.setattr(
        Sides, "_pair", lambda self, order, scene, size: (False, {side: {"cpu": 1.0} for side in order})
    )
    assert len(Sides({"ours": ""}, {"bundle": ""}).pairs("", 1, 1)) == times


def test_a_process_that_fails_ends_the_bench(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sides, "_command", lambda *_: [sys.executable, "-c", "raise SystemExit(1)"])
    with pytest.raises(SystemExit, match="ended early"):
        Sides({"ours": ""}, {"bundle": ""}).pairs("", 1, 1)


def test_a_size_of_a_curve_has_pairs_for_its_share_of_the_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    clock = iter(range(0, 10**9, 3))  # a pair takes 3 s, and a size has 10
    monkeypatch.setattr(growth, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    monkeypatch.setattr(growth, "FOLDER", tmp_path)
    asked: list[int] = []

    class Counted(Sides):
        def pairs(self, scene: str, size: int, count: int, sides: object = None) -> list[dict[str, sides.Figures]]:
            asked.append(size)
            return [{"ours": {"cpu": 1.0 * size}}] * count

    growth.measured(Counted({"ours": ""}, {"bundle": ""}), ["pages"], 5)
    sizes = GROWTH["pages"][1]
    assert asked == [size for size in sizes for _ in range(3)]
    assert (tmp_path / "pages.svg").exists()


def test_what_a_library_stands_on_is_measured_only_where_a_row_is_compared_with_it() -> None:
    known = Sides({"ours": "", "official": "", "floor": ""}, {"bundle": ""})
    assert compared(known, ("get", 1)) == ["ours", "official", "floor"]
    assert compared(known, ("page", 100)) == ["ours", "official"]


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
        here = Sides({"ours": sys.executable}, addresses)
        for row in ROWS:
            if row.quick and row.scene != "connections":
                assert row.figure in here.measure("ours", row.scene, 2 if row.size else 0), row.title
