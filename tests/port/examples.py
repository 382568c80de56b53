"""A server that answers every operation of the contract with an example of its success, whatever the ids. Loopback, HTTP.

The tests of the official library ask a mock server for objects that do not exist; the sandbox, which has a memory, would say so.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import cartesia_api

CONTRACT: dict[str, Any] = json.loads((Path(str(cartesia_api.__file__)).parent / "openapi.json").read_text())
TEXTS = {"date-time": "2026-01-01T00:00:00Z", "date": "2026-01-01", "uuid": "00000000-0000-4000-8000-000000000000"}


def example(schema: dict[str, Any]) -> Any:
    """Return a value that a schema allows, with all fields."""
    if "$ref" in schema:
        return example(_resolved(schema["$ref"]))
    if "allOf" in schema:
        return {name: value for part in schema["allOf"] for name, value in example(part).items()}
    for name in ("oneOf", "anyOf"):
        if name in schema:
            return example(next((part for part in schema[name] if part.get("type") != "null"), schema[name][0]))
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    kinds = schema.get("type", "object" if "properties" in schema else None)
    kind = next((each for each in kinds if each != "null"), None) if isinstance(kinds, list) else kinds
    if kind == "object":
        fields = {name: example(part) for name, part in schema.get("properties", {}).items()}
        return {name: False if name == "has_more" else value for name, value in fields.items()}
    if kind == "array":
        return [example(schema.get("items", {}))]
    if kind == "string":
        return TEXTS.get(schema.get("format", ""), schema.get("example", "text"))
    return {"integer": 1, "number": 1.0, "boolean": True}.get(str(kind), {})


def _resolved(reference: str) -> dict[str, Any]:
    node: Any = CONTRACT
    for part in reference.removeprefix("#/").split("/"):
        node = node[part]
    found: dict[str, Any] = node
    return found


def _routes() -> Iterator[tuple[str, re.Pattern[str], dict[str, Any]]]:
    for path, operations in CONTRACT["paths"].items():
        pattern = re.compile(re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(path)).rstrip("/") + "/?")
        for method, operation in operations.items():
            if isinstance(operation, dict) and "responses" in operation:
                yield method.upper(), pattern, operation


ROUTES = sorted(_routes(), key=lambda route: route[1].pattern.count("[^/]+"))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self) -> None:
        """Answer with an example of the success of the operation."""
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = self.path.partition("?")[0]
        found = [each for method, pattern, each in ROUTES if method == self.command and pattern.fullmatch(path)]
        status, kind, body = _success(found[0]) if found else (404, "application/json", b'{"message": "no such path"}')
        self.send_response(status)
        if status != 204:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer

    def log_message(self, format: str, *_: object) -> None:
        """Keep quiet."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet about clients that leave."""


def _success(operation: dict[str, Any]) -> tuple[int, str, bytes]:
    status, response = next(each for each in operation["responses"].items() if each[0].startswith("2"))
    response = _resolved(response["$ref"]) if "$ref" in response else response
    content = response.get("content") or {}
    if status == "204" or not content:
        return int(status), "", b""
    kind, media = next(iter(content.items()))
    if "json" not in kind:
        return int(status), kind, b"text"
    return int(status), kind, json.dumps(example(media.get("schema", {}))).encode()


@contextmanager
def serving() -> Iterator[str]:
    """Serve examples, and yield the address."""
    server = _Server(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
