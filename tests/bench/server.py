"""The server of the benchmarks: it answers as the request says. Run it in a process of its own: python server.py [PEM BUNDLE].

A transcript is JSON: {"chunks": 1000, "size": 4096, "pause": 0.0}. With a pause, each chunk begins with the time at which it was
sent (CLOCK_MONOTONIC, eight bytes, which all processes of a machine share). It speaks HTTP by hand, so that it takes little of
the machine that it shares with what is measured.
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


async def speak(connection: ServerConnection, name: str, plan: dict[str, Any]) -> None:
    chunks, size, pause = plan["chunks"], plan["size"], plan.get("pause", 0.0)
    ready = event(name, bytes(size))
    due = time.monotonic()
    for number in range(chunks):
        if pause:
            due += pause
            await asyncio.sleep(due - time.monotonic())
            ready = event(name, struct.pack("<d", time.monotonic()) + bytes(size - 8))
        await connection.send(ready)
        if number % 8 == 0:
            await asyncio.sleep(0)  # the other contexts have their turn
    await connection.send(last(name))


async def talk(connection: ServerConnection) -> None:
    """Speak what is asked for; take sound to transcribe, and text that is not a plan, without a word."""
    tasks = []
    async for message in connection:
        if isinstance(message, str) and message.startswith("{"):
            frame = json.loads(message)
            if frame.get("transcript", "").startswith("{"):
                plan = json.loads(frame["transcript"])
                tasks.append(asyncio.create_task(speak(connection, frame["context_id"], plan)))
            elif not frame.get("continue", True):
                await connection.send(last(frame["context_id"]))
        elif message == "close":
            await connection.close()
    await asyncio.gather(*tasks, return_exceptions=True)


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
