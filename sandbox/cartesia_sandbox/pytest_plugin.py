"""Fixtures for pytest: one sandbox per session, reset before each test, and clients for it. Loaded by pytest itself.

It imports only pytest until a test requests a fixture.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import inspect
import itertools
import unittest
from collections.abc import Generator, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from cartesia_client import AsyncCartesia, Cartesia

    from .faults.plan import FaultPlan
    from .journal.journal import Journal
    from .server import Sandbox

MARKER = "cartesia_fault"
PREPARED = pytest.StashKey["Sandbox"]()
"""The sandbox of a test, once its faults are planned."""


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        f"{MARKER}(kind, **fields): plan a fault for the sandbox of this test, such as "
        f'@pytest.mark.{MARKER}("status", status=429, times=2); the test fails if it never triggers, unless optional=True. '
        "For one operation, the marker of a parameter wins over those of its test, these over those of its class, and these over "
        "those of the module",
    )


@pytest.fixture(scope="session")
def cartesia_sandbox_options() -> dict[str, Any]:
    """Return the options of the sandbox: override this fixture, with `scope="session"`, to return arguments of `Sandbox`."""
    return {}


@pytest.fixture(scope="session")
def cartesia_sandbox_of_the_run(cartesia_sandbox_options: dict[str, Any]) -> Iterator[Sandbox]:
    """Start the server of the session. Tests use `cartesia_sandbox`, which resets it."""
    try:
        sandbox = import_module("cartesia_sandbox").Sandbox  # the face of the package says what is missing
    except ModuleNotFoundError as error:
        pytest.fail(str(error), pytrace=False)
    with sandbox(**cartesia_sandbox_options) as running:
        yield running


@pytest.fixture
def cartesia_sandbox(cartesia_sandbox_of_the_run: Sandbox, request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """Return the sandbox in its initial state, with the faults of the markers of the test. `url` is its base URL.

    The test fails if a planned fault triggers less often than planned, unless it is optional.
    """
    sandbox = cartesia_sandbox_of_the_run
    sandbox.reset()
    _plan(sandbox.faults, request.node)
    request.node.stash[PREPARED] = sandbox
    yield sandbox
    sandbox.reset()


def _plan(faults: FaultPlan, node: pytest.Item) -> None:
    """Plan the faults of the markers of a test. For one operation, the nearest marker wins."""
    taken: set[str] = set()
    of_parameters = [id(mark) for mark in getattr(getattr(node, "callspec", None), "marks", ())]
    pairs = [(id(mark) not in of_parameters, owner, mark) for owner, mark in node.iter_markers_with_node(MARKER)]
    markers = itertools.groupby(sorted(pairs, key=lambda each: each[0]), key=lambda each: each[:2])
    for _, group in markers:  # its parameters first, then the test, its class, its module and its package
        nearer = set(taken)
        for *_, marker in reversed(list(group)):
            try:
                planned = faults.add(*marker.args, **marker.kwargs)
            except (TypeError, ValueError) as error:
                pytest.fail(f"the marker {MARKER}{marker.args} plans no fault: {error}", pytrace=False)
            reach = faults.reach(planned.fault)
            taken |= reach
            if reach & nearer:
                faults.remove(planned.number)


@pytest.fixture
def cartesia_faults(cartesia_sandbox: Sandbox) -> FaultPlan:
    """Return the planned faults of this test: `cartesia_faults.add("status", status=429)`."""
    return cartesia_sandbox.faults


@pytest.fixture
def cartesia_journal(cartesia_sandbox: Sandbox) -> Journal:
    """Return the requests and frames of this test: `cartesia_journal.only("tts.generate").body["transcript"]`."""
    return cartesia_sandbox.journal


@pytest.fixture
def cartesia_client(cartesia_sandbox: Sandbox) -> Iterator[Cartesia]:
    """Return a client of the sandbox of this test, with the API key `sandbox`. It is closed after the test."""
    from cartesia_client import Cartesia

    with Cartesia(api_key="sandbox", base_url=cartesia_sandbox.url) as client:
        yield client


@pytest.fixture
def async_cartesia_client(cartesia_sandbox: Sandbox, request: pytest.FixtureRequest) -> Iterator[AsyncCartesia]:
    """Return an asyncio client of the sandbox of this test. It is closed after the test, in the event loop of an async test."""
    from cartesia_client import AsyncCartesia

    client = AsyncCartesia(api_key="sandbox", base_url=cartesia_sandbox.url)
    if isinstance(request.instance, unittest.IsolatedAsyncioTestCase):
        request.instance.addAsyncCleanup(client.close)  # runs after asyncTearDown, in the event loop of both
    yield client
    # This closes it after a sync test. After an async test it is closed already, and this does nothing. Where the event loop in
    # which it was used is gone, so are its connections.
    loop = asyncio.new_event_loop()
    try:
        with contextlib.suppress(RuntimeError):
            loop.run_until_complete(client.close())
    finally:
        loop.close()


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker(MARKER) is None or "cartesia_sandbox" in getattr(item, "fixturenames", ()):
        return
    # A test may ask for the sandbox by name when it runs. Then it has the argument `request`, and is checked afterwards.
    if "request" not in inspect.signature(getattr(item, "obj", item.runtest)).parameters:
        _reject_unused_markers(item)


def _reject_unused_markers(item: pytest.Item) -> None:
    for marker in item.iter_markers(MARKER):
        pytest.fail(
            f"the marker {MARKER}{marker.args} has no effect: the test uses no fixture of the sandbox, such as cartesia_sandbox "
            "or cartesia_client; add one, or @pytest.mark.usefixtures('cartesia_sandbox')",
            pytrace=False,
        )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    client = getattr(item, "funcargs", {}).get("async_cartesia_client")
    is_method_of_unittest = isinstance(getattr(item, "instance", None), unittest.TestCase)
    is_used_later = any("async_cartesia_client" in each.argnames for each in _fixtures(item))
    is_closed_here = not is_method_of_unittest and not is_used_later
    if client is not None and is_closed_here and inspect.iscoroutinefunction(getattr(item, "obj", None)):
        item.obj = _closing(item.obj, client)  # type: ignore[attr-defined]  # a function's item has one
    result = yield
    sandbox = item.stash.get(PREPARED, None)
    if sandbox is None:
        _reject_unused_markers(item)
    elif missed := sandbox.faults.missed():
        pytest.fail(
            f"planned faults did not trigger: {', '.join(map(repr, missed))}; {sandbox.journal.summary()}; "
            "optional=True allows a fault not to trigger",
            pytrace=False,
        )
    return result


def _fixtures(item: pytest.Item) -> Iterator[Any]:
    """Yield the fixtures of a test."""
    for each in getattr(getattr(item, "_fixtureinfo", None), "name2fixturedefs", {}).values():
        yield from each


def _closing(test: Any, client: AsyncCartesia) -> Any:
    """Return the test with the client closed at its end, in its own event loop, whichever plugin runs that."""

    @functools.wraps(test)
    async def closing(*arguments: Any, **named: Any) -> Any:
        try:
            return await test(*arguments, **named)
        finally:
            await client.close()

    return closing
