"""What people and programs read: Markdown in the shape of Keep a Changelog, JSON, exit codes; and the sources of contracts."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cartesia_tools.cli import main
from cartesia_tools.diff.changelog import markdown
from cartesia_tools.diff.compare import compare
from cartesia_tools.diff.rules import Kind

from .test_rules import CASES, base, field, operation, schema

PROJECT = Path(__file__).parents[2]
Doc = dict[str, Any]


@pytest.fixture
def contracts(tmp_path: Path) -> tuple[str, str]:
    """Two contracts as files, with one change of each kind."""
    new = base()
    schema(new, "Thing")["properties"].pop("made")
    schema(new, "Thing")["properties"]["new"] = schema(new, "Thing")["properties"]["newer"] = {"type": "string"}
    schema(new, "Color")["enum"].append("green")
    field(new, "NewThing", "note")["deprecated"] = True
    field(new, "Thing", "id")["description"] = "Its id."
    paths = tmp_path / "old.json", tmp_path / "new.json"
    for path, doc in zip(paths, (base(), new), strict=True):
        path.write_text(json.dumps(doc))
    return str(paths[0]), str(paths[1])


def test_the_report_is_a_changelog_entry(contracts: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", *contracts]) == 1
    assert capsys.readouterr().out == (
        """\
# From old.json to new.json

1 breaking, 1 to review, 3 additive, 1 documentation only. Semantic version step: major.

## Added

- Value `green` of `Color` in responses (`things.create`, `things.list`).
- Response field `Thing.new`, `Thing.newer` (`things.create`, `things.list`).
- Value `green` of `Color` in requests (`live`, `things.create`).

## Changed

- Descriptions and examples (1).

## Deprecated

- **Review:** `NewThing.note` (`things.create`).

## Removed

