"""The rows of the table: what is measured, and what it may be at most. A new row is a line here, and a scene for a new kind."""

from __future__ import annotations

from typing import NamedTuple

OFFICIAL, FLOOR, BEFORE, SELF = "official", "floor", "before", ""


class Row(NamedTuple):
    title: str
    scene: str
    """A function of http_scenes.py or socket_scenes.py, or a program of cold.py."""
    size: int
    figure: str
    limit: float | None
    """At most this: a ratio, or an amount if it is compared with nothing. None: only shown."""
    against: str = OFFICIAL
    quick: bool = True
    """It takes little time."""


COLD = 0  # the size of a row whose scene is a program

ROWS = [
    Row("`from cartesia_client import Cartesia`", "import", COLD, "cpu", 0.50),
    Row("import, client, first resource", "import, client, resource", COLD, "cpu", 0.43),
    Row("cold process to first audio byte, http", "first byte, http", COLD, "cpu", 0.52),
    Row("the same against raw httpx", "first byte, http", COLD, "cpu", 1.3, FLOOR),
    Row("cold process to first audio byte, https", "first byte, https", COLD, "cpu", 0.60),
    Row("the same against raw httpx", "first byte, https", COLD, "cpu", 1.3, FLOOR),
    Row("cold process to first socket chunk", "first socket chunk", COLD, "cpu", 0.45),
    Row("second client", "second client", 1, "cpu", 0.01),
    Row("small GET, sync", "get", 1, "cpu", 0.40),
    Row("small GET, async", "get async", 1, "cpu", 0.45),
    Row("small GET, sync, against raw httpx", "get", 1, "cpu", 0.85, FLOOR),
    Row("small GET, async, against raw httpx", "get async", 1, "cpu", 0.75, FLOOR),
    Row("page of 100 voices, sync", "page", 100, "cpu", 0.085),
    Row("page of 100 voices, async", "page async", 100, "cpu", 0.10),
    Row("64 concurrent GETs, async", "concurrent", 64, "cpu", 0.22),
    Row("64 concurrent GETs, threads", "get threads", 64, "cpu", 0.50),
    Row("connections for 40 tasks x 10 generations", "connections", 40, "connections", 40, SELF),
    Row("TTS 64 KB streamed, CPU to first byte, sync", "first byte", 64, "cpu", 0.48),
    Row("TTS 64 KB streamed, CPU to first byte, async", "first byte async", 64, "cpu", 0.65),
    Row("TTS 64 KB streamed, time to first byte, sync", "first byte", 64, "wall", None),
    Row("TTS 64 KB streamed, time to first byte, async", "first byte async", 64, "wall", None),
    Row("whole WAV of 50 MB, peak over body", "whole wav", 50, "peak", 2.0, SELF),
    Row("50 MB streamed, growth in MiB", "streamed", 50, "growth", 1.0, SELF),
    Row("50 MB saved, growth in MiB", "saved", 50, "growth", 1.0, SELF),
    Row("100 MB upload, growth in MiB", "upload", 100, "growth", 1.0, SELF),
    Row("socket, 4 KB a chunk", "socket", 4096, "cpu", 0.32),
    Row("socket, 32 KB a chunk", "socket", 32768, "cpu", 0.25),
    Row("socket, 100 contexts of 4 KB", "contexts", 100, "cpu", 0.30),
    Row("socket, 100 contexts of 256 B", "contexts 256 B", 100, "cpu", None),
    Row("sync socket, 4 KB", "sync socket", 1, "cpu", None),
    Row("sync socket, 100 contexts of 4 KB", "sync socket", 100, "cpu", None),
    Row("100 paced contexts, p99", "paced", 100, "p99", 0.45, quick=False),
    Row("100 paced contexts, p50", "paced", 100, "p50", None, quick=False),
    Row("100 paced contexts, CPU a chunk", "paced", 100, "cpu", None, quick=False),
    Row("100 threads on one sync socket, over one thread", "socket threads", 100, "over one", 8.0, SELF),
    Row("1000 pushes in a context", "pushes", 1000, "cpu", None),
    Row("STT socket, 100 ms of sound sent, sync", "stt send", 100, "cpu", 1.0),
    Row("STT socket, 100 ms of sound sent, async", "stt send async", 100, "cpu", 1.0),
    Row("SSE, 4 KB, sync", "sse", 4096, "cpu", 0.35),
    Row("SSE, 4 KB, async", "sse async", 4096, "cpu", 0.42),
    Row("SSE, 256 B, sync", "sse", 256, "cpu", None),
    Row("longest block of a loop by the first request, ms of CPU", "block", 1, "block", 15.0, SELF),
    Row("wss again in the same process", "wss again", 1, "cpu", 0.20),
    Row("installed size with dependencies, MiB", "installed", 1, "size", 0.60),
    Row("installed files with dependencies", "installed", 1, "files", 600, SELF),
    Row("`with Sandbox()`, start and stop, ms", "sandbox", 1, "wall", 50.0, SELF),
    Row("connections of two requests 5.6 s apart", "idle", 2, "connections", 2, SELF, quick=False),
    Row("connections of the same, kept for 60 s", "idle kept", 2, "connections", 1, SELF, quick=False),
    Row("first audio of a client over TLS, ms", "first audio cold", 1, "first", None, SELF),
    Row("first audio of a client over TLS, ms of CPU", "first audio cold", 1, "cpu", None, SELF),
    Row("first audio after get_status(), ms", "first audio warm", 1, "first", None, SELF),
    Row("first audio after get_status(), ms of CPU", "first audio warm", 1, "cpu", None, SELF),
    Row("small GET over aiohttp", "aiohttp", 1, "cpu", None, SELF, quick=False),
    Row("64 concurrent GETs over aiohttp", "aiohttp", 64, "cpu", None, SELF, quick=False),
    Row("small GET over HTTP/2, over one of HTTP/1.1", "http2", 1, "ratio", None, SELF, quick=False),
    Row("32 concurrent GETs over HTTP/2, over those of HTTP/1.1", "http2", 32, "ratio", None, SELF, quick=False),
    Row("page of voices by `from_dict`, over msgspec decode", "decode", 100, "ratio", 2.5, SELF),
]

# Scene, sizes, what is counted, and what one is called.
GROWTH = {
    "contexts": ("contexts", (1, 3, 10, 30, 100, 300, 1000), "CPU a chunk of 4 KB, by contexts on one socket"),
    "requests": ("concurrent", (1, 4, 16, 64, 256), "CPU a request, by requests at a time"),
    "pages": ("page", (10, 25, 50, 100), "CPU a page, by voices on it"),
    "pushes": ("pushes", (1, 10, 100, 1000), "CPU a push, by pushes into one context"),
    "threads": ("socket threads", (1, 4, 16, 50, 100), "CPU a chunk of 4 KB, by threads on one sync socket"),
}
