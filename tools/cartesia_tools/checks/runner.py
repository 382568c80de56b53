"""`cartesia-client contract`: the checks on a service, and a report of where it differs from the description."""

from __future__ import annotations

import bisect
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit, urlunsplit

from cartesia_client.client import Cartesia
from cartesia_client.errors import CartesiaError, ConfigurationError

from ..conformance.check import Deviation, check
from ..conformance.description import asked_version
from ..conformance.drift import Descriptions
from ..conformance.report import grouped, markdown, plain, to_paste
from ..traffic.entries import from_records
from ..traffic.record import lines, record
from ..traffic.redact import Scrubber
from .budget import Budget, OverBudget
from .suite import CHECKS, Check, chosen
from .target import CheckFailed, Target

SANDBOX_KEY = "sk_car_contract_checks_on_a_sandbox"
UNLIMITED = 1_000_000
"""Credits to spend where they cost nothing."""


@dataclass
class Outcome:
    """How a check went."""

    name: str
    result: Literal["passed", "failed", "skipped"]
    remark: str = ""
    spent: int = 0


@dataclass
class Report:
    """What came out of a run."""

    url: str
    version: str
    cap: int | None
    spent: int = 0
    outcomes: list[Outcome] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    deviations: list[Deviation] = field(default_factory=list)
    seen_in: dict[int, str] = field(default_factory=dict)
    """Which check an entry belongs to."""
    notes: list[str] = field(default_factory=list)
    interrupted: bool = False

    @property
    def exit_code(self) -> int:
        """0 if all is well, 1 if not, 130 if interrupted."""
        failed = any(each.result == "failed" for each in self.outcomes)
        return 130 if self.interrupted else int(failed or bool(self.leftovers) or bool(self.deviations))

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON."""
        return {
            "url": self.url,
            "version": self.version,
            "cap": self.cap,
            "spent": self.spent,
            "interrupted": self.interrupted,
            "checks": [asdict(each) for each in self.outcomes],
            "leftovers": self.leftovers,
            "notes": self.notes,
            "deviations": [{**plain(each), "check": self.seen_in[each.entry]} for each in self.deviations],
            "paste": to_paste(grouped(self.deviations)),
        }

    def to_markdown(self) -> str:
        """The report for people."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        counts = Counter(each.result for each in self.outcomes)
        cap = "nothing may be spent" if self.cap is None else f"{self.spent} credits spent of {self.cap}"
        yield f"# Contract checks of {self.url}, Cartesia-Version {self.version}"
        yield ""
        yield f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped; {cap}."
        if self.interrupted:
            yield "The run was interrupted."
        yield from ("", "| check | result | credits | remark |", "|---|---|---|---|")
        for each in self.outcomes:
            remark = each.remark.replace("|", "\\|").replace("\n", " ")
            yield f"| {each.name} | {each.result} | {each.spent} | {remark} |"
        yield ""
        if self.leftovers:
            yield from ("## Left behind: to be deleted by hand", "", *(f"- {each}" for each in self.leftovers), "")
        yield from (f"Note: {note}.\n" for note in self.notes)
        if self.deviations:
            yield markdown(self.deviations, lambda each: f"check {self.seen_in[each.entry]}")
        else:
            yield "Nothing that came back differs from the description.\n"


def listing() -> Iterator[str]:
    """The checks, a line each."""
    for each in CHECKS:
        kind = "reads" if each.is_read_only else "writes" if each.writes else "speaks"
        yield f"{each.name:28} {kind:7} {each.cost.credits:4} credits  {each.purpose}"


def run(
    *,
    base_url: str | None,
    api_key: str | None,
    spend: int | None,
    only: Iterable[str] | None = None,
    journal: str | None = None,
    as_json: bool = False,
) -> int:
    """The command. Returns its exit code: 0 nothing failed or differs, 1 something does, 130 interrupted."""
    checks = chosen(only)
    if not checks:
        raise ConfigurationError("no check has such a name: cartesia-client contract --list")
    if spend is not None and spend < 0:
        raise ConfigurationError("--spend must not be negative")
    with Cartesia(api_key=api_key, base_url=base_url) as client:
        scrubber = Scrubber()
        scrubber.learn(client._policy.identity.credential().reveal())
        report = examine(client, checks, spend, journal)
    text = json.dumps(report.to_dict(), indent=2, ensure_ascii=False) if as_json else report.to_markdown()
    print(scrubber.text(text))
    return report.exit_code


