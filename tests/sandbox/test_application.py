"""The sandbox under another ASGI server, as a process, and started and stopped in sync and async code."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import httpx
import pytest
import uvicorn
from cartesia_client import APIConnectionError, AsyncCartesia, Cartesia, IncompleteAudioError
from cartesia_sandbox import Fault, Sandbox, asgi_app
from starlette.applications import Starlette
from starlette.routing import Mount
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
SPEECH: dict[str, Any] = {"model_id": "sonic-3.5", "transcript": "Hello there.", "voice": KATIE, "output_format": RAW}
HEADERS = {"X-API-Key": "k", "Cartesia-Version": "2026-08-14"}
COMMAND = str(Path(sys.executable).with_name("cartesia-client"))


@contextmanager
def served(app: Any) -> Iterator[str]:
    """Serve an application with uvicorn, and yield its URL."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.005)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def test_under_another_server() -> None:
    app = asgi_app(plan="free", faults=["status status=503 operation=voices.list"])
    with served(app) as url, Cartesia(api_key="k", base_url=url, max_retries=0, timeout=20) as client:
        assert httpx.get(f"{url}/voices", headers=HEADERS, trust_env=False).status_code == 503
        assert client.tts.generate(**SPEECH).duration > 0.5
        assert [request.status for request in app.journal.requests()] == [503, 200]
        # Under that server these three look alike: the connection ends.
        for kind in ("cut", "reset", "garbage"):
            app.faults.add(kind, after_bytes=5000)
            with pytest.raises(IncompleteAudioError):
                client.tts.generate(**SPEECH)
        app.fail("close", code=4000)
        with connect(f"ws{url[4:]}/tts/websocket?cartesia_version=2026-08-14&api_key=k") as line:
            with pytest.raises(ConnectionClosed) as caught:
                line.recv(timeout=5)
            assert caught.value.rcvd is not None
            assert caught.value.rcvd.code == 4000
        assert httpx.get(f"{url}/__sandbox__/about", trust_env=False).json()["plan"] == "free"


@pytest.mark.parametrize("mount", ["/cartesia", "/a/tts"])
def test_under_a_mount(mount: str) -> None:
    app = asgi_app(plan="free", faults=["status status=503 operation=/voices"])
    with served(Starlette(routes=[Mount(mount, app)])) as server:
        url = f"{server}{mount}"
        assert httpx.get(f"{url}/voices", headers=HEADERS, trust_env=False).status_code == 503
        assert httpx.get(f"{url}/", trust_env=False).json()["ok"]
        with Cartesia(api_key="k", base_url=url, timeout=20) as client:
            assert client.voices.get(KATIE).name == "Katie"
            assert client.tts.generate(**SPEECH).duration > 0.5
            with client.tts.websocket_connect() as line:
                fields = {name: value for name, value in SPEECH.items() if name != "transcript"}
                assert b"".join(line.context(**fields).speak("Hello."))
        assert httpx.get(f"{url}/__sandbox__/about", trust_env=False).json()["plan"] == "free"
        for page in ("__sandbox__", "__sandbox__/"):
            assert "<title>" in httpx.get(f"{url}/{page}", trust_env=False, follow_redirects=True).text
        assert httpx.get(f"{server}/voices", headers=HEADERS, trust_env=False).status_code == 404
    assert [request.operation for request in app.journal.requests()] == [
        "voices.list",
        "get_status",
        "voices.get",
        "tts.generate",
        "tts.websocket",
    ]


async def test_under_a_mount_of_an_application_whose_prefix_a_proxy_takes_away() -> None:
    async def prefixed(scope: Any, receive: Any, send: Any) -> None:
        """As FastAPI(root_path="/proxy") does it."""
        await Starlette(routes=[Mount("/sb", asgi_app())])({**scope, "root_path": "/proxy"}, receive, send)

    async with httpx.AsyncClient(transport=httpx.ASGITransport(prefixed), base_url="http://127.0.0.1") as http:
        assert (await http.get("/sb/")).json()["ok"]
        assert (await http.get("/proxy/sb/")).json()["ok"]


def test_threads_may_start_and_stop_one_sandbox_at_once() -> None:
    before = set(threading.enumerate())
    sandbox = Sandbox()
    with ThreadPoolExecutor(4) as pool:
        assert len({each.url for each in pool.map(lambda _: sandbox.start(), range(4))}) == 1
        started = [each for each in threading.enumerate() if each.name == "cartesia-sandbox" and each not in before]
        assert len(started) == 1
        list(pool.map(lambda turn: (sandbox.start, sandbox.close)[turn % 2](), range(4)))
    sandbox.close()
    assert not started[0].is_alive()


@pytest.mark.parametrize(
    "more",
    [
        "",
        "assert sandbox.start() is sandbox",
        "Sandbox().start()",
        "sandbox.proxy().__enter__()",
        "import urllib.request; urllib.request.urlopen(sandbox.url).read()",
        "import http.client; line = http.client.HTTPConnection(sandbox.url[7:]); line.request('GET', '/'); line.getresponse()",
        "raise SystemExit",
    ],
)
def test_a_sandbox_that_is_not_closed_does_not_keep_the_program_alive(more: str) -> None:
    program = f"from cartesia_sandbox import Sandbox\nsandbox = Sandbox().start()\n{more}"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120)
    assert (ended.stdout, ended.stderr) == ("", "")


