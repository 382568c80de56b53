"""A package that is missing, or broken, is named with what to install and why."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import cartesia_sandbox
import pytest
from cartesia_api.params import RawOutputFormatParam
from cartesia_client import Cartesia, DefaultAioHttpClient, InternalServerError, formats
from cartesia_client.narration.containers import container
from cartesia_io.audio.formats import AudioFormat
from cartesia_io.audio.playing import loudspeaker
from cartesia_sandbox import Sandbox
from cartesia_sandbox.recognition import recognizer
from cartesia_sandbox.voice import neural
from cartesia_tools.cli import main
from cartesia_tools.load import read
from cartesia_tools.terminal import keys
from cartesia_tools.terminal.microphone import recorded

RAW: RawOutputFormatParam = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
VOICE: Any = {"model_id": "sonic-3.5", "voice": "f786b574-daa5-4673-aa0c-cbe3e8534c02"}
BROKEN = "libvoice.so.3: cannot open shared object file"


class Broken(MetaPathFinder):
    """Finds a module whose import fails, as one does whose library is missing."""

    def __init__(self, name: str, error: Exception) -> None:
        self.name, self.error = name, error

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name == self.name:
            raise self.error
        return None


def break_import(monkeypatch: pytest.MonkeyPatch, name: str, error: Exception) -> None:
    monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(name, error), *sys.meta_path])


@pytest.fixture
def not_yet_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sandbox as if nothing of it had been asked for yet."""
    monkeypatch.delitem(sys.modules, "cartesia_sandbox.server", raising=False)
    monkeypatch.delitem(vars(cartesia_sandbox), "Sandbox", raising=False)


@pytest.mark.usefixtures("not_yet_loaded")
@pytest.mark.parametrize("package", ["uvicorn", "trustme_or_another"])
def test_the_sandbox_without_its_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    if package == "uvicorn":
        monkeypatch.setitem(sys.modules, package, None)
    else:
        missing = ModuleNotFoundError(f"No module named '{package}'", name=f"{package}.part")
        break_import(monkeypatch, "cartesia_sandbox.server", missing)
    with pytest.raises(ModuleNotFoundError, match=rf"{package}.*pip install 'cartesia-client\[sandbox\]'") as caught:
        from cartesia_sandbox import Sandbox  # noqa: F401
    assert isinstance(caught.value.__cause__, ModuleNotFoundError)
    assert str(caught.value.name).partition(".")[0] == package


@pytest.mark.usefixtures("not_yet_loaded")
@pytest.mark.parametrize(
    "error",
    [
        ImportError(BROKEN),
        ImportError("cannot import name 'WebSocket' from 'starlette.websockets'", name="starlette.websockets"),
        ModuleNotFoundError("No module named 'cartesia_sandbox.serving'", name="cartesia_sandbox.serving"),
        ModuleNotFoundError("No module named 'uvicorn.protocols.quic'", name="uvicorn.protocols.quic"),
        ModuleNotFoundError("No module named '_lzma'", name="_lzma"),
        ModuleNotFoundError("said by a module itself"),
        OSError("sndfile library not found"),
    ],
    ids=repr,
)
def test_any_other_reason_why_the_sandbox_cannot_be_imported_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception
) -> None:
    break_import(monkeypatch, "cartesia_sandbox.server", error)
    with pytest.raises(type(error)) as caught:
        from cartesia_sandbox import Sandbox  # noqa: F401
    assert caught.value is error
    assert main(["voices"]) == 2
    said = capsys.readouterr().err
    assert str(error) in said
    assert "pip install" not in said


@pytest.mark.usefixtures("not_yet_loaded")
@pytest.mark.parametrize("package", ["hibari", "onnxruntime", "python_multipart", "soundfile"])
def test_what_the_sandbox_imports_late_is_missed_at_once(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ModuleNotFoundError, match=rf"needs {package}.*pip install 'cartesia-client\[sandbox\]'"):
        from cartesia_sandbox import Sandbox  # noqa: F401


