"""The first words of 2024: one curl command, which gives samples without a header."""

from __future__ import annotations

import json
import shutil
import subprocess

import httpx
import numpy as np
import pytest
from cartesia_sandbox import Sandbox

HEADERS = {"Cartesia-Version": "2024-06-10", "X-API-Key": "any", "Content-Type": "application/json"}
BODY = {
    "transcript": "Welcome to Cartesia Sonic!",
    "model_id": "sonic-2",
    "voice": {"mode": "id", "id": "a0e99841-438c-4a64-b679-ae501e7d6091"},
    "output_format": {"container": "raw", "encoding": "pcm_f32le", "sample_rate": 44100},
}


@pytest.mark.parametrize("path", ["/tts/bytes", "/tts/bytes/"])
@pytest.mark.parametrize("tool", ["curl", "httpx"])
def test_raw_floats_at_44100_hz(sandbox: Sandbox, tool: str, path: str) -> None:
    if tool == "httpx":
        data = httpx.post(f"{sandbox.url}{path}", headers=HEADERS, content=json.dumps(BODY)).content
    elif curl := shutil.which("curl"):
        headers = [part for name, value in HEADERS.items() for part in ("-H", f"{name}: {value}")]
        command = [curl, "-sS", "-N", "-X", "POST", f"{sandbox.url}{path}", *headers, "-d", json.dumps(BODY)]
        data = subprocess.run(command, capture_output=True, check=True, timeout=120).stdout
    else:
        pytest.skip("curl is not on this machine")
    samples = np.frombuffer(data, "<f4")
    assert 1 < len(samples) / 44100 < 4
    assert 0.01 < float(np.sqrt(np.mean(samples**2))) < 0.5
    assert float(np.abs(samples).max()) <= 1