def examine(client: Cartesia, checks: Iterable[Check], spend: int | None, journal: str | None = None) -> Report:
    """Runs checks with a client, cleans up, and lays the traffic beside the description.

    Args:
        client: The client; its key decides whose account is used.
        checks: What to run.
        spend: Credits that may be spent at most; None runs only what neither writes nor costs anything.
        journal: File to append all traffic to, without credentials.
    """
    report = Report(client.base_url, client.version, spend)
    records: list[dict[str, Any]] = []
    starts: list[tuple[int, str]] = []
    budget = Budget(spend)
    with ExitStack() as stack:
        write = lines(stack.enter_context(Path(journal).open("a", encoding="utf-8"))) if journal else None

        def sink(entry: dict[str, Any]) -> None:
            records.append(entry)
            if write is not None:
                write(entry)

        target = Target(client, budget, sink)
        stack.enter_context(record(client, sink, watcher=budget))
        wrote = False
        for each in checks:
            starts.append((len(records) + 1, each.name))
            reason = "the run was interrupted" if report.interrupted else _reason_to_skip(each, budget)
            if reason:
                report.outcomes.append(Outcome(each.name, "skipped", reason))
                continue
            wrote = wrote or each.writes
            report.outcomes.append(_perform(each, target, report))
        if wrote:  # by now an answer may have been lost, and with it the id of what was made
            starts.append((len(records) + 1, "cleaning up"))
            _sweep(target, report)
    report.spent, report.leftovers = budget.spent, target.leftovers
    _compare(report, records, starts)
    return report


def _reason_to_skip(each: Check, budget: Budget) -> str:
    cost = each.cost.credits
    if budget.cap is None and not each.is_read_only:
        return f"it {'writes' if each.writes else 'speaks'}, and costs up to {cost} credits: only with --spend"
    return f"it may cost {cost} credits, and {budget.left()} are left" if cost > budget.left() else ""


def _perform(each: Check, target: Target, report: Report) -> Outcome:
    outcome = Outcome(each.name, "passed")
    before = target.budget.spent
    try:
        print(f"{each.name} ...", file=sys.stderr, flush=True)
        target.budget.begin()
        try:
            each.run(target)
        except OverBudget as error:
            outcome.result, outcome.remark = "skipped", f"stopped: {error}"
        except (CheckFailed, CartesiaError) as error:
            outcome.result, outcome.remark = "failed", str(error)
        except Exception as error:  # one check that stumbles over an answer must not end the others
            outcome.result, outcome.remark = "failed", f"{type(error).__name__}: {error}"
        finally:
            target.clean_up()
    except KeyboardInterrupt:
        report.interrupted = True
        outcome.result, outcome.remark = "failed", "interrupted"
    outcome.spent = target.budget.spent - before
    return outcome


def _sweep(target: Target, report: Report) -> None:
    try:
        target.sweep()
    except (CartesiaError, OverBudget) as error:
        target.leftovers.append(f"whether something called {target.tag!r} is left could not be found out: {error}")
    except KeyboardInterrupt:
        report.interrupted = True
        target.leftovers.append(f"whether something called {target.tag!r} is left was not looked for")


def _compare(report: Report, records: list[dict[str, Any]], starts: list[tuple[int, str]]) -> None:
    """The service's side of the traffic beside the description; the client's is made from it."""
    descriptions = Descriptions()
    unknown = set()
    base = urlsplit(report.url).path.rstrip("/")
    for item in from_records(records):
        address = urlsplit(item.url)
        item.url = urlunsplit(address._replace(path=address.path.removeprefix(base)))
        version = asked_version(item)
        if not descriptions.has(version):
            unknown.add(str(version))
            continue
        found = [each for each in check(descriptions.of(version), item) if not each.sent]
        report.deviations += found
        for each in found:
            report.seen_in[each.entry] = starts[bisect.bisect([first for first, _ in starts], each.entry) - 1][1]
    if unknown:
        report.notes.append(f"there is no description of {', '.join(sorted(unknown))}; what came was not compared")
