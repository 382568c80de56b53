"""The server of the benchmarks: it answers as the request says. Run it in a process of its own: python server.py [PEM BUNDLE].

A transcript is JSON: {"chunks": 1000, "size": 4096, "pause": 0.0}. With a pause, a chunk is sent whenever the clock has passed a
multiple of it, to all contexts of a socket at once, which is the most that they ask of a client; and it begins with the time at
which it was due (CLOCK_MONOTONIC, eight bytes, which all processes of a machine share). What is sent then has been made before,
and HTTP is spoken by hand, so that this takes little of the machine that it shares with what is measured.
"""

from __future__ import annotations

import asyncio
import base64
import json
import ssl
import struct
import sys
import time
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

from websockets.asyncio.server import ServerConnection, serve
from websockets.frames import Frame, Opcode

VOICE = {
    "id": "f786b574-daa5-4673-aa0c-cbe3e8534c02",
    "is_owner": False,
    "access": "public",
    "visibility": "public",
    "name": "Katie - Friendly Fixer",
    "tagline": "Friendly",
    "description": "Enunciating young adult female for conversational support",
    "created_at": "2025-10-29T20:46:35.123456Z",
    "language": "en",
    "locales": [{"language": "en", "country": "US", "locale": "en_US", "is_native": True, "accent": "en-us-general"}],
    "gender": "feminine",
    "accent": "en-us-general",
    "country": "US",
    "preview_file_url": None,
    "is_public": True,
}
BLOCK = 65536
# A header as a service writes it that does not know the length yet.
WAV = b"RIFF\xff\xff\xff\xffWAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 24000, 48000, 2, 16) + b"data\xff\xff\xff\xff"


def event(context_id: str | None, data: bytes) -> str:
    fields: dict[str, Any] = {"type": "chunk", "data": base64.b64encode(data).decode(), "done": False}
    fields |= {"status_code": 206, "step_time": 12.5}
    return json.dumps(fields if context_id is None else {**fields, "context_id": context_id})


def last(context_id: str | None) -> str:
    fields = {"type": "done", "done": True, "status_code": 206}
    return json.dumps(fields if context_id is None else {**fields, "context_id": context_id})


