"""What the page of the sandbox is made of: its files, the speech and frames of requests, and programs that send them again."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
import soundfile  # type: ignore[import-untyped]  # it has no stubs
from cartesia_sandbox import Fault, Sandbox
from cartesia_sandbox.faults.vocabulary import vocabulary
from cartesia_sandbox.journal.responses import Responses
from websockets.sync.client import connect

from tests.sandbox.common import KATIE, KEYED, RAW, SILENCE, speech

KEY = "sk_car_Qx7Rp2LmN8vT4wZs"
ATTACK = """'; touch owned; '$(touch owned)`touch owned`"\\" @/etc/passwd </script><img src=x onerror=alert(1)> \n${HOME} é"""


@pytest.fixture
def own(sandbox: Sandbox) -> Iterator[Sandbox]:
    sandbox.reset()
    yield sandbox
    sandbox.reset()


@pytest.fixture
def http(own: Sandbox) -> Iterator[httpx.Client]:
    headers = {"X-API-Key": KEY, "Cartesia-Version": "2026-08-14"}
    with httpx.Client(base_url=own.url, headers=headers, trust_env=False, timeout=60) as made:
        yield made


def shown(http: httpx.Client, own: Sandbox, part: str = "view") -> dict[str, Any]:
    own.journal.wait_for(lambda journal: journal.last.seconds is not None)
    answer = http.get(f"/__sandbox__/journal/{own.journal.last.number}/{part}")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    found: dict[str, Any] = answer.json()
    return found


# -- files -----------------------------------------------------------------------------------------------------------------


def test_the_page_may_load_its_own_files_only_and_runs_no_script_in_a_text(http: httpx.Client) -> None:
    page = http.get("/__sandbox__")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "unsafe" not in policy
    assert page.headers["x-content-type-options"] == "nosniff"
    assert "<script>" not in page.text
    assert "style=" not in page.text


def test_no_file_of_the_page_makes_html_of_texts_or_names_another_host(http: httpx.Client) -> None:
    folder = Path(__file__).parents[2] / "sandbox/cartesia_sandbox/page/static"
    for path in folder.iterdir():
        answer = http.get(f"/__sandbox__/page/{path.name}")
        assert (answer.status_code, answer.content) == (200, path.read_bytes())
        for word in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "new Function", "https://"):
            assert word not in answer.text, f"{path.name} has {word}"
        assert len(answer.text.splitlines()) <= 300
    for name in ("../views.py", "..%2fviews.py", "nothing.js", ""):
        assert http.get(f"/__sandbox__/page/{name}").status_code == 404


# -- speech ----------------------------------------------------------------------------------------------------------------

FORMATS = [
    RAW,
    {"container": "raw", "encoding": "pcm_mulaw", "sample_rate": 8000},
    {"container": "wav", "encoding": "pcm_f32le", "sample_rate": 24000},
    {"container": "mp3", "sample_rate": 44100, "bit_rate": 128000},
]


@pytest.mark.parametrize("output", FORMATS, ids=lambda each: each.get("encoding", "mp3"))
def test_speech_of_every_format_has_a_file_that_browsers_play_and_its_words(
    own: Sandbox, http: httpx.Client, output: dict[str, Any]
) -> None:
    http.post("/tts/bytes", json=speech(transcript="Hello from the sandbox.", output_format=output))
    (found,) = shown(http, own, "speech")["speeches"]
    assert (found["text"], found["context"]) == ("Hello from the sandbox.", None)
    assert [word[0] for word in found["words"]] == ["Hello", "from", "the", "sandbox."]
    assert all(0 <= start < end <= found["seconds"] for _, start, end in found["words"])
    assert len(found["peaks"]) == 480
    assert max(found["peaks"]) > 5
    file = http.get(f"/__sandbox__/journal/{own.journal.last.number}/audio/0")
    samples, rate = soundfile.read(io.BytesIO(file.content))
    assert file.headers["content-type"] == "audio/wav"
    assert len(samples) / rate == pytest.approx(found["seconds"], abs=0.01)
    assert float(np.abs(samples).max()) > 0.05


def test_speech_of_events_and_of_each_context_of_a_socket(own: Sandbox, http: httpx.Client) -> None:
    http.post("/tts/sse", json=speech(transcript="These are events.", add_timestamps=True))
    (found,) = shown(http, own, "speech")["speeches"]
    assert [word[0] for word in found["words"]] == ["These", "are", "events."]
    with connect(f"ws{own.url[4:]}/tts/websocket", additional_headers=KEYED, proxy=None) as line:
        for context in ("a", "b"):
            line.send(json.dumps(speech(transcript=f"This is {context}.", context_id=context, add_timestamps=True)))
        done = 0
        while done < 2:
            done += json.loads(line.recv(timeout=30))["done"]
    found = shown(http, own, "speech")["speeches"]
    assert {each["context"]: each["text"] for each in found} == {"a": "This is a.", "b": "This is b."}
    frames = shown(http, own)["frames"]
    assert {frame["context"] for frame in frames} == {"a", "b"}
    assert {frame["type"] for frame in frames} == {None, "timestamps", "chunk", "done"}
    assert max(len(frame["text"]) for frame in frames) < 1000
    newer = http.get(f"/__sandbox__/journal/{own.journal.last.number}/view?since={len(frames) - 1}").json()["frames"]
    assert newer == frames[-1:]


@pytest.mark.parametrize(
    "fault", ["status status=429", "cut after_bytes=3000", "drop_done", "malformed after_events=2"]
)
def test_what_is_cut_or_rejected_is_shown_as_far_as_it_came(own: Sandbox, http: httpx.Client, fault: str) -> None:
    own.faults.add(f"{fault} optional=true")
    for path in ("/tts/bytes", "/tts/sse"):
        with contextlib.suppress(httpx.HTTPError):
            http.post(path, json=speech())
        shown(http, own, "speech")
        shown(http, own)


def test_a_token_in_a_response_is_not_shown(own: Sandbox, http: httpx.Client) -> None:
    token = http.post("/access-token", json={"grants": {"tts": True}}).json()["token"]
    view = shown(http, own)
    assert json.loads(view["response"]) == {"token": "***"}
    assert token not in json.dumps(view)


def test_responses_are_kept_in_bounded_memory_of_their_own() -> None:
    kept = Responses(memory=1000, largest=400)
    for number in range(10):
        for _ in range(10):
            kept.add(number, bytes(60))
    assert [len(kept.get(number)) for number in range(10)] == [0] * 8 + [400] * 2
    kept.clear()
    assert kept.get(9) == b""


# -- programs --------------------------------------------------------------------------------------------------------------


def run(program: str, folder: Path, *, shell: bool) -> str:
    command = ["bash", "-eu", "-c", program] if shell else [sys.executable, "-c", program]
    environment = {**os.environ, "CARTESIA_API_KEY": KEY, "NO_PROXY": "*", "no_proxy": "*"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


REQUESTS: dict[str, dict[str, Any]] = {
    "get": {"method": "GET", "url": "/voices?limit=1&expand[]=preview_file_url"},
    "attack in a body": {"method": "POST", "url": "/tts/bytes", "json": speech(transcript=ATTACK)},
    "attack in a path": {"method": "GET", "url": "/voices/" + httpx.URL("", params={"q": ATTACK}).query.decode()},
    "attack in a header": {
        "method": "GET",
        "url": "/voices",
        "headers": {"X-Note": "'; touch owned; $(touch owned) \"@x"},
    },
    "attack in a query": {"method": "GET", "url": "/voices", "params": {"q": ATTACK, "api_key": KEY}},
    "a body that names a file": {"method": "POST", "url": "/tts/bytes", "content": b"@/etc/passwd"},
    "form": {
        "method": "POST",
        "url": "/stt",
        "data": {"model": "ink-whisper", "language": "en"},
        "files": {"file": ("'; touch owned;.wav", SILENCE)},
    },
}


@pytest.mark.parametrize("kind", REQUESTS)
@pytest.mark.parametrize("shell", [True, pytest.param(False, marks=pytest.mark.slow)], ids=["curl", "python"])
def test_a_copied_program_sends_the_same_request_and_runs_nothing_else(
    own: Sandbox, http: httpx.Client, tmp_path: Path, kind: str, shell: bool
) -> None:
    if shell and not shutil.which("curl"):
        pytest.skip("curl is not on this machine")
    (tmp_path / "recording.wav").write_bytes(SILENCE)
    http.request(**REQUESTS[kind])
    first, view = own.journal.last, shown(http, own)
    program = view["curl" if shell else "python"]
    assert KEY not in program
    run(program, tmp_path, shell=shell)
    again = own.journal.last
    assert again.number == first.number + 1
    for name in ("method", "path", "operation", "version", "status"):
        assert getattr(again, name) == getattr(first, name), name
    assert {**again.query, "api_key": 0} == {**first.query, "api_key": 0}
    assert again.headers.get("x-note") == first.headers.get("x-note")
    if "files" not in REQUESTS[kind]:
        assert again.content == first.content
    assert not (tmp_path / "owned").exists()


def test_a_copied_program_of_a_socket_sends_the_same_frames(own: Sandbox, http: httpx.Client, tmp_path: Path) -> None:
    with connect(f"ws{own.url[4:]}/tts/websocket", additional_headers=KEYED, proxy=None) as line:
        line.send(json.dumps(speech(transcript=f"Hello. {ATTACK}", context_id="a")))
        line.send("not JSON")
        line.recv(timeout=30)
    view = shown(http, own)
    assert view["curl"] is None
    compile(view["python"], "program", "exec")
    program = view["python"].replace("timeout=3", "timeout=0.3")
    assert '"type": "chunk"' in run(program, tmp_path, shell=False)
    first, again = own.journal.requests("tts.websocket")
    sent = [[frame.text for frame in each.frames if frame.direction == "received"] for each in (first, again)]
    assert sent[0] == sent[1]


def test_a_program_says_what_it_leaves_out(own: Sandbox, http: httpx.Client) -> None:
    http.post("/tts/bytes", json=speech(transcript=f"My key is {KEY}."))
    view = shown(http, own)
    for program in (view["curl"], view["python"]):
        assert "# What looked like a key is *** here." in program
    http.post("/tts/bytes", content=b"\xff\x00binary")
    assert "# The body was binary" in shown(http, own)["curl"]


# -- faults ----------------------------------------------------------------------------------------------------------------


def test_the_vocabulary_says_what_each_kind_does_and_each_field_means(http: httpx.Client) -> None:
    words = vocabulary()
    assert http.get("/__sandbox__/about").json()["faults"] == words
    kinds = {each["kind"]: each for each in words["kinds"]}
    assert kinds["status"]["text"].startswith("the request is rejected with an error status")
    assert {"half_close", "drip"}.isdisjoint(kinds)
    for kind in kinds.values():
        assert kind["text"]
        for name in kind["fields"]:
            assert words["fields"][name]["text"], name


def test_every_field_of_the_form_can_be_planned(own: Sandbox) -> None:
    values: dict[str, Any] = {
        **dict.fromkeys(("after_events", "after_bytes", "after_seconds", "seconds", "retry_after"), "2"),
        "status": "429",
        "code": "4000",
        "error_code": "x",
        "title": "Some title",
        "text": "text/plain",
        "times": "always",
        "optional": "true",
        "operation": "*",
    }
    for kind in vocabulary()["kinds"]:
        fields = {name: values[name] for name in kind["fields"]}
        assert Fault.of(own.faults.add({"kind": kind["kind"], **fields}).fault.fields())
    assert KATIE not in repr(own.faults)
