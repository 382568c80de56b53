"""The soak test and the fuzzer work, for a few seconds each; scripts/soak and scripts/fuzz run them for longer."""

from __future__ import annotations

import gc
from collections import Counter
from random import Random
from typing import Any

import cartesia_client as c
import pytest
from cartesia_sandbox import Sandbox

from tests.faults.fuzz import TARGETS, fuzz
from tests.faults.mutate import mutated
from tests.faults.soak import SPOKEN, TALKS, TEXTS, soak
from tests.unit.conftest import done


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


OURS = ("cartesia_client", "cartesia_io", "httpx")
"""Packages whose objects must not wait for the garbage collector."""


@pytest.mark.parametrize("kind", [c.Cartesia, c.AsyncCartesia])
async def test_what_a_conversation_took_is_free_when_it_ends_without_the_garbage_collector(
    kind: type[c.Cartesia | c.AsyncCartesia], cartesia_sandbox: Sandbox
) -> None:
    client: Any = kind(api_key="any", base_url=cartesia_sandbox.url)
    SPOKEN[TEXTS[0]] = bytes(6400)

    async def converse() -> None:
        for talk in TALKS.values():
            await talk(client, TEXTS[0], [])
        gc.collect()

    await converse()
    left: dict[str, int] = {"anything": 1}
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        for _ in range(5):  # a thread that is just ending may hold something once
            if left:
                await converse()
                kinds = Counter(f"{type(each).__module__}.{type(each).__name__}" for each in gc.garbage)
                left = {kind: kinds[kind] for kind in kinds if kind.startswith(OURS)}
                gc.garbage.clear()
    finally:
        gc.set_debug(0)
        gc.enable()
        gc.garbage.clear()
    await done(client.close())
    assert left == {}
