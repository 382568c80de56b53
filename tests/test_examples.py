"""The programs in examples/ run against a sandbox, and type checkers take them as those who copy them would have it."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from cartesia_client import AsyncCartesia, Cartesia, PermissionDeniedError, formats
from cartesia_sandbox import Sandbox
from websockets.asyncio.client import connect

from tests.serving import EXAMPLES, program, serving

PROGRAMS = sorted(path for path in EXAMPLES.rglob("*") if path.suffix in (".py", ".html"))


@pytest.fixture(autouse=True)
def _settings(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sandbox in the environment, as the programs say."""
    sandbox.reset()
    monkeypatch.setenv("CARTESIA_API_KEY", "any")
    monkeypatch.setenv("CARTESIA_BASE_URL", sandbox.url)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Any:
    """Give what has been printed, without what a terminal draws over."""
    return lambda: [line.strip() for line in re.split(r"[\r\n]+", capsys.readouterr().out) if line.strip()]


def say(path: Path, text: str) -> Path:
    with Cartesia() as client:
        return client.speak(text, output_format=formats.STT).save(path)


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.name)
def test_a_program_fits_on_a_screen(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 80


async def test_a_telephone_line_talks_with_an_agent(monkeypatch: pytest.MonkeyPatch, told: Any) -> None:
    with Sandbox(agent=["We close at six.", "Goodbye."]) as own:
        monkeypatch.setenv("CARTESIA_BASE_URL", own.url)
        record = await program("telephone_agent").main("agent_5h", ["Until when are you open?", "Thank you."], speed=20)
        said = ["Until when are you open?", "We close at six.", "Thank you.", "Goodbye."]
        assert [turn.text for turn in record.transcript] == said
        assert told()[-1] == f"heard in the recording: {' '.join(said)}"
        with Cartesia() as client:
            assert client.agents.calls.list(agent_id="agent_5h").data[0].id == record.id


def test_an_endpoint_streams_speech_and_tells_what_went_wrong(sandbox: Sandbox) -> None:
    with serving(program("fastapi_speech").app) as address, httpx.Client(base_url=address, trust_env=False) as browser:
        found = browser.get("/speech", params={"text": "Hello from a server."})
        assert (found.status_code, found.headers["content-type"]) == (200, "audio/mpeg")
        assert len(found.content) > 10_000
        assert browser.get("/speech", params={"text": ""}).status_code == 422
        assert browser.get("/speech", params={"text": "Hello.", "voice": "Nobody"}).status_code == 422
        sandbox.fail("status", status=429, retry_after=600)
        found = browser.get("/speech", params={"text": "Hello."})
        assert (found.status_code, found.headers["retry-after"]) == (429, "600")
        sandbox.fail("status", status=402)
        assert browser.get("/speech", params={"text": "Hello."}).status_code == 502


async def test_a_voice_agent_answers_and_remembers_only_what_was_heard_before_it_was_interrupted() -> None:
    agent = program("voice_agent")

    class Speaker:
        """Plays at once, but stops in the middle of the first answer until the user has interrupted it."""

        def __init__(self) -> None:
            self.heard = self.total = 0.0
            self.half = asyncio.Event()

        async def play(self, audio: bytes) -> None:
            for start in range(0, len(audio), 3200):
                if self.heard > 1.5 and not self.half.is_set():
                    self.half.set()
                    await asyncio.Event().wait()
                self.heard += len(audio[start : start + 3200]) / 32000

    speaker = Speaker()
    async with AsyncCartesia() as client:
        texts = ("Tell me a story.", "Stop it, please.")
        heard = [(await client.speak(text, output_format=formats.STT)).audio.data[44:] for text in texts]

    async def microphone() -> AsyncIterator[bytes]:
        for start in range(0, len(first := heard[0] + bytes(48000)), 3200):
            yield first[start : start + 3200]
        await speaker.half.wait()
        for start in range(0, len(second := heard[1] + bytes(48000)), 3200):
            yield second[start : start + 3200]

    history = await agent.talk(microphone(), speaker)
    whole = [f"You said: {text} I shall think about it, and tell you more." for text in texts]
    assert [who for who, _ in history] == ["user", "agent", "user", "agent"]
    assert [text for who, text in history if who == "user"] == list(texts)
    assert 0 < len(history[1][1]) < len(whole[0])
    assert whole[0].startswith(history[1][1])
    assert history[3][1] == whole[1]


async def test_a_telephone_is_answered_in_frames_of_its_own() -> None:
    async with AsyncCartesia() as client:
        question = (await client.speak("Until when are you open?", output_format=formats.TELEPHONE)).audio.data
    with serving(program("telephone_bridge").app) as address:
        async with connect(address.replace("http", "ws") + "/media", proxy=None) as phone:
            await phone.send('{"event": "connected"}')
            await phone.send('{"event": "start", "streamSid": "MZ1", "start": {}}')
            for start in range(0, len(sound := question + b"\xff" * 12000), 160):
                payload = base64.b64encode(sound[start : start + 160]).decode()
                await phone.send(json.dumps({"event": "media", "media": {"payload": payload}}))
            frames = [json.loads(await phone.recv())]
            while frames[-1]["event"] != "mark":
                frames.append(json.loads(await phone.recv()))
            await phone.send('{"event": "stop"}')
    assert {frame["streamSid"] for frame in frames} == {"MZ1"}
    assert frames[0]["event"] == "clear"
    audio = b"".join(base64.b64decode(frame["media"]["payload"]) for frame in frames if frame["event"] == "media")
    async with AsyncCartesia() as client:
        said = await client.stt.transcribe(
            file=("answer.raw", audio), model="ink-whisper", encoding="pcm_mulaw", sample_rate=8000
        )
    assert said.text == "You said: Until when are you open?"


def test_captions_of_a_talk(tmp_path: Path, told: Any) -> None:
    talk = say(tmp_path / "talk.wav", "I would like a table for two. At eight, please.")
    assert program("captions").main(str(talk)) == 0
    assert " ".join(told()) == "I would like a table for two. At eight, please."


def test_captions_that_break_off_say_so(tmp_path: Path, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    talk = say(tmp_path / "talk.wav", "I would like a table for two.")
    sandbox.fail("close", operation="stt.auto_finalize", after_events=1)
    assert program("captions").main(str(talk)) == 1
    assert capsys.readouterr().err.startswith("captions ended: ")
    assert program("captions").main(str(tmp_path / "none.wav")) == 1
    assert "No such file" in capsys.readouterr().err


def test_a_book_is_bought_once(tmp_path: Path, sandbox: Sandbox, told: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cartesia_client.narration.speak_request.LIMIT", 20)  # a piece for each sentence
    book = tmp_path / "book.txt"
    book.write_text("The miller counted lanterns. Nobody saw him.\n\nThe end.", encoding="utf-8")
    sandbox.fail("status", status=402, operation="tts.generate_sse")
    main = program("narrate_book").main
    assert main([str(book)]) == 1
    assert main([str(book)]) == 0
    spoken = [entry.body["transcript"] for entry in sandbox.journal.requests("tts.generate_sse", status=200)]
    assert len(spoken) == len(set(spoken))
    assert told()[0].startswith("0.1 min, 9 words, ")
    assert book.with_suffix(".srt").read_text(encoding="utf-8").startswith("1\n00:00:00,")
    assert book.with_suffix(".mp3").stat().st_size > 20_000
    assert not book.with_suffix(".parts").exists()


async def test_a_folder_is_transcribed_but_for_what_is_done(tmp_path: Path, told: Any, sandbox: Sandbox) -> None:
    texts = {"one": "The first recording.", "two": "And the second one."}
    for name, text in texts.items():
        await asyncio.to_thread(say, tmp_path / f"{name}.wav", text)
    (tmp_path / "broken.wav").write_bytes(b"no recording")
    (tmp_path / "notes.md").write_text("no recording", encoding="utf-8")
    main = program("transcribe_folder").main
    (wrong,) = await main(tmp_path)
    assert wrong.startswith("broken.wav: ")
    assert {
        path.name.removesuffix(".wav.txt"): path.read_text(encoding="utf-8").strip() for path in tmp_path.glob("*.txt")
    } == texts
    await main(tmp_path)
    assert told() == ["0 done already, 3 to do", "2 done already, 1 to do"]


async def test_a_worker_does_each_job_once_and_tells_which_may_be_tried_again(tmp_path: Path, sandbox: Sandbox) -> None:
    jobs = [
        {"id": "a", "text": "The first."},
        {"id": "a", "text": "The first."},
        {"id": "../../b", "text": "The second."},
        {"id": "c", "text": " "},
    ]
    worker = program("discord_or_queue_worker")
    out = io.StringIO()
    for job in jobs:
        await worker.main(io.StringIO(json.dumps(job) + "\n"), tmp_path / "out", out)
    sandbox.fail("status", status=500, times=None)
    await worker.main(io.StringIO('{"id": "d", "text": "The last."}\n'), tmp_path / "out", out)
    results = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [Path(result.get("file", "")).name for result in results] == ["a.wav", "a.wav", "b.wav", "", ""]
    assert [result.get("try_again") for result in results] == [None, None, None, False, True]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.wav", "b.wav"]
    assert len(sandbox.journal.requests("tts.generate_sse", status=200)) == 2


def test_a_token_of_the_page_speaks_and_does_nothing_else(sandbox: Sandbox) -> None:
    with serving(program("browser_token/server").app) as address, httpx.Client(trust_env=False) as browser:
        assert "access" not in browser.get(address).text
        granted = browser.post(f"{address}/token")
        assert granted.headers["cache-control"] == "no-store"
        with Cartesia(token=granted.json()["token"], base_url=granted.json()["url"]) as page:
            assert page.speak("Hello.", voice="f786b574-daa5-4673-aa0c-cbe3e8534c02").duration > 0.2
            with pytest.raises(PermissionDeniedError):
                page.voices.list()
        sandbox.fail("status", status=402)
        assert browser.post(f"{address}/token").status_code == 502


NOTEBOOK = EXAMPLES / "notebook.ipynb"


def test_the_cells_of_the_notebook_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One after the other, in this process; the slow tests run them as Jupyter does."""
    import ast
    import inspect

    monkeypatch.setattr("IPython.display.display", print)
    names: dict[str, Any] = {"__name__": "__main__"}

    async def run(source: str) -> None:
        made = eval(compile(source, "cell", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT), names)
        if inspect.isawaitable(made):
            await made

    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    for cell in cells:
        assert not cell.get("outputs")
        if cell["cell_type"] == "code":
            asyncio.run(run("".join(cell["source"])))
    assert capsys.readouterr().out


@pytest.mark.slow
def test_the_notebook_runs_in_jupyter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import nbclient
    import nbformat

    monkeypatch.delenv("CARTESIA_API_KEY")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    book = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    nbclient.NotebookClient(book, timeout=120, kernel_name="python3").execute()
    shown = [output.get("data", {}) for cell in book.cells for output in cell.get("outputs", [])]
    pages = [data["text/html"] for data in shown if "text/html" in data]
    assert len(pages) == 3
    assert all("<audio" in page and "<svg" in page for page in pages)
