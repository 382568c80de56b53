from __future__ import annotations

import json
from collections.abc import Callable, Iterator, MutableMapping
from typing import Any

import cartesia_sandbox.routing
import pytest
from cartesia_sandbox import Sandbox

KEY = "sk_car_the_key_of_these_tests"
Message = MutableMapping[str, Any]


class Differing:
    """A sandbox that differs from the spec: what it sends passes through these functions."""

    def __init__(self) -> None:
        self.app: Any = None
        self.responses: dict[tuple[str, str], Callable[[dict[str, Any]], None]] = {}
        """By method and path: changes a response, a dict of status, headers and body (JSON)."""
        self.events: Callable[[str, dict[str, Any]], list[dict[str, Any]]] = lambda _path, event: [event]
        """Changes an event of a stream or a socket into others."""

    async def __call__(self, scope: Message, receive: Any, send: Any) -> None:
        path = scope.get("path", "")
        if scope["type"] == "websocket":
            await self.app(scope, receive, self._socket(path, send))
            return
        change = self.responses.get((scope["method"], path))
        held: list[Message] = []

        async def hold(message: Message) -> None:
            if message["type"] == "http.response.start":
                held.append(message)
                if not change and not self._is_stream(message):
                    await send(held.pop())
            elif held and self._is_stream(held[0]):
                if "headers" in held[0]:
                    await send({**held[0]})
                    held[0].pop("headers")
                    held[0]["headers_sent"] = True
                await send({**message, "body": self._stream(path, message.get("body", b""))})
            elif held:
                held[0].setdefault("whole", bytearray()).extend(message.get("body", b""))
                if not message.get("more_body"):
                    await self._changed(held.pop(), change, send)
            else:
                await send(message)

        await self.app(scope, receive, hold)

    @staticmethod
    def _is_stream(start: Message) -> bool:
        return start.get("headers_sent") or any(
            name == b"content-type" and value.startswith(b"text/event-stream") for name, value in start["headers"]
        )

    async def _changed(self, start: Message, change: Any, send: Any) -> None:
        headers = {name.decode(): value.decode() for name, value in start["headers"]}
        body = start.pop("whole")
        is_json = headers.get("content-type", "").startswith("application/json")
        response = {"status": start["status"], "headers": headers, "body": json.loads(body) if is_json else None}
        change(response)
        raw = b"" if response["body"] is None else json.dumps(response["body"]).encode()
        response["headers"]["content-length"] = str(len(raw))
        pairs = [(name.encode(), value.encode()) for name, value in response["headers"].items()]
        await send({"type": "http.response.start", "status": response["status"], "headers": pairs})
        await send({"type": "http.response.body", "body": raw})

    def _stream(self, path: str, chunk: bytes) -> bytes:
        found = []
        for block in chunk.decode().split("\n\n"):
            data = block.partition("data: ")[2]
            if data:
                found += [f"data: {json.dumps(each)}\n\n" for each in self.events(path, json.loads(data))]
        return "".join(found).encode()

    def _socket(self, path: str, send: Any) -> Any:
        async def changed(message: Message) -> None:
            if message["type"] == "websocket.send" and message.get("text"):
                for each in self.events(path, json.loads(message["text"])):
                    await send({**message, "text": json.dumps(each)})
            else:
                await send(message)

        return changed


@pytest.fixture
def differing(monkeypatch: pytest.MonkeyPatch) -> Differing:
    """Change what a sandbox that is started in this test sends."""
    made = Differing()
    original = cartesia_sandbox.routing.Router

    def make_router(*arguments: Any, **options: Any) -> Any:
        made.app = original(*arguments, **options)
        return made

    monkeypatch.setattr("cartesia_sandbox.application.Router", make_router)
    return made


@pytest.fixture
def odd(differing: Differing) -> Iterator[Sandbox]:
    """Start a sandbox that accepts KEY only, and differs from the spec."""
    with Sandbox(api_keys=[KEY]) as running:
        yield running


@pytest.fixture(scope="module")
def plain() -> Iterator[Sandbox]:
    """Start a sandbox that accepts KEY only."""
    with Sandbox(api_keys=[KEY]) as running:
        yield running
