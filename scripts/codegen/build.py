"""Builds the tree of generated/ from spec/, in a folder of its own."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from .dated.package import add
from .emit.channels import emit_channels
from .emit.package import emit
from .generator import generate, run
from .gone import with_gone
from .lint import lint
from .merge import Contract, SpecError, merge
from .naming import with_class_names
from .tree import manifest
from .versions import versions

PACKAGE = "cartesia_api"
RUFF_RULES = "F401,I,UP"


class Built(NamedTuple):
    """The contracts of a tree: the newest, and the older ones by their dates, newest first."""

    newest: Contract
    older: dict[str, Contract]


def load(spec: Path) -> Contract:
    """Return the merged contract. Raise SpecError if it has lint."""
    contract = merge(spec)
    faults = lint(contract)
    if faults:
        raise SpecError("\n".join(faults))
    return contract


def build(spec: Path, target: Path) -> Built:
    """Write the tree into the empty folder `target`, and return the contracts that it is made from."""
    contract = load(spec)
    dated = versions(spec, contract)
    noted, *noted_older = with_gone([contract, *dated.values()])
    package = target / PACKAGE
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as workers:
        trees = {date: Path(folder, date, PACKAGE) for date in dated}
        made = zip(noted_older, trees.values(), strict=True)
        waiting = [workers.submit(_tree, older, tree, newest=noted) for older, tree in made]
        _tree(noted, package, older=list(dated))
        for each in waiting:
            each.result()
        add(package, trees)
    _write_contract(package / "openapi.json", contract)
    for date, older in dated.items():
        _write_contract(package / "versions" / f"{date}.json", older)
    (package / "py.typed").touch()
    emit_channels(target, contract)
    _format(target)
    (target / "MANIFEST").write_text(manifest(target), encoding="utf-8")
    return Built(contract, dated)


def _write_contract(path: Path, contract: Contract) -> None:
    # One key a line, so that a change of spec/ can be read in the diff. The wheel compresses it.
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(contract.doc, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _tree(contract: Contract, package: Path, *, newest: Contract | None = None, older: Sequence[str] = ()) -> None:
    """Generate the complete package of one version."""
    package.parent.mkdir(parents=True, exist_ok=True)
    contract, newest = with_class_names(contract), newest and with_class_names(newest)
    generate(contract, package)
    emit(package, contract, newest=newest, older=older)
    _format(package)


def _format(target: Path) -> None:
    """Format with the pinned ruff, which ignores any configuration in the folders above."""
    ruff = [sys.executable, "-m", "ruff"]
    options = ["--isolated", "--no-cache", "--quiet", "--target-version", "py311", "--line-length", "100"]
    for command in (["check", *options, "--select", RUFF_RULES, "--fix-only"], ["format", *options]):
        if fault := run([*ruff, *command, str(target)]):
            raise SpecError(f"spec/: ruff {command[0]} cannot read what was written: {fault}")