class Talk:
    """What is said on a socket."""

    def __init__(self, connection: ServerConnection) -> None:
        self._connection = connection
        self._tasks: list[asyncio.Task[None]] = []
        self._due: dict[float, list[bytes]] = {}

    def begin(self, name: str, plan: dict[str, Any]) -> None:
        """Speak in a context."""
        if "pause" in plan:
            self._plan(name, **plan)
        else:
            self._tasks.append(asyncio.create_task(self._speak(name, **plan)))

    async def end(self) -> None:
        """Wait until all is said."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _speak(self, name: str, chunks: int, size: int) -> None:
        ready = event(name, bytes(size))
        for number in range(chunks):
            await self._connection.send(ready)
            if number % 8 == 0:
                await asyncio.sleep(0)  # the other contexts have their turn
        await self._connection.send(last(name))

    def _plan(self, name: str, chunks: int, size: int, pause: float) -> None:
        first = int(time.monotonic() / pause) + 2
        frames = [event(name, struct.pack("<d", (first + each) * pause) + bytes(size - 8)) for each in range(chunks)]
        for number, frame in enumerate([*frames, last(name)], first):
            if (due := number * pause) not in self._due:
                self._due[due] = []
                self._tasks.append(asyncio.create_task(self._send_when_due(due)))
            self._due[due].append(Frame(Opcode.TEXT, frame.encode()).serialize(mask=False))

    async def _send_when_due(self, due: float) -> None:
        await asyncio.sleep(due - time.monotonic() - 0.002)
        while time.monotonic() < due:
            await asyncio.sleep(0)  # a longer one ends up to a millisecond late
        self._connection.transport.write(b"".join(self._due.pop(due)))


async def talk(connection: ServerConnection) -> None:
    """Speak what is asked for; take sound to transcribe, and text that is not a plan, without a word."""
    said = Talk(connection)
    async for message in connection:
        if isinstance(message, str) and message.startswith("{"):
            frame = json.loads(message)
            if frame.get("transcript", "").startswith("{"):
                said.begin(frame["context_id"], json.loads(frame["transcript"]))
            elif not frame.get("continue", True):
                await connection.send(last(frame["context_id"]))
        elif message == "close":
            await connection.close()
    await said.end()


def page(count: int) -> bytes:
    voices = [{**VOICE, "id": f"f786b574-daa5-4673-aa0c-{number:012x}"} for number in range(count)]
    return json.dumps({"data": voices, "has_more": True, "next_page": "x"}).encode()


def sse(plan: dict[str, Any]) -> list[bytes]:
    """Return the pieces of an event stream, each of the events that go into 64 KB."""
    ready = f"event: chunk\ndata: {event(None, bytes(plan['size']))}\n\n".encode()
    whole, rest = divmod(plan["chunks"], each := max(1, BLOCK // len(ready)))
    pieces = [ready * each] * whole + [ready * rest] * bool(rest) + [f"event: done\ndata: {last(None)}\n\n".encode()]
    return [b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces] + [b"0\r\n\r\n"]


class Speech:
    """The HTTP side. It counts connections."""

    def __init__(self) -> None:
        self.connections = 0
        self.pages: dict[int, bytes] = {}

    async def body(self, reader: asyncio.StreamReader, head: bytes) -> bytes:
        """Read a body; keep what is short, and drop what is not."""
        lines = head.lower().split(b"\r\n")
        if b"transfer-encoding: chunked" in lines:
            while size := int((await reader.readline()).split(b";")[0], 16):
                await reader.readexactly(size + 2)
            await reader.readline()
            return b""
        left = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)
        if left <= BLOCK:
            return await reader.readexactly(left)
        while left:
            left -= len(await reader.read(min(left, 4 * BLOCK)))
        return b""

    async def answer(self, target: str, body: bytes) -> tuple[str, list[bytes] | bytes]:
        """Return a media type, and the body: whole, or as chunks."""
        path, query = urlsplit(target).path, parse_qs(urlsplit(target).query)
        if path == "/connections":
            return "text/plain", str(self.connections).encode()
        if path == "/voices":
            await asyncio.sleep(float(query.get("delay", ["0"])[0]))
            count = int(query.get("limit", ["10"])[0])
            return "application/json", self.pages.get(count) or self.pages.setdefault(count, page(count))
        if path == "/tts/sse":
            return "text/event-stream", sse(json.loads(json.loads(body)["transcript"]))
        if path == "/stt":
            return "application/json", b'{"text": "Hello.", "type": "transcript", "request_id": "x"}'
        return "application/json", b'{"ok": true, "version": "2026-08-14"}'

    async def sound(self, body: bytes) -> AsyncIterator[bytes]:
        """Yield an answer of /tts/bytes: head, and blocks of the same bytes."""
        fields = json.loads(body)
        size = json.loads(fields["transcript"])["size"]
        head = WAV if fields["output_format"]["container"] == "wav" else b""
        yield self.head("audio/wav", f"content-length: {len(head) + size}") + head
        block = b"\1\2" * (BLOCK // 2)
        for at in range(0, size, BLOCK):
            yield block[: size - at]

    def head(self, kind: str, length: str) -> bytes:
        lines = ("HTTP/1.1 200 OK", f"content-type: {kind}", length, "date: Thu, 26 Nov 2026 10:00:00 GMT")
        return "\r\n".join((*lines, "server: x", "cartesia-request-id: abc", "", "")).encode()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                target = head.split(b" ", 2)[1].decode()
                body = await self.body(reader, head)
                if target.startswith("/tts/bytes"):
                    async for piece in self.sound(body):
                        writer.write(piece)
                        await writer.drain()
                    continue
                kind, found = await self.answer(target, body)
                if isinstance(found, bytes):
                    writer.write(self.head(kind, f"content-length: {len(found)}") + found)
                    continue
                writer.write(self.head(kind, "transfer-encoding: chunked"))
                for piece in found:
                    writer.write(piece)
                    await writer.drain()
        except (EOFError, OSError):
            pass  # the client has gone
        finally:
            writer.close()


async def main(certificate: str | None = None) -> None:
    """Print the ports (sockets, HTTP; the same over TLS, with a certificate), and serve until standard input ends."""
    contexts: list[ssl.SSLContext | None] = [None]
    if certificate:
        secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        secure.load_cert_chain(certificate)
        contexts.append(secure)
    ports, open_servers = [], []
    for context in contexts:
        sockets = await serve(talk, "127.0.0.1", 0, compression=None, max_queue=None, ping_interval=None, ssl=context)
        http = await asyncio.start_server(Speech().serve, "127.0.0.1", 0, ssl=context, limit=4 * BLOCK, backlog=512)
        ports += [next(iter(server.sockets)).getsockname()[1] for server in (sockets, http)]
        open_servers += [sockets, http]
    print(*ports, flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