- **Breaking:** Response field `Thing.made` (`things.create`, `things.list`).
"""
    )


def test_json_has_everything(contracts: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", *contracts, "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["old"], report["new"], report["step"]) == ("old.json", "new.json", "major")
    assert report["counts"] == {"breaking": 1, "review": 1, "additive": 4, "docs": 1}
    (removed,) = [change for change in report["changes"] if change["verdict"] == "breaking"]
    assert removed == {
        "verdict": "breaking",
        "kind": "field-removed",
        "direction": "receive",
        "subject": "Thing.made",
        "uses": [
            {"operation": "things.list", "part": "response", "path": ["data", "*", "made"]},
            {"operation": "things.create", "part": "response", "path": ["made"]},
        ],
    }
    assert "### Removed" in report["changelog"]


@pytest.mark.parametrize(
    ("edit", "step", "code"),
    [
        (lambda doc: schema(doc, "Thing")["properties"].pop("made"), "major", 1),
        (lambda doc: schema(doc, "Thing")["properties"].update(new={}), "minor", 0),
        (lambda doc: field(doc, "NewThing", "color").update(default="blue"), "minor", 0),
        (lambda doc: operation(doc, "things.list").update(summary="Lists."), "patch", 0),
        (lambda doc: None, "none", 0),
    ],
)
def test_step_and_exit_code(
    edit: Any, step: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = base()
    edit(new)
    (tmp_path / "old").write_text(json.dumps(base()))
    (tmp_path / "new").write_text(json.dumps(new))
    assert main(["changes", str(tmp_path / "old"), str(tmp_path / "new"), "--json"]) == code
    assert json.loads(capsys.readouterr().out)["step"] == step


def test_a_change_of_every_operation_is_one_line() -> None:
    new = base()
    new["security"].pop()
    old, new = base(), base()
    for doc in (old, new):
        doc["paths"].pop("/live")
        for name in ("things.list", "things.create", "things.upload"):
            operation(doc, name)["responses"]["400"] = {"$ref": "#/components/responses/Rejected"}
    schema(new, "ErrorCode")["enum"].append("odd")
    text = markdown("a", "b", compare(old, new), 3)
    assert "- Value `odd` of `ErrorCode` in errors (every operation).\n" in text


@pytest.mark.parametrize("case", [case for case in CASES if case.verdict], ids=lambda case: case.name.replace(" ", "-"))
def test_every_change_has_a_sentence(case: Any) -> None:
    text = markdown("a", "b", compare(*case.contracts()), 4)
    assert ("**Breaking:**" in text) == (case.verdict == "breaking")
    assert "{" not in re.sub(r"`[^`]*`|\([A-Za-z]+ /[^)]*\)|/\S+", "", text)


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.label)
def test_every_kind_says_with_known_words_what_changed_and_what_to_do(kind: Kind) -> None:
    known = {"subject", "field", "name", "side", "drop", "present", "absent"}
    facts = {"old", "new", "value", "values", "keyword", "scopes"}
    assert set(re.findall(r"{(\w+)}", kind.rule.sentence + kind.rule.edit)) <= known | facts
    assert kind.rule.sentence
    # Without an edit only what asks for none: it is additive or to be reviewed in some direction.
    assert kind.rule.edit or kind.rule.additive or kind.rule.review or kind.rule.docs or kind in NO_EDIT


NO_EDIT = {Kind.DISCRIMINATOR_MAPPING_ADDED}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give two contracts"),
        (["2026-08-14"], "give two contracts"),
        (["2020-01-01", "2026-08-14"], "there is no contract for version 2020-01-01"),
        (["no-such-revision", "2026-08-14"], "a git revision that has generated/cartesia_api/openapi.json"),
        ([__file__, "2026-08-14"], "is not JSON"),
        (["2026-08-14", "2026-08-14", "--used-by", "no-such-folder"], "there is no no-such-folder"),
    ],
)
def test_wrong_usage_says_what_to_give_instead(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["changes", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_json_that_is_not_a_contract_is_rejected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.json").write_text("[]")
    assert main(["changes", str(tmp_path / "a.json"), "2026-08-14"]) == 2
    assert "is not a contract: it has no paths" in capsys.readouterr().err


def test_yaml_is_read_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.yaml").write_text("paths: {/a: {get: {operationId: a, responses: {}}}}\n")
    (tmp_path / "b.json").write_text('{"paths": {}}')
    assert main(["changes", str(tmp_path / "a.yaml"), str(tmp_path / "b.json")]) == 1
    assert "**Breaking:** Operation `a` (GET /a)." in capsys.readouterr().out


def test_revisions_of_a_repository_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "generated" / "cartesia_api"
    folder.mkdir(parents=True)

    def git(*arguments: str) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "--quiet")
    new = base()
    new["paths"].pop("/live")
    for doc in (base(), new):
        (folder / "openapi.json").write_text(json.dumps(doc))
        git("add", "-A")
        git("commit", "--quiet", "-m", "a contract")
    monkeypatch.chdir(folder)
    assert main(["changes", "HEAD~1", "HEAD"]) == 1
    assert main(["changes", "HEAD", "HEAD~1"]) == 0
    assert main(["changes", "HEAD~1:generated/cartesia_api/openapi.json", "HEAD"]) == 1


def test_the_script_compares_spec_with_a_commit() -> None:
    script = [str(PROJECT / "scripts" / "changes")]
    done = subprocess.run([*script, "HEAD", "--json"], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert json.loads(done.stdout)["new"] == "spec"
    done = subprocess.run([*script, "no-such-revision"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no-such-revision" in done.stderr


def test_the_tools_are_not_loaded_with_the_client() -> None:
    program = "import sys, cartesia_client, cartesia_tools.cli; cartesia_client.Cartesia; cartesia_tools.cli._parser();"
    program += "print(sorted(name for name in sys.modules if name.startswith('cartesia_tools.')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    frame = ("cli", "terminal", "terminal.exit_codes", "terminal.options", "terminal.output", "terminal.parser")
    assert done.stdout.strip() == str([f"cartesia_tools.{name}" for name in frame])
