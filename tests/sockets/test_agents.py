"""Calls with an agent over its socket: against servers that follow a script, and against the sandbox."""

from __future__ import annotations

import asyncio
import base64
import io
import itertools
import json
import wave
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, ClassVar

import cartesia_client as c
import pytest
from cartesia_client.types import AgentStreamDTMF
from cartesia_sandbox import Sandbox
from cartesia_sandbox.sockets import pings
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.sockets.conftest import Peer, Server

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
AGENT = "agent_5h"
CONFIG: Any = {"input_format": "pcm_16000"}
DATES = ["2026-08-14", "2026-03-01", "2025-11-04", "2025-04-16"]
SILENCE = bytes(2 * 16000 * 3 // 2)
BOTH = pytest.mark.parametrize("color", ["sync", "async"])


class Line:
    """One call in either color: the same steps in a program of threads and in one of tasks."""

    def __init__(self, color: str, url: str, **options: Any) -> None:
        kind = c.Cartesia if color == "sync" else c.AsyncCartesia
        self.client: Any = kind(api_key="sk_test", base_url=url, max_retries=0, **options)
        self.is_async = color == "async"

    async def do(self, what: Any) -> Any:
        return await what if self.is_async else what

    async def run(self, steps: Callable[[Any, Callable[[Any], Awaitable[Any]]], Awaitable[Any]], **given: Any) -> Any:
        """Open a call, take the steps in it, and close it."""
        options = {"config": CONFIG, **given}
        call = self.client.agents.stream(options.pop("agent_id", AGENT), **options)
        await self.do(call.enter())
        try:
            return await steps(call, self.do)
        finally:
            await self.do(call.close())
            await self.do(self.client.close())

    async def events(self, call: Any) -> list[Any]:
        return [event async for event in call] if self.is_async else list(call)


def greet(peer: Peer) -> dict[str, Any]:
    """Take the first event, and answer it."""
    start: dict[str, Any] = peer.take()
    peer.give(event="ack", stream_id=start["stream_id"], config=start["config"])
    return start


@BOTH
@pytest.mark.parametrize("version", DATES)
async def test_a_call_begins_with_start_and_its_events_are_typed(server: Server, color: str, version: str) -> None:
    taken: list[Any] = []

    def script(peer: Peer) -> None:
        taken.append(greet(peer))
        taken.append(peer.take())
        for event in (
            {"event": "media_output", "media": {"payload": base64.b64encode(b"\1\2").decode()}},
            {"event": "clear"},
            {"event": "dtmf", "dtmf": "#"},
            {"event": "custom", "metadata": {"mood": "good"}},
            {"event": "transfer_call"},
            {"event": "something_new", "since": 2027},
        ):
            peer.give(stream_id="mine", **event)
        peer.connection.close(1000, "call ended by agent, reason: all said")

    server.scripts = [script]
    line = Line(color, server.url, version=version)

    async def steps(call: Any, do: Any) -> tuple[list[Any], str | None]:
        assert call.end_reason is None
        await do(call.send_raw(b"\0\1"))
        return await line.events(call), call.end_reason

    events, reason = await line.run(
        steps, stream_id="mine", metadata={"to": "+15550100"}, agent={"introduction": "Hi."}
    )
    assert taken == [
        {
            "event": "start",
            "config": CONFIG,
            "stream_id": "mine",
            "agent": {"introduction": "Hi."},
            "metadata": {"to": "+15550100"},
        },
        {"event": "media_input", "stream_id": "mine", "media": {"payload": "AAE="}},
    ]
    kinds = ["ack", "media_output", "clear", "dtmf", "custom", "transfer_call", "unknown"]
    assert [event.type for event in events] == kinds
    assert [event.event for event in events[:-1]] == kinds[:-1]
    assert events[1].media.payload == b"\1\2"
    assert events[1].from_dict(events[1].to_dict()) == events[1]
    assert (events[3].dtmf, events[4].metadata, events[6].kind) == ("#", {"mood": "good"}, "something_new")
    assert reason == "call ended by agent, reason: all said"
    assert f"cartesia_version={version}" in server.peers[0].path
    assert server.peers[0].path.startswith(f"/agents/stream/{AGENT}?")


@BOTH
async def test_the_stream_has_an_id_of_its_own_until_the_service_names_it(server: Server, color: str) -> None:
    ids: list[str] = []

    def script(peer: Peer) -> None:
        ids.append(peer.take()["stream_id"])
        ids.append(peer.take()["stream_id"])
        peer.give(event="ack", stream_id="theirs", config=CONFIG)
        ids.append(peer.take()["stream_id"])

    server.scripts = [script]

    async def steps(call: Any, do: Any) -> None:
        await do(call.send_raw(b"ab"))
        assert (await do(call.recv())).type == "ack"
        await do(call.send({"event": "dtmf", "dtmf": "1"}))
        assert call.stream_id == "theirs"

    await Line(color, server.url).run(steps)
    await asyncio.to_thread(server.wait)
    assert len(ids[0]) == 36
    assert ids == [ids[0], ids[0], "theirs"]


@BOTH
async def test_events_are_sent_as_dicts_models_and_json(server: Server, color: str) -> None:
    taken: list[Any] = []

    def script(peer: Peer) -> None:
        taken.extend(peer.take() for _ in range(4))

    server.scripts = [script]

    async def steps(call: Any, do: Any) -> None:
        await do(call.send({"event": "start", "config": {"input_format": "mulaw_8000"}}))
        await do(call.send(AgentStreamDTMF(stream_id=call.stream_id, dtmf="7")))
        await do(call.send('{"event": "custom", "metadata": {}}'))
        await do(call.send_raw(b"x"))

    await Line(color, server.url).run(steps, config=c.NOT_GIVEN)
    await asyncio.to_thread(server.wait)
    assert [each["event"] for each in taken] == ["start", "dtmf", "custom", "media_input"]
    assert len({each["stream_id"] for each in taken}) == 1


WRONG: list[tuple[Any, str]] = [
    ({"event": "dtmf"}, "the event dtmf cannot be sent: .*dtmf"),
    ({"event": "dtmf", "dtmf": "12"}, "the event dtmf cannot be sent: .*dtmf"),
    ({"event": "dtmf", "dtmf": 5}, "the event dtmf cannot be sent: .*dtmf"),
    ({"event": "custom", "metadata": "x"}, "the event custom cannot be sent: .*metadata"),
    ({"event": "media_input", "media": {}}, "the event media_input cannot be sent: .*payload"),
    *(
        ({"event": "media_input", "media": {"payload": text}}, "the event media_input cannot be sent: .*base64")
        for text in ("AAA", "A A=", "-_-_", "AAAA\n", "data:audio/wav;base64,AAAA", "\u00e9")
    ),
    ({"event": "clear"}, "'clear' is no event that this socket takes; it takes start, media_input, dtmf, custom"),
    ({"type": "dtmf", "dtmf": "5"}, "None is no event that this socket takes"),
    ("finalize", "'finalize' is no event that this socket takes"),
    (b"audio", "send_raw"),
    (5, "a command must be str or dict"),
]


@BOTH
async def test_an_event_that_the_service_would_reject_is_not_sent(server: Server, color: str) -> None:
    server.scripts = [lambda peer: None]

    async def steps(call: Any, do: Any) -> None:
        for given, why in WRONG:
            with pytest.raises(c.InvalidRequestError, match=why):
                await do(call.send(given))
        for audio in ("text", [1], None):
            with pytest.raises(c.InvalidRequestError):
                await do(call.send_raw(audio))

    await Line(color, server.url).run(steps)


@BOTH
@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"config": {}}, "input_format"),
        ({"config": {"input_format": 16000}}, "input_format"),
        ({"config": "pcm_16000"}, "config must be dict"),
        ({"agent": {"introduction": 1}}, "introduction"),
        ({"metadata": ["to"]}, "metadata must be dict"),
        ({"config": None, "metadata": {"to": "x"}}, "config"),
        ({"agent_id": ""}, "agent_id"),
        ({"agent_id": ".."}, "agent_id"),
        ({"agent_id": 5}, "agent_id must be str"),
        ({"extra_query": {"api_key": "k"}}, "api_key"),
        ({"websocket_auth": "body"}, "websocket_auth"),
    ],
)
async def test_a_call_that_cannot_begin_is_refused_before_the_socket_opens(
    server: Server, color: str, given: dict[str, Any], why: str
) -> None:
    with pytest.raises(c.InvalidRequestError, match=why):
        await Line(color, server.url).run(lambda call, do: do(None), **given)
    assert server.requests == 0


