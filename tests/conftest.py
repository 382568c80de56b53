from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest
from cartesia_sandbox import Sandbox
from hypothesis import HealthCheck, settings

from tests import private_names

collect_ignore = ["example_bot"]  # a project of its own, which tests/sandbox/test_plugin.py runs


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return how many processes run the tests: one more than there are cores, for some tests wait for time limits."""
    return (os.cpu_count() or 1) + 1


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--without-private-names",
        action="store_true",
        help="run the client as with libraries that have other private names",
    )


ABOUT_QUICK_WAYS = {"test_exchange.py", "test_pool.py", "test_tcp_stream.py", "test_plain_frames.py"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only the quick ways do."""
    if config.getoption("--without-private-names"):
        for item in items:
            if item.path.name in ABOUT_QUICK_WAYS:
                item.add_marker(pytest.mark.skip(reason="the slow way does not do this"))


@pytest.fixture(autouse=True, scope="session")
def _slow_ways(pytestconfig: pytest.Config) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        if pytestconfig.getoption("--without-private-names"):
            private_names.take_away(patch)
        yield


def pytest_configure(config: pytest.Config) -> None:
    """Have random values take the time they take, and the default suite draw the same ones in each run; others draw anew."""
    steady = "not slow" in config.option.markexpr and config.getoption("hypothesis_seed", None) is None
    profile = settings(deadline=None, derandomize=steady, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile("suite", profile)
    settings.load_profile("suite")


def pytest_collection_finish() -> None:
    """Leave twelve thousand collected tests out of each collection of garbage; some tests ask for hundreds of those."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings, or the key, of the person who runs it."""
    for name in list(os.environ):
        if name.startswith("CARTESIA_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """One sandbox for the whole run. Its voice is loaded and has spoken, which no time limit of a test has to allow for."""
    with Sandbox() as running:
        running.engine.load().speak("Hello.", 1.0, 0)
        yield running
