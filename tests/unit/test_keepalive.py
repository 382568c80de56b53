"""When a connection is pinged and when it counts as lost, on a clock of our own."""

from __future__ import annotations

import itertools

import pytest
from cartesia_io.sockets.keepalive import Keepalive, SocketTimeouts
from hypothesis import given
from hypothesis import strategies as st


class Line:
    """A connection whose signs of life are set by hand."""

    def __init__(self, interval: float | None = 6.0, timeout: float = 10.0) -> None:
        self.keepalive = Keepalive(SocketTimeouts(interval, timeout), 0.0)
        self.now, self.signs = 0.0, 0

    def wait(self, seconds: float) -> list[str]:
        """Return what was done in so many seconds."""
        done: list[str] = []
        for _ in range(round(seconds / self.keepalive.tick)):
            self.now += self.keepalive.tick
            if what := self.keepalive.check(self.now, self.signs):
                done.append(what)
        return done


def test_a_silent_line_is_pinged_and_lost_within_20_seconds() -> None:
    line = Line()
    line.signs += 1
    assert line.wait(6) == []
    assert line.wait(2) == ["ping"]
    assert line.wait(9) == ["lost"]
    assert line.now < 18.5


def test_a_line_that_answers_pings_is_never_lost() -> None:
    line = Line()
    for _ in range(50):
        assert line.wait(9) in (["ping"], [])
        line.signs += 1


def test_a_line_on_which_something_arrives_is_not_pinged() -> None:
    line = Line()
    for _ in range(50):
        line.signs += 1
        assert line.wait(4) == []


def test_a_suspected_line_is_pinged_at_once_and_cleared_by_any_sign() -> None:
    line = Line()
    line.wait(2)
    line.keepalive.suspected = True
    assert line.wait(1) == ["ping"]
    assert line.keepalive.suspected
    line.signs += 1
    assert line.wait(2) == []
    assert not line.keepalive.suspected


def test_a_process_that_was_suspended_does_not_take_the_line_for_lost() -> None:
    line = Line()
    assert line.wait(9) == ["ping"]
    line.now += 3600
    assert line.wait(8) == []
    line.signs += 1
    assert line.wait(4) == []


def test_without_an_interval_nothing_is_pinged_but_a_suspected_line() -> None:
    line = Line(None)
    assert line.wait(1000) == []
    line.keepalive.suspected = True
    assert line.wait(1) == ["ping"]


@given(interval=st.floats(1, 60), timeout=st.floats(1, 60), last=st.integers(0, 9))
def test_a_loss_is_noticed_soon_after_its_time(interval: float, timeout: float, last: int) -> None:
    line = Line(interval, timeout)
    for _ in range(last):
        line.signs += 1
        line.wait(line.keepalive.tick)
    died = line.now
    for _ in itertools.count():
        if line.wait(line.keepalive.tick) == ["lost"]:
            break
    assert interval + timeout <= line.now - died + 1e-6
    assert line.now - died <= interval + timeout + 3 * line.keepalive.tick + 1e-6


@pytest.mark.parametrize("tick", [0.25, 1.0])
def test_checks_are_frequent_enough(tick: float) -> None:
    assert Line(4 * tick, 100).keepalive.tick == tick
