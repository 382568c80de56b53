"""Web pages of other origins: what the sandbox says to browsers, and a page in Chromium that speaks by a token."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from cartesia_sandbox import Sandbox

from tests.sandbox.common import KATIE, KEYED, RAW, VERSION, speech

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

PAGE = "https://shop.example"
SENT = "authorization, cartesia-version, content-type, x-api-key, x-cartesia-client, x-stainless-lang"


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/tts/bytes"), ("GET", "/voices"), ("DELETE", "/voices/x"), ("POST", "/access-token")]
)
def test_a_preflight_passes_without_key_and_version_and_is_not_in_the_journal(
    own_sandbox: Sandbox, method: str, path: str
) -> None:
    own_sandbox.reset()
    asked = {"Origin": PAGE, "Access-Control-Request-Method": method, "Access-Control-Request-Headers": SENT}
    answer = httpx.options(own_sandbox.url + path, headers=asked, trust_env=False)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert method in answer.headers["access-control-allow-methods"]
    allowed = answer.headers["access-control-allow-headers"].lower().replace(" ", "").split(",")
    assert set(SENT.split(", ")) <= set(allowed)
    assert len(own_sandbox.journal) == 0


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [("/voices", KEYED, 200), ("/voices/nobody", KEYED, 404), ("/voices", VERSION, 401), ("/nowhere", KEYED, 404)],
)
def test_a_page_may_read_responses_and_errors_with_their_ids(
    own_sandbox: Sandbox, path: str, headers: dict[str, str], status: int
) -> None:
    answer = httpx.get(own_sandbox.url + path, headers={**headers, "Origin": PAGE}, trust_env=False)
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (status, "*")
    assert "X-Request-Id" in answer.headers["access-control-expose-headers"]
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize("asked", ["true", None])
def test_a_page_of_the_internet_may_reach_a_sandbox_on_this_machine(own_sandbox: Sandbox, asked: str | None) -> None:
    headers = {"Origin": PAGE, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": SENT}
    if asked:
        headers["Access-Control-Request-Private-Network"] = asked
    answer = httpx.options(f"{own_sandbox.url}/tts/bytes", headers=headers, trust_env=False)
    assert (answer.status_code, answer.headers.get("access-control-allow-private-network")) == (200, asked)
    assert answer.headers["access-control-allow-headers"] == SENT


def test_a_planned_error_can_be_read_too_and_no_preflight_gets_it(own_sandbox: Sandbox) -> None:
    own_sandbox.reset()
    own_sandbox.fail("status", status=429, retry_after=1)
    asked = {"Origin": PAGE, "Access-Control-Request-Method": "GET"}
    assert httpx.options(f"{own_sandbox.url}/voices", headers=asked, trust_env=False).status_code == 200
    answer = httpx.get(f"{own_sandbox.url}/voices", headers={**KEYED, "Origin": PAGE}, trust_env=False)
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (429, "*")
    assert "Retry-After" in answer.headers["access-control-expose-headers"]


def test_programs_get_no_headers_for_pages_and_pages_no_control_paths(own_sandbox: Sandbox) -> None:
    answer = httpx.get(f"{own_sandbox.url}/voices", headers=KEYED, trust_env=False)
    assert not [name for name in answer.headers if name.startswith("access-control")]
    for method in ("GET", "OPTIONS"):
        foreign = {"Origin": PAGE, "Access-Control-Request-Method": "GET"}
        answer = httpx.request(method, f"{own_sandbox.url}/__sandbox__/journal", headers=foreign, trust_env=False)
        assert (answer.status_code, "access-control-allow-origin" in answer.headers) == (403, False)


@pytest.fixture(scope="module")
def shop() -> Iterator[str]:
    """Serve an empty page at an origin of its own, and return its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>Shop</title>")

        def log_message(self, format: str, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


BY_HTTP = """
const [url, token, body, done] = arguments;
fetch(url + "/tts/bytes", {
  method: "POST",
  headers: {"Authorization": `Bearer ${token}`, "Cartesia-Version": "2026-08-14", "Content-Type": "application/json",
            "X-Cartesia-Client": "page"},
  body,
}).then(async (response) => done({
  status: response.status, id: response.headers.get("x-request-id"), size: (await response.arrayBuffer()).byteLength,
})).catch((error) => done({error: String(error)}));
"""
BY_SOCKET = """
const [url, token, body, done] = arguments;
const socket = new WebSocket(`${url.replace("http", "ws")}/tts/websocket?access_token=${token}&cartesia_version=2026-08-14`);
let size = 0;
socket.onopen = () => socket.send(body);
socket.onmessage = (event) => {
  const said = JSON.parse(event.data);
  if (said.type === "chunk") size += atob(said.data).length;
  if (said.done) { socket.close(); done({type: said.type, size}); }
};
socket.onclose = (event) => done({type: "closed", code: event.code});
"""
TOKEN = """
const [url, key, done] = arguments;
fetch(url + "/access-token", {
  method: "POST",
  headers: {"X-API-Key": key, "Cartesia-Version": "2026-08-14", "Content-Type": "application/json"},
  body: JSON.stringify({grants: {tts: true}, expires_in: 60}),
}).then((response) => response.json()).then((found) => done(found.token)).catch((error) => done(String(error)));
"""


@pytest.mark.browser
def test_a_page_speaks_by_a_token_over_http_and_a_socket(browser: Chrome, shop: str) -> None:
    browser.set_script_timeout(30)
    with Sandbox(api_keys=["good"]) as own:
        browser.get(shop)

        def run(script: str, *arguments: str) -> Any:
            return browser.execute_async_script(script, own.url, *arguments)

        token, speak = run(TOKEN, "good"), json.dumps(speech(transcript="Hello from a page."))
        found = run(BY_HTTP, token, speak)
        assert (found["status"], bool(found["id"]), found["size"] > 10_000) == (200, True, True)
        first = json.dumps(speech(transcript="Hello.", voice=KATIE, output_format=RAW, context_id="c"))
        found = run(BY_SOCKET, token, first)
        assert (found["type"], found["size"] > 5_000) == ("done", True)
        assert run(BY_HTTP, "wrong", speak)["status"] == 401
        # Browsers tell a page nothing of a handshake that was rejected.
        assert run(BY_SOCKET, "wrong", first) == {"type": "closed", "code": 1006}
        assert [entry.status for entry in own.journal.requests()] == [200, 200, 101, 401, 401]
