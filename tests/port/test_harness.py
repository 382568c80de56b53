"""What `scripts/port` reads and compares, without running a program."""

from __future__ import annotations

from pathlib import Path

import pytest
from cartesia_client import Cartesia

from .examples import ROUTES, serving
from .official_tests import changed
from .outcome import Made, Outcome, difference, outcome
from .programs import blocks, halves, made_whole

RAN = {"printed": "", "failure": None, "seconds": 0.1}


def test_blocks_of_a_document_become_programs_with_what_they_presume() -> None:
    text = "# Title\n\n```sh\npip\n```\n\n```py\nprint(client.voices.list())\n```\n"
    (program,) = blocks(text, "README")
    assert program.name == "README:8"
    assert program.source.startswith("from cartesia import Cartesia\nclient = Cartesia(")


def test_what_a_block_defines_is_not_presumed() -> None:
    block = "from cartesia import Cartesia\nclient = Cartesia(api_key='x')\n"
    assert made_whole(block) == block


def test_a_block_that_waits_gets_the_client_to_wait_for() -> None:
    assert "client = AsyncCartesia(" in made_whole("page = await client.voices.list()\n")


def test_the_old_and_the_new_way_are_two_programs() -> None:
    text = "```python\n# v2.x\nclient.a()\n\n# v3.x\nclient.b()\n```\n"
    assert [program.name for program in halves(text, "M")] == ["M:2 v2", "M:2 v3"]


def ended(printed: str = "", failure: str | None = None, files: tuple[Made, ...] = ()) -> Outcome:
    return Outcome(failure, printed.splitlines(), list(files), 0.1)


@pytest.mark.parametrize(
    ("theirs", "ours", "found"),
    [
        (ended("a"), ended("a"), None),
        (ended("a"), ended("b"), "prints 'b', not 'a'"),
        (ended("a"), ended(""), "prints '<end>', not 'a'"),
        (ended(), ended(failure="ValueError in line 3: x"), "ends with ValueError in line 3: x, not success"),
        (ended(failure="E in line 1: x"), ended(failure="E in line 9: y"), None),
        (ended(files=(Made("a", "raw", 1000),)), ended(files=(Made("a", "raw", 1001),)), None),
        (ended(files=(Made("a", "raw", 1000),)), ended(files=(Made("a", "raw", 900),)), "a (raw, 900)"),
        (ended(files=(Made("a", "raw", 1000),)), ended(files=(Made("a", "mp3", 1000),)), "a (mp3, 1000)"),
        (ended(files=(Made("a", "raw", 1000),)), ended(), "files: none, not a"),
    ],
)
def test_runs_are_compared(theirs: Outcome, ours: Outcome, found: str | None) -> None:
    said = difference(theirs, ours)
    assert said is None if found is None else said is not None and found in said


def test_what_changes_from_run_to_run_counts_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "a_20260101_101010.pcm").write_bytes(b"abc")
    (tmp_path / "given.wav").write_bytes(b"")
    printed = "Saved a_20260101_101010.pcm\nVoice(id='x')\n6ccbfb76-1fc6-48f7-b71d-91ac6298247b"
    read = outcome({**RAN, "printed": printed}, tmp_path, {"given.wav"})
    assert read.printed == ["Saved a_<time>.pcm", "<object>", "<id>"]
    assert read.files == [Made("a_<time>.pcm", "raw", 3)]


def test_official_tests_are_changed_where_they_are_private() -> None:
    theirs = """
from cartesia import Cartesia
from tests.utils import assert_matches_type
from cartesia._response import (
    BinaryAPIResponse,
)
class TestA:
    @pytest.mark.skip(reason="Mock server tests are disabled")
    def test_a(self):
        assert response.http_request.headers.get("X-Stainless-Lang") == "python"
        with pytest.raises(ValueError, match=r"Expected a non-empty value for `id` but received ''"):
            pass
"""
    ours = """
from cartesia_client import Cartesia
from official import assert_matches_type
from official import (
    BinaryAPIResponse,
)
class TestA:
    def test_a(self):
        with pytest.raises(ValueError):
            pass
"""
    assert changed(theirs) == ours


def test_every_operation_has_an_example_that_the_client_reads() -> None:
    with serving() as url, Cartesia(api_key="any", base_url=url) as client:
        assert client.voices.get("any").id
        assert client.voices.list().data
        client.datasets.delete("any")
    assert len({(method, route.pattern) for method, route, _ in ROUTES}) == 53
