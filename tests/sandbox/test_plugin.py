"""The pytest plugin as another project uses it: in its own run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

PROJECT = Path(__file__).parents[2]
ASYNC = "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\nfilterwarnings = error\n"


def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> pytest.RunResult:
    """Run pytest without the other plugins of this environment, which take seconds and load what this one must not."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    return pytester.runpytest_subprocess("-p", "cartesia_sandbox", "-p", "no:cacheprovider", *arguments)


def test_every_fixture(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    pytester.makeini(ASYNC)
    pytester.makepyfile(
        """
        import pytest
        import pytest_asyncio
        from cartesia_client import RateLimitError

        KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"

        @pytest.mark.cartesia_fault("status", status=429, retry_after=600)
        @pytest.mark.cartesia_fault("delay seconds=0.01 operation=voices.list")
        def test_faults(cartesia_client, cartesia_sandbox, cartesia_faults):
            assert cartesia_faults is cartesia_sandbox.faults
            with pytest.raises(RateLimitError):
                cartesia_client.voices.get(KATIE)
            assert len(list(cartesia_client.voices.list(limit=5))) > 5

        @pytest.mark.parametrize("again", [False, True])
        def test_reset(again, cartesia_client, cartesia_journal, cartesia_faults):
            assert (len(cartesia_journal), len(cartesia_faults)) == (0, 0)
            assert "Mine" not in [each.name for each in cartesia_client.pronunciation_dicts.list()]
            cartesia_client.pronunciation_dicts.create(name="Mine")
            assert "Mine" in [each.name for each in cartesia_client.pronunciation_dicts.list()]
            assert len(cartesia_journal) == 3

        async def test_async(async_cartesia_client, cartesia_journal):
            assert (await async_cartesia_client.voices.get(KATIE)).name == "Katie"
            async with async_cartesia_client.tts.websocket_connect() as socket:
                context = socket.context(model_id="sonic-3.5", voice=KATIE, output_format={
                    "container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000})
                assert b"".join([chunk async for chunk in context.speak("Hello.")])
            assert cartesia_journal.frames(type="done")

        class TestMethods:
            async def test_method(self, async_cartesia_client):
                assert (await async_cartesia_client.voices.get(KATIE)).name == "Katie"

        def test_unused(async_cartesia_client):
            pass

        @pytest_asyncio.fixture
        async def used_later(async_cartesia_client):
            yield async_cartesia_client
            assert await async_cartesia_client.get_status()

        async def test_with_a_fixture_that_asks_again(used_later, cartesia_journal):
            assert await used_later.get_status()

        def test_one_server_for_the_run(cartesia_sandbox, cartesia_sandbox_of_the_run):
            assert cartesia_sandbox is cartesia_sandbox_of_the_run
        """
    )
    run(pytester, monkeypatch, "-p", "pytest_asyncio.plugin", "--strict-markers").assert_outcomes(passed=8)


def test_a_fault_that_never_triggers_fails_the_test(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.cartesia_fault("status", status=503, times=2, operation="voices.*")
        def test_missed(cartesia_client):
            cartesia_client.get_status()

        @pytest.mark.cartesia_fault("status", status=503, optional=True)
        def test_optional(cartesia_sandbox):
            pass

        @pytest.mark.cartesia_fault("status")
        def test_other_failure_comes_first(cartesia_sandbox):
            assert 1 == 2

        @pytest.mark.cartesia_fault("explode")
        def test_mistake(cartesia_sandbox):
            pass
        """
    )
    result = run(pytester, monkeypatch)
    result.assert_outcomes(passed=1, failed=2, errors=1)
    text = result.stdout.str()
    assert "there is no fault 'explode'" in text
    assert (
        "planned faults did not trigger: <status operation='voices.*' times=2 status=503, triggered 0 of 2 times>"
        in text
    )
    assert "GET / (get_status) 200" in text
    assert "assert 1 == 2" in text


def test_the_marker_nearest_to_the_test_wins(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    pytester.makepyfile(
        """
        import pytest
        from cartesia_client import Cartesia

        pytestmark = [pytest.mark.cartesia_fault("status", status=501, times=None)]

        @pytest.fixture
        def statuses(cartesia_sandbox):
            client = Cartesia(api_key="k", base_url=cartesia_sandbox.url, max_retries=0)
            def ask(times=1):
                for _ in range(times):
                    for call in (client.get_status, lambda: list(client.voices.list(limit=100))):
                        try:
                            call()
                        except Exception as error:
                            assert error.status_code
                return [request.status for request in cartesia_sandbox.journal.requests()]
            with client:
                yield ask

        def test_of_the_module(statuses):
            assert statuses() == [501, 501]

        @pytest.mark.cartesia_fault("status", status=502, operation="voices.*")
        class TestAll:
            def test_of_the_class(self, statuses):
                assert statuses()[1] == 502

            @pytest.mark.cartesia_fault("status", status=503)
            def test_of_its_own(self, statuses):
                assert statuses()[0] == 503
                assert 501 not in statuses() and 502 not in statuses()

            @pytest.mark.cartesia_fault("status", status=504, operation="get_status")
            @pytest.mark.cartesia_fault("status", status=505, operation="get_status")
            def test_of_two(self, statuses):
                assert statuses(2)[::2] == [504, 505]
                assert statuses()[1] == 502

            @pytest.mark.cartesia_fault("status", status=504)
            @pytest.mark.parametrize("expected", [
                504, pytest.param(505, marks=pytest.mark.cartesia_fault("status", status=505))])
            def test_of_a_parameter(self, statuses, expected):
                assert statuses()[0] == expected
        """
    )
    run(pytester, monkeypatch).assert_outcomes(passed=6)


def test_a_marker_without_a_sandbox_is_rejected(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    pytester.makepyfile(
        """
        import pathlib, pytest, unittest

        @pytest.mark.cartesia_fault("status", status=429)
        def test_of_nothing(tmp_path):
            pathlib.Path("ran").touch()

        @pytest.mark.cartesia_fault("status", status=429)
        def test_of_the_wrong_fixture(cartesia_sandbox_of_the_run):
            pathlib.Path("ran").touch()

        @pytest.mark.cartesia_fault("status", status=429)
        class TestCase(unittest.TestCase):
            def test_method(self):
                pathlib.Path("ran").touch()

        @pytest.mark.cartesia_fault("status", status=429)
        def test_that_may_ask_and_does_not(request):
            pass

        @pytest.mark.cartesia_fault("status", status=429, optional=True)
        def test_that_asks(request):
            assert len(request.getfixturevalue("cartesia_faults")) == 1

        @pytest.mark.skip
        @pytest.mark.cartesia_fault("status", status=429)
        def test_skipped():
            pass

        @pytest.mark.usefixtures("cartesia_journal")
        @pytest.mark.cartesia_fault("status", status=429, optional=True)
        def test_with_another_fixture():
            pass

        @pytest.mark.cartesia_fault("nonsense")
        def test_of_no_fault(cartesia_sandbox):
            pass

        @pytest.mark.cartesia_fault()
        def test_without_a_fault(cartesia_sandbox):
            pass
        """
    )
    result = run(pytester, monkeypatch)
    result.assert_outcomes(passed=2, failed=1, errors=5, skipped=1)
    assert "the marker cartesia_fault('nonsense',) plans no fault: there is no fault 'nonsense'" in result.stdout.str()
    assert "the marker cartesia_fault() plans no fault" in result.stdout.str()
    assert "has no effect: the test uses no fixture of the sandbox" in result.stdout.str()
    assert not (pytester.path / "ran").exists()


UNITTEST = """
    import asyncio
    import unittest
    import pytest

    KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
    RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}

    class TestAgent(unittest.IsolatedAsyncioTestCase):
        @pytest.fixture(autouse=True)
        def _sandbox(self, cartesia_journal, async_cartesia_client):
            self.journal, self.client = cartesia_journal, async_cartesia_client

        async def asyncSetUp(self):
            assert (await self.client.voices.get(KATIE)).name == "Katie"

        async def asyncTearDown(self):
            assert (await self.client.voices.get(KATIE)).name == "Katie"
            assert len(self.journal.requests("voices.get")) == 2

        async def test_speech(self):
            async with self.client.tts.websocket_connect() as socket:
                context = socket.context(model_id="sonic-3.5", voice=KATIE, output_format=RAW)
                assert b"".join([chunk async for chunk in context.speak("Hello.")])
            assert self.journal.frames(type="done")

        @pytest.mark.cartesia_fault("status", status=503, operation="get_status")
        async def test_fault(self):
            await self.client.get_status()
            assert [each.status for each in self.journal.requests("get_status")] == [503, 200]

        @pytest.mark.cartesia_fault("status", status=503, operation="get_status")
        async def test_fault_that_is_missed(self):
            pass

        async def test_failure(self):
            self.fail("on purpose")

        def test_sync(self):
            assert len(self.journal.requests("voices.get")) == 1
"""
OWN_LOOP = """
    def test_event_loop_of_its_own(async_cartesia_client):
        assert asyncio.run(async_cartesia_client.voices.get(KATIE)).name == "Katie"
"""


@pytest.mark.parametrize("plugin", ["pytest_asyncio.plugin", None])
def test_the_fixtures_serve_unittest(
    plugin: str | None, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    if plugin:
        pytester.makeini(ASYNC)
    pytester.makepyfile(UNITTEST if plugin else UNITTEST + OWN_LOOP)
    result = run(pytester, monkeypatch, *(["-p", plugin] if plugin else []))
    result.assert_outcomes(passed=3 if plugin else 4, failed=2)
    text = result.stdout.str()
    assert "on purpose" in text
    assert "planned faults did not trigger: <status operation=get_status" in text


def test_options_of_the_run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    pytester.makeconftest(
        """
        import pytest

        @pytest.fixture(scope="session")
        def cartesia_sandbox_options():
            return {"api_keys": ["k"]}
        """
    )
    pytester.makepyfile(
        """
        import pytest
        from cartesia_client import AuthenticationError

        def test_options(cartesia_client):
            with pytest.raises(AuthenticationError):
                list(cartesia_client.voices.list())
        """
    )
    run(pytester, monkeypatch).assert_outcomes(passed=1)


def test_without_the_extra_a_test_says_what_to_install(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytester.makeconftest("import sys\nsys.modules['uvicorn'] = None\n")
    pytester.makepyfile("def test_it(cartesia_sandbox):\n    pass\n")
    result = run(pytester, monkeypatch)
    result.assert_outcomes(errors=1)
    assert "pip install 'cartesia-client[sandbox]'" in result.stdout.str()


def test_unused_it_costs_nothing(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    pytester.makepyfile(
        """
        import sys

        def test_nothing_is_loaded(request):
            assert request.config.pluginmanager.has_plugin("cartesia_sandbox")
            heavy = {"starlette", "uvicorn", "httpx", "numpy", "hibari", "websockets", "jsonschema_rs", "attr", "msgspec"}
            assert not heavy & set(sys.modules)
            ours = {name for name in sys.modules if name.startswith("cartesia_")}
            assert ours <= {"cartesia_sandbox", "cartesia_sandbox.pytest_plugin"}
        """
    )
    run(pytester, monkeypatch).assert_outcomes(passed=1)


def test_the_example_project(pytester: pytest.Pytester) -> None:
    """Run the tests of the example project as its owner would: in its folder, without the configuration of this project."""
    for path in (PROJECT / "tests" / "example_bot").glob("*.py"):
        shutil.copy(path, pytester.path)
    pytester.makeini(ASYNC)
    # The largest plugin here takes as long as all of the rest.
    pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:schemathesis").assert_outcomes(passed=6)
