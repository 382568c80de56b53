"""Fixtures for pytest: a sandbox for the run, as new for each test, and clients for it. Loaded by pytest itself.

Nothing but pytest is imported until a test asks for a fixture.
"""

from __future__ import annotations

import asyncio
import functools
import inspect
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from cartesia_client import AsyncCartesia, Cartesia

    from .faults.plan import FaultPlan
    from .journal.journal import Journal
    from .server import Sandbox

MARKER = "cartesia_fault"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        f"{MARKER}(kind, **fields): plan a fault for the sandbox of this test, such as "
        f'@pytest.mark.{MARKER}("status", status=429, times=2); the test fails if it is never met, unless optional=True',
    )


@pytest.fixture(scope="session")
def cartesia_sandbox_options() -> dict[str, Any]:
    """How the sandbox of the run behaves: override this fixture to return what `Sandbox` takes, such as `{"strict": True}`."""
    return {}


@pytest.fixture(scope="session")
def cartesia_sandbox_of_the_run(cartesia_sandbox_options: dict[str, Any]) -> Iterator[Sandbox]:
    """The running server. Tests ask for `cartesia_sandbox`, which is this one as new."""
    try:
        from .server import Sandbox
    except ImportError as error:
        pytest.fail(f"the sandbox is not installed: pip install 'cartesia-client[sandbox]' ({error})", pytrace=False)
    with Sandbox(**cartesia_sandbox_options) as running:
        yield running


@pytest.fixture
def cartesia_sandbox(cartesia_sandbox_of_the_run: Sandbox, request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A sandbox that knows nothing of other tests, with the faults of the test's markers. `url` is its address.

    A fault that was planned and not met as often as planned fails the test, unless it is optional.
    """
    sandbox = cartesia_sandbox_of_the_run
    sandbox.reset()
    for marker in reversed(list(request.node.iter_markers(MARKER))):
        sandbox.faults.add(*marker.args, **marker.kwargs)
    yield sandbox
    sandbox.reset()


@pytest.fixture
def cartesia_faults(cartesia_sandbox: Sandbox) -> FaultPlan:
    """The plan of faults of this test: `cartesia_faults.add("status", status=429)`."""
    return cartesia_sandbox.faults


@pytest.fixture
def cartesia_journal(cartesia_sandbox: Sandbox) -> Journal:
    """The requests and frames of this test: `cartesia_journal.only("tts.generate").body["transcript"]`."""
    return cartesia_sandbox.journal


@pytest.fixture
def cartesia_client(cartesia_sandbox: Sandbox) -> Iterator[Cartesia]:
    """A client of this test's sandbox; it is closed afterwards."""
    from cartesia_client import Cartesia

    with Cartesia(api_key="sandbox", base_url=cartesia_sandbox.url) as client:
        yield client


@pytest.fixture
def async_cartesia_client(cartesia_sandbox: Sandbox) -> Iterator[AsyncCartesia]:
    """An asyncio client of this test's sandbox; it is closed after an async test in the loop of that test."""
    from cartesia_client import AsyncCartesia

    client = AsyncCartesia(api_key="sandbox", base_url=cartesia_sandbox.url)
    yield client
    # After a sync test. It is closed already after an async one, and then nothing is left to do.
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(client.close())
    finally:
        loop.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    given: dict[str, Any] = getattr(item, "funcargs", {})
    client = given.get("async_cartesia_client")
    if client is not None and inspect.iscoroutinefunction(getattr(item, "obj", None)):
        item.obj = _closing(item.obj, client)  # type: ignore[attr-defined]  # a function's item has one
    result = yield
    sandbox: Sandbox | None = given.get("cartesia_sandbox")
    if sandbox is not None and (missed := sandbox.faults.missed()):
        pytest.fail(
            f"planned faults did not trigger: {', '.join(map(repr, missed))}; the sandbox was asked: "
            f"{sandbox.journal.requests() or 'nothing'} (optional=True lets a fault be left over)",
            pytrace=False,
        )
    return result


def _closing(test: Any, client: AsyncCartesia) -> Any:
    """The test, which closes the client in its own event loop, whoever runs that."""

    @functools.wraps(test)
    async def closing(*arguments: Any, **named: Any) -> Any:
        try:
            return await test(*arguments, **named)
        finally:
            await client.close()

    return closing