@BOTH
async def test_audio_before_the_call_has_started_is_refused(server: Server, color: str) -> None:
    server.scripts = [lambda peer: None]

    async def steps(call: Any, do: Any) -> None:
        with pytest.raises(c.InvalidRequestError, match="pass config= to stream"):
            await do(call.send_raw(b"ab"))

    await Line(color, server.url).run(steps, config=c.NOT_GIVEN)


@BOTH
async def test_an_id_with_signs_of_a_path_stays_one_segment(server: Server, color: str) -> None:
    server.scripts = [lambda peer: None]
    await Line(color, server.url).run(lambda call, do: do(call.send_raw(b"")), agent_id="a/b c?d")
    await asyncio.to_thread(server.wait)
    assert server.peers[0].path.startswith("/agents/stream/a%2Fb%20c%3Fd?")


ENDS: list[tuple[str, Callable[[Peer], None], str | None]] = [
    ("hangs up", lambda peer: peer.connection.close(1000, "call ended by agent"), None),
    ("hangs up without a reason", lambda peer: peer.connection.close(1000), None),
    ("idle", lambda peer: peer.connection.close(1000, "connection idle timeout"), "connection idle timeout"),
    ("rejects", lambda peer: peer.connection.close(1008, "the first event must be start"), "1008.*must be start"),
    ("fails", lambda peer: peer.connection.close(1011), "1011"),
    ("restarts", lambda peer: peer.connection.close(1012), "1012"),
    ("breaks", lambda peer: peer.reset(), "broke"),
    ("sends garbage", lambda peer: peer.connection.send("no JSON"), "a frame is invalid"),
    ("sends no base64", lambda peer: peer.give(event="media_output", stream_id="s", media={"payload": "*"}), "invalid"),
]


