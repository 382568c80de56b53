"""A socket, and the faults that it gets."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.types import Message

from .connection import ENDINGS
from .exchange import Exchange, is_done, parse_object, unknown_event
from .fault import Fault, FaultKind

Event = dict[str, Any]
DISCONNECT = {"type": "websocket.disconnect", "code": 1006}


class WebSocketExchange(Exchange):
    """A socket, and the faults that it gets: one when it is opened, and further ones while it is open.

    A fault has three moments: the handshake, a message of the server, and a time at which the client is still silent. What a kind
    does at a message is in the table below.
    """

    # The application receives in one task and sends in others, so both sides look for the fault. The side that comes to its
    # place triggers it and sets `over`; from then on the other side receives a disconnect, and what it sends is dropped.

    failed: set[Any]
    """Contexts that an error has ended: what the application still says about them is not passed on."""

    async def run(self) -> None:
        """Serve the socket with the application until it is over."""
        self.failed = set()
        fault = self.fault
        if fault is not None and fault.kind == "status":
            await self._receive()
            await self._trigger(fault)
            await self.reject(fault)
            return
        if fault is not None and fault.at_once and fault.kind in (*ENDINGS, "slow_handshake", "delay"):
            await self._trigger(fault)
            if fault.kind in ENDINGS:
                await self.end(fault)
                return
        try:
            await self._app(self._scope, self._receive_until_due, self._pass)
        finally:
            self._release()

    async def _receive_until_due(self) -> Message:
        """Return the next message of the client, or a disconnect if a timed fault ends the socket first."""
        if self.over:
            return DISCONNECT
        fault = self.fault
        try:
            async with asyncio.timeout(self._patience(fault)):
                return await self._receive()
        except TimeoutError:
            # The fault may have triggered at a message of the server in the meantime, or wait for its place there.
            if (
                fault is None
                or self.over
                or not (fault.kind == "idle_close" or self._is_reached(fault, 0, events=True))
            ):
                return await self._receive()
            await self._trigger(fault)
            await (self.end(fault) if fault.kind in ENDINGS else self.close(fault))
            return DISCONNECT

    def _patience(self, fault: Fault | None) -> float | None:
        """Return the seconds after which a fault ends a silent socket; None if none does."""
        if fault is not None and fault.kind == "idle_close":
            return fault.seconds
        if fault is not None and fault.kind in (*ENDINGS, "close") and fault.after_seconds:
            return max(0.0, self._began + fault.after_seconds - time.monotonic())
        return None

    async def _pass(self, message: Message) -> None:
        """Send a message of the application to the client, as far as the fault lets it through."""
        if self.over:
            return
        if message["type"] == "websocket.send":
            await self._pass_text(message, message.get("text") or "")
            return
        await self._send(message)
        fault = self.fault
        if message["type"] == "websocket.accept" and fault is not None and fault.kind == "close" and fault.at_once:
            await self._trigger(fault)
            await self.close(fault)

    async def _pass_text(self, message: Message, text: str) -> None:
        # Parsing each message costs time; without faults there is nothing to find in it.
        event = parse_object(text) if self.failed or self.fault or len(self._plan) else {}
        if (name := event.get("context_id")) in self.failed:
            if is_done(event):
                self.failed.discard(name)
            return
        if self._planned is None:
            self._reserve(self._plan.reserve(self.request.names, "socket", opening=False))
        fault = self.fault
        if (
            fault is not None
            and fault.kind in _MESSAGES
            and self._is_reached(fault, 0, events=True)
            and (fault.kind != "drop_done" or is_done(event))
        ):
            await self._trigger(fault)
            if not await _MESSAGES[fault.kind](self, fault, text, event):
                return
        self._events += 1
        self._bytes += len(text)
        await self._send(message)

    async def close(self, fault: Fault) -> None:
        """Close the socket with the code and reason of a fault."""
        code, reason = (1000, "connection idle timeout") if fault.kind == "idle_close" else (fault.code, fault.text)
        await self.close_with(code, reason)

    async def close_with(self, code: int, reason: str = "") -> None:
        """Close the socket with a code and a reason."""
        self.over = True
        await self._send({"type": "websocket.close", "code": code, "reason": reason})

    async def send_text(self, text: str) -> None:
        """Send a text that does not come from the application."""
        await self._send({"type": "websocket.send", "text": text})


# At a message of the server. Each returns whether the message is sent after all.


async def _end(exchange: WebSocketExchange, fault: Fault, text: str, event: Event) -> bool:
    await exchange.end(fault)
    return False


async def _close(exchange: WebSocketExchange, fault: Fault, text: str, event: Event) -> bool:
    await exchange.close(fault)
    return False


async def _delay(exchange: WebSocketExchange, fault: Fault, text: str, event: Event) -> bool:
    return True  # it has waited when it triggered


async def _drop(exchange: WebSocketExchange, fault: Fault, text: str, event: Event) -> bool:
    return False


async def _truncate(exchange: WebSocketExchange, fault: Fault, text: str, event: Event) -> bool:
    await exchange.send_text(text[: max(1, len(text) // 2)])
    return False


async def _precede_by_unknown(exchange: WebSocketExchange, fault: Fault, text: str, event: Event) -> bool:
    await exchange.send_text(json.dumps({**unknown_event(fault), **_context_id(event)}))
    return True


async def _replace_by_error(exchange: WebSocketExchange, fault: Fault, text: str, event: Event) -> bool:
    """End the context of the message, or the socket if it has no contexts."""
    await exchange.send_text(json.dumps({**exchange.error_event(fault), **_context_id(event)}))
    if "context_id" not in event:
        await exchange.close_with(1000)
    elif not is_done(event):
        exchange.failed.add(event["context_id"])
    return False


_MESSAGES: dict[FaultKind, Callable[[WebSocketExchange, Fault, str, Event], Awaitable[bool]]] = {
    **dict.fromkeys(ENDINGS, _end),
    "close": _close,
    "delay": _delay,
    "drop_done": _drop,
    "malformed": _truncate,
    "unknown_event": _precede_by_unknown,
    "error": _replace_by_error,
}


def _context_id(event: Event) -> Event:
    return {"context_id": event["context_id"]} if "context_id" in event else {}