@pytest.mark.usefixtures("not_yet_loaded")
def test_a_stand_in_among_the_modules_does_not_hide_what_stopped_an_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", ModuleType("uvicorn"))
    missing = ModuleNotFoundError("No module named 'uvicorn.protocols'", name="uvicorn.protocols")
    break_import(monkeypatch, "cartesia_sandbox.server", missing)
    with pytest.raises(ModuleNotFoundError) as caught:
        from cartesia_sandbox import Sandbox  # noqa: F401
    assert caught.value is missing


@pytest.mark.parametrize(
    ("module", "error"),
    [("onnxruntime", ImportError(BROKEN)), ("hibari", ModuleNotFoundError("No module named 'another'"))],
)
def test_speech_says_why_the_voice_of_the_sandbox_cannot_be_imported(
    monkeypatch: pytest.MonkeyPatch, module: str, error: ImportError
) -> None:
    monkeypatch.setattr(neural, "_voices", {})
    break_import(monkeypatch, module, error)
    with Sandbox() as sandbox, Cartesia(api_key="any", base_url=sandbox.url) as client:
        with pytest.raises(InternalServerError, match=re.escape(str(error))):
            client.speak("Hello.", voice="Katie")
        with pytest.raises(InternalServerError, match=re.escape(str(error))):
            client.tts.generate(output_format=formats.WEB, transcript="Hello.", **VOICE)
        with client.tts.websocket_connect() as socket:
            context = socket.context(output_format=RAW, **VOICE)
            with pytest.raises(InternalServerError, match=re.escape(str(error))):
                list(context.speak(["Hello."]))


@pytest.mark.parametrize("error", [ImportError(BROKEN), OSError("sndfile library not found")], ids=repr)
def test_transcription_says_why_the_sandbox_cannot_read_files(
    monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, error: Exception
) -> None:
    break_import(monkeypatch, "soundfile", error)
    with (
        Cartesia(api_key="any", base_url=sandbox.url, max_retries=0) as client,
        pytest.raises(InternalServerError, match=re.escape(str(error))),
    ):
        client.stt.transcribe(file=b"RIFF", model="ink-whisper")


@pytest.mark.usefixtures("not_yet_loaded")
def test_the_command_line_without_the_sandbox_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main(["voices"]) == 2
    said = capsys.readouterr().err
    assert "uvicorn" in said
    assert "pip install 'cartesia-client[sandbox]'" in said
    assert "--live" in said


def _listen() -> object:
    return next(iter(recorded()))


def _read_yaml() -> object:
    Path("contract.yaml").write_text("paths: {}", encoding="utf-8")
    return read("contract.yaml")


@pytest.mark.parametrize(
    ("module", "use", "hint"),
    [
        ("lameenc", lambda: container(AudioFormat("mp3", None, 44100), "pcm_s16le"), "cartesia-client[mp3]"),
        ("miniaudio", lambda: loudspeaker(None, 8000).__enter__(), "cartesia-client[play]"),  # type: ignore[arg-type]
        ("miniaudio", _listen, "cartesia-client[play]"),
        ("httpx_aiohttp", DefaultAioHttpClient, "httpx-aiohttp"),
        ("keyring", keys.forget, "cartesia-client[keyring]"),
        ("cartesia_tools.yaml_reading", _read_yaml, "pyyaml"),
    ],
)
@pytest.mark.parametrize("error", [ImportError(BROKEN), ModuleNotFoundError("No module named 'it'")], ids=repr)
def test_what_needs_an_extra_says_what_to_install_and_why_it_cannot_be_used(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    module: str,
    use: Callable[[], object],
    hint: str,
    error: ImportError,
) -> None:
    monkeypatch.chdir(tmp_path)
    break_import(monkeypatch, module, error)
    with pytest.raises(Exception, match="pip install") as caught:
        use()
    assert hint in str(caught.value)
    assert str(error) in str(caught.value)
    assert caught.value.__cause__ is error


def test_a_recognizer_that_is_broken_is_not_taken_for_one_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    break_import(monkeypatch, "pocketsphinx", ImportError(BROKEN))
    with pytest.raises(ImportError, match=BROKEN):
        recognizer.Recognizer()._load()
    break_import(monkeypatch, "pocketsphinx", ModuleNotFoundError("No module named 'pocketsphinx'"))
    assert recognizer.Recognizer()._load() is None
