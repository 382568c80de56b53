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

        def test_one_server_for_the_run(cartesia_sandbox, cartesia_sandbox_of_the_run):
            assert cartesia_sandbox is cartesia_sandbox_of_the_run
        """
    )
    run(pytester, monkeypatch, "-p", "pytest_asyncio.plugin", "--strict-markers").assert_outcomes(passed=7)


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
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=6)
