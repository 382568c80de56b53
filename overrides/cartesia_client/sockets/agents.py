"""Calls with an agent over a socket: audio and events both ways. Sync, then async."""

from __future__ import annotations

from cartesia_api.events import AgentsStreamEvent
from cartesia_io.audio.source import messages

from .agent_session import AgentSession
from .live import AsyncLiveSocket, LiveSocket


class _Call:
    """What both colors share."""

    _session: AgentSession

    @property
    def stream_id(self) -> str:
        """Id of the stream, which each message carries. One that lacks it gets it."""
        return self._session.stream_id

    @property
    def end_reason(self) -> str | None:
        """Why the call has ended, in the words of the service: "call ended by agent". None before that, and without a reason."""
        return self._session.end_reason or None


class AgentStream(_Call, LiveSocket[AgentsStreamEvent]):
    """A call with an agent, to be used in a `with` block. One thread may send while another one receives.

    Iterating yields the events of the agent, `media_output` with its audio among them, until one of the two hangs up.
    """

    _protocol = AgentSession

    def send_raw(self, audio: bytes | bytearray | memoryview) -> None:
        """Send audio of the caller, in the format of the call. It should go on during silence: the agent waits for it.

        Args:
            audio: Bytes, or another buffer of any item size.

        Raises:
            InvalidRequestError: It is not bytes or another buffer, or the call has not started.
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost. Events that had arrived can still be received.
        """
        self._deliver(map(self._session.audio, messages(audio)))


class AsyncAgentStream(_Call, AsyncLiveSocket[AgentsStreamEvent]):
    """A call with an agent, to be used in an `async with` block. One task may send while another one receives.

    Iterating yields the events of the agent, `media_output` with its audio among them, until one of the two hangs up.
    """

    _protocol = AgentSession

    async def send_raw(self, audio: bytes | bytearray | memoryview) -> None:
        """Send audio of the caller, in the format of the call. It should go on during silence: the agent waits for it.

        Args:
            audio: Bytes, or another buffer of any item size.

        Raises:
            InvalidRequestError: It is not bytes or another buffer, or the call has not started.
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost. Events that had arrived can still be received.
        """
        await self._deliver(map(self._session.audio, messages(audio)))
