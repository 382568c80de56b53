"""A socket, and the fault that it meets."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

from starlette.types import Message

from .exchange import BREAKS, _Exchange, _is_done, _object, _unknown
from .fault import Fault


class _Talk(_Exchange):
    """A socket."""

    async def run(self) -> None:
        fault = self.fault
        if fault is not None and fault.kind == "status":
            await self._receive()
            await self._strike(fault)
            await self._refuse(fault)
            return
        if fault is not None and fault.at_once and fault.kind in (*BREAKS, "slow_handshake", "delay"):
            await self._strike(fault)
            if fault.kind in BREAKS:
                await self._break(fault)
                return
        self._failed: set[Any] = set()
        try:
            await self.injector.app(self.scope, self._take, self._pass)
        finally:
            self._give_back()

    async def _take(self) -> Message:
        """What the client says, or that it has gone."""
        gone = {"type": "websocket.disconnect", "code": 1006}
        if self.over:
            return gone
        fault = self.fault
        patience = None
        if fault is not None and fault.kind == "idle_close":
            patience = fault.seconds
        elif fault is not None and fault.kind in (*BREAKS, "close") and fault.after_seconds:
            patience = max(0.0, self._began + fault.after_seconds - time.monotonic())
        try:
            async with asyncio.timeout(patience):
                return await self._receive()
        except TimeoutError:
            if fault is None or self.over or not (fault.kind == "idle_close" or self._reached(0, events=True)):
                return await self._receive()
            await self._strike(fault)
            await self._end(fault)
            return gone

    async def _end(self, fault: Fault) -> None:
        if fault.kind in BREAKS:
            await self._break(fault)
            return
        self.over = True
        code, text = (1000, "connection idle timeout") if fault.kind == "idle_close" else (fault.code, fault.text)
        await self._send({"type": "websocket.close", "code": code, "reason": text})

    async def _pass(self, message: Message) -> None:
        if self.over:
            return
        if message["type"] != "websocket.send":
            await self._send(message)
            fault = self.fault
            if message["type"] == "websocket.accept" and fault is not None and fault.kind == "close" and fault.at_once:
                await self._strike(fault)
                await self._end(fault)
            return
        text = message.get("text") or ""
        event = _object(text) if self._failed or self.fault or len(self.injector.plan) else {}
        if (name := event.get("context_id")) in self._failed:
            if _is_done(event):
                self._failed.discard(name)
            return
        if self._planned is None:
            self._hold(self.injector.plan.take(self.request.names, "socket", opening=False))
        fault = self.fault
        if fault is not None and self._reached(0, events=True) and (fault.kind != "drop_done" or _is_done(event)):
            if fault.kind == "idle_close":
                pass  # happens while nothing is said
            elif await self._happen(fault, text, event):
                return
        self._events += 1
        self._bytes += len(text)
        await self._send(message)

    async def _happen(self, fault: Fault, text: str, event: dict[str, Any]) -> bool:
        """What happens instead of a message, or before it; whether it was instead."""
        await self._strike(fault)
        if fault.kind in (*BREAKS, "close"):
            await self._end(fault)
        elif fault.kind == "malformed":
            await self._say(text[: max(1, len(text) // 2)])
        elif fault.kind in ("error", "unknown_event"):
            wrong = self._error(fault) if fault.kind == "error" else _unknown(fault)
            known = {"context_id": event["context_id"]} if "context_id" in event else {}
            await self._say(json.dumps({**wrong, **known}))
            if fault.kind == "unknown_event":
                return False
            if not known:
                self.over = True
                await self._send({"type": "websocket.close", "code": 1000, "reason": ""})
            elif not _is_done(event):
                self._failed.add(event["context_id"])
        return fault.kind != "delay"

    async def _say(self, text: str) -> None:
        await self._send({"type": "websocket.send", "text": text})
