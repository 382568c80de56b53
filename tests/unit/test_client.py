"""What a client is: one class for every version, and `dir()` that shows what can be called."""

from __future__ import annotations

import inspect
from typing import Any
from unittest.mock import Mock, create_autospec, patch

import pytest
from cartesia_api import contract
from cartesia_api.resources import Resources
from cartesia_client import AsyncCartesia, Cartesia

DATES = (contract.API_VERSION, *contract.VERSIONS)
KINDS: tuple[Any, ...] = (Cartesia, AsyncCartesia)
both = pytest.mark.parametrize("kind", KINDS)
everywhere = pytest.mark.parametrize("date", DATES)


@both
@everywhere
def test_a_client_is_of_the_class_that_was_called(kind: Any, date: str) -> None:
    client = kind(api_key="k", version=date)
    assert type(client) is kind
    assert type(client.with_options(timeout=3)) is kind


@both
def test_a_hook_for_subclasses_runs_when_the_subclass_is_defined_and_not_when_it_is_called(kind: Any) -> None:
    defined: list[str] = []

    class Parent(kind):  # type: ignore[misc]  # any of the two
        def __init_subclass__(cls, **options: Any) -> None:
            super().__init_subclass__(**options)
            defined.append(cls.__name__)

    class Mine(Parent):
        def __init__(self) -> None:
            super().__init__(api_key="k", version="2024-06-10")

        def get_status(self, **options: Any) -> Any:
            return super().get_status, options

    assert type(Mine()) is Mine
    assert defined == ["Mine"]
    assert hasattr(Mine().voices, "mix")
    inherited, options = Mine().get_status(timeout=1)
    assert inherited.__name__ == "get_status"
    assert options == {"timeout": 1}


@both
def test_a_resource_is_made_once(kind: Any) -> None:
    client = kind(api_key="k", version="2024-11-13")
    assert client.tts is client.tts
    assert vars(client)["tts"] is client.tts  # so Python finds it without asking the client again
    twin = client.with_options(max_retries=0)
    assert twin.tts is not client.tts
    assert type(twin.tts) is type(client.tts)
    assert twin.tts._session is not client.tts._session


@both
def test_the_class_has_the_resources_of_the_newest_version_for_help_and_mocks(kind: Any) -> None:
    assert {"tts", "stt", "voices", "get_status"} <= set(dir(kind))
    assert "timeout" in inspect.signature(kind.get_status).parameters
    assert Mock(spec=kind).tts.generate
    assert create_autospec(kind).get_status


@both
@everywhere
def test_dir_shows_what_can_be_called_and_nothing_that_only_raises(kind: Any, date: str) -> None:
    client = kind(api_key="k", version=date)
    shown = {name for name in dir(client) if not name.startswith("_")}
    for name in shown:
        value = getattr(client, name)
        assert getattr(value, "__annotations__", {}).get("return") != "NoReturn", name
    resources = {name.split(".")[0] for name in (entry.name for entry in client._policy.routes.operations)}
    assert resources <= shown
    other = "get_httpx_client" if kind is AsyncCartesia else "get_async_httpx_client"
    assert not shown & {
        "with_headers",
        "with_cookies",
        "with_timeout",
        "set_httpx_client",
        "set_async_httpx_client",
        other,
    }
    assert shown >= {"base_url", "close", "version", "with_options"}
    lacking = {name for name in dir(kind) if not name.startswith("_") and not hasattr(client, name)}
    assert lacking == {name for name in vars(Resources) if not name.startswith("_")} - shown


@both
def test_dir_shows_what_a_subclass_and_an_instance_add(kind: Any) -> None:
    class Mine(kind):  # type: ignore[misc]  # any of the two
        def hello(self) -> str:
            return "hello"

    client = Mine(api_key="k", version="2024-06-10")
    client.note = "mine"
    assert {"hello", "note"} <= set(dir(client))


@both
def test_an_attribute_that_there_is_not_is_named_with_the_class(kind: Any) -> None:
    client = kind(api_key="k", version="2024-06-10")
    with pytest.raises(AttributeError, match=f"'{kind.__name__}' object has no attribute 'ttts'"):
        _ = client.ttts
    with pytest.raises(AttributeError, match=r"client\.agents is not part of 2024-06-10"):
        _ = client.agents
    assert not hasattr(client, "agents")


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("kind", [Cartesia, AsyncCartesia])
def test_a_subclass_overrides_a_method_at_each_call(kind: Any, date: str) -> None:
    class Mine(kind):  # type: ignore[misc]  # a base that is a parameter
        def get_status(self, **_: Any) -> Any:
            return "mine", super().get_status

    client = Mine(api_key="k", version=date)
    assert [client.get_status()[0] for _ in range(3)] == ["mine"] * 3
    assert callable(client.get_status()[1])


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("kind", [Cartesia, AsyncCartesia])
def test_a_mock_of_a_method_serves_clients_that_have_used_it(kind: Any, date: str) -> None:
    client = kind(api_key="k", version=date)
    assert client.get_status
    with patch.object(kind, "get_status", return_value=7):
        assert client.get_status() == 7
    assert client.get_status is not None


@pytest.mark.parametrize("kind", [Cartesia, AsyncCartesia])
def test_a_property_that_fails_is_not_taken_for_the_resource(kind: Any) -> None:
    class Broken(kind):  # type: ignore[misc]  # a base that is a parameter
        @property
        def tts(self) -> Any:
            return self.no_such_thing

    with pytest.raises(AttributeError):
        _ = Broken(api_key="k").tts


@pytest.mark.parametrize("kind", [Cartesia, AsyncCartesia])
def test_dir_works_before_a_subclass_is_initialized(kind: Any) -> None:
    class Early(kind):  # type: ignore[misc]  # a base that is a parameter
        def __init__(self) -> None:
            self.__dict__["seen"] = dir(self)
            super().__init__(api_key="k")

    assert "tts" in Early().seen
