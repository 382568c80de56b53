"""What a run of the checks found: one outcome per check, deviations from the spec, and what could not be deleted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from ..conformance.finding import Deviation
from ..conformance.report import as_json, group_deviations, markdown, to_paste


@dataclass
class Outcome:
    """The outcome of one check."""

    name: str
    result: Literal["passed", "failed", "skipped"]
    remark: str = ""
    """Why it failed or was skipped."""
    spent: int = 0
    """Credits."""


@dataclass
class Report:
    """The result of a run."""

    url: str
    version: str
    cap: int | None
    """Credits that could be spent; None for a read-only run."""
    spent: int = 0
    outcomes: list[Outcome] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    """What was created and could not be deleted."""
    deviations: list[Deviation] = field(default_factory=list)
    seen_in: dict[int, str] = field(default_factory=dict)
    """The check that an entry of the traffic belongs to, by the entry's number."""
    notes: list[str] = field(default_factory=list)
    interrupted: bool = False

    @property
    def exit_code(self) -> int:
        """Return 0 if all checks passed and nothing differs or is left over, 1 otherwise, 130 if the run was interrupted."""
        failed = any(each.result == "failed" for each in self.outcomes)
        return 130 if self.interrupted else int(failed or bool(self.leftovers) or bool(self.deviations))

    def to_dict(self) -> dict[str, Any]:
        """Return the report as JSON."""
        return {
            "url": self.url,
            "version": self.version,
            "cap": self.cap,
            "spent": self.spent,
            "interrupted": self.interrupted,
            "checks": [asdict(each) for each in self.outcomes],
            "leftovers": self.leftovers,
            "notes": self.notes,
            "deviations": [{**as_json(each), "check": self.seen_in[each.entry]} for each in self.deviations],
            "paste": to_paste(group_deviations(self.deviations)),
        }

    def to_markdown(self) -> str:
        """Return the report as Markdown."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        counts = Counter(each.result for each in self.outcomes)
        cap = "nothing may be spent" if self.cap is None else f"{self.spent} credits spent of {self.cap}"
        yield f"# Conformance checks of {self.url}, Cartesia-Version {self.version}"
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
            yield from ("## Left over: delete by hand", "", *(f"- {each}" for each in self.leftovers), "")
        yield from (f"Note: {note}.\n" for note in self.notes)
        if self.deviations:
            yield markdown(self.deviations, lambda each: f"check {self.seen_in[each.entry]}")
        else:
            yield "No response differs from the spec.\n"