@BOTH
@pytest.mark.parametrize(("end", "why"), [each[1:] for each in ENDS], ids=[each[0] for each in ENDS])
async def test_each_end_of_a_call_is_known(server: Server, color: str, end: Any, why: str | None) -> None:
    def script(peer: Peer) -> None:
        greet(peer)
        end(peer)

    server.scripts = [script]
    line = Line(color, server.url)

    async def steps(call: Any, do: Any) -> None:
        assert (await do(call.recv())).type == "ack"
        if why is None:
            assert await line.events(call) == []
            with pytest.raises(EOFError):
                await do(call.recv())
        else:
            with pytest.raises(c.APIConnectionError, match=why) as caught:
                await line.events(call)
            assert (caught.value.received, caught.value.may_be_billed) == (1, True)
            assert "sk_test" not in str(caught.value)

    await line.run(steps)


@BOTH
async def test_an_error_event_raises_what_the_service_reports(server: Server, color: str) -> None:
    def script(peer: Peer) -> None:
        greet(peer)
        peer.give(type="error", status_code=429, error_code="concurrency_limited", message="Too many calls.")

    server.scripts = [script]
    line = Line(color, server.url)

    async def steps(call: Any, do: Any) -> None:
        with pytest.raises(c.RateLimitError, match="Too many calls") as caught:
            await line.events(call)
        assert caught.value.error_code == "concurrency_limited"

    await line.run(steps)


@BOTH
async def test_an_agent_that_never_answers_is_not_waited_for_without_end(server: Server, color: str) -> None:
    server.scripts = [lambda peer: peer.take()]
    line = Line(color, server.url, response_timeout=0.05)

    async def steps(call: Any, do: Any) -> None:
        with pytest.raises(c.APITimeoutError, match="no event within"):
            await line.events(call)

    await line.run(steps)


