"""What is built is what is here, and works without the checkout."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from types import SimpleNamespace

import cartesia_client
import pytest
from cartesia_sandbox import Sandbox
from cartesia_sandbox.description.bundle import bundled

from tests.test_readme import PROGRAMS

PROJECT = Path(__file__).parents[1]
PROGRAM = """
import cartesia_client, cartesia_sandbox, sys
assert cartesia_client.__file__.startswith(sys.argv[1]), cartesia_client.__file__
with cartesia_sandbox.Sandbox() as sandbox, cartesia_client.Cartesia(api_key="any", base_url=sandbox.url) as client:
    print(client.get_status().ok)
"""


def build(kind: str, source: Path, target: Path) -> Path:
    command = [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return next(path for path in target.iterdir() if path.suffix == (".whl" if kind == "wheel" else ".gz"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", PROJECT, tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_the_packages_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {
        "cartesia_api",
        "cartesia_client",
        "cartesia_io",
        "cartesia_sandbox",
        "cartesia_tools",
    }
    for package in ("cartesia_api", "cartesia_client", "cartesia_io", "cartesia_sandbox", "cartesia_tools"):
        assert f"{package}/py.typed" in names
    for date in ("2024-06-10", "2024-11-13", "2025-04-16", "2025-11-04", "2026-03-01"):
        assert f"cartesia_api/v{date.replace('-', '_')}/resources/__init__.py" in names
    assert "cartesia_sandbox/page/static/index.html" in names
    assert {"cartesia_client/types/__init__.py", "cartesia_client/types/agents/agent_call.py"} <= set(names)
    assert not [name for name in names if name.startswith("cartesia_api/official/")]
    assert "cartesia_api/contracts.json.xz" in names
    assert not [name for name in names if name.startswith("cartesia_api/") and name.endswith(".json")]
    assert not [name for name in names if "__pycache__" in name]


def test_a_checkout_has_no_symbolic_links() -> None:
    """Git on Windows writes a link as a file that holds its target."""
    listed = subprocess.run(["git", "ls-files", "--stage"], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert [line for line in listed.stdout.splitlines() if line.startswith("120000")] == []


def test_the_contracts_in_the_wheel_are_those_of_the_repository(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    program = """
import json
from cartesia_sandbox.description.bundle import bundled, bundled_versions
from cartesia_tools.load import dates, read_dated
assert list(bundled_versions()) == dates()
*older, newest = dates()
print(json.dumps([[bundled(), read_dated(newest)], *([bundled(date), read_dated(date)] for date in older)]))
"""
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    package = PROJECT / "generated" / "cartesia_api"
    files = [package / "openapi.json", *sorted(package.glob("versions/*.json"))]
    assert json.loads(done.stdout) == [[json.loads(file.read_text(encoding="utf-8"))] * 2 for file in files]


def test_the_contracts_are_found_by_the_loader_of_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    """It loads the modules of a package with a plugin, once that is installed, and knows only those that it has loaded."""
    loader = SimpleNamespace(get_resource_reader={}.__getitem__)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: SimpleNamespace(loader=loader))
    assert bundled()["info"]


def test_the_sdist_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    archive = build("sdist", PROJECT, tmp_path / "sdist")
    subprocess.run(["tar", "-xzf", str(archive), "-C", str(tmp_path)], check=True)
    unpacked = tmp_path / archive.name.removesuffix(".tar.gz")
    for name in ("examples/browser_token", "examples/voice_agent.py", "docs/agents.md", "mkdocs.yml", "SECURITY.md"):
        assert (unpacked / name).exists(), name
    again = build("wheel", unpacked, tmp_path / "wheel")
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(wheel.read_bytes()).digest()


def test_the_wheel_works_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
        str(wheel),
    ]
    subprocess.run(command, check=True, capture_output=True)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(target)}
    code = [sys.executable, "-c", PROGRAM, str(target)]
    done = subprocess.run(code, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


@pytest.mark.slow
def test_the_wheel_with_its_extras_in_an_empty_environment(wheel: Path, tmp_path: Path, sandbox: Sandbox) -> None:
    """Needs a package index: it installs everything anew."""
    venv.create(tmp_path / "venv", with_pip=True)
    binaries = tmp_path / "venv" / "bin"
    python, command = str(binaries / "python"), str(binaries / "cartesia-client")
    subprocess.run([python, "-m", "pip", "install", "--quiet", f"{wheel}[sandbox]"], check=True)
    environment = {"PATH": os.environ["PATH"]}
    subprocess.run([command, "say", "Hello from the wheel."], cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "sonic.wav").stat().st_size > 20000
    code = [python, "-c", PROGRAM, str(tmp_path)]
    subprocess.run(code, cwd=tmp_path, env=environment, check=True)
    environment |= {"CARTESIA_API_KEY": "any", "CARTESIA_BASE_URL": sandbox.url}
    for program in PROGRAMS:
        subprocess.run([python, "-W", "error", "-c", program], cwd=tmp_path, env=environment, check=True)


USES = """
import sys, urllib.request
import cartesia_client, cartesia_client.types
from cartesia_sandbox import Sandbox
from cartesia_tools.cli import main
with Sandbox() as sandbox:
    for date in (None, "2024-06-10", "2025-11-04"):
        with cartesia_client.Cartesia(api_key="any", base_url=sandbox.url, version=date) as client:
            assert next(iter(client.voices.list())).id
    with cartesia_client.Cartesia(api_key="any", base_url=sandbox.url) as client:
        client.speak("Hello from a bundle.", voice="Narrator").save("bundled.wav")
    assert b"<html" in urllib.request.urlopen(sandbox.url + "/__sandbox__/").read()
