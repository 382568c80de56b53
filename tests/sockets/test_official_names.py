"""What programs of the official library call on sockets, sessions and streams, under the same names."""

from __future__ import annotations

import json
from typing import Any

import cartesia_client as c
import pytest
from cartesia_api.models import STTAutoFinalizeCloseCommand
from cartesia_sandbox import Sandbox

from tests.sockets.conftest import Peer, Server
from tests.sockets.test_stt import AUDIO, QUERY, hear, manual, turns
from tests.sockets.test_tts_with_sandbox import FIELDS
from tests.unit.conftest import Twin, done, twin

__all__ = ["twin"]


def session(twin: Twin, server: Server, channel: str = "manual_finalize") -> Any:
    client = twin.make(api_key="k", base_url=server.url, max_retries=0)
    return getattr(client.stt, channel).websocket(**QUERY)


async def all_of(twin: Twin, stream: Any) -> list[Any]:
    return [each async for each in stream] if twin.is_async else list(stream)


async def following(twin: Twin, stream: Any) -> Any:
    return await anext(stream, None) if twin.is_async else next(stream, None)


@pytest.mark.parametrize(
    "command", [None, "close", {"type": "close"}, STTAutoFinalizeCloseCommand.from_dict({"type": "close"})]
)
async def test_a_session_of_turns_ends_with_any_form_of_close(twin: Twin, server: Server, command: Any) -> None:
    server.scripts = [turns]
    made = await done(session(twin, server, "auto_finalize").enter())
    await done(made.send_raw(AUDIO))
    await done(made.close_input() if command is None else made.send(command))
    assert [event.type for event in await all_of(twin, made)][-1] == "turn.end"
    await done(made.close())


async def test_a_command_that_is_given_early_is_sent_once_the_session_is_open(twin: Twin, server: Server) -> None:
    server.scripts = [manual]
    made = session(twin, server)
    with pytest.raises(c.InvalidRequestError, match="is not a command"):
        await done(made.send("stop"))
    await done(made.send("close"))
    assert server.requests == 0
    await done(made.enter())
    assert [event.type for event in await all_of(twin, made)] == ["transcript", "transcript", "flush_done", "done"]
    await done(made.close())
    unopened = session(twin, server)
    await done(unopened.close())
    with pytest.raises(c.InvalidRequestError, match="not open"):
        await done(unopened.send("close"))


async def test_a_session_can_be_opened_without_a_block_and_closed_with_a_reason(twin: Twin, server: Server) -> None:
    how: list[Any] = []

    def script(peer: Peer) -> None:
        try:
            hear(peer, until="never")
        except Exception as error:
            how.append(error)

    server.scripts = [script]
    made = session(twin, server)
    assert await done(made.enter()) is made
    for wrong in ({"code": 5}, {"code": "1000"}, {"reason": "x" * 124}, {"reason": None}):
        with pytest.raises(c.InvalidRequestError, match="must be"):
            await done(made.close(**wrong))
    await done(made.close(code=4000, reason="enough"))
    server.close()
    assert (how[0].rcvd.code, how[0].rcvd.reason) == (4000, "enough")


async def test_events_are_dispatched_to_the_functions_for_their_kind(twin: Twin, server: Server) -> None:
    server.scripts = [manual]
    made = session(twin, server)
    heard: list[tuple[str, str]] = []

    def first(event: Any) -> None:
        heard.append(("first", event.text))

    assert made.on("transcript")(first) is first

    async def slow(event: Any) -> None:
        heard.append(("slow", event.type))

    def removed(event: Any) -> None:
        raise AssertionError

    once = made.once("event")(lambda event: heard.append(("once", event.type)))
    assert made.on("done", slow if twin.is_async else lambda event: heard.append(("slow", event.type))) is made
    assert made.on("transcript", removed).off("transcript", removed) is made
    made.off("transcript", removed)
    assert callable(once)
    await done(made.enter())
    await done(made.send_raw(AUDIO))
    await done(made.send("close"))
    await done(made.dispatch_events())
    text = f"{len(AUDIO)} bytes"
    assert heard == [("first", "Hello wor"), ("once", "transcript"), ("first", text), ("slow", "done")]
    await done(made.close())


@pytest.mark.parametrize("kind", ["error", "event", None])
async def test_an_error_of_the_service_is_dispatched_where_a_function_is_for_it(
    twin: Twin, server: Server, kind: str | None
) -> None:
    server.scripts = [lambda peer: peer.give(type="error", message="no credits", status_code=402)]
    made = await done(session(twin, server).enter())
    heard: list[Any] = []
    if kind is None:
        with pytest.raises(c.PaymentRequiredError, match="no credits"):
            await done(made.dispatch_events())
    else:
        made.on(kind, heard.append)
        await done(made.dispatch_events())
        assert (heard[0].type, heard[0].status_code, heard[0].message) == ("error", 402, "no credits")
    await done(made.close())