@BOTH
@pytest.mark.parametrize("auth", ["query", "headers"])
async def test_the_key_travels_as_on_the_other_sockets(server: Server, color: str, auth: str) -> None:
    server.scripts = [lambda peer: None]
    await Line(color, server.url).run(lambda call, do: do(None if color == "sync" else _nothing()), websocket_auth=auth)
    await asyncio.to_thread(server.wait)
    peer = server.peers[0]
    assert ("api_key=sk_test" in peer.path) == (auth == "query")
    assert ("sk_test" in str(peer.headers)) == (auth == "headers")


async def _nothing() -> None:
    return None


def test_older_versions_have_no_such_socket() -> None:
    for version in ("2024-06-10", "2024-11-13"):
        with c.Cartesia(api_key="any", version=version) as client:  # type: ignore[call-overload, unused-ignore]
            assert not hasattr(client, "agents")


# -- with the sandbox ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def client(sandbox: Sandbox) -> Iterator[c.Cartesia]:
    with c.Cartesia(api_key="any", base_url=sandbox.url) as client:
        yield client


def spoken(client: c.Cartesia, text: str, encoding: Any = "pcm_s16le", rate: Any = 16000) -> bytes:
    form: Any = {"container": "raw", "encoding": encoding, "sample_rate": rate}
    return client.tts.generate(model_id="sonic-3.5", transcript=text, voice=KATIE, output_format=form).data


def heard(call: c.AgentStream) -> bytes:
    """Return the audio of the agent that arrives until it is quiet, for longer than a busy machine makes it wait."""
    audio = bytearray()
    while True:
        try:
            event = call.parse_event(call.recv_bytes(timeout=1.2 if audio else 10))
        except c.APITimeoutError:
            return bytes(audio)
        if event.type == "media_output":
            audio += event.media.payload


FORMATS: dict[str, Any] = {
    "mulaw_8000": ("pcm_mulaw", 8000),
    "pcm_16000": ("pcm_s16le", 16000),
    "pcm_44100": ("pcm_s16le", 44100),
}


