"""The retry table: what is sent again, when, and what never is."""

from __future__ import annotations

import email.utils

import pytest
from cartesia_io.http.reading import retry_after
from cartesia_io.http.retry import Decision, Outcome, RetryPolicy, decide, may_be_billed

NOW = 1_800_000_000.0


def wait(method: str, outcome: Outcome, *, attempt: int = 1, elapsed: float = 0.0, **policy: object) -> Decision:
    return decide(RetryPolicy(**policy), method, outcome, attempt, elapsed, 0.0, NOW)  # type: ignore[arg-type]  # object


def status(code: int, **headers: str) -> Outcome:
    return Outcome("status", code, {name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE"])
@pytest.mark.parametrize(
    "outcome", [Outcome("unsent"), Outcome("lost"), *map(status, [408, 409, 429, 500, 502, 503, 504, 520, 529])]
)
def test_what_costs_nothing_is_sent_again(method: str, outcome: Outcome) -> None:
    assert wait(method, outcome) == Decision(0.5)


@pytest.mark.parametrize("method", ["POST", "PATCH"])
@pytest.mark.parametrize("outcome", [Outcome("unsent"), status(429), status(503, retry_after="1")])
def test_a_post_is_sent_again_when_it_was_not_taken(method: str, outcome: Outcome) -> None:
    assert wait(method, outcome).wait is not None


@pytest.mark.parametrize("method", ["POST", "PATCH"])
@pytest.mark.parametrize("outcome", [Outcome("lost"), *map(status, [408, 409, 500, 502, 503, 504, 529])])
def test_a_post_whose_fate_is_unknown_is_sent_again_on_request_only(method: str, outcome: Outcome) -> None:
    assert wait(method, outcome).wait is None
    assert wait(method, outcome, retry_billed=True).wait == 0.5


def test_a_lost_post_says_why_it_was_not_sent_again() -> None:
    assert "may have carried out and billed" in wait("POST", Outcome("lost")).note
    assert wait("POST", status(500)).note == ""


@pytest.mark.parametrize("code", [301, 400, 401, 402, 403, 404, 422])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_rejection_is_final(method: str, code: int) -> None:
    assert wait(method, status(code), retry_billed=True) == Decision(None)


def test_the_service_may_say_whether_to_try_again() -> None:
    assert wait("GET", status(500, x_should_retry="false")).wait is None
    assert wait("GET", status(400, x_should_retry="true")).wait == 0.5
    assert wait("POST", status(429, x_should_retry="false")).wait is None
    assert wait("GET", status(404, x_should_retry="true")).wait == 0.5


@pytest.mark.parametrize("code", [400, 404, 408, 409, 422, 500, 502, 503, 504])
def test_what_may_be_billed_is_not_bought_again_because_a_header_says_so(code: int) -> None:
    assert wait("POST", status(code, x_should_retry="true")).wait is None
    assert wait("POST", status(code, x_should_retry="true"), retry_billed=True).wait == 0.5


@pytest.mark.parametrize(
    ("outcome", "billed"),
    [
        (Outcome("unsent"), False),
        (Outcome("lost"), True),
        *((status(code), False) for code in (301, 400, 401, 402, 403, 404, 413, 422, 429)),
        *((status(code), True) for code in (408, 409, 500, 502, 503, 504, 529)),
        (status(503, retry_after="1"), False),
        (status(503, retry_after="-1"), True),
        (status(500, x_should_retry="false"), True),
    ],
)
def test_an_outcome_says_whether_the_request_may_be_billed(outcome: Outcome, billed: bool) -> None:
    assert may_be_billed("POST", outcome) is billed
    assert may_be_billed("PATCH", outcome) is billed
    assert not may_be_billed("GET", outcome)
    assert not may_be_billed("DELETE", outcome)


@pytest.mark.parametrize("outcome", [Outcome("lost"), status(429), status(500), status(503, retry_after="1")])
def test_what_can_be_read_once_is_sent_once(outcome: Outcome) -> None:
    for method in ("POST", "PUT"):
        decision = wait(method, outcome._replace(read_once=True), retry_billed=True)
        assert decision.wait is None
        assert "cannot be read a second time" in decision.note


def test_delays_double_up_to_a_limit_and_jitter_shortens_them() -> None:
    delays = [wait("GET", status(500), attempt=attempt, max_retries=9).wait for attempt in range(1, 8)]
    assert delays == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0]
    assert decide(RetryPolicy(), "GET", status(500), 1, 0.0, 1.0).wait == pytest.approx(0.375)


def test_attempts_are_counted() -> None:
    assert wait("GET", status(500), attempt=2).wait is not None
    assert wait("GET", status(500), attempt=3) == Decision(None)
    assert wait("GET", status(500), max_retries=0) == Decision(None)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "-0"}, 0.0),
        ({"retry-after": "-3"}, None),
        ({"retry-after-ms": "-3", "retry-after": "7"}, 7.0),
        ({"retry-after": "Mon, 01 Jan 99999999999999999999 00:00:00 GMT"}, None),
        ({"retry-after": "Mon, 01 Jan 9999 00:00:00 -9999"}, None),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "7"}, 7.0),
        ({"retry-after": email.utils.formatdate(NOW + 30, usegmt=True)}, 30.0),
        ({"retry-after": email.utils.formatdate(NOW - 30, usegmt=True)}, 0.0),
        ({"retry-after": "tomorrow"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read_in_all_its_forms(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, NOW) == seconds


def test_retry_after_is_honored_within_the_deadline_and_rejected_beyond() -> None:
    assert wait("POST", status(429, retry_after="119")).wait == 119
    beyond = wait("POST", status(429, retry_after="121"))
    assert beyond.wait is None
    assert beyond.note == "; the service asks to wait 121 s, and retry_deadline is 120 s"
    assert wait("GET", status(429, retry_after="60"), elapsed=61).wait is None


def test_a_deadline_that_has_passed_ends_it() -> None:
    assert "130 s have passed" in wait("GET", status(500), elapsed=130).note
