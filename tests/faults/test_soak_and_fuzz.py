"""The soak test and the fuzzer work, for a few seconds each; scripts/soak and scripts/fuzz run them for longer."""

from __future__ import annotations

from random import Random

from tests.faults.fuzz import TARGETS, fuzz
from tests.faults.mutate import mutated
from tests.faults.soak import soak


def test_mutated_inputs_only_raise_errors_of_this_project() -> None:
    report = fuzz(9_000, 60, seed=7)
    assert report.inputs.total() == 9_060
    assert set(TARGETS) <= set(report.inputs)
    assert not report.foreign, report.table()


def test_the_same_seed_gives_the_same_inputs() -> None:
    assert mutated(Random(3), bytes(100)) == mutated(Random(3), bytes(100))


def test_conversations_with_faults_lose_nothing() -> None:
    found = soak(3, at_once=10, seed=5)
    assert found.counts["complete"] > 0
    assert (found.counts["lost"], found.counts["wrong"]) == (0, 0), found.notes
