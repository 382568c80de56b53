"""Modules of the official library 4.x whose classes programs name in annotations."""

from __future__ import annotations

import importlib

import cartesia_client
import pytest
from cartesia_api.resources.stt_auto_finalize import SttAutoFinalizeResource
from cartesia_api.resources.tts import AsyncTtsResource, TtsResource
from cartesia_client import Cartesia, resources
from cartesia_client.pagination import AsyncCursorIDPage, SyncCursorIDPage
from cartesia_client.resources import stt, tts, voices


def test_pages_have_their_official_names() -> None:
    assert SyncCursorIDPage is cartesia_client.Page
    assert AsyncCursorIDPage is cartesia_client.AsyncPage


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("TTSResource", TtsResource),
        ("AsyncTTSResource", AsyncTtsResource),
        ("WebSocketContext", cartesia_client.TTSContext),
        ("AsyncWebSocketContext", cartesia_client.AsyncTTSContext),
        ("TTSResourceConnection", cartesia_client.TTSWebsocket),
        ("AsyncTTSResourceConnectionManager", cartesia_client.AsyncTTSWebsocket),
    ],
)
def test_classes_of_speech_have_their_official_names(name: str, kind: type) -> None:
    assert getattr(tts, name) is kind
    assert getattr(resources, name) is kind


def test_so_have_the_others() -> None:
    assert stt.AutoFinalizeResourceConnection is cartesia_client.STTWebsocket
    assert voices.AsyncVoicesResource.__name__ == "AsyncVoicesResource"
    assert resources.SttAutoFinalizeResource is SttAutoFinalizeResource


@pytest.mark.parametrize(
    ("module", "name", "kind"),
    [
        ("agents.calls", "CallsResource", "AgentsCallsResource"),
        ("agents", "AsyncMetricsResource", "AsyncAgentsMetricsResource"),
        ("agents.agents", "AgentsResource", "AgentsResource"),
        ("agents.metrics.results", "ResultsResource", "AgentsMetricsResultsResource"),
        ("datasets.files", "AsyncFilesResource", "AsyncDatasetsFilesResource"),
        ("stt.manual_finalize", "ManualFinalizeResourceConnectionManager", "STTWebsocket"),
        ("stt.stt", "STTResource", "SttResource"),
        ("fine_tunes", "FineTunesResource", "FineTunesResource"),
    ],
)
def test_resources_in_others_have_modules_as_there(module: str, name: str, kind: str) -> None:
    found = getattr(importlib.import_module(f"cartesia_client.resources.{module}"), name)
    assert found.__name__ == kind


def test_what_is_behind_a_prefix_has_a_name(client: Cartesia) -> None:
    assert isinstance(client.voices.with_raw_response, voices.VoicesResourceWithRawResponse)
    assert isinstance(client.tts.with_streaming_response, resources.TTSResourceWithStreamingResponse)
    assert not hasattr(resources, "FilesResource")  # that of datasets; others may come


@pytest.mark.parametrize("name", ["NothingResource", "Nothing", "_private"])
def test_other_names_are_errors(name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(tts, name)
