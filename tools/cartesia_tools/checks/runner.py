"""`cartesia-client contract`: run the checks against a service, and report where it differs from the spec."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from cartesia_client.client import Cartesia
from cartesia_client.errors import CartesiaError, ConfigurationError

from ..conformance.check import check
from ..conformance.description import asked_version
from ..conformance.drift import Descriptions
from ..traffic.entries import from_records
from ..traffic.record import lines, record
from ..traffic.redact import Redactor
from .budget import Budget, OverBudget
from .report import Outcome, Report
from .suite import CHECKS, Check, chosen
from .target import CheckFailed, NotPossible, Target

SANDBOX_KEY = "sk_car_contract_checks_on_a_sandbox"
UNLIMITED = 1_000_000
"""Credits that may be spent where they cost nothing."""


def listing() -> Iterator[str]:
    """Return one line per check: its name, whether it reads, writes or speaks, its cost and its purpose."""
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
    """Run the checks, print the report, and return the exit code of `Report.exit_code`.

    Args:
        base_url: Address of the service. Default: CARTESIA_BASE_URL, or the real service.
        api_key: The key. Default: CARTESIA_API_KEY.
        spend: Credits that may be spent; None runs only checks that neither write nor cost anything.
        only: Words; run only checks whose names contain one of them.
        journal: File to append all traffic to, without credentials.
        as_json: Whether to print the report as JSON instead of Markdown.

    Raises:
        ConfigurationError: No check is chosen, `spend` is negative, or the key is missing.
    """
    checks = chosen(only)
    if not checks:
        raise ConfigurationError("no check has such a name: see cartesia-client contract --list")
    if spend is not None and spend < 0:
        raise ConfigurationError("--spend must not be negative")
    with Cartesia(api_key=api_key, base_url=base_url) as client:
        redactor = Redactor()
        redactor.learn((api_key or os.environ.get("CARTESIA_API_KEY", "")).strip())
        report = examine(client, checks, spend, journal)
    text = json.dumps(report.to_dict(), indent=2, ensure_ascii=False) if as_json else report.to_markdown()
    print(redactor.text(text))
    return report.exit_code


class _Traffic:
    """The records of a run, and the check that each belongs to."""

    def __init__(self, journal: Callable[[dict[str, Any]], None] | None) -> None:
        self.records: list[dict[str, Any]] = []
        self.checks: list[str] = []
        self.current = ""
        """Name of the check that is running."""
        self._journal = journal

    def add(self, entry: dict[str, Any]) -> None:
        """Add a record of the current check, and write it to the journal, if there is one."""
        self.records.append(entry)
        self.checks.append(self.current)
        if self._journal is not None:
            self._journal(entry)


def examine(client: Cartesia, checks: Iterable[Check], spend: int | None, journal: str | None = None) -> Report:
    """Run checks with a client, clean up, and validate the traffic against the spec.

    Args:
        client: The client; its key decides whose account is used.
        checks: The checks to run, in this order.
        spend: Credits that may be spent; None runs only checks that neither write nor cost anything.
        journal: File to append all traffic to, without credentials.
    """
    report, budget = Report(client.base_url, client.version, spend), Budget(spend)
    with ExitStack() as stack:
        write = lines(stack.enter_context(Path(journal).open("a", encoding="utf-8"))) if journal else None
        traffic = _Traffic(write)
        target = Target(client, budget, traffic.add)
        stack.enter_context(record(client, traffic.add, send_hook=budget))
        has_written = False
        for each in checks:
            traffic.current = each.name
            reason = "the run was interrupted" if report.interrupted else _reason_to_skip(each, budget)
            if reason:
                report.outcomes.append(Outcome(each.name, "skipped", reason))
                continue
            has_written = has_written or each.writes
            report.outcomes.append(_perform(each, target, report))
        # A response that was lost took the id of what was created with it: only a search by name finds that.
        if has_written:
            traffic.current = "cleaning up"
            _sweep(target, report)
    report.spent, report.leftovers = budget.spent, target.leftovers
    validate(report, traffic.records, traffic.checks)
    return report


def _reason_to_skip(each: Check, budget: Budget) -> str:
    """Return why a check is not run within the budget; empty if it is run."""
    cost = each.cost.credits
    if budget.cap is None and not each.is_read_only:
        return f"it {'writes' if each.writes else 'speaks'}, and costs up to {cost} credits: only with --spend"
    return f"it may cost {cost} credits, and {budget.left()} are left" if cost > budget.left() else ""


def _perform(each: Check, target: Target, report: Report) -> Outcome:
    """Run one check and delete what it created, however it ends."""
    outcome = Outcome(each.name, "passed")
    before = target.budget.spent
    try:
        print(f"{each.name} ...", file=sys.stderr, flush=True)
        target.budget.begin_check()
        try:
            each.run(target)
        except OverBudget as error:
            outcome.result, outcome.remark = "skipped", f"stopped: {error}"
        except NotPossible as error:
            outcome.result, outcome.remark = "skipped", str(error)
        except (CheckFailed, CartesiaError) as error:
            outcome.result, outcome.remark = "failed", str(error)
        except Exception as error:  # one check that fails on an unexpected response must not end the others
            outcome.result, outcome.remark = "failed", f"{type(error).__name__}: {error}"
        finally:
            target.clean_up()
    except KeyboardInterrupt:
        report.interrupted = True
        outcome.result, outcome.remark = "failed", "interrupted"
    outcome.spent = target.budget.spent - before
    return outcome


def _sweep(target: Target, report: Report) -> None:
    """Delete what was created by requests whose responses were lost, and report what could not be checked."""
    unknown = f"unknown whether anything named {target.tag!r} is left over"
    try:
        target.sweep()
    except (CartesiaError, OverBudget) as error:
        target.leftovers.append(f"{unknown}: {error}")
    except KeyboardInterrupt:
        report.interrupted = True
        target.leftovers.append(f"{unknown}: the search was interrupted")


def validate(report: Report, records: Sequence[dict[str, Any]], checks: Sequence[str]) -> None:
    """Add to a report where the responses in recorded traffic differ from the spec.

    Deviations of requests are left out: the client is generated from the spec, and checks send wrong requests on purpose.

    Args:
        report: The report; its URL is the address of the service, which may have a path of its own.
        records: The records of all traffic.
        checks: The check that each record belongs to.
    """
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
        report.seen_in |= {each.entry: checks[each.entry - 1] for each in found}
    if unknown:
        report.notes.append(f"there is no spec of {', '.join(sorted(unknown))}; its responses were not validated")