@pytest.mark.parametrize("format", FORMATS)
def test_the_agent_of_the_sandbox_repeats_what_it_hears(client: c.Cartesia, format: Any) -> None:
    encoding, rate = FORMATS[format]
    silence = (b"\xff" if encoding == "pcm_mulaw" else b"\0\0") * (rate * 3 // 2)
    with client.agents.stream(AGENT, config={"input_format": format}, metadata={"to": "+1", "from": "+2"}) as call:
        call.send_raw(spoken(client, "Hello there.", encoding, rate) + silence)
        answer = heard(call)
    said = client.stt.transcribe(file=("a.raw", answer), model="ink-whisper", encoding=encoding, sample_rate=rate)
    assert said.text == "Hello there."


def test_a_call_is_listed_with_transcript_and_recording(client: c.Cartesia) -> None:
    with client.agents.stream(AGENT, config=CONFIG, agent={"introduction": "Welcome."}, metadata={"to": "+1"}) as call:
        welcome = heard(call)
        call.send_raw(bytes(len(welcome)) + SILENCE)
        assert client.agents.calls.list(agent_id=AGENT).data[0].status == "active"
        call.send_raw(spoken(client, "Good morning.") + SILENCE)
        answer = heard(call)
        call.send_raw(bytes(len(answer)))
        call.send({"event": "dtmf", "dtmf": "5"})  # comes back after the audio before it has been heard
        assert call.recv().type == "dtmf"
    listed = wait_for_end(client)
    turns = client.agents.calls.retrieve(listed.id).transcript or []
    assert [(turn.role, turn.text) for turn in turns] == [
        ("assistant", "Welcome."),
        ("user", "Good morning."),
        ("assistant", "Good morning."),
    ]
    assert all(one.end_timestamp <= two.start_timestamp for one, two in itertools.pairwise(turns))
    assert listed.telephony_params is not None
    recording = client.agents.calls.download_audio(listed.id).data
    with wave.open(io.BytesIO(recording)) as file:
        assert turns[-1].end_timestamp < file.getnframes() / file.getframerate() < turns[-1].end_timestamp + 1
    text = client.stt.transcribe(file=("call.wav", recording), model="ink-whisper").text
    assert text == "Welcome. Good morning. Good morning."


def wait_for_end(client: c.Cartesia) -> Any:
    """Return the newest call once the sandbox has left its record, which it does after the socket has closed."""
    while (call := client.agents.calls.list(agent_id=AGENT).data[0]).status == "active":
        pass
    return call


def test_a_call_without_audio_has_no_recording(client: c.Cartesia) -> None:
    with client.agents.stream(AGENT, config=CONFIG) as call:
        assert call.recv().type == "ack"
    with pytest.raises(c.NotFoundError, match="The call has no recording"):
        client.agents.calls.download_audio(wait_for_end(client).id)


@BOTH
async def test_what_is_sent_after_the_own_end_of_a_call_says_who_ended_it(sandbox: Sandbox, color: str) -> None:
    async def steps(call: Any, do: Any) -> None:
        assert (await do(call.recv())).type == "ack"
        await do(call.close())
        for send, given in ((call.send_raw, b"ab"), (call.send, {"event": "dtmf", "dtmf": "1"})):
            with pytest.raises(c.APIConnectionError, match="this side closed the connection with 1000"):
                await do(send(given))

    await Line(color, sandbox.url).run(steps)


def test_a_caller_who_speaks_meanwhile_interrupts_the_agent(client: c.Cartesia) -> None:
    with client.agents.stream(
        AGENT, config=CONFIG, agent={"introduction": "This is a rather long introduction."}
    ) as call:
        heard(call)
        call.send_raw(bytes(16000) + spoken(client, "Stop."))
        kinds = {call.recv().type}
        while "clear" not in kinds:
            kinds.add(call.recv().type)
    turns = client.agents.calls.retrieve(wait_for_end(client).id).transcript or []
    assert turns[0].end_reason == "interrupted"
    assert turns[0].end_timestamp < 1.0
    assert (turns[1].text, turns[1].end_reason) == ("Stop.", "call_ended")


@pytest.mark.parametrize("is_function", [False, True])
def test_an_agent_with_a_script_answers_and_hangs_up(is_function: bool) -> None:
    answers: list[Any] = ["We close at six.", {"event": "transfer_call"}]

    def reply(text: str) -> Any:
        return {"Until when?": answers[0], "Put me through.": answers[1]}.get(text)

    with Sandbox(agent=reply if is_function else answers) as own, c.Cartesia(api_key="k", base_url=own.url) as client:
        with client.agents.stream(AGENT, config=CONFIG) as call:
            for said in ("Until when?", "Put me through.", "Bye."):
                call.send_raw(spoken(client, said) + SILENCE)
                call.send_raw(bytes(3 * 32000))
            kinds = [event.type for event in call]
        assert call.end_reason == "call ended by agent"
        assert list(dict.fromkeys(kinds)) == ["ack", "media_output", "transfer_call"]
        turns = client.agents.calls.retrieve(wait_for_end(client).id).transcript or []
        assert [turn.text for turn in turns] == ["Until when?", "We close at six.", "Put me through.", "Bye."]
        assert not own.limits.taken


def test_the_sandbox_says_why_it_cannot_take_a_call(client: c.Cartesia) -> None:
    with pytest.raises(c.NotFoundError), client.agents.stream("agent_none", config=CONFIG):
        pass
    for given, why in (
        ({"input_format": "opus"}, "input_format must be one of"),
        ({"input_format": "pcm_16000", "voice_id": "none"}, "no such voice"),
    ):
        with client.agents.stream(AGENT, config=given) as call, pytest.raises(c.APIConnectionError, match=why):  # type: ignore[arg-type]
            list(call)


def test_a_token_needs_the_grant_for_agents(sandbox: Sandbox, client: c.Cartesia) -> None:
    for grants, is_enough in (({"agent": True}, True), ({"tts": True, "stt": True}, False)):
        token = client.access_token.create(grants=grants, expires_in=60).token  # type: ignore[arg-type]
        with c.Cartesia(token=token, base_url=sandbox.url) as holder:
            call = holder.agents.stream(AGENT, config=CONFIG)
            if is_enough:
                with call:
                    assert call.recv().type == "ack"
            else:
                with pytest.raises(c.PermissionDeniedError, match="lacks the grant agent"), call:
                    pass


def test_a_silent_call_ends_as_idle() -> None:
    with (
        Sandbox(idle_seconds=0.1) as own,
        c.Cartesia(api_key="k", base_url=own.url) as client,
        client.agents.stream(AGENT, config=CONFIG) as call,
    ):
        with pytest.raises(c.APIConnectionError, match="connection idle timeout"):
            list(call)
        assert call.end_reason == "connection idle timeout"


async def test_a_socket_is_idle_only_when_there_is_neither_a_message_nor_a_ping() -> None:
    seen = pings.Pings()

    class Silent:
        scope: ClassVar[Any] = {"extensions": {pings.PINGS: seen}}
        waits = 0

        async def receive(self) -> Any:
            self.waits += 1
            if self.waits <= 2:
                seen.last = asyncio.get_running_loop().time() + 0.001
            await asyncio.Event().wait()

    socket: Any = Silent()
    with pytest.raises(TimeoutError):
        await pings.receive(socket, 0.01)
    assert socket.waits == 3


def test_the_sandbox_takes_note_of_the_pings_of_a_call(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[pings.Pings] = []

    class Kept(pings.Pings):
        def __init__(self) -> None:
            kept.append(self)

    monkeypatch.setattr("cartesia_sandbox.sockets.protocols.Pings", Kept)
    with talk(sandbox) as line:
        for _ in range(2):
            before = kept[0].last
            assert line.ping().wait(10)
            assert kept[0].last > before


def talk(sandbox: Sandbox) -> Any:
    """Return a connection to an agent without a client."""
    address = f"ws{sandbox.url[4:]}/agents/stream/{AGENT}?cartesia_version=2026-08-14&api_key=k"
    return connect(address, proxy=None)


@pytest.mark.parametrize("event", [["start"], {"start": 1}, 5, 1.5, True, None, "", "Start"])
def test_a_kind_of_event_that_does_not_exist_closes_the_call_with_a_reason(sandbox: Sandbox, event: Any) -> None:
    with talk(sandbox) as line:
        line.send(json.dumps({"event": event}))
        with pytest.raises(ConnectionClosed, match=r"1008.*there is no event"):
            line.recv(timeout=10)


def test_a_call_starts_once(sandbox: Sandbox) -> None:
    with talk(sandbox) as line:
        for _ in range(2):
            line.send(json.dumps({"event": "start", "config": CONFIG}))
        assert json.loads(line.recv(timeout=10))["event"] == "ack"
        with pytest.raises(ConnectionClosed, match=r"1008.*the call has started already"):
            line.recv(timeout=10)


def test_what_agents_answer_is_checked() -> None:
    for agent in ("Hello.", [], [5], b"Hello.", 5, {"event": "clear"}, [{"to": "+1"}], [None]):
        with pytest.raises(ValueError, match="agent must be a list of answers"):
            Sandbox(agent=agent)  # type: ignore[arg-type]

    async def later(text: str) -> str:
        return text

    with pytest.raises(ValueError, match="this one is async"):
        Sandbox(agent=later)  # type: ignore[arg-type]


def fails(text: str) -> str:
    raise KeyError(f"no answer to {text}")


BROKEN: list[tuple[Any, str]] = [
    (fails, "the agent of the sandbox failed: KeyError: 'no answer to Hello.'"),
    (lambda text: 5, "an answer must be a text, a dict with `event`, or None to hang up, but is int"),
    (lambda text: {"to": "+1"}, "but is dict"),
    (lambda text: {"event": "custom", "metadata": {"at": object()}}, "not JSON serializable"),
]


@pytest.mark.parametrize(("agent", "why"), BROKEN)
def test_an_agent_that_fails_ends_its_call_with_the_reason(agent: Any, why: str) -> None:
    with Sandbox(agent=agent) as sandbox, c.Cartesia(api_key="any", base_url=sandbox.url) as client:
        audio = spoken(client, "Hello.") + SILENCE
        with client.agents.stream(AGENT, config=CONFIG) as call:
            call.send_raw(audio)
            with pytest.raises(c.APIConnectionError, match=r"1011.*failed"):
                list(call)
        ended = wait_for_end(client)
        assert ended.status == "failed"
        assert why in str(ended.error_message)
