"""Checks of calls with agents. An account without agents skips those that need one.

The API has no operation that deletes a call: those that checks make stay in the list of calls.
"""

from __future__ import annotations

import time
from typing import Any

from cartesia_client.client import Cartesia
from cartesia_client.errors import APIStatusError, APITimeoutError

from .base import HELLO, LONGEST, OLDER, ORDER, RAW, SILENCE, check, of_older_versions, rejected, speak
from .budget import BYTES_A_SECOND
from .target import NotPossible, Target

CONFIG: Any = {"input_format": "pcm_16000"}
GREETING = "Hello."
ENOUGH = BYTES_A_SECOND * 2 // 5
"""Bytes of audio by which an agent is taken to speak."""
WAIT = 30.0
"""Timeout in seconds for what an agent says."""
QUIET = 0.5
"""Seconds without audio by which an agent is taken to have said all."""
UNKNOWN_AGENT = "agent_unknownunknownunknown"


def _agent(t: Target) -> str:
    """Return the id of an agent of the account."""
    agents = t.client.agents.list().summaries
    if not agents:
        raise NotPossible("the account has no agent to call")
    return agents[0].id


def _open(client: Cartesia, agent: str, introduction: str = HELLO) -> Any:
    """Return a call that opens on entering. What the agent says first is given, so that its price is known."""
    return client.agents.stream(agent, config=CONFIG, agent={"introduction": introduction})


def _expect_ack(t: Target, call: Any) -> None:
    """Fail the check unless the service confirms the beginning of a call."""
    asked, ack = call.stream_id, call.recv()
    t.expect(ack.type == "ack", f"the first event should be ack, not {ack.type}")
    t.expect(ack.stream_id == asked, f"ack should name the stream {asked}, not {ack.stream_id}")


def _expect_audio(t: Target, call: Any) -> None:
    """Fail the check unless the agent speaks within WAIT seconds."""
    heard, end = 0, time.monotonic() + WAIT
    while heard < ENOUGH:
        try:
            event = call.parse_event(call.recv_bytes(timeout=max(0.0, end - time.monotonic())))
        except (APITimeoutError, EOFError):
            break
        heard += len(event.media.payload) if event.type == "media_output" else 0
    why = call.end_reason or f"nothing more came within {WAIT:g} s"
    t.expect(heard >= ENOUGH, f"the agent should speak, and sent {heard} bytes of audio: {why}")


def _wait_for_silence(call: Any) -> None:
    """Wait until nothing arrives for QUIET seconds, but at most WAIT seconds."""
    end = time.monotonic() + WAIT
    try:
        while time.monotonic() < end:
            call.recv_bytes(timeout=QUIET)
    except APITimeoutError:
        pass


@check("agents.socket", characters=len(HELLO))
def _call(t: Target) -> None:
    """Expect a call to begin with ack, to take keys and events, and the agent to say its introduction."""
    with _open(t.client, _agent(t)) as call:
        _expect_ack(t, call)
        call.send({"event": "dtmf", "dtmf": "5"})
        call.send({"event": "custom", "metadata": {"from": t.tag}})
        _expect_audio(t, call)


@check("agents.socket.talk", characters=len(ORDER) + len(HELLO), called=LONGEST + 2)
def _talk(t: Target) -> None:
    """Expect an agent to answer what a caller says, and the call to be in the list of calls."""
    agent, audio = _agent(t), speak(t, RAW, ORDER)
    with _open(t.client, agent) as call:
        _expect_ack(t, call)
        _wait_for_silence(call)
        call.send_raw(audio.data + SILENCE)
        _expect_audio(t, call)
    t.expect(t.client.agents.calls.list(agent_id=agent, limit=1).data, "the call should be in the list of calls")


@check("agents.socket.older", characters=len(GREETING) * OLDER)
def _older(t: Target) -> None:
    """Expect calls in every older version that has them."""
    agent = _agent(t)
    for client in of_older_versions(t, "agents.stream"):
        with _open(client, agent, GREETING) as call:
            _expect_ack(t, call)
            _expect_audio(t, call)


@check("agents.socket.token", writes=True, characters=len(GREETING))
def _token(t: Target) -> None:
    """Expect a token with the grant for agents to open a call, and one without it to be rejected with 401 or 403."""
    agent = _agent(t)
    for is_granted in (True, False):
        grants: Any = {"agent": True} if is_granted else {"stt": True}
        token = t.client.access_token.create(grants=grants, expires_in=60).token
        with t.other_client(token=token) as client:
            if is_granted:
                with _open(client, agent, GREETING) as call:
                    _expect_ack(t, call)
            else:
                error = rejected(t, APIStatusError, _open(client, agent).enter)
                t.expect(error.status_code in (401, 403), f"401 or 403 was expected, not {error.status_code}")


@check("agents.socket.not_found")
def _not_found(t: Target) -> None:
    """Expect a call with an agent that does not exist to be rejected at the handshake."""
    error = rejected(t, APIStatusError, _open(t.client, UNKNOWN_AGENT).enter)
    t.expect(error.status_code in (400, 403, 404), f"a status of 400, 403 or 404 was expected, not {error.status_code}")
