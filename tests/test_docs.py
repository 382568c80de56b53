"""The programs of docs/ run, in this process and against one sandbox. tests/test_readme.py has type checkers read them."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import cartesia_client
import httpx
import pytest
from cartesia_sandbox import Sandbox
from docsite import errors, outside, reference

DOCS = Path(__file__).parents[1] / "docs"
ELSEWHERE = {
    "migrating",
    "narration",
    "contract",
    "reliability",
    "sandbox",
    "scale",
    "settings",
    "testing",
    "tutorial",
    "upgrades",
}
"""Pages whose programs have tests of their own: test_migrating.py, test_readme.py, and those of narration/ and scale/."""
PROGRAMS = [
    pytest.param(program, id=f"{page.stem}-{number}")
    for page in sorted(DOCS.glob("*.md"))
    if page.stem not in ELSEWHERE
    for number, program in enumerate(
        re.findall(r"^```python\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    )
]


@pytest.fixture
def _settings(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox.reset()
    monkeypatch.setenv("CARTESIA_API_KEY", "any")
    monkeypatch.setenv("CARTESIA_BASE_URL", sandbox.url)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_settings")
@pytest.mark.parametrize("program", PROGRAMS)
def test_program(program: str, capsys: pytest.CaptureFixture[str]) -> None:
    names = run(program)
    out, err = capsys.readouterr()
    assert err == ""
    assert out or "speech" in names


def run(program: str) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(program, "program of docs", "exec"), names)
    return names


def web_program(library: str) -> dict[str, Any]:
    texts = [str(program.values[0]) for program in PROGRAMS]
    return run(next(text for text in texts if f"from {library}" in text))


@pytest.mark.usefixtures("_settings")
async def test_fastapi_streams_mp3() -> None:
    names = web_program("fastapi")
    async with (
        names["lifespan"](names["app"]),
        httpx.AsyncClient(transport=httpx.ASGITransport(names["app"])) as browser,
    ):
        response = await browser.get("http://app/speech", params={"text": "Hello from Sonic."})
    assert (response.headers["content-type"], response.content[:1]) == ("audio/mpeg", b"\xff")


@pytest.mark.usefixtures("_settings")
def test_flask_streams_mp3() -> None:
    names = web_program("flask")
    with names["client"]:
        response = names["app"].test_client().get("/speech?text=Hello from Sonic.")
        assert (response.mimetype, response.data[:1]) == ("audio/mpeg", b"\xff")


@pytest.mark.usefixtures("_settings")
async def test_django_streams_mp3() -> None:
    settings = import_module("django.conf").settings
    requests = import_module("django.test").AsyncRequestFactory()
    if not settings.configured:
        settings.configure(ALLOWED_HOSTS=["*"])
    names = web_program("django")
    async with names["client"]:
        response = await names["speech"](requests.get("/speech?text=Hello from Sonic."))
        data = b"".join([chunk async for chunk in response.streaming_content])
    assert (response["content-type"], data[:1]) == ("audio/mpeg", b"\xff")


def test_the_table_of_errors_says_what_to_do_about_each() -> None:
    rows = [row.split(" | ") for row in errors.exceptions().splitlines()[2:]]
    names = [name for name in cartesia_client.__all__ if name.endswith("Error")]
    assert sorted(re.findall(r"`(\w+)`", "".join(row[0] for row in rows))) == sorted(names)
    general = ("`CartesiaError`", "`APIError`", "`APIStatusError`")
    assert [row[0] for row in rows if row[3].strip(" |") == "" and not any(name in row[0] for name in general)] == []
    tried = {name: row[2] for row in rows for name in re.findall(r"`(\w+)`", row[0])}
    assert (tried["RateLimitError"], tried["InternalServerError"], tried["NotFoundError"]) == (
        "yes",
        "reads only",
        "no",
    )


def test_the_reference_has_a_page_for_each_group_of_methods() -> None:
    pages = reference.pages()
    assert {f"reference/{group}.md" for group in reference.TITLES} <= set(pages)
    assert (
        "cartesia_api.resources.agents_metrics_results.AsyncAgentsMetricsResultsResource"
        in pages["reference/agents.md"]
    )
    assert "[`client.tts.generate`][cartesia_api.resources.tts.TtsResource.generate]" in pages["reference/index.md"]
    assert "TtsResource.generate_stream" in "".join(reference.missing([]))


def test_files_of_the_project_are_pages_and_links_lead_to_them() -> None:
    text = "[a](../CHANGELOG.md) [b](../examples/browser_token/) [c](../examples/)"
    linked = "[a](changelog.md) [b](examples.md#browser_token) [c](examples.md#examples)"
    assert outside.with_links_to_pages(text) == linked
    assert "## `telephone_agent.py` {#telephone_agent-py}" in outside.pages()["examples.md"]
