"""A package that is missing, or broken, is named with what to install and why."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path

import cartesia_sandbox
import pytest
from cartesia_client import DefaultAioHttpClient
from cartesia_client.narration.containers import container
from cartesia_io.audio.formats import AudioFormat
from cartesia_io.audio.playing import loudspeaker
from cartesia_sandbox.recognition import recognizer
from cartesia_tools.cli import main
from cartesia_tools.load import read
from cartesia_tools.terminal import keys
from cartesia_tools.terminal.microphone import recorded

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
