"""Every fenced example of README.md, and of the pages of docs/ that continue it, runs and is well typed."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, get_args

import httpx
import pytest
from cartesia_io.audio import playing
from cartesia_sandbox import Sandbox
from cartesia_sandbox.faults.fault import FaultKind

from tests.serving import serving

pytest_plugins = ["pytester"]

PROJECT = Path(__file__).parents[1]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
CONTINUED = ("contract", "reliability", "sandbox", "settings", "testing", "tutorial", "upgrades")
PAGES = {"README": README} | {name: (PROJECT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in CONTINUED}
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", flags=re.DOTALL | re.MULTILINE)
EXAMPLES = {name: [(kind, code) for kind, code in BLOCK.findall(text)] for name, text in PAGES.items()}
PYTHON = [
    pytest.param(code, id=f"{name}-{number}")
    for name, found in EXAMPLES.items()
    for number, (kind, code) in enumerate(found)
    if kind == "python" and "def test_" not in code
]
TESTS = [code for found in EXAMPLES.values() for kind, code in found if kind == "python" and "def test_" in code]
# Those that print, and need nothing but the package with its sandbox. tests/test_packaging.py runs them from the wheel.
PROGRAMS = [
    code for kind, code in EXAMPLES["README"] if kind == "python" and not re.search(r"def test_|fastapi|\.play\(", code)
]
# What runs each line of the shell examples.
COMMANDS = {
    './scripts/say "Hello from Sonic."': "tests/tools/test_cli.py",
    "./scripts/test": "this run",
    'python -m scripts say "Hello from Sonic."': "tests/test_scripts.py",
    "python -m scripts test": "tests/test_scripts.py",
    "git clone https://github.com/cartesia-client/cartesia-client": "nothing: it needs the network",
    "cd cartesia-client": "nothing: it needs the network",
    "pip install .": "tests/test_packaging.py",
    'pip install ".[sandbox,play,mp3]"': "tests/test_packaging.py",
    "set CARTESIA_API_KEY=sk_car_...": "nothing: it is for Windows",
    'py -m cartesia_client say --live "Hello from Sonic."': "nothing: it is for Windows, and is billed",
    "cartesia-client say -f chapter.txt -o chapter.mp3 --subtitles chapter.srt --resume parts": "tests/tools/test_batch.py",
    "cartesia-client batch lines.csv -o lines": "tests/tools/test_batch.py",
    "cartesia-client transcribe --srt -o subtitles *.wav": "tests/tools/test_batch.py",
    "cartesia-client call voices.list --limit 5 --gender feminine": "tests/tools/test_call.py",
    "cartesia-client changes 2026-03-01 2026-08-14": "tests/tools/test_versions.py",
    "cartesia-client changes 2026-03-01 2026-08-14 --used-by src": "tests/tools/test_versions.py",
    "cartesia-client contract": "tests/tools/test_checks.py",
    "cartesia-client contract --live": "tests/tools/test_checks.py",
    "cartesia-client contract --live --spend 1100": "tests/tools/test_checks.py",
    "cartesia-client drift traffic.jsonl": "tests/tools/test_drift.py",
    'cartesia-client sandbox --port 8000 --plan free --strict --fault "status status=503 times=2"': "below",
    """curl -d '{"kind": "cut", "after_bytes": 4000}' http://127.0.0.1:8000/__sandbox__/faults""": "below",
    'curl "http://127.0.0.1:8000/__sandbox__/journal?operation=tts.*&frames=true"': "below",
    "curl -X POST http://127.0.0.1:8000/__sandbox__/reset": "below",
}


