"""Every fenced example of the README runs, and is well typed."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from cartesia_sandbox import Sandbox

pytest_plugins = ["pytester"]

PROJECT = Path(__file__).parents[1]
EXAMPLES = re.findall(r"^```(\w+)\n(.*?)^```$", (PROJECT / "README.md").read_text(), flags=re.DOTALL | re.MULTILINE)
PROGRAMS = [code for language, code in EXAMPLES if language == "python" and "def test_" not in code]
TESTS = [code for language, code in EXAMPLES if language == "python" and "def test_" in code]
# What runs each line of the shell examples.
COMMANDS = {
    './scripts/say "Hello from Sonic."': "tests/tools/test_cli.py",
    "./scripts/test": "this run",
    "pip install cartesia-client": "tests/test_packaging.py",
    'pip install "cartesia-client[sandbox]"': "tests/test_packaging.py",
    "cartesia-client say -f chapter.txt -o chapter.mp3 --subtitles chapter.srt --resume parts": "tests/tools/test_batch.py",
    "cartesia-client batch lines.csv -o lines": "tests/tools/test_batch.py",
    "cartesia-client transcribe --srt -o subtitles *.wav": "tests/tools/test_batch.py",
    "cartesia-client call voices.list --limit 5 --gender feminine": "tests/tools/test_call.py",
    "cartesia-client changes 2026-03-01 2026-08-14": "tests/tools/test_versions.py",
    "cartesia-client changes 2026-03-01 2026-08-14 --used-by src": "tests/tools/test_versions.py",
    "cartesia-client contract": "tests/tools/test_checks.py",
    "cartesia-client contract --live": "tests/tools/test_checks.py",
    "cartesia-client contract --live --spend 600": "tests/tools/test_checks.py",
    "cartesia-client drift traffic.jsonl": "tests/tools/test_drift.py",
    'cartesia-client sandbox --port 8000 --plan free --strict --fault "status status=503 times=2"': "below",
    """curl -d '{"kind": "cut", "after_bytes": 4000}' http://127.0.0.1:8000/__sandbox__/faults""": "below",
    'curl "http://127.0.0.1:8000/__sandbox__/journal?operation=tts.*&frames=true"': "below",
    "curl -X POST http://127.0.0.1:8000/__sandbox__/reset": "below",
}


@pytest.mark.parametrize("program", PROGRAMS, ids=range(len(PROGRAMS)))
def test_program(program: str, sandbox: Sandbox, tmp_path: Path) -> None:
    environment = {"CARTESIA_API_KEY": "any", "CARTESIA_BASE_URL": sandbox.url, "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


@pytest.mark.parametrize("tests", TESTS, ids=range(len(TESTS)))
def test_tests(tests: str, pytester: pytest.Pytester) -> None:
    pytester.makeini(
        "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\nfilterwarnings = error\n"
    )
    pytester.makepyfile(tests)
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=tests.count("def test_"))


MISTAKE = """
from cartesia_client import Cartesia

Cartesia().tts.generate(model_id="m", transcript="t", voice="v", output_format={"container": "ogg"})
"""


@pytest.mark.parametrize(
    "checker",
    [
        [
            "mypy",
            "--strict",
            f"--cache-dir={PROJECT / '.mypy_cache' / 'examples'}",
            f"--python-executable={sys.executable}",
        ],
        ["pyright", f"--pythonpath={sys.executable}"],
    ],
    ids=lambda checker: checker[0],
)
def test_type_checkers_accept_the_examples_as_users_run_them(checker: list[str], tmp_path: Path) -> None:
    """With no configuration of this project, on all examples of README.md and docs/, and on a mistake that they must find."""
    pages = [*sorted((PROJECT / "docs").glob("*.md")), PROJECT / "README.md"]
    examples = [
        (f"{page.stem}_{number}.py", code)
        for page in pages
        for number, code in enumerate(re.findall(r"^```python\n(.*?)^```$", page.read_text(), re.DOTALL | re.MULTILINE))
    ]
    for name, code in (*examples, ("mistake.py", MISTAKE)):
        (tmp_path / name).write_text(code, encoding="utf-8")
    command = [sys.executable, "-m", *checker, *(name for name, _ in examples), "mistake.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    wrong = [line for line in done.stdout.splitlines() if " error: " in line]
    assert len(wrong) == 1, done.stdout + done.stderr
    assert "mistake.py:4:" in wrong[0]


def test_commands_of_the_sandbox_as_a_process(tmp_path: Path) -> None:
    start, *asked = [line for line, place in COMMANDS.items() if place == "below"]
    arguments = [str(Path(sys.executable).with_name("cartesia-client")), *shlex.split(start.replace("8000", "0"))[1:]]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        said = []
        for line in asked:
            command = shlex.split(line.replace("http://127.0.0.1:8000", url))
            done = subprocess.run([*command, "-fsS"], capture_output=True, text=True, check=True, cwd=tmp_path)
            said.append(done.stdout)
        process.terminate()
    assert said[0].startswith('{"id":2,"fault":{"kind":"cut","after_bytes":4000}')
    assert said[1:] == ['{"requests":[]}', ""]


def test_every_example_is_a_program_or_a_known_command() -> None:
    assert {language for language, _ in EXAMPLES} == {"python", "sh"}
    lines = {line for language, code in EXAMPLES if language == "sh" for line in code.splitlines()}
    assert lines == set(COMMANDS)


def test_every_local_link_leads_somewhere() -> None:
    for page in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", (PROJECT / page).read_text()):
            assert (PROJECT / target).exists(), f"{page}: {target}"
