"""Random conversations over client and sandbox: open, push, flush, cancel, finish, read, and a connection that breaks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar

import cartesia_client as c
import pytest
from cartesia_sandbox import Sandbox
from cartesia_sandbox.faults.proxy import Proxy
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, rule

from tests.waiting import at_once, until

FIELDS: dict[str, Any] = {
    "model_id": "sonic-3.5",
    "voice": "f786b574-daa5-4673-aa0c-cbe3e8534c02",
    "output_format": {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000},
    "add_timestamps": True,
}
TEXTS = st.sampled_from(["One. ", "Two, ", "three four. ", "and five"])


@dataclass
class Talk:
    """One context, and what is expected of it."""

    context: Any
    text: str = ""
    flushes: int = 0
    connection: Any = None
    events: list[Any] = field(default_factory=list)
    finished: bool = False


class Conversation(RuleBasedStateMachine):
    """The model: a context yields the pushed words and as many flushes, or a typed error once its connection has broken."""

    client_type: ClassVar[type[c.Cartesia] | type[c.AsyncCartesia]] = c.Cartesia
    sandbox: ClassVar[Sandbox]
    talks = Bundle("talks")

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.proxy = Proxy(self.sandbox.url).__enter__()
        # A broken connection is always replaced at once. How often it is retried has a test of its own.
        self.client: Any = self.client_type(api_key="any", base_url=self.proxy.url, max_retries=1000)
        self.client._policy.sleep = lambda seconds: None
        self.client._policy.asleep = lambda seconds: asyncio.sleep(0)
        self.broken: set[int] = set()

    def run(self, call: Callable[..., Any], *arguments: Any, **fields: Any) -> Any:
        """Call a method, sync or async."""

        async def work() -> Any:
            result = call(*arguments, **fields)
            return await result if asyncio.iscoroutine(result) else result

        return self.loop.run_until_complete(work())

    def is_broken(self, talk: Talk) -> bool:
        return id(talk.connection) in self.broken

    @initialize()
    def connect(self) -> None:
        self.socket = self.run(self.client.tts.websocket_connect)

    @rule(target=talks, text=TEXTS)
    def open(self, text: str) -> Talk:
        talk = Talk(self.socket.context(**FIELDS))
        self.run(talk.context.push, text)
        talk.text, talk.connection = text, talk.context._connection
        return talk

    @rule(talk=talks, text=TEXTS)
    def push(self, talk: Talk, text: str) -> None:
        if self.act(talk, talk.context.push, text):
            talk.text += text

    @rule(talk=talks)
    def flush(self, talk: Talk) -> None:
        if self.act(talk, talk.context.flush):
            talk.flushes += 1

    @rule(talk=talks)
    def finish(self, talk: Talk) -> None:
        if self.act(talk, talk.context.no_more_inputs):
            talk.finished = True

    def act(self, talk: Talk, method: Callable[..., Any], *arguments: Any) -> bool:
        """Return whether the frame was sent, and check that it was rejected rightly if not."""
        try:
            self.run(method, *arguments)
        except c.InvalidRequestError:
            assert talk.finished
            return False
        except c.IncompleteAudioError:
            assert self.is_broken(talk)
            return False
        # What is sent to a connection that has just been reset may go out; reading then tells.
        return not talk.finished

    @rule(talk=talks)
    def read_one(self, talk: Talk) -> None:
        self.read(talk, 1)

    @rule(talk=consumes(talks))
    def read_all(self, talk: Talk) -> None:
        if not talk.finished and not self.is_broken(talk):
            self.finish(talk)
        error = self.read(talk, None)
        if error is not None:
            assert self.is_broken(talk), error
            assert error.received == sum(len(event.data) for event in talk.events if event.type == "chunk")
            return
        if not talk.finished:
            assert self.is_broken(talk)
            return
        kinds = [event.type for event in talk.events]
        assert kinds[-1] == "done"
        assert kinds.count("done") == 1
        assert kinds.count("flush_done") == talk.flushes
        words = [word for event in talk.events if event.type == "timestamps" for word in event.word_timestamps.words]
        assert words == talk.text.split()
        assert sum(len(event.data) for event in talk.events if event.type == "chunk") > 2000
        assert {event.context_id for event in talk.events} == {talk.context.context_id}

    def read(self, talk: Talk, count: int | None) -> c.IncompleteAudioError | None:
        """Read `count` events, or all. Return the error in which reading ended."""
        if self.client_type is c.AsyncCartesia:

            async def aread() -> None:
                async for event in talk.context.receive(timeout=0.05 if count else 10):
                    talk.events.append(event)
                    if count and len(talk.events) >= count:
                        return

            work: Callable[[], Any] = aread
        else:

            def read() -> None:
                for event in talk.context.receive(timeout=0.05 if count else 10):
                    talk.events.append(event)
                    if count:
                        return

            work = read
        try:
            self.run(work)
        except c.APITimeoutError:
            assert count
        except c.IncompleteAudioError as error:
            return error
        return None

    @rule(talk=consumes(talks))
    def cancel(self, talk: Talk) -> None:
        self.run(talk.context.cancel)
        error = self.read(talk, None)
        # What had arrived comes first, then that it is not everything; unless everything had arrived.
        assert error is not None or talk.events[-1].type == "done"

    @rule(text=TEXTS)
    def unknown_voice(self, text: str) -> None:
        talk = Talk(self.socket.context(**{**FIELDS, "voice": "unknown"}))
        self.run(talk.context.push, text)
        talk.connection = talk.context._connection
        try:
            error = self.read(talk, None)
        except c.NotFoundError:
            return
        assert self.is_broken(talk), error

    @rule()
    def break_connection(self) -> None:
        connection = self.socket._connection
        if connection is not None:
            self.broken.add(id(connection))
            self.keep = [*getattr(self, "keep", []), connection]  # so that its id is not used again
            self.proxy.reset_all()
            self.run(until, lambda: not connection.is_alive)

    def teardown(self) -> None:
        with at_once():
            self.run(self.socket.close)
        self.run(self.client.close)
        self.loop.close()
        self.proxy.__exit__(None, None, None)


class AsyncConversation(Conversation):
    client_type = c.AsyncCartesia


def play(machine: type[Conversation], sandbox: Sandbox, examples: int, steps: int) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    machine.sandbox = sandbox
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=examples < 50,
            phases=(Phase.explicit, Phase.generate),  # shrinking replays for minutes what the network may do otherwise
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )


@pytest.mark.parametrize("machine", [Conversation, AsyncConversation])
def test_random_conversations(machine: type[Conversation], sandbox: Sandbox) -> None:
    play(machine, sandbox, 25, 25)


@pytest.mark.slow
@pytest.mark.parametrize("machine", [Conversation, AsyncConversation])
def test_many_random_conversations(machine: type[Conversation], sandbox: Sandbox) -> None:
    play(machine, sandbox, 60, 40)
