"""The sandbox over TLS, for clients that speak nothing else."""

from __future__ import annotations

import asyncio
import ssl
from pathlib import Path

import httpx
import pytest
import trustme
from cartesia_sandbox import Sandbox
from websockets.asyncio.client import connect


async def test_https_and_wss(tmp_path: Path) -> None:
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    chain, key = tmp_path / "chain.pem", tmp_path / "key.pem"
    issued.cert_chain_pems[0].write_to_path(str(chain))
    issued.private_key_pem.write_to_path(str(key))
    context = ssl.create_default_context()
    with Sandbox(certificate=(chain, key)) as own:
        assert own.url.startswith("https://127.0.0.1:")
        with pytest.raises(httpx.ConnectError):
            httpx.get(own.url)
        authority.configure_trust(context)
        assert httpx.get(own.url, verify=context).json()["ok"]
        address = f"wss{own.url[5:]}/stt/turns/websocket?model=ink-2&encoding=pcm_s16le&sample_rate=16000"
        # The threads of websockets.sync have been seen to wait for each other over TLS.
        async with asyncio.timeout(10), connect(f"{address}&cartesia_version=2026-08-14&api_key=k", ssl=context) as raw:
            assert "connected" in str(await raw.recv())
