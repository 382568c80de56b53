"""The programs in examples/ run against a sandbox."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from cartesia_client import Cartesia
from cartesia_sandbox import Sandbox

EXAMPLES = Path(__file__).parents[1] / "examples"


async def test_a_telephone_line_talks_with_an_agent(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = EXAMPLES / "telephone_agent.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    program = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(program)
    with Sandbox(agent=["We close at six.", "Goodbye."]) as own:
        monkeypatch.setenv("CARTESIA_API_KEY", "any")
        monkeypatch.setenv("CARTESIA_BASE_URL", own.url)
        record = await program.main("agent_5h", ["Until when are you open?", "Thank you."], speed=20)
        said = ["Until when are you open?", "We close at six.", "Thank you.", "Goodbye."]
        assert [turn.text for turn in record.transcript] == said
        assert capsys.readouterr().out.splitlines()[-1] == f"heard in the recording: {' '.join(said)}"
        with Cartesia() as client:
            assert client.agents.calls.list(agent_id="agent_5h").data[0].id == record.id
    assert len(path.read_text().splitlines()) < 80
