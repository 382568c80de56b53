"""`python -m scripts`, the way into a clone for those who have no sh."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[1]
# By its name: type checkers know the folder scripts/ as a root of modules, not as a package.
scripts: Any = importlib.import_module("scripts.__main__")


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """A checkout without an environment, in which nothing is installed; what would be run."""
    commands: list[list[str]] = []

    def run(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        commands.append(command[1:])
        return subprocess.CompletedProcess(command, 3 if "import miniaudio" in command else 0)

    def create(folder: Path, **options: object) -> None:
        folder.mkdir(exist_ok=True)

    (tmp_path / "pyproject.toml").write_text("version 1", encoding="utf-8")
    monkeypatch.setattr(scripts, "ROOT", tmp_path)
    monkeypatch.setattr(scripts, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(scripts, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(scripts.venv, "create", create)
    monkeypatch.setattr(scripts.subprocess, "run", run)
    return commands


PIP = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
EDITABLE = [*PIP, "--editable", ".[sandbox]"]


def test_the_environment_is_made_once_for_each_change_of_what_it_holds(ran: list[list[str]]) -> None:
    said = ["-m", "cartesia_client", "say", "Hello."]
    assert scripts.main("say", "Hello.") == 0
    assert ran == [[*PIP, "--upgrade", "pip>=25.1"], EDITABLE, said]
    ran.clear()
    assert scripts.main("say", "Hello.") == 0
    assert ran == [said]
    (scripts.ROOT / "pyproject.toml").write_text("version 2", encoding="utf-8")
    ran.clear()
    assert scripts.main("say", "Hello.") == 0
    assert len(ran) == 3


def test_the_tests_need_more_which_is_enough_to_speak(ran: list[list[str]]) -> None:
    assert scripts.main("test") == 0
    assert ran[1:] == [
        [*EDITABLE, "--group", "dev"],
        ["-m", "pytest", "-n", "logical", "--dist", "loadfile"],
    ]
    ran.clear()
    assert scripts.main("test", "-k", "say") == 0
    assert scripts.main("say", "Hello.") == 0
    assert ran == [["-m", "pytest", "-k", "say"], ["-m", "cartesia_client", "say", "Hello."]]


def test_what_plays_is_installed_when_it_is_first_asked_for(ran: list[list[str]]) -> None:
    assert scripts.main("say", "--play", "Hello.") == 0
    assert [*PIP, "--editable", ".[play]"] in ran


def test_anything_else_shows_how_it_is_called(ran: list[list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    assert scripts.main() == scripts.main("sing") == 2
    assert "python -m scripts say" in capsys.readouterr().err
    assert ran == []


def fails(command: list[str], **options: object) -> None:
    raise subprocess.CalledProcessError(4, command)


def interrupts(command: list[str], **options: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(("run", "code"), [(fails, 4), (interrupts, 130)])
def test_an_installation_that_fails_leaves_no_mark(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch, run: Callable[..., None], code: int
) -> None:
    monkeypatch.setattr(scripts.subprocess, "run", run)
    assert scripts.main("say", "Hello.") == code
    assert not list(scripts.ENVIRONMENT.glob("installed-*"))


def test_it_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "scripts"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: python -m scripts say")