def test_a_started_sandbox_may_be_entered() -> None:
    with Sandbox().start() as sandbox:
        assert httpx.get(sandbox.url, trust_env=False).json()["ok"]
        url = sandbox.url
    with pytest.raises(httpx.ConnectError):
        httpx.get(url, trust_env=False)


async def test_started_and_stopped_in_sync_and_async_code() -> None:
    async with Sandbox() as sandbox, AsyncCartesia(api_key="k", base_url=sandbox.url) as client:
        assert (await client.get_status()).ok
        url = sandbox.url
    with pytest.raises(RuntimeError, match="not running"):
        _ = sandbox.url
    with pytest.raises(httpx.ConnectError):
        httpx.get(url, trust_env=False)
    with sandbox as again, Cartesia(api_key="k", base_url=again.url) as sync_client:
        assert sync_client.get_status().ok


def test_the_event_loop_goes_on_while_it_starts_and_stops() -> None:
    threads: list[threading.Thread] = []

    class Watched(Sandbox):
        def start(self) -> Self:
            threads.append(threading.current_thread())
            return super().start()

        def close(self) -> None:
            threads.append(threading.current_thread())
            super().close()

    async def main() -> None:
        async with Watched():
            pass

    asyncio.run(main())
    assert len(threads) == 2
    assert threading.main_thread() not in threads


def test_reset_restores_the_initial_state() -> None:
    with Sandbox() as sandbox, Cartesia(api_key="k", base_url=sandbox.url) as client:
        before = [each.name for each in client.pronunciation_dicts.list()]
        client.pronunciation_dicts.create(name="Mine")
        sandbox.fail("status")
        sandbox.reset()
        assert (len(sandbox.journal), len(sandbox.faults)) == (0, 0)
        assert [each.name for each in client.pronunciation_dicts.list()] == before
        client.pronunciation_dicts.create(name="Mine")
        assert httpx.post(f"{sandbox.url}/__sandbox__/reset", trust_env=False).status_code == 204
        assert [each.name for each in client.pronunciation_dicts.list()] == before


def test_a_proxy_for_faults_of_whole_connections() -> None:
    with Sandbox() as sandbox, sandbox.proxy() as proxy:
        proxy.plan(Fault("reset"))
        with Cartesia(api_key="k", base_url=proxy.url, max_retries=0) as client:
            with pytest.raises(APIConnectionError):
                client.get_status()
            assert client.get_status().ok


def test_a_seed_gives_the_same_voice_again() -> None:
    def speech(seed: int) -> bytes:
        with Sandbox(seed=seed) as sandbox, Cartesia(api_key="k", base_url=sandbox.url) as client:
            return client.tts.generate(**SPEECH).data

    assert speech(1) == speech(1)
    assert speech(1) != speech(2)


def test_a_version_for_requests_that_name_none() -> None:
    with Sandbox(version="2025-11-04") as sandbox:
        answer = httpx.get(f"{sandbox.url}/voices/nobody", headers={"X-API-Key": "k"}, trust_env=False)
        assert answer.headers["content-type"].startswith("text/plain")
        named = httpx.get(f"{sandbox.url}/voices/nobody", headers=HEADERS, trust_env=False)
        assert named.json()["error_code"] == "voice_not_found"
        with connect(f"ws{sandbox.url[4:]}/tts/websocket?api_key=k") as line:
            line.send("{")
            assert "error" in json.loads(line.recv(timeout=5))
    with pytest.raises(ValueError, match="'soon' is not a Cartesia-Version, such as 2026-08-14"):
        Sandbox(version="soon")


def test_as_a_process() -> None:
    options = ["--plan", "free", "--version", "2026-08-14", "--strict", "--seed", "3", "--realtime"]
    options += ["--api-key", "k", "--api-key", "l"]
    faults = ["--fault", "status status=418", "--fault", "delay seconds=0.01"]
    with subprocess.Popen(
        [COMMAND, "sandbox", "--port", "0", *options, *faults],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        url = process.stdout.readline().strip()
        assert httpx.get(url, trust_env=False).status_code == 418
        answer = httpx.get(f"{url}/voices?limt=1", headers={"X-API-Key": "k"}, trust_env=False)
        assert "did you mean limit?" in answer.json()["message"]
        statuses = [
            httpx.get(f"{url}/voices", headers={"X-API-Key": key}, trust_env=False).status_code for key in "klm"
        ]
        assert statuses == [200, 200, 401]
        about = httpx.get(f"{url}/__sandbox__/about", trust_env=False).json()
        assert (about["plan"], about["strict"], about["realtime"]) == ("free", True, True)
        process.terminate()
        assert process.wait(timeout=5) == 0
        printed = process.stderr.read()
        assert f"{url}/__sandbox__" in printed
        assert "accepts the API keys of --api-key only" in printed


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--fault", "explode"], "there is no fault 'explode'"),
        (["--api-key", ""], "each of --api-key must be text that is not empty"),
        (["--version", "soon"], "'soon' is not a Cartesia-Version"),
        (["--host", "0.0.0.0"], "pass --allow-remote to allow that"),
    ],
)
def test_a_mistake_on_the_command_line_is_one_clear_line(arguments: list[str], sentence: str) -> None:
    done = subprocess.run([COMMAND, "sandbox", *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