@pytest.mark.parametrize("wrong", [("", print), (5, print), ("transcript", "no function")])
def test_functions_for_events_are_checked(twin: Twin, server: Server, wrong: tuple[Any, Any]) -> None:
    with pytest.raises(c.InvalidRequestError, match="must be"):
        session(twin, server).on(*wrong)


async def test_a_new_kind_of_event_reaches_its_function(twin: Twin, server: Server) -> None:
    server.scripts = [turns]
    made = await done(session(twin, server, "auto_finalize").enter())
    heard: list[Any] = []
    made.on("turn.brand_new", lambda event: heard.append(event.fields["x"]))
    await done(made.close_input())
    await done(made.dispatch_events())
    assert heard == [1]
    await done(made.close())


async def test_bytes_of_an_event_can_be_parsed_again(twin: Twin, server: Server) -> None:
    server.scripts = [manual]
    made = await done(session(twin, server).enter())
    await done(made.send("close"))
    data = await done(made.recv_bytes())
    assert json.loads(data) == {"type": "transcript", "text": "Hello wor", "is_final": False, "request_id": "r"}
    assert made.parse_event(data).text == "Hello wor"
    second = await done(made.receive_bytes())
    assert made.parse_event(second) == made.parse_event(second.decode())
    assert made.parse_event(second).words[0].word == "Hello"
    with pytest.raises(c.APIConnectionError, match="a frame is invalid"):
        made.parse_event(b"no json")
    assert (await following(twin, made)).type == "flush_done"
    assert [event.type for event in await all_of(twin, made)] == ["done"]
    with pytest.raises(EOFError):
        await done(made.recv())
    await done(made.close())


@pytest.mark.parametrize("kind", ["events", "audio"])
async def test_a_stream_goes_on_after_next(twin: Twin, sandbox: Sandbox, kind: str) -> None:
    client = twin.make(api_key="any", base_url=sandbox.url)
    if kind == "events":
        stream = await done(client.tts.generate_sse(**FIELDS, transcript="Hello there."))
    else:
        stream = client.tts.generate_stream(**FIELDS, transcript="Hello there.")
    await done(stream.__aenter__() if twin.is_async else stream.__enter__())
    first = await following(twin, stream)
    rest = await all_of(twin, stream)
    assert await following(twin, stream) is None
    if kind == "events":
        assert [first.type, rest[-1].type] == ["chunk", "done"]
    else:
        assert first.startswith(b"RIFF") == (FIELDS["output_format"]["container"] == "wav")
        assert len(b"".join([first, *rest])) > 10_000
    leave = stream.__aexit__ if twin.is_async else stream.__exit__
    await done(leave(None, None, None))


@pytest.mark.parametrize(
    ("channel", "script", "command"),
    [
        ("auto_finalize", turns, '{"type": "close"}'),
        ("auto_finalize", turns, '{"type":"close"}'),
        ("auto_finalize", turns, "close"),
        ("manual_finalize", manual, "close"),
    ],
)
async def test_a_command_may_be_sent_as_text_as_it_stands(
    twin: Twin, server: Server, channel: str, script: Any, command: str
) -> None:
    server.scripts = [script]
    made = await done(session(twin, server, channel).enter())
    await done(made.send_raw(AUDIO))
    await done(made.send(command))
    assert [event.type for event in await all_of(twin, made)][-1] in ("turn.end", "done")
    await done(made.close())


async def test_text_that_is_no_command_is_refused_before_it_is_sent(twin: Twin, server: Server) -> None:
    made = session(twin, server)
    for text in ("hello", "{", "[1]", '"close"', ""):
        with pytest.raises(c.InvalidRequestError, match="is not a command"):
            await done(made.send(text))


async def test_options_of_the_library_under_a_socket_are_passed_on(twin: Twin, sandbox: Sandbox) -> None:
    client = twin.make(api_key="k", base_url=sandbox.url)
    options = {"compression": "deflate", "max_size": 1 << 20, "max_queue": 4, "write_limit": 1 << 16}
    socket = client.tts.websocket_connect(websocket_connection_options=options)
    await done(socket.enter())
    library = socket._connection._socket
    while not hasattr(library, "protocol"):
        library = library._socket if hasattr(library, "_socket") else library._connection
    assert "permessage-deflate" in library.response.headers["Sec-WebSocket-Extensions"]
    context = socket.context(**FIELDS)
    await done(context.push("Hi."))
    await done(context.no_more_inputs())
    assert await all_of(twin, context.receive())
    await done(socket.close())
    for wrong in ({"ping_interval": 3}, 3):
        with pytest.raises(c.InvalidRequestError, match="max_queue, max_size"):
            client.tts.websocket_connect(websocket_connection_options=wrong)