assert cartesia_client.types.Voice and cartesia_client.__version__ == sys.argv[1]
assert main(["changes", "2024-11-13", "2025-04-16"]) == 1
assert main(["drift", "empty.har"]) == 0
"""
"""What reads files that ship with the packages, or imports by name."""
EMPTY_HAR = '{"log": {"version": "1.2", "creator": {"name": "none", "version": "1"}, "entries": []}}'


@pytest.mark.slow
@pytest.mark.parametrize("form", ["archive", "folder without metadata"])
def test_the_packages_work_from_an_archive_and_without_their_metadata(wheel: Path, tmp_path: Path, form: str) -> None:
    (tmp_path / "empty.har").write_text(EMPTY_HAR, encoding="utf-8")
    place = wheel
    if form != "archive":
        place = tmp_path / "site"
        zipfile.ZipFile(wheel).extractall(place)
        shutil.rmtree(next(place.glob("*.dist-info")))
    checkout = [path for path in sys.path if path.startswith(str(PROJECT)) and "site-packages" not in path]
    program = f"import sys; sys.path = [path for path in sys.path if path not in {checkout}]\n{USES}"
    program += f"assert cartesia_client.__file__.startswith({str(place)!r})\n"
    command = [sys.executable, "-c", program, cartesia_client.__version__]
    subprocess.run(command, cwd=tmp_path, env={"PATH": "", "PYTHONPATH": str(place)}, check=True)


@pytest.mark.slow
def test_a_program_frozen_by_pyinstaller_has_all_it_needs(wheel: Path, tmp_path: Path) -> None:
    """Needs a package index: it installs everything anew."""
    venv.create(tmp_path / "venv", with_pip=True)
    binaries = tmp_path / "venv" / "bin"
    python = str(binaries / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", f"{wheel}[sandbox]", "pyinstaller"], check=True)
    (tmp_path / "frozen.py").write_text(USES, encoding="utf-8")
    (tmp_path / "empty.har").write_text(EMPTY_HAR, encoding="utf-8")
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    freeze = [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "frozen.py"]
    subprocess.run(freeze, cwd=tmp_path, env=environment, check=True)
    program = [str(tmp_path / "dist" / "frozen" / "frozen"), cartesia_client.__version__]
    subprocess.run(program, cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "bundled.wav").stat().st_size > 20000
