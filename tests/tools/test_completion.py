"""Completion, the manual page, and docs/command-line.md: all follow the parser."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cartesia_tools.cli import COMMANDS, _parser, main
from cartesia_tools.terminal.comparison import TASKS
from cartesia_tools.terminal.documents import manual, markdown, walk
from cartesia_tools.terminal.shells import SHELLS, candidates

PROJECT = Path(__file__).parents[2]
BINARIES = str(Path(sys.executable).parent)


def completed(*words: str) -> list[str]:
    return [value for value, _ in candidates(_parser(words), words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["vo"], ["voices"]),
        (["voices", "--la"], ["--language"]),
        (["voices", "--language", "en", "--gen"], ["--gender"]),
        (["say", "--format", ""], ["wav", "mp3", "raw"]),
        (["say", "--format", "m"], ["mp3"]),
        (["--base-url", "x", "fau"], ["faults"]),
        (["faults", ""], ["list", "add", "clear"]),
        (["config", "get", "sample"], ["sample_rate"]),
        (["completion", "f"], ["fish"]),
        (["call", "voices.g"], ["voices.get"]),
        (["call", "tts.generate", "--output-format.c"], ["--output-format.container"]),
        (["say", "-o", ""], []),
        (["transcribe", ""], []),
        (["nonsense", "--x"], []),
        (["sandbox", "--plan", "st"], ["startup"]),
        (["sandbox", "--plan=st"], ["--plan=startup"]),
        (["sandbox", "--plan", "=", "st"], ["startup"]),
        (["sandbox", "--plan", "="], ["free", "pro", "startup", "scale"]),
    ],
)
def test_what_may_come_next_is_proposed(words: list[str], expected: list[str]) -> None:
    assert completed(*words) == expected


def test_all_commands_and_options_are_proposed() -> None:
    assert completed("") == list(COMMANDS)
    assert {"--voice", "--output", "--base-url", "--debug", "--help"} <= set(completed("say", "--"))
    assert "-v" in completed("say", "-")


def test_the_scripts_ask_this_program(capsys: pytest.CaptureFixture[str]) -> None:
    for shell in SHELLS:
        assert main(["completion", shell]) == 0
        assert f"cartesia-client completion {shell} -- " in capsys.readouterr().out
    assert main(["completion", "zsh", "--", "sandbox", "--plan", "f"]) == 0
    assert capsys.readouterr().out == "free\n"
    assert main(["completion", "fish", "--", "jour"]) == 0
    assert capsys.readouterr().out == "journal\tShow the requests of a running sandbox.\n"


RUNS = {
    "bash": 'PATH="$1:$PATH"; source /dev/stdin; COMP_WORDS=(cartesia-client voices --lan); COMP_CWORD=2; _cartesia_client; '
    'echo "${COMPREPLY[@]}"',
    "zsh": 'PATH="$1:$PATH"; compdef() {}; _describe() { print -l -- $found }; source /dev/stdin; '
    "words=(cartesia-client voices --lan); CURRENT=3; _cartesia_client",
    "fish": 'set -x PATH $argv[1] $PATH; source -; complete -C "cartesia-client voices --lan"',
}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_works_in_its_shell(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    before = ["-c", RUNS[shell], *([shell] if shell != "fish" else []), BINARIES]
    done = subprocess.run([shell, *before], input=SHELLS[shell], capture_output=True, text=True, check=True)
    assert re.match(r"--language\b", done.stdout)


def test_the_page_of_the_documentation_is_that_of_the_parser() -> None:
    assert (PROJECT / "docs" / "command-line.md").read_text(encoding="utf-8") == markdown(_parser()), (
        "run: .venv/bin/cartesia-client man --markdown > docs/command-line.md"
    )


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task[0])
def test_the_commands_of_the_tasks_are_commands(task: tuple[str, str, str]) -> None:
    words = shlex.split(task[1])
    command = _parser().commands()[words[0]]
    command = command.commands().get(words[1], command) if len(words) > 1 else command
    known = {option for action in command.shown_actions() for option in action.option_strings} | {
        "--profile",
        "--base-url",
    }
    assert words[0] == "call" or {word for word in words if word.startswith("-")} <= known


def test_every_command_and_option_is_in_the_manual() -> None:
    page = manual(_parser())
    for command in walk(_parser()):
        assert command.prog.replace("-", "\\-") in page
        for action in command.shown_actions():
            for option in action.option_strings:
                assert option in ("-h", "--help") or option.replace("-", "\\-") in page


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_the_manual_is_valid_roff() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww"], input=manual(_parser()), capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
