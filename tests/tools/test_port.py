"""`cartesia-client port`: what a program of the official library has to change, and its imports changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cartesia_tools.cli import main
from cartesia_tools.load import dates, read_dated
from cartesia_tools.port.scan import find
from cartesia_tools.port.spellings import Finding
from cartesia_tools.usage.impact import methods_of

METHODS, _ = methods_of(read_dated(dates()[-1]))
HEAD = "from cartesia import AsyncCartesia, Cartesia\nclient = Cartesia(api_key='x')\n"
SOCKET = "with client.tts.websocket_connect() as s:\n    for e in s:\n        "


def found(text: str, package: str | None = None) -> list[Finding]:
    """The findings in what follows the head."""
    return [each for each in find(Path("a.py"), HEAD + text, METHODS, package) if each.kind != "import"]


@pytest.mark.parametrize(
    ("text", "kind", "code", "edit"),
    [
        ("client.tts.bytes(model_id='m')", "old", "client.tts.bytes(...)", "client.tts.generate(...)"),
        ("client.tts.sse(model_id='m')", "old", "client.tts.sse(...)", "client.tts.generate_sse(...)"),
        ("self.client.tts.websocket()", "old", "self.client.tts.websocket(...)", "socket.context("),
        ("client.tts.get_output_format('a')", "old", "client.tts.get_output_format(...)", "'container'"),
        ("client.stt.websocket(model='m')", "old", "client.stt.websocket(...)", "manual_finalize"),
        ("client.voices.mix(voices=[])", "old", "client.voices.mix(...)", "refuses"),
        ("client.voices.create(name='n')", "old", "client.voices.create(...)", "clone"),
        ("client.voice_changer.bytes(clip=c)", "old", "client.voice_changer.bytes(...)", "generate(...)"),
        ("client.voice_changer.change_voice_sse(a=b)", "old", "client.voice_changer.change_voice_sse(...)", "_sse"),
        ("client.auth.access_token(grants={})", "old", "client.auth.access_token(...)", "access_token.create"),
        ("client.api_status.get()", "old", "client.api_status.get(...)", "get_status"),
        ("client.tts.generate(voice_id='v')", "old", "voice_id='v'", "voice=..."),
        ("client.tts.generate(voice_embedding=[1])", "old", "voice_embedding=[1]", "id of a voice"),
        ("client.voices.list(request_options={})", "old", "request_options={}", "timeout=..."),
        ("client.voices.clone(filepath='a.wav')", "old", "filepath='a.wav'", "clip=Path"),
        ("client.tts.infill(left_audio_path='a')", "old", "left_audio_path='a'", "left_audio=Path"),
        ("Cartesia(httpx_client=c)", "old", "httpx_client=c", "http_client"),
        ("AsyncCartesia(max_num_connections=9)", "old", "max_num_connections=9", "limits"),
        ("Cartesia(max_retries=5)", "differs", "max_retries=5", "retry_billed"),
        ("client.with_options(max_retries=5)", "differs", "max_retries=5", "retry_billed"),
        ("Cartesia(base_url='http://a.example')", "differs", "base_url='http://a.example'", "https://"),
        ("Cartesia(api_key='My Key')", "differs", "api_key=...", "blanks"),
        ("pager = client.voices.list()\npager.items", "old", "pager.items", "page.data"),
        (f"{SOCKET}e['audio']", "old", "e['audio']", "event.audio"),
        (f"{SOCKET}e.type == 'error'", "differs", "e.type == 'error'", "raised"),
        ("def f(e):\n    match e.type:\n        case 'error': pass", "differs", "case 'error'", "raised"),
        ("import base64\ndef f(e): base64.b64decode(e.data)", "differs", "base64.b64decode(e.data)", "bytes already"),
        (
            "try: pass\nexcept (httpx.ReadError, OSError): pass",
            "differs",
            "except httpx.ReadError",
            "APIConnectionError",
        ),
        ("try: pass\nexcept websockets.A.B: pass", "differs", "except websockets.A.B", "never raised"),
        ("from cartesia._base_client import Nothing", "missing", "import of Nothing", "has no Nothing"),
        ("from cartesia.core.api_error import ApiError", "old", "import from cartesia.core.api_error", "errors are in"),
    ],
)
def test_a_spelling_is_found_with_its_edit(text: str, kind: str, code: str, edit: str) -> None:
    (one,) = found(text)
    assert (one.kind, one.code) == (kind, code)
    assert edit in one.edit
    assert one.line == (HEAD + text).count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "client.tts.generate(model_id='m', voice='v', transcript='t', output_format={})",
        "client.tts.infill(voice_id='v')",
        "client.voice_changer.generate(voice_id='v', clip=c)",
        "client.voices.get(id='v')",
        "Cartesia(base_url='http://localhost:8000')",
        "Cartesia(base_url='http://127.0.0.1:8000', timeout=3)",
        "page = client.voices.list()\npage.data",
        "d = {}\nd.items()",
        "x = {'audio': 1}\nx['audio']",
        "status.kind == 'error'",
        "import base64\nbase64.b64decode(text)",
        "try: pass\nexcept ValueError: pass",
        "open_(stream=True)",
        "Cartesia(api_key='sk_x\\n')",
        "mix(voices=[])",
    ],
)
def test_what_stays_is_not_found(text: str) -> None:
    assert found(text) == []


def test_only_programs_of_the_official_library_are_read() -> None:
    text = "from cartesia_client import Cartesia\nCartesia().tts.bytes(voice_id='v')\n"
    assert find(Path("a.py"), text, METHODS) == []


@pytest.mark.parametrize(
    ("text", "package"),
    [
        ("client.tts.bytes(model_id='m', voice='v')", "cartesia_client"),
        ("client.tts.bytes(model_id='m', voice_id='v')", "cartesia_client.compat"),
        ("client.tts.websocket()", "cartesia_client.compat"),
        ("from cartesia.core.api_error import ApiError", "cartesia_client.compat"),
        (
            "async def f(c: AsyncCartesia):\n    async for chunk in c.tts.bytes(voice='v'): pass",
            "cartesia_client.compat",
        ),
        (
            "async def f(c: AsyncCartesia):\n    async for chunk in await c.tts.bytes(voice='v'): pass",
            "cartesia_client",
        ),
    ],
)
def test_a_program_imports_what_it_needs(text: str, package: str) -> None:
    (first, *_) = [each for each in find(Path("a.py"), HEAD + text, METHODS) if each.kind == "import"]
    assert first.new == f"from {package} import AsyncCartesia, Cartesia"


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main(["port", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_the_command_names_each_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = tmp_path / "a.py"
    program.write_text("import cartesia\ncartesia.Cartesia().tts.sse(model_id='m')\n")
    code, out, _ = run(capsys, tmp_path)
    assert code == 1
    assert out.splitlines() == [
        f"{program}:1 import `import cartesia`: write import cartesia_client as cartesia",
        f"{program}:2 old `cartesia.Cartesia().tts.sse(...)`: write client.tts.generate_sse(...)",
    ]
    assert program.read_text().startswith("import cartesia\n")


def test_write_changes_imports_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = tmp_path / "a.py"
    head = "# -*- coding: latin-1 -*-\r\n# \xe9\x0c\r\nimport cartesia\r\n"
    program.write_bytes((head + "print(cartesia)\r\n").encode("latin-1"))
    (tmp_path / "venv").mkdir()
    other = tmp_path / "venv" / "b.py"
    other.write_text("import cartesia\n")
    code, out, _ = run(capsys, tmp_path, "--write")
    assert code == 0
    assert out == f"{program}:3 written: import cartesia_client as cartesia\n"
    changed = head.replace("import cartesia\r", "import cartesia_client as cartesia\r")
    assert program.read_bytes() == (changed + "print(cartesia)\r\n").encode("latin-1")
    assert other.read_text() == "import cartesia\n"
    assert run(capsys, tmp_path) == (0, "", "nothing to change\n")


def test_what_is_left_after_writing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = tmp_path / "a.py"
    program.write_text("from cartesia import Cartesia\nCartesia().tts.websocket()\n")
    code, out, _ = run(capsys, program, "--write", "--json")
    rows: list[dict[str, Any]] = json.loads(out)
    assert code == 1
    assert [(row["line"], row["kind"], row["written"]) for row in rows] == [(1, "import", True), (2, "old", False)]
    assert program.read_text().startswith("from cartesia_client.compat import Cartesia\n")


def test_the_version_may_be_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = tmp_path / "a.py"
    program.write_text("from cartesia import Cartesia\n")
    assert "cartesia_client.compat" in run(capsys, program, "--from", "2")[1]
    program.write_text("from cartesia import Cartesia\nCartesia().tts.websocket()\n")
    assert "write from cartesia_client import" in run(capsys, program, "--from", "4")[1]


def test_dependencies_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "requirements.txt").write_text("cartesia-line\ncartesia[websockets]>=4\ncartesia_client\n")
    (tmp_path / "pyproject.toml").write_text('dependencies = [\n  "cartesia==4.2.0",\n]\nname = "cartesia"\n')
    code, out, _ = run(capsys, tmp_path)
    assert code == 1
    assert [line.split("/")[-1].split("`")[0].strip() for line in out.splitlines()] == [
        "requirements.txt:2 dependency",
        "pyproject.toml:2 dependency",
    ]


@pytest.mark.parametrize("content", [b"from cartesia import (", b"import cartesia\n# \xff\n", b"\x00import cartesia"])
def test_what_is_not_python_is_told_and_the_rest_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    (tmp_path / "bad.py").write_bytes(content)
    (tmp_path / "good.py").write_text("import cartesia\n")
    code, out, err = run(capsys, tmp_path, "--write")
    assert code == 1
    assert "cannot read" in err
    assert "good.py:1 written" in out
    assert (tmp_path / "bad.py").read_bytes() == content


def test_wrong_usage_has_its_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, tmp_path / "nothing")
    assert code == 2
    assert "there is no" in err


@pytest.mark.parametrize(
    "line",
    [
        "importlib.import_module('cartesia')",
        "__import__('cartesia.types')",
        "patch('cartesia.Cartesia')",
        "mocker.patch(target='cartesia.resources.tts.TTSResource')",
        "monkeypatch.setattr('cartesia.Cartesia', None)",
        "pytest.importorskip('cartesia')",
    ],
)
def test_names_of_the_library_in_texts_are_found_without_an_import_too(line: str) -> None:
    for text in (line, f"import cartesia\n{line}"):
        (each,) = [each for each in find(Path("a.py"), text, METHODS) if each.new is None]
        assert (each.kind, each.code, each.line) == ("import", line, text.count("\n") + 1)
        assert "cartesia_client" in each.edit
    assert find(Path("a.py"), line.replace("cartesia", "cartesian"), METHODS) == []
