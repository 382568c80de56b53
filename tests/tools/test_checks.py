"""The conformance checks against services that differ, cost credits, fail and are interrupted."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from cartesia_client import Cartesia
from cartesia_sandbox import Sandbox
from cartesia_tools.checks.budget import Budget, Cost, OverBudget
from cartesia_tools.checks.report import Report
from cartesia_tools.checks.runner import examine, run, validate
from cartesia_tools.checks.suite import CHECKS, Check, chosen
from cartesia_tools.checks.target import Target
from cartesia_tools.conformance.check import check as compare
from cartesia_tools.conformance.description import Description
from cartesia_tools.conformance.patch import merge
from cartesia_tools.traffic.entries import from_records
from cartesia_tools.traffic.record import record

from tests.conformance.description import DOC
from tests.tools.conftest import KEY, Differing

COMMAND = Path(sys.executable).with_name("cartesia-client")
EARLY = {"2024-06-10", "2024-11-13"}
"""The dates without agents."""
KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"


def examined(sandbox: Sandbox, checks: Iterable[Check], spend: int | None = None) -> Report:
    with Cartesia(api_key=KEY, base_url=sandbox.url, max_retries=0) as client:
        return examine(client, checks, spend)


def seen(report: Report) -> set[tuple[str, str, str, str]]:
    return {(each.kind, each.operation, each.place.rpartition(" ")[2], each.found) for each in report.deviations}


def named(*names: str) -> list[Check]:
    return [check for check in CHECKS if check.name in names]


def unlike_the_spec(differing: Differing) -> None:
    """Make the sandbox differ from the spec in every way."""

    def voice(response: dict[str, Any]) -> None:
        response["body"]["nickname"] = "Kat"
        response["body"]["visibility"] = "friends"
        response["headers"]["x-brand-new"] = "yes"

    def voices(response: dict[str, Any]) -> None:
        for each in response["body"]["data"]:
            del each["tagline"]

    def accents(response: dict[str, Any]) -> None:
        response["body"]["accents"] = 7

    def teapot(response: dict[str, Any]) -> None:
        fault = {"error_code": None, "title": "Teapot", "message": "No coffee here.", "request_id": "r1"}
        response.update(status=418, body=fault)

    def accepted(response: dict[str, Any]) -> None:
        response["status"] = 203

    def events(path: str, event: dict[str, Any]) -> list[dict[str, Any]]:
        if path == "/tts/websocket" and event["type"] == "done":
            return [{"type": "heartbeat", "context_id": event["context_id"], "interval": 5}, event]
        if path == "/tts/sse" and event["type"] == "chunk":
            return [{**event, "step_time": "quick"}]
        if path == "/stt/turns/websocket" and event["type"] == "turn.end":
            return [{**event, "confidence": 0.9}]
        if path.startswith("/agents/stream/") and event["event"] == "ack":
            return [{**event, "config": {**event["config"], "output_format": "opus"}}, {**event, "event": "ready"}]
        return [event]

    differing.responses = {
        ("GET", f"/voices/{KATIE}"): voice,
        ("GET", "/voices"): voices,
        ("GET", "/accents"): accents,
        ("GET", "/datasets/"): teapot,
        ("GET", "/pronunciation-dicts/"): accepted,
    }
    differing.events = events


EXPECTED = {
    ("unknown field", "voices.get", "$.nickname", '"Kat"'),
    ("unknown value", "voices.get", "$.visibility", '"friends"'),
    ("unknown header", "voices.get", "x-brand-new", '"yes"'),
    ("missing field", "voices.list", "$.data[0].tagline", "nothing"),
    ("wrong type", "voices.list_accents", "$.accents", "integer 7"),
    ("unknown error status", "datasets.list", "status", "418"),
    ("unknown status", "pronunciation_dicts.list", "status", "203"),
    ("unknown variant", "tts.websocket", "$.type", '"heartbeat"'),
    ("wrong type", "tts.generate_sse", "$.step_time", 'string "quick"'),
    ("unknown field", "stt.auto_finalize", "$.confidence", "0.9"),
    ("unknown field", "agents.stream", "$.config.output_format", '"opus"'),
    ("unknown variant", "agents.stream", "$.event", '"ready"'),
}
RUN = (
    "voices.search",
    "voices.get",
    "accents.list",
    "datasets.list",
    "pronunciation_dicts.list",
    "tts.socket",
    "tts.sse",
    "stt.auto",
    "agents.socket",
)


def test_a_service_that_differs_is_reported_difference_by_difference(differing: Differing, odd: Sandbox) -> None:
    unlike_the_spec(differing)
    report = examined(odd, named(*RUN), 1000)
    found = {item for item in seen(report) if not item[2].startswith("$.data[") or item[2].startswith("$.data[0]")}
    assert found == EXPECTED
    severities = {each.kind: each.severity for each in report.deviations}
    assert {kind for kind, severity in severities.items() if severity == "new"} == {
        "unknown field",
        "unknown value",
        "unknown variant",
        "unknown header",
        "unknown error status",
    }
    assert report.exit_code == 1
    text = report.to_markdown()
    assert "- **unknown field** `response body $.nickname` of voices.get in 2026-08-14, check voices." in text
    assert "## Faults" in text
    assert "```yaml\ncomponents:\n  schemas:\n    VoiceVisibility:\n      enum: [owner, all, friends]\n```" in text


def test_the_pasted_patches_make_the_spec_true(differing: Differing, odd: Sandbox) -> None:
    unlike_the_spec(differing)
    records: list[dict[str, Any]] = []
    with Cartesia(api_key=KEY, base_url=odd.url, max_retries=0) as client:
        target = Target(client, Budget(1000), records.append)
        with record(client, records.append):
            for check in named(*RUN):
                try:
                    check.run(target)
                except Exception as error:  # it differs: some checks stumble
                    print(check.name, error)
        report = examine(client, named(*RUN), 1000)
    doc = json.loads(json.dumps(DOC))
    for each in report.to_dict()["paste"]:
        assert each["version"] == DOC["info"]["version"]
        doc = merge(doc, yaml.safe_load(each["yaml"]))
    assert doc != DOC
    assert doc["components"]["schemas"]["TTSSocketHeartbeat"]["properties"]["type"] == {"const": "heartbeat"}
    before, after = Description(DOC), Description(doc)
    items = list(from_records(records))
    assert sum(len(compare(before, item)) for item in items) > 10
    assert [found for item in items for found in compare(after, item)] == []


def test_a_service_that_does_not_differ_is_not_reported(plain: Sandbox) -> None:
    # Of older dates, the sandbox knows values that came later.
    report = examined(plain, [check for check in CHECKS if check.name != "version.older"], 1000)
    assert [outcome.name for outcome in report.outcomes if outcome.result != "passed"] == []
    assert seen(report) == set()
    assert report.exit_code == 0
    assert "No response differs from the spec." in report.to_markdown()


def test_a_service_below_a_path_is_validated_alike(plain: Sandbox) -> None:
    """Validate the traffic of a gateway that has the API below a path."""
    records: list[dict[str, Any]] = []
    with Cartesia(api_key=KEY, base_url=plain.url) as client, record(client, records.append):
        client.get_status()
    text = json.dumps(records).replace(plain.url, f"{plain.url}/gateway/cartesia")
    report = Report(f"{plain.url}/gateway/cartesia", "2026-08-14", None)
    validate(report, json.loads(text), ["status"])
    assert report.deviations == []
    broken = text.replace('\\"ok\\":true', '\\"ok\\":\\"yes\\"')
    assert broken != text
    validate(report, json.loads(broken), ["status"])
    assert [(each.kind, each.operation) for each in report.deviations] == [("wrong type", "get_status")]


# -- what it may cost -------------------------------------------------------------------------------------------------


def test_without_spend_only_requests_that_read_are_sent(differing: Differing, odd: Sandbox) -> None:
    report = examined(odd, CHECKS)
    for check, outcome in zip(CHECKS, report.outcomes, strict=True):
        assert outcome.result == ("passed" if check.is_read_only else "skipped"), outcome
        assert check.is_read_only or "only with --spend" in outcome.remark
    assert report.spent == 0


@pytest.mark.parametrize("cap", [0, 16, 17, 40, 100])
def test_the_cap_is_never_passed(plain: Sandbox, cap: int) -> None:
    report = examined(plain, CHECKS, cap)
    assert report.spent <= cap
    for check, outcome in zip(CHECKS, report.outcomes, strict=True):
        if check.cost.credits > cap:
            assert outcome.result == "skipped"
            assert "are left" in outcome.remark
    assert any(outcome.spent for outcome in report.outcomes) == (cap > 0)


def lying(run_: Callable[[Target], None]) -> Check:
    """Return a check that declares no cost."""
    return Check("lying", run_, Cost(), False)


def generate(t: Target) -> None:
    t.client.tts.generate(
        model_id="sonic-3.5",
        transcript="Eleven char",
        voice=KATIE,
        output_format={"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000},
    )


def talk(t: Target) -> None:
    with t.client.tts.websocket_connect() as socket:
        context = socket.context(
            model_id="sonic-3.5",
            voice=KATIE,
            output_format={"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000},
        )
        context.push("Eleven char")


def upload(t: Target) -> None:
    t.client.stt.transcribe(file=("x.wav", bytes(32000 * 30)), model="ink-whisper")


def listen(t: Target) -> None:
    with t.client.stt.auto_finalize.websocket(model="ink-2", encoding="pcm_s16le", sample_rate=16000) as session:
        list(session.listen(bytes(32000 * 30)))


def phone(t: Target, **agent: str) -> Any:
    config: Any = {"input_format": "mulaw_8000"}
    return t.client.agents.stream("agent_5h", config=config, agent=agent or {"introduction": "Eleven char"})  # type: ignore[arg-type]


def be_introduced(t: Target) -> None:
    with phone(t):
        pass


def be_called_without_introduction(t: Target) -> None:
    with phone(t, system_prompt="Tell a story."):
        pass


def talk_to_an_agent(t: Target) -> None:
    with phone(t, introduction="Hi.") as call:
        call.send_raw(bytes(8000))  # of one byte per sample: a second


def unpriced(t: Target) -> None:
    t.client.datasets.create(name="x", description="x")


def by_another_client(t: Target) -> None:
    with t.other_client(api_key=KEY) as client:
        generate(Target(client, t.budget, t.sink))


@pytest.mark.parametrize(
    "run_",
    [
        generate,
        talk,
        upload,
        listen,
        be_introduced,
        be_called_without_introduction,
        talk_to_an_agent,
        unpriced,
        by_another_client,
    ],
)
def test_a_check_that_costs_more_than_it_declares_is_stopped_before_it_is_sent(
    plain: Sandbox, run_: Callable[[Target], None]
) -> None:
    for cap in (None, 10):
        report = examined(plain, [lying(run_)], cap)
        assert report.outcomes[0].result == "skipped"
        assert report.outcomes[0].remark.startswith("stopped: ")
        assert report.spent <= (cap or 0)


def test_costs_are_those_of_the_plans() -> None:
    assert Cost(characters=10).credits == 10
    assert Cost(transcribed=5).credits == 3
    assert Cost(streamed=5.2).credits == 6
    assert Cost(changed=2).credits == 30
    assert Cost(called=2).credits == 32


def start(format: object, introduction: str = "Hello.") -> str:
    return json.dumps(
        {"event": "start", "config": {"input_format": format}, "agent": {"introduction": introduction}},
    )


def test_a_second_of_a_call_costs_the_same_in_each_format() -> None:
    audio = json.dumps({"event": "media_input", "media": {"payload": "AAAA" * 4000}})  # 12,000 bytes
    spent = []
    for format in ("mulaw_8000", "pcm_16000", "pcm_24000", "pcm_44100"):
        budget = Budget(100)
        budget.before_frame("/gateway/agents/stream/agent_5h", start(format))
        budget.before_frame("/gateway/agents/stream/agent_5h", '{"event":"dtmf","dtmf":"5"}')
        assert budget.spent == len("Hello.")
        budget.before_frame("/gateway/agents/stream/agent_5h", audio)
        spent.append(budget.spent - len("Hello."))
    assert spent == [24, 6, 4, 3]  # 1.5 s, and less in less time


@pytest.mark.parametrize("format", ["opus", "pcm_", "pcm_x", "flac_16000"])
def test_nothing_is_sent_whose_price_is_not_known(format: str) -> None:
    with pytest.raises(OverBudget, match="not known"):
        Budget(100).before_frame("/agents/stream/agent_5h", start(format))
    with pytest.raises(OverBudget, match="the price of /agents/listen/agent_5h is not known"):
        Budget(100).before_frame("/agents/listen/agent_5h", start("pcm_16000"))


def test_each_attempt_at_a_request_is_counted(differing: Differing, odd: Sandbox) -> None:
    def broken(response: dict[str, Any]) -> None:
        response.update(status=503, body=None)
        response["headers"] = {"retry-after": "0", "content-type": "application/json"}

    differing.responses = {("POST", "/tts/bytes"): broken}
    with Cartesia(api_key=KEY, base_url=odd.url, max_retries=5) as client:
        report = examine(client, named("tts.wav"), 40)
    assert report.spent == 34  # of 17 characters, the third attempt would have passed the cap
    assert "would cost 17 credits, and 6 of 40 are left" in report.outcomes[0].remark


CALLS = ("agents.socket", "agents.socket.talk", "agents.socket.older", "agents.socket.token", "agents.socket.not_found")


def test_calls_are_checked_at_each_date_that_has_them(plain: Sandbox, tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    with Cartesia(api_key=KEY, base_url=plain.url) as client:
        report = examine(client, named("agents.socket.older", "tts.socket.older", "stt.older"), 1000, str(journal))
    assert [outcome.result for outcome in report.outcomes] == ["passed"] * 3
    opened = [json.loads(line) for line in journal.read_text().splitlines()]
    asked: dict[str, set[str]] = {}
    for each in opened:
        if each["kind"] == "socket":
            address = urlsplit(each["url"])
            asked.setdefault(address.path.split("/")[1], set()).add(parse_qs(address.query)["cartesia_version"][0])
    dates = {"2025-04-16", "2025-11-04", "2026-03-01"}
    assert asked == {"agents": dates, "tts": dates | EARLY, "stt": dates | EARLY}
    assert report.deviations == []
    assert KEY not in journal.read_text()


def test_an_account_without_agents_skips_what_needs_one(differing: Differing, odd: Sandbox) -> None:
    def none(response: dict[str, Any]) -> None:
        response["body"]["summaries"] = []

    differing.responses = {("GET", "/agents"): none}
    report = examined(odd, named(*CALLS), 1000)
    found = {outcome.name: outcome.result for outcome in report.outcomes}
    assert found.pop("agents.socket.not_found") == "passed"
    assert set(found.values()) == {"skipped"}
    assert {outcome.remark for outcome in report.outcomes} == {"", "the account has no agent to call"}
    assert (report.spent, report.exit_code) == (0, 0)


def test_a_call_that_goes_wrong_says_how(differing: Differing, odd: Sandbox) -> None:
    def events(path: str, event: dict[str, Any]) -> list[dict[str, Any]]:
        is_call = path.startswith("/agents/")
        return [{**event, "stream_id": "other"}] if is_call and event["event"] == "ack" else [event]

    differing.events = events
    (outcome,) = examined(odd, named("agents.socket"), 1000).outcomes
    assert outcome.result == "failed"
    assert "ack should name the stream" in outcome.remark
    differing.events = lambda path, event: [{**event, "event": "custom", "metadata": {}}]
    (outcome,) = examined(odd, named("agents.socket"), 1000).outcomes
    assert "the first event should be ack, not custom" in outcome.remark


# -- cleaning up ------------------------------------------------------------------------------------------------------


class Shelf:
    """Things that checks create."""

    def __init__(self) -> None:
        self.things: set[str] = set()

    def make(self, t: Target, name: str, error: Exception | None = None) -> None:
        self.things.add(name)

        def delete() -> None:
            if error is not None:
                raise error
            self.things.discard(name)

        t.add_cleanup(name, delete)


@pytest.mark.parametrize("ending", [None, ValueError("a bug"), KeyboardInterrupt()])
def test_what_was_created_is_deleted_however_a_check_ends(plain: Sandbox, ending: BaseException | None) -> None:
    shelf = Shelf()

    def run_(t: Target) -> None:
        shelf.make(t, "voice 1")
        shelf.make(t, "voice 2")
        if ending is not None:
            raise ending

    after = lying(lambda t: None)
    report = examined(plain, [lying(run_), after], 0)
    assert shelf.things == set()
    assert report.leftovers == []
    interrupted = isinstance(ending, KeyboardInterrupt)
    assert [each.result for each in report.outcomes] == [
        "passed" if ending is None else "failed",
        "skipped" if interrupted else "passed",
    ]
    assert report.exit_code == (130 if interrupted else 0 if ending is None else 1)


def test_what_cannot_be_deleted_is_reported(plain: Sandbox) -> None:
    shelf = Shelf()

    def run_(t: Target) -> None:
        shelf.make(t, "voice 1", OverBudget("no"))
        shelf.make(t, "voice 2")

    report = examined(plain, [lying(run_)], 0)
    assert shelf.things == {"voice 1"}
    assert report.leftovers == ["voice 1: no"]
    assert "## Left over" in report.to_markdown()
    assert report.exit_code == 1


def test_an_interruption_while_cleaning_up_reports_what_is_left(plain: Sandbox) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    def run_(t: Target) -> None:
        t.add_cleanup("voice 1", lambda: None)
        t.add_cleanup("voice 2", interrupt)

    report = examined(plain, [lying(run_)], 0)
    assert report.leftovers == ["voice 1: cleaning up was interrupted", "voice 2: cleaning up was interrupted"]
    assert report.exit_code == 130


def test_what_was_created_by_a_request_whose_response_was_lost_is_deleted(differing: Differing, odd: Sandbox) -> None:
    names: list[str] = []
    dictionary = DOC["paths"]["/pronunciation-dicts/"]["get"]["responses"]["200"]["content"]["application/json"]
    item = dictionary["example"]["data"][0]

    def listing(response: dict[str, Any]) -> None:
        response["body"] = {"data": [{**item, "id": "pdict_lost", "name": name} for name in names], "has_more": False}

    def deleted(response: dict[str, Any]) -> None:
        names.clear()

    differing.responses = {
        ("GET", "/pronunciation-dicts/"): listing,
        ("DELETE", "/pronunciation-dicts/pdict_lost"): deleted,
    }

    def run_(t: Target) -> None:
        names.append(t.tag)  # created, and the response never came
        raise TimeoutError

    report = examined(odd, [Check("lost", run_, Cost(), True)], 0)
    assert names == []
    assert report.leftovers == []


# -- the command ------------------------------------------------------------------------------------------------------


def command(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(COMMAND), "contract", *arguments],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_live_uses_its_base_url_and_writes_no_key(plain: Sandbox, tmp_path: Path) -> None:
    done = command(
        "--live", "--base-url", plain.url, "--spend", "60", "--json", "--journal", "x.jsonl",
        cwd=tmp_path, CARTESIA_API_KEY=KEY, CARTESIA_BASE_URL="https://127.0.0.1:9",
    )  # fmt: skip  # pairs of option and value
    report = json.loads(done.stdout)
    assert report["url"] == plain.url
    assert report["cap"] == 60
    assert 0 < report["spent"] <= 60
    assert [each for each in report["deviations"] if each["version"] == report["version"]] == []
    assert {each["result"] for each in report["checks"]} >= {"passed", "skipped"}
    journal = (tmp_path / "x.jsonl").read_text()
    assert journal.count("\n") > 20
    for text in (done.stdout, done.stderr, journal):
        assert KEY not in text
        assert "eyJ" not in text


def test_live_takes_the_address_from_the_environment(plain: Sandbox, tmp_path: Path) -> None:
    done = command("--live", "--only", "status", cwd=tmp_path, CARTESIA_API_KEY=KEY, CARTESIA_BASE_URL=plain.url)
    assert done.returncode == 0, done.stderr
    assert f"# Conformance checks of {plain.url}" in done.stdout
    assert "1 passed, 0 failed, 0 skipped; nothing may be spent." in done.stdout


def test_without_live_it_runs_on_a_sandbox_of_its_own(tmp_path: Path) -> None:
    environment = {"CARTESIA_BASE_URL": "https://127.0.0.1:9", "CARTESIA_API_KEY": KEY}
    done = command("--only", "voices.list", "--only", "tts.raw", cwd=tmp_path, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed, 0 failed, 0 skipped; 17 credits spent" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--spend", "5"], "add --live"),
        (["--base-url", "http://127.0.0.1:9"], "add --live"),
        (["--live"], "CARTESIA_API_KEY"),
        (["--only", "nothing-like-that"], "no check has such a name"),
    ],
)
def test_a_wrong_call_is_a_clear_line(arguments: list[str], sentence: str, tmp_path: Path) -> None:
    done = command(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.fixture
def heeds_interrupts() -> Iterator[None]:
    """Have processes that a test starts heed SIGINT, though a shell that runs the tests in its background has them ignore it."""
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, former)


@pytest.mark.usefixtures("heeds_interrupts")
def test_an_interrupted_command_reports_and_cleans_up(differing: Differing, odd: Sandbox, tmp_path: Path) -> None:
    requests: list[int] = []
    process: subprocess.Popen[str]

    def interrupt(response: dict[str, Any]) -> None:
        requests.append(1)
        process.send_signal(signal.SIGINT)

    differing.responses = {("GET", "/accents"): interrupt}
    environment = {"PATH": os.environ["PATH"], "CARTESIA_API_KEY": KEY, "CARTESIA_BASE_URL": odd.url}
    with subprocess.Popen(
        [str(COMMAND), "contract", "--live"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        output, _ = process.communicate(timeout=120)
    assert process.returncode == 130
    assert requests == [1]
    assert "The run was interrupted." in output
    assert "| voices.get | passed |" in output
    assert "| datasets.list | skipped | 0 | the run was interrupted |" in output


def test_the_list_of_checks_says_what_they_do_and_cost(capsys: pytest.CaptureFixture[str]) -> None:
    from cartesia_tools.cli import main

    assert main(["contract", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(CHECKS)
    assert any("tts.wav" in line and "speaks" in line and "17 credits" in line for line in lines)
    assert chosen(["socket"]) != chosen(None)


def test_a_negative_budget_is_rejected(plain: Sandbox) -> None:
    with pytest.raises(Exception, match="must not be negative"):
        run(base_url=plain.url, api_key=KEY, spend=-1)
