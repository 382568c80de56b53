"""`cartesia_client.types`: the public types under the names and in the modules of the official library."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from cartesia_api import events, models, params
from cartesia_client import Cartesia, types

OFFICIAL = dict(
    line.split(": ") for line in Path(__file__).with_name("official_types.txt").read_text(encoding="utf-8").splitlines()
)
OPTIONS = {"timeout", "total", "max_retries", "extra_headers", "extra_query", "extra_body", "websocket_auth"}
OPTIONS |= {"websocket_connection_options", "on_reconnecting", "initial_delay", "max_delay", "max_queue_size"}


@pytest.mark.parametrize("module", OFFICIAL)
def test_each_official_name_is_in_its_module(module: str) -> None:
    name = "cartesia_client.types" if module == "." else f"cartesia_client.types.{module}"
    found = importlib.import_module(name)
    wanted = OFFICIAL[module].split()
    assert [each for each in wanted if not hasattr(found, each)] == []
    assert set(wanted) <= set(found.__all__)


def test_everything_public_is_there_under_its_own_name() -> None:
    own = {*models.__all__, *params.__all__, *(name for name in vars(events) if name.endswith(("Event", "Timestamps")))}
    assert own - {"UnknownEvent", "Event"} <= set(types.__all__)
    assert all(getattr(types, name) is not None for name in types.__all__)


def test_the_types_are_those_of_requests_and_responses() -> None:
    from cartesia_client.types import stt, stt_transcribe_response
    from cartesia_client.types.agents import metrics
    from cartesia_client.types.shared import WordTimestamps
    from cartesia_client.types.voice import Voice

    assert Voice is types.Voice is models.Voice
    assert types.GenerationRequest is models.GenerationRequest
    assert types.VoiceSpecifier is models.TTSRequestVoiceObject
    assert stt_transcribe_response.Word is types.TranscriptionWord is models.TranscriptionWord
    assert WordTimestamps is types.WordTimestamps is events.WordTimestamps
    assert stt.STTManualFinalizeDoneResponse is events.STTManualFinalizeDone
    assert types.WebsocketResponse == events.TTSWebsocketEvent
    assert types.TTSSSEChunkEvent is events.TTSSSEChunkEvent
    assert metrics.ResultListResponse is models.MetricResult


def test_the_arguments_of_each_method_are_a_dict() -> None:
    found = 0
    for name, method in _methods(Cartesia(api_key="key")._resources):
        keywords = {
            each.name: each for each in inspect.signature(method).parameters.values() if each.kind is each.KEYWORD_ONLY
        }
        in_path = {"id"} if name == "datasets.files.delete" else set()
        wanted = {each for each in keywords if each not in OPTIONS | in_path}
        kind = getattr(types, _params_of(name), None)
        if kind is not None:
            found += 1
            assert set(get_type_hints(kind)) == wanted, name
            required = {each for each in wanted if keywords[each].default is inspect.Parameter.empty}
            assert kind.__required_keys__ == required, name
    assert found > 25


def test_a_keyword_of_python_can_be_a_key() -> None:
    assert {"continue", "transcript"} <= set(get_type_hints(types.GenerationRequestParam))


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match=r"'cartesia_client\.types' has no attribute 'Nothing'"):
        _ = types.Nothing
    with pytest.raises(ImportError):
        importlib.import_module("cartesia_client.types.nothing")


@pytest.mark.parametrize(
    "program", ["import cartesia_client", "import cartesia_client.types", "from cartesia_client import types"]
)
def test_nothing_is_loaded_before_it_is_asked_for(program: str) -> None:
    code = f"import sys; {program}; print([name for name in sys.modules if name.startswith('cartesia_api.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def _methods(resource: Any, path: str = "") -> list[tuple[str, Callable[..., Any]]]:
    found: list[tuple[str, Callable[..., Any]]] = []
    for name in dir(type(resource)):
        value = None if name.startswith(("_", "with_")) else getattr(resource, name)
        if inspect.ismethod(value):
            found.append((path + name, value))
        elif value is not None:
            found += _methods(value, f"{path}{name}.")
    return found


def _params_of(name: str) -> str:
    """Return the name of the dict of a method, such as "CallListParams"."""
    *resources, method = name.split(".")
    noun = resources[-1] if resources else ""
    words = [noun if noun in ("tts", "stt") else noun.removesuffix("s"), method]
    return "".join(part.capitalize() for word in words for part in word.split("_")) + "Params"
