"""Requests and checks that the tests of the sandbox over HTTP share."""

from __future__ import annotations

import io
from typing import Any

import httpx
import numpy as np
import soundfile  # type: ignore[import-untyped]  # it has no stubs
from cartesia_sandbox.description.bundle import bundled
from cartesia_sandbox.description.contract import Contract, Contracts
from cartesia_sandbox.voice.encode import Encoder
from cartesia_sandbox.voice.sound import Samples

VERSION = {"Cartesia-Version": "2026-08-14"}
KEYED = {**VERSION, "X-API-Key": "any"}
KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
JAMESON = "a5136bf9-224c-4d76-b823-52bd5efcffcc"
MINE = "2f1d3c4b-5a69-4788-9f0e-1d2c3b4a5968"
SILENCE = Encoder({"container": "wav", "encoding": "pcm_s16le", "sample_rate": 16000}).header() + bytes(32000)
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
CONTRACT = Contract(bundled())
CONTRACTS = Contracts(CONTRACT)


def speech(**fields: Any) -> dict[str, Any]:
    return {"model_id": "sonic-3.5", "transcript": "Hello.", "voice": KATIE, "output_format": RAW, **fields}


def check(response: httpx.Response, operation: str, version: str = "2026-08-14") -> Any:
    """Return the content of a response. Fail unless it matches the contract of its operation."""
    contract = CONTRACTS.of(version)
    node = next(entry for each in (contract, CONTRACT) for entry in each.operations if entry.name == operation).node
    declared, status = node["responses"], str(response.status_code)
    assert status in declared or status.startswith("5"), (
        f"{operation} declares no response {status}: {response.text[:200]}"
    )
    entry = contract.resolve(declared[status] if status in declared else declared["5XX"])
    assert response.headers["x-request-id"]
    content, media = entry.get("content", {}), response.headers.get("content-type", "").partition(";")[0]
    if not content:
        assert response.content == b""
        return None
    assert media in content
    if media != "application/json":
        return response.content
    body = response.json()
    faults = [str(error) for error in contract.validator_for(content[media]["schema"]).iter_errors(body)]
    assert faults == [], operation
    return body


def wav(samples: Samples, rate: int, container: str = "WAV") -> bytes:
    file = io.BytesIO()
    soundfile.write(file, samples, rate, format=container)
    return file.getvalue()


def tone(frequency: float, seconds: float = 1.0, rate: int = 16000) -> Samples:
    """Return a hum like that of a voice."""
    time = np.arange(round(seconds * rate)) / rate
    waves = [np.sin(2 * np.pi * frequency * number * time) / number for number in range(1, 8)]
    samples: Samples = (0.2 * np.sum(waves, axis=0)).astype(np.float32)
    return samples
