"""`typing.get_type_hints` works on what users see: programs make tools, routes and commands of functions by it."""

from __future__ import annotations

import importlib.util
import inspect
import subprocess
import sys
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cartesia_api
import cartesia_client
import pytest
from cartesia_api.hints import Annotations
from cartesia_api.models import Voice
from cartesia_api.v2024_11_13.models import Voice as Voice2024
from cartesia_client import AsyncCartesia, Cartesia, Page

DATES = ["2026-08-14", "2026-03-01", "2025-11-04", "2025-04-16", "2024-11-13", "2024-06-10"]
PACKAGES = ["cartesia_api", *(f"cartesia_api.{path.name}" for path in Path(cartesia_api.__path__[0]).glob("v20*"))]
SPECIAL = ("__init__", "__call__", "__enter__", "__exit__", "__aenter__", "__iter__", "__aiter__", "__getitem__")


def methods(owner: Any, seen: set[int]) -> Iterator[Any]:
    """Yield the public methods of a client and of the resources in it."""
    if id(owner) in seen:
        return
    seen.add(id(owner))
    for name in dir(owner):
        if name.startswith(("_", "with_r", "with_s")):  # the latter two have the methods of the former
            continue
        member = getattr(owner, name, None)
        if inspect.ismethod(member):
            yield member
        elif type(member).__module__.startswith("cartesia_api."):
            yield from methods(member, seen)


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("client", [Cartesia, AsyncCartesia])
def test_every_method_of_the_clients(client: Any, date: str) -> None:
    found = list(methods(client(api_key="k", version=date), set()))
    assert len(found) > 20
    for method in found:
        assert "return" in typing.get_type_hints(method), method
        assert not any(isinstance(each, str) for each in inspect.get_annotations(method, eval_str=True).values())
        inspect.signature(method, eval_str=True)


def test_the_hints_are_the_types() -> None:
    client = Cartesia(api_key="k")
    assert typing.get_type_hints(client.voices.get)["return"] is Voice
    assert typing.get_type_hints(client.voices.list)["return"] == Page[Voice]
    found = typing.get_type_hints(Cartesia(api_key="k", version="2024-11-13").voices.get)
    assert found["return"] is Voice2024


def test_every_exported_class_and_its_methods() -> None:
    for name in cartesia_client.__all__:
        exported = getattr(cartesia_client, name)
        if not inspect.isclass(exported):
            continue
        typing.get_type_hints(exported)
        for each in (*(member for member in dir(exported) if not member.startswith("_")), *SPECIAL):
            member = inspect.getattr_static(exported, each, None)
            function = getattr(member, "__func__", getattr(member, "fget", member))
            if inspect.isfunction(function) and function.__module__.startswith("cartesia"):
                typing.get_type_hints(function)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_model_and_dict_and_event(package: str) -> None:
    for kind in ("models", "params", "events"):
        if importlib.util.find_spec(f"{package}.{kind}") is None:
            continue  # the same as in a newer version
        module = importlib.import_module(f"{package}.{kind}")
        for name in getattr(module, "__all__", dir(module)):
            member = getattr(module, name)
            if callable(member) and getattr(member, "__module__", "").startswith("cartesia_api"):
                typing.get_type_hints(member)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_method_of_contexts(package: str) -> None:
    if importlib.util.find_spec(f"{package}.contexts") is None:
        return  # the same as in a newer version
    module = importlib.import_module(f"{package}.contexts")
    classes = [each for each in vars(module).values() if inspect.isclass(each) and each.__module__ == module.__name__]
    functions = [each for owner in classes for each in vars(owner).values() if inspect.isfunction(each)]
    assert len(functions) >= 4
    for function in functions:
        typing.get_type_hints(function)


def test_a_dict_knows_which_of_its_keys_are_required() -> None:
    params = importlib.import_module("cartesia_api.params")
    assert params.GenerationConfigParam.__required_keys__ == frozenset()
    assert params.RawOutputFormatParam.__required_keys__ == {"container", "encoding", "sample_rate"}


def test_names_are_imported_when_annotations_are_read_and_not_before() -> None:
    code = """
import sys, typing
from cartesia_client import Cartesia
client = Cartesia(api_key="k")
resource = client.tts
assert not [name for name in sys.modules if name.startswith(("cartesia_api.models.", "cartesia_client.sockets."))]
assert "Audio" in typing.get_type_hints(resource.generate)["return"].__name__
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_names_that_cannot_be_imported_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import nothing_of_this_name\n    import json\n"
    (tmp_path / "someones_module.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path)
    module = importlib.import_module("someones_module")
    annotations = Annotations({"a": "json.JSONDecoder", "b": "nothing_of_this_name.X"}, "someones_module")
    assert dict(annotations) == {"a": "json.JSONDecoder", "b": "nothing_of_this_name.X"}
    assert hasattr(module, "json")
    assert not hasattr(module, "nothing_of_this_name")
