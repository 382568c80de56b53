"""Sync and async are twins: the same names in the same order, the same parameters."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import cartesia_client as c
import pytest
from cartesia_api import pages, raw, resources, response
from cartesia_client import client, compat, session
from cartesia_client.audio import stream
from cartesia_client.compat import others
from cartesia_client.compat import stt as compat_stt
from cartesia_client.http import event_stream, transport
from cartesia_client.narration import methods
from cartesia_client.narration import stream as speech_stream
from cartesia_client.sockets import agents, stt, tts, tts_context
from cartesia_io.sockets import async_connection, live_twins, observed, sync_connection, websocket

PAIRS = [
    (client.Cartesia, client.AsyncCartesia),
    (session.Session, session.AsyncSession),
    (transport.SyncHTTP, transport.AsyncHTTP),
    (stream.AudioStream, stream.AsyncAudioStream),
    (pages.Page, pages.AsyncPage),
    (event_stream.EventStream, event_stream.AsyncEventStream),
    (tts_context.TTSContext, tts_context.AsyncTTSContext),
    (tts.TTSWebsocket, tts.AsyncTTSWebsocket),
    (stt.STTWebsocket, stt.AsyncSTTWebsocket),
    (agents.AgentStream, agents.AsyncAgentStream),
    (live_twins.LiveSession, live_twins.AsyncLiveSession),
    (sync_connection.SyncConnection, async_connection.AsyncConnection),
    (websocket.Socket, websocket.AsyncSocket),
    (observed.ObservedSocket, observed.ObservedAsyncSocket),
    (resources.Resources, resources.AsyncResources),
    (response.APIResponse, response.AsyncAPIResponse),
    (response.BinaryAPIResponse, response.AsyncBinaryAPIResponse),
    (raw.ResponseContextManager, raw.AsyncResponseContextManager),
    (compat.Cartesia, compat.AsyncCartesia),
    (methods.Narrating, methods.AsyncNarrating),
    (speech_stream.SpeechStream, speech_stream.AsyncSpeechStream),
    (compat_stt.STT, compat_stt.AsyncSTT),
    (others.VoiceChanger, others.AsyncVoiceChanger),
    (others.Infill, others.AsyncInfill),
]
RENAMED = {
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "aclose": "close",
}
DIFFERENT: dict[type, set[str]] = {
    client.Cartesia: {"get_httpx_client", "get_async_httpx_client"},  # one of them raises
    session.Session: {"pages"},  # a page that is fetched, a list that is not
    tts_context.TTSContext: {"receive", "speak"},  # tasks can be cancelled, and text can arrive asynchronously
    sync_connection.SyncConnection: {"_read"},
    websocket.Socket: {"recv", "drop"},  # a thread may take its time to close, an event loop may not go on
    observed.ObservedSocket: {"recv"},
}
"""Methods whose twins do not do the same."""
LIMITED: dict[type, set[str]] = {
    # A thread that waits for a frame cannot be interrupted: it waits a limited time, and a task as long as it takes.
    sync_connection.SyncConnection: {"_read"},
    websocket.Socket: {"recv"},
    observed.ObservedSocket: {"recv"},
}
"""Methods whose twins take other parameters."""
ONLY_ASYNC: dict[type, set[str]] = {
    # What interrupts the reader and hands over. Threads have a condition for that.
    sync_connection.SyncConnection: {
        "_start_sending",
        "connection_lost",
        "_wake",
        "_interrupt",
        "_hand_over",
        "_wait",
        "_arm_timer",
        "_on_timer",
    },
    tts.TTSWebsocket: {"_lock"},  # one for each event loop
    websocket.Socket: {"check_owner"},  # a socket of asyncio belongs to one event loop, too
}
"""Methods without a sync twin."""


def members(kind: type) -> list[str]:
    tree = ast.parse(inspect.getsource(kind))
    (definition,) = tree.body
    assert isinstance(definition, ast.ClassDef)
    return [node.name for node in definition.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


@pytest.mark.parametrize(("sync", "other"), PAIRS, ids=lambda kind: kind.__name__)
def test_the_twins_have_the_same_methods_in_the_same_order(sync: type, other: type) -> None:
    ours, theirs = ([RENAMED.get(name, name) for name in members(kind)] for kind in (sync, other))
    assert set(theirs) >= ONLY_ASYNC.get(sync, set())
    assert ours == [name for name in theirs if name not in ONLY_ASYNC.get(sync, set())]


@pytest.mark.parametrize(("sync", "other"), PAIRS, ids=lambda kind: kind.__name__)
def test_the_twins_take_the_same_parameters(sync: type, other: type) -> None:
    for name in members(sync):
        if not callable(inspect.getattr_static(sync, name)) or name in LIMITED.get(sync, set()):
            continue  # a property, or declared
        twin = next((new for new, old in RENAMED.items() if old == name and hasattr(other, new)), name)
        ours, theirs = inspect.signature(getattr(sync, name)), inspect.signature(getattr(other, twin))
        assert list(ours.parameters) == list(theirs.parameters), name
        assert [p.default for p in ours.parameters.values()] == [p.default for p in theirs.parameters.values()], name


@pytest.mark.parametrize(("sync", "other"), PAIRS, ids=lambda kind: kind.__name__)
def test_the_twins_have_the_same_docstrings_where_they_do_the_same(sync: type, other: type) -> None:
    found = set()
    for name in members(sync):
        twin = next((new for new, old in RENAMED.items() if old == name and hasattr(other, new)), name)
        ours, theirs = inspect.getattr_static(sync, name), inspect.getattr_static(other, twin)
        if inspect.getdoc(ours) != inspect.getdoc(theirs) and not name.startswith("__"):
            found.add(name)
    assert found <= DIFFERENT.get(sync, set())


def test_the_resources_are_twins_too() -> None:
    folder = Path(str(resources.__file__)).parent
    for path in folder.glob("[a-z]*.py"):
        classes = {node.name: node for node in ast.parse(path.read_text()).body if isinstance(node, ast.ClassDef)}
        for name, definition in classes.items():
            if not name.startswith("Async"):
                ours = [ast.unparse(node.args) for node in definition.body if isinstance(node, ast.FunctionDef)]
                theirs = [
                    ast.unparse(node.args)
                    for node in classes[f"Async{name}"].body
                    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
                ]
                assert ours == theirs


def test_every_public_name_has_a_docstring() -> None:
    for name in c.__all__:
        if name != "__version__":
            assert getattr(c, name).__doc__, name


@pytest.mark.parametrize("root", [resources.Resources, resources.AsyncResources], ids=lambda kind: kind.__name__)
def test_every_resource_says_what_it_is_for(root: type) -> None:
    nested = [
        node
        for path in Path(str(resources.__file__)).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef)
        and any(ast.unparse(each) == "cached_property" for each in node.decorator_list)
    ]
    assert len(nested) > 20
    assert [node.name for node in nested if not ast.get_docstring(node)] == []
    assert root.voices.__doc__ == "Voices: list, clone, localize, change and delete them."  # type: ignore[attr-defined]  # by parameter