@pytest.fixture(autouse=True)
def _settings(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own, and the sandbox in the environment, as the README says."""
    sandbox.reset()
    monkeypatch.setenv("CARTESIA_API_KEY", "any")
    monkeypatch.setenv("CARTESIA_BASE_URL", sandbox.url)
    monkeypatch.chdir(tmp_path)


@contextmanager
def silent(feed: playing.Feed, sample_rate: int) -> Iterator[None]:
    """Stand in for a loudspeaker: it takes what is played as fast as it comes."""

    def run() -> None:
        while not feed.is_played.is_set():
            feed.take(1000)

    thread = threading.Thread(target=run)
    thread.start()
    yield
    thread.join()


@pytest.mark.parametrize("program", PYTHON)
def test_program(program: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(playing, "loudspeaker", silent)
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(program, "program", "exec"), names)
    out, err = capsys.readouterr()
    assert err == ""
    if "app" in names:  # a web application
        with serving(names["app"]) as address:
            out = httpx.get(f"{address}/speech", params={"text": "Hello from Sonic."}, trust_env=False).content.hex()
            assert out.startswith("ff")  # MP3
    assert out


def test_the_table_of_faults_has_them_all() -> None:
    kinds = set(get_args(FaultKind))
    assert kinds == set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?) \|", PAGES["testing"], re.MULTILINE))))
    assert f"| {len(kinds)} kinds |" in README


def test_tests(pytester: pytest.Pytester) -> None:
    pytester.makeini(
        "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\nfilterwarnings = error\n"
    )
    pytester.makepyfile(**{f"test_page_{number}": code for number, code in enumerate(TESTS)})
    outcome = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    outcome.assert_outcomes(passed=sum(code.count("def test_") for code in TESTS))


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
    """With no configuration of this project, on all of README.md, docs/ and examples/, and on a mistake that they must find."""
    pages = [*sorted((PROJECT / "docs").glob("*.md")), PROJECT / "README.md"]
    examples = [
        (f"{page.stem}_{number}.py", code)
        for page in pages
        for number, code in enumerate(re.findall(r"^```python\n(.*?)^```$", page.read_text(), re.DOTALL | re.MULTILINE))
    ]
    examples += [(path.name, path.read_text(encoding="utf-8")) for path in (PROJECT / "examples").rglob("*.py")]
    for name, code in (*examples, ("mistake.py", MISTAKE)):
        (tmp_path / name).write_text(code, encoding="utf-8")
    command = [sys.executable, "-m", *checker, *(name for name, _ in examples), "mistake.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    apart = (
        '"ray"',
        '"dask.distributed"',
    )  # the engines of docs/scale.md stand in an environment of their own: scripts/scale
    wrong = [
        line for line in done.stdout.splitlines() if " error: " in line and not any(each in line for each in apart)
    ]
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
    found = [example for examples in EXAMPLES.values() for example in examples]
    assert {language for language, _ in found} == {"python", "sh", "bat"}
    assert {line for language, code in found if language != "python" for line in code.splitlines()} == set(COMMANDS)


def test_the_readme_is_short_and_shows_a_sound_first() -> None:
    assert len(README.split()) <= 1200
    commands = [code.splitlines() for language, code in EXAMPLES["README"] if language == "sh"]
    assert commands[0] == ['./scripts/say "Hello from Sonic."', "./scripts/test"]


def test_every_link_of_the_readme_is_absolute_and_leads_somewhere() -> None:
    """On a package index, too. The address of the project stands in pyproject.toml; one that moves is replaced in README.md."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    home = project["urls"]["Repository"]
    headings = re.findall(
        r"^#+ (.*)$", re.sub(r"^```.*?^```$", "", README, flags=re.DOTALL | re.MULTILINE), re.MULTILINE
    )
    anchors = {"#" + heading.lower().replace(" ", "-") for heading in headings}
    for target in re.findall(r"\]\(([^)]+)\)", README):
        if target.startswith(f"{home}/"):
            path, _, anchor = re.sub(f"^{re.escape(home)}/(blob|tree)/main/", "", target).partition("#")
            assert (PROJECT / path).exists(), target
            assert not anchor or f"## {anchor}" in (PROJECT / path).read_text(encoding="utf-8").lower(), target
        else:
            assert target in anchors or target == "https://cartesia.ai", target


def test_every_local_link_leads_somewhere() -> None:
    """Those of docs/ are checked where the site is built."""
    for page in ("CONTRIBUTING.md", "CHANGELOG.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", (PROJECT / page).read_text(encoding="utf-8")):
            assert (PROJECT / target).exists(), f"{page}: {target}"
