"""Importing costs next to nothing, and reads nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import cartesia_client
import cartesia_sandbox
import pytest


def loaded(code: str, **environment: str) -> set[str]:
    """Names of the modules that are loaded after the code has run in a fresh interpreter."""
    command = [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"]
    done = subprocess.run(command, env={"PATH": "", **environment}, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_client_loads_neither_httpx_nor_models() -> None:
    modules = loaded("import cartesia_client")
    assert not {
        name for name in modules if name.split(".")[0] in {"httpx", "httpcore", "attrs", "attr", "ssl", "msgspec"}
    }
    assert not {name for name in modules if name.startswith("cartesia_api")}


def test_making_a_sync_client_loads_neither_asyncio_nor_what_decodes_json_and_events_nor_metadata() -> None:
    modules = loaded("import cartesia_client; cartesia_client.Cartesia(api_key='k').tts")
    unneeded = {"asyncio", "concurrent.futures", "msgspec", "attrs", "importlib.metadata", "httpcore", "websockets"}
    assert not modules & {*unneeded, "httpx", "http.cookiejar"}


def test_what_checks_the_certificate_of_a_socket_loads_no_httpx() -> None:
    modules = loaded("import cartesia_client; print(cartesia_client.Cartesia(api_key='k')._connections.way(None).tls)")
    assert "certifi" in modules
    assert "httpx" not in modules


def test_a_socket_loads_nothing_of_what_http_connections_are_made_of_and_one_for_threads_no_asyncio() -> None:
    modules = loaded(
        "import cartesia_client; cartesia_client.Cartesia(api_key='k').tts.websocket_connect()\n"
        "import cartesia_client.sockets.tts_context, cartesia_client.sockets.stt"
    )
    assert "websockets" in modules
    assert not {name for name in modules if name.split(".")[0] in {"httpcore", "h11", "anyio", "asyncio"}}
    of_http = {"cartesia_client.http.transport", "cartesia_client.audio.stream", "cartesia_client.audio.assembler"}
    assert not modules & {*of_http, "cartesia_api.requests", "cartesia_api.response", "cartesia_api.official_types"}


def test_a_first_generation_loads_no_futures_nor_what_draws_secrets() -> None:
    """What connects for long, and the name of a file that is being written, are all that would want them."""
    modules = loaded(
        "import cartesia_client, cartesia_client.audio.result, cartesia_io.http.limited_streams, cartesia_io.audio.saving"
    )
    assert not modules & {"concurrent.futures", "secrets"}


def test_the_version_is_that_of_the_package() -> None:
    (lines,) = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8").partition("[project]")[2:]
    assert 'dynamic = ["version"]' in lines.partition("\n[")[0]
    assert re.fullmatch(r"\d+\.\d+\.\d+", cartesia_client.__version__)
    assert cartesia_client.__version__ == version("cartesia-client")


def test_making_a_client_loads_no_models() -> None:
    modules = loaded("import cartesia_client; cartesia_client.Cartesia(api_key='k')")
    assert not {name for name in modules if name.startswith(("cartesia_api.models.", "cartesia_api.resources.tts"))}


def test_a_generation_loads_no_models_and_nothing_of_lists() -> None:
    """What it sends is built from its arguments, and what arrives is audio."""
    modules = loaded("import cartesia_client, cartesia_client.session, cartesia_api.api.tts.tts_generate")
    assert not {name for name in modules if name.startswith("cartesia_api.models.")}
    assert not modules & {"cartesia_api.pages", "cartesia_io.audio.mp3", "cartesia_io.audio.wav"}


@pytest.mark.parametrize("protocol", ["tts_protocol", "stt_session"])
def test_the_protocols_of_the_sockets_load_no_io_library(protocol: str) -> None:
    modules = loaded(f"import cartesia_client.sockets.{protocol}")
    assert f"cartesia_client.sockets.{protocol}" in modules
    libraries = {"websockets", "httpx", "httpcore", "anyio", "asyncio", "ssl", "socket"}
    assert not {name for name in modules if name.split(".")[0] in libraries}


@pytest.mark.parametrize("module", ["errors", "responses", "audio.incomplete"])
def test_errors_and_responses_load_no_io_library(module: str) -> None:
    modules = loaded(f"import cartesia_client.{module}")
    assert f"cartesia_client.{module}" in modules
    io_libraries = {"httpx", "httpcore", "anyio", "ssl", "websockets", "asyncio", "socket"}
    assert not {name.split(".")[0] for name in modules} & io_libraries


def test_importing_the_sandbox_loads_no_engine() -> None:
    modules = loaded("import cartesia_sandbox")
    assert not {
        name for name in modules if name.split(".")[0] in {"numpy", "onnxruntime", "starlette", "uvicorn", "hibari"}
    }


@pytest.mark.parametrize("package", [cartesia_client, cartesia_sandbox], ids=lambda package: package.__name__)
def test_everything_that_is_promised_is_there(package: ModuleType) -> None:
    for name in package.__all__:
        assert getattr(package, name) is not None
    assert set(package.__all__) <= set(dir(package))
    with pytest.raises(AttributeError, match="Nothing"):
        _ = package.Nothing


def test_the_environment_is_read_when_a_client_is_made() -> None:
    code = """
import os, cartesia_client
os.environ["CARTESIA_API_KEY"] = "later"
os.environ["CARTESIA_BASE_URL"] = "http://127.0.0.1:1"
assert "127.0.0.1:1" in repr(cartesia_client.Cartesia())
"""
    loaded(code)
