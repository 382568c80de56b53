"""Recorded traffic is played back: a program runs as it did, and what was not recorded is refused by name."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cartesia_client as c
import httpx
import pytest
from cartesia_sandbox import Sandbox
from cartesia_tools.traffic import entries
from cartesia_tools.traffic.record import record as record_client

KEY = "sk_car_the_key_of_a_program"
KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW: Any = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
SPEECH: Any = {"model_id": "sonic-3.5", "voice": KATIE, "output_format": RAW}
EAR: Any = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": 16000}
Program = Callable[[c.Cartesia], Any]


def speech(client: c.Cartesia) -> Any:
    audio = client.tts.generate(transcript="Hello.", **SPEECH)
    heard = client.stt.transcribe(
        file=("a.raw", audio.data), model="ink-whisper", encoding="pcm_s16le", sample_rate=16000
    )
    return audio.data, heard.text


def events(client: c.Cartesia) -> Any:
    return [event.to_dict() for event in client.tts.generate_sse(transcript="Hello.", **SPEECH)]


def voices(client: c.Cartesia) -> Any:
    before = [voice.id for voice in client.voices.list(limit=100)]
    made = client.voices.clone(clip=("clip.wav", clip(client)), name="New", language="en")
    client.voices.update(made.id, name="Newer", description="")
    return before, made.name, client.voices.get(made.id).name, len(list(client.voices.list(limit=100)))


def clip(client: c.Cartesia) -> bytes:
    wav: Any = {"container": "wav", "encoding": "pcm_s16le", "sample_rate": 16000}
    return client.tts.generate(transcript="A clip.", **{**SPEECH, "output_format": wav}).data


def contexts(client: c.Cartesia) -> Any:
    with client.tts.websocket_connect() as socket:
        one, two = (socket.context(**SPEECH) for _ in range(2))
        return [b"".join(context.speak(text)) for context, text in ((one, "One."), (two, "Two."))]


def captions(client: c.Cartesia) -> Any:
    audio = client.tts.generate(transcript="Hello.", **SPEECH).data
    with client.stt.manual_finalize.websocket(**EAR) as session:
        return [event.to_dict() for event in session.listen(audio)]


def call(client: c.Cartesia) -> Any:
    audio = client.tts.generate(transcript="Hello.", **SPEECH).data
    with client.agents.stream("agent_5h", config={"input_format": "pcm_16000"}) as call:
        call.send_raw(audio + bytes(48000))
        call.send({"event": "dtmf", "dtmf": "5"})
        kinds = [call.recv().type]
        while kinds[-1] != "dtmf":
            kinds.append(call.recv().type)
    return kinds


def tokens(client: c.Cartesia) -> Any:
    token = client.access_token.create(grants={"tts": True}, expires_in=60).token
    with c.Cartesia(token=token, base_url=client.base_url) as holder:
        return holder.tts.generate(transcript="Hello.", **SPEECH).data


def failures(client: c.Cartesia) -> Any:
    found: list[Any] = []
    attempts: list[Callable[[], Any]] = [
        lambda: client.voices.get("none"),
        lambda: client.tts.generate(transcript="...", **SPEECH),
        lambda: client.agents.stream("none", config={"input_format": "pcm_16000"}).enter(),
    ]
    for attempt in attempts:
        with pytest.raises(c.APIStatusError) as caught:
            attempt()
        found.append((type(caught.value), caught.value.status_code, caught.value.message, caught.value.request_id))
    return found


PROGRAMS: list[Program] = [speech, events, voices, contexts, captions, call, tokens, failures]


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, list[Any]]]:
    path = tmp_path_factory.mktemp("recording") / "traffic.jsonl"
    with Sandbox(record=path) as live, c.Cartesia(api_key=KEY, base_url=live.url, max_retries=0) as client:
        yield path, [program(client) for program in PROGRAMS]


@pytest.fixture(scope="module")
def replay(recording: tuple[Path, list[Any]]) -> Iterator[Sandbox]:
    with Sandbox(replay=recording[0]) as played:
        yield played


@pytest.fixture
def client(replay: Sandbox) -> Iterator[c.Cartesia]:
    replay.reset()
    with c.Cartesia(api_key="another", base_url=replay.url, max_retries=0) as client:
        yield client


def test_programs_run_against_the_replay_as_against_the_original(
    recording: tuple[Path, list[Any]], client: c.Cartesia
) -> None:
    for _ in range(2):  # a second run gets the same once more
        for program, result in zip(PROGRAMS, recording[1], strict=True):
            assert program(client) == result, program


REFUSED: list[tuple[Callable[[c.Cartesia], Any], str]] = [
    (
        lambda client: client.tts.generate(transcript="Bye.", **SPEECH),
        r"tts.generate \(POST /tts/bytes\) was not recorded like this: transcript is 'Bye.', recorded was 'Hello.'",
    ),
    (
        lambda client: client.tts.generate(transcript="Hello.", language="de", **SPEECH),
        "language is 'de', recorded was missing",
    ),
    (lambda client: client.voices.list(limit=7), r"voices.list .*query limit is \['7'\], recorded was \['100'\]"),
    (lambda client: client.voices.list(limit=100, q="x"), "query q is .*missing"),
    (
        lambda client: client.datasets.list(),
        r"datasets.list \(GET /datasets/?\) was not recorded; the recording has POST",
    ),
    (lambda client: client.voices.delete("x"), "voices.delete .*was not recorded"),
    (
        lambda client: client.stt.transcribe(file=("a.raw", b"other"), model="ink-whisper", encoding="pcm_s16le"),
        "stt.transcribe .*part file is",
    ),
    (lambda client: list(client.tts.generate_sse(transcript="Bye.", **SPEECH)), "tts.generate_sse .*transcript"),
    (lambda client: client.stt.auto_finalize.websocket(**EAR).enter(), "stt.auto_finalize .*was not recorded"),
    (
        lambda client: client.stt.manual_finalize.websocket(**{**EAR, "sample_rate": 8000}).enter(),
        r"stt.manual_finalize .*query sample_rate is \['8000'\]",
    ),
]


@pytest.mark.parametrize(("request_", "why"), REFUSED, ids=range(len(REFUSED)))
def test_what_was_not_recorded_is_refused_by_name(client: c.Cartesia, request_: Any, why: str) -> None:
    with pytest.raises(c.NotFoundError, match=f"(?s){why}"):
        request_(client)


def test_another_version_is_another_request(replay: Sandbox) -> None:
    with (
        c.Cartesia(api_key="k", base_url=replay.url, version="2025-11-04") as client,
        pytest.raises(c.NotFoundError, match="Cartesia-Version is '2025-11-04'"),
    ):
        client.voices.list(limit=100)


def test_a_frame_that_was_not_recorded_ends_the_conversation(client: c.Cartesia) -> None:
    with (
        client.tts.websocket_connect() as socket,
        pytest.raises(c.APIError, match="frame was not recorded: transcript"),
    ):
        b"".join(socket.context(**SPEECH).speak("Three."))
    with (
        client.stt.manual_finalize.websocket(**EAR) as session,
        pytest.raises(c.APIError, match=r"stt\.manual_finalize: this frame was not recorded"),
    ):
        list(session.listen(b"other audio "))


def test_a_program_may_use_a_part_of_what_was_recorded(tmp_path: Path) -> None:
    def said(client: c.Cartesia, *numbers: int) -> dict[int, bytes]:
        with client.tts.websocket_connect() as socket:
            opened = {number: socket.context(**SPEECH) for number in numbers}
            for number, context in opened.items():
                context.push(f"Number {number}. ")
            for context in opened.values():
                context.no_more_inputs()
            return {number: b"".join(context.audio()) for number, context in opened.items()}

    file = tmp_path / "traffic.jsonl"
    with Sandbox(record=file) as own, c.Cartesia(api_key=KEY, base_url=own.url) as client:
        recorded = said(client, 1, 2, 3)
    with Sandbox(replay=file) as own, c.Cartesia(api_key="other", base_url=own.url) as client:
        for numbers in ((2,), (3, 1), (1, 2, 3), (3,)):
            assert said(client, *numbers) == {number: recorded[number] for number in numbers}


@pytest.mark.parametrize(("key", "later"), [(KEY, KEY), ("a-plain-word", "another-word"), (KEY, "another-word")])
def test_a_program_that_repeats_its_key_runs_with_any_key(tmp_path: Path, key: str, later: str) -> None:
    def run(url: str, key: str) -> Any:
        found: list[Any] = []
        with c.Cartesia(api_key=key, base_url=url, max_retries=0) as client:
            found.append(client.tts.generate(transcript=f"My key is {key}.", **SPEECH).data)
            for step in (
                lambda: client.voices.get(f"a/b ?#%41 {key}"),
                lambda: client.voices.list(q=key).data,
                lambda: client.voices.clone(clip=("c.wav", b"no audio"), name=key, language="en"),
            ):
                try:
                    found.append(str(step()))
                except c.APIStatusError as error:
                    found.append((error.status_code, error.title))
            with client.tts.websocket_connect() as socket:
                found.append(b"".join(socket.context(**SPEECH).speak(f"It is {key}.")))
            with client.agents.stream("agent_5h", config={"input_format": "pcm_16000"}, metadata={"to": key}) as line:
                line.send({"event": "custom", "metadata": {"key": key}})
                found += [line.recv().type for _ in range(2)]
        return found

    file = tmp_path / "traffic.jsonl"
    with Sandbox(record=file) as own:
        recorded = run(own.url, key)
    assert key not in file.read_text(encoding="utf-8")
    with Sandbox(replay=file) as own:
        assert run(own.url, later) == recorded


def test_no_credential_is_in_a_recording(recording: tuple[Path, list[Any]]) -> None:
    text = recording[0].read_text()
    assert KEY not in text
    assert "eyJ" not in text
    assert recording[0].stat().st_mode & 0o077 == 0


SECRETS = ["opaque-credential-1", "a+b/c==&d", 'with"quote', "sk_car_short"]


@pytest.mark.parametrize("secret", SECRETS)
async def test_a_credential_is_hidden_wherever_it_comes_back(tmp_path: Path, secret: str) -> None:
    from cartesia_sandbox.replay.recorder import Recorder

    async def echo(scope: Any, receive: Any, send: Any) -> None:
        data = (await receive())["body"]
        headers = [
            (b"content-type", b"application/json"),
            (b"set-cookie", f"s={secret}".encode()),
            (b"x-echo", secret.encode()),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        answer = json.dumps({"token": "made-here-" + secret, "echo": data.decode(), "said": secret}).encode()
        await send({"type": "http.response.body", "body": answer})

    path = tmp_path / "traffic.jsonl"
    transport = httpx.ASGITransport(app=Recorder(echo, path))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
        for headers, params in (
            ({"Authorization": f"Bearer {secret}"}, {}),
            ({"X-API-Key": secret}, {}),
            ({"Cookie": f"session={secret}"}, {"api_key": secret}),
            ({}, {"access_token": secret}),
        ):
            await http.post("/access-token", content=f"key={secret}".encode(), headers=headers, params=params)
        await http.post("/x", content=f"now made-here-{secret}".encode())  # the token of the answers
    text = path.read_text()
    assert secret not in text
    assert json.dumps(secret)[1:-1] not in text
    assert "set-cookie" not in text


def test_a_har_file_is_played_back(tmp_path: Path) -> None:
    def entry(method: str, url: str, answer: dict[str, Any], **more: Any) -> dict[str, Any]:
        headers = [{"name": "Cartesia-Version", "value": "2026-08-14"}, {"name": "X-API-Key", "value": "secret"}]
        response = {"status": 200, "headers": [], "content": answer}
        return {"request": {"method": method, "url": url, "headers": headers, **more}, "response": response}

    audio = bytes(range(200)) * 2
    body = {"model_id": "sonic-3.5", "transcript": "Hi.", "voice": KATIE, "output_format": RAW}
    encoded = {"mimeType": "audio/pcm", "encoding": "base64", "text": base64.b64encode(audio).decode()}
    posted = {"mimeType": "application/json", "text": json.dumps(body)}
    context = {**body, "context_id": "c-1", "continue": True}
    done = {"type": "done", "done": True, "status_code": 200, "context_id": "c-1"}
    chunk = {
        "type": "chunk",
        "data": base64.b64encode(audio).decode(),
        "done": False,
        "status_code": 206,
        "step_time": 1.0,
    }
    socket = entry("GET", "wss://api.cartesia.ai/tts/websocket?api_key=secret&cartesia_version=2026-08-14", {})
    socket["_webSocketMessages"] = [
        {"type": "send", "opcode": 1, "data": json.dumps(context)},
        {"type": "send", "opcode": 1, "data": json.dumps({**context, "transcript": "", "continue": False})},
        {"type": "receive", "opcode": 1, "data": json.dumps({**chunk, "context_id": "c-1"})},
        {"type": "receive", "opcode": 1, "data": json.dumps(done)},
    ]
    dropped = entry("GET", "https://api.cartesia.ai/agents", {"mimeType": "application/json", "size": 50})
    path = tmp_path / "traffic.har"
    speech_ = entry("POST", "https://api.cartesia.ai/tts/bytes", encoded, postData=posted)
    path.write_text(json.dumps({"log": {"entries": [speech_, socket, dropped]}}))
    with Sandbox(replay=path) as played, c.Cartesia(api_key="k", base_url=played.url) as client:
        assert client.tts.generate(transcript="Hi.", **SPEECH).data == audio
        with client.tts.websocket_connect() as opened:
            assert b"".join(opened.context(**SPEECH).speak("Hi.")) == audio
        with pytest.raises(c.NotFoundError, match=r"agents\.list was recorded without the content of its response"):
            client.agents.list()


def test_a_journal_of_a_client_is_played_back_but_for_its_audio(tmp_path: Path, sandbox: Sandbox) -> None:
    path = tmp_path / "traffic.jsonl"
    with c.Cartesia(api_key=KEY, base_url=sandbox.url) as client, record_client(client, path):
        listed = client.agents.list().to_dict()
        client.tts.generate(transcript="Hello.", **SPEECH)
    with Sandbox(replay=path) as played, c.Cartesia(api_key="k", base_url=played.url) as client:
        assert client.agents.list().to_dict() == listed
        with pytest.raises(c.NotFoundError, match=r"tts\.generate was recorded without the content"):
            client.tts.generate(transcript="Hello.", **SPEECH)


def test_a_recording_is_a_journal_for_drift_too(recording: tuple[Path, list[Any]]) -> None:
    traffic = entries.read(recording[0].read_text())
    assert len([each for each in traffic if isinstance(each, entries.Session)]) == 4
    assert len(traffic) == 19


def test_what_is_no_recording_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for text in ("", "{}", "no JSON", '{"kind": "http"}', "[]", '{"log": {"entries": []}}'):
        path.write_text(text)
        with pytest.raises(ValueError, match=r"file: (this is neither a recording|the recording holds no requests)"):
            Sandbox(replay=path)
    with pytest.raises(OSError, match="missing"):
        Sandbox(replay=tmp_path / "missing")
    with pytest.raises(OSError, match="none"):
        Sandbox(record=tmp_path / "none" / "file")


def test_a_live_service_is_recorded_with_its_own_key_and_replayed(tmp_path: Path) -> None:
    path = tmp_path / "traffic.jsonl"
    with (
        Sandbox(api_keys=[KEY]) as service,
        Sandbox(record=path, upstream=(service.url, KEY)) as recorder,
        c.Cartesia(api_key="any", base_url=recorder.url, max_retries=0) as client,
    ):
        results = [program(client) for program in (events, contexts, captions, tokens, failures)]
        assert {request.operation for request in service.journal.requests()} >= {"tts.websocket", "stt.manual_finalize"}
    assert KEY not in path.read_text()
    with Sandbox(replay=path) as played, c.Cartesia(api_key="k", base_url=played.url, max_retries=0) as client:
        assert [program(client) for program in (events, contexts, captions, tokens, failures)] == results


def test_a_service_that_cannot_be_reached_says_so(tmp_path: Path) -> None:
    options: Any = {"record": tmp_path / "traffic.jsonl", "upstream": ("http://127.0.0.1:9", KEY)}
    with Sandbox(**options) as own, c.Cartesia(api_key="k", base_url=own.url, max_retries=0) as client:
        for attempt in (client.voices.list, client.tts.websocket_connect().enter):
            with pytest.raises(c.InternalServerError, match="The service could not be reached"):
                attempt()


def test_a_key_travels_over_https_alone() -> None:
    for upstream in (("http://api.cartesia.ai", KEY), ("ftp://x", KEY), ("https://api.cartesia.ai", " ")):
        with pytest.raises(ValueError, match="upstream"):
            Sandbox(upstream=upstream)
