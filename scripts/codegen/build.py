"""Builds generated/ from spec/ in a temporary folder; then swaps it into place, or compares."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from .dated.package import add
from .emit.channels import emit_channels
from .emit.names import TEMPLATES
from .emit.package import emit
from .lint import lint
from .merge import Contract, SpecError, merge
from .versions import versions
from .view import view

PACKAGE = "cartesia_api"
GENERATOR_TEMPLATES = ("models_init.py.jinja", "package_init.py.jinja")
RUFF_RULES = "F401,I,UP"


class Built(NamedTuple):
    """The contracts of a tree: the newest, and the older ones by their dates, newest first."""

    newest: Contract
    older: dict[str, Contract]


class Difference(NamedTuple):
    """A file of the tree that is not what the spec gives."""

    name: str
    change: str
    """What regenerating does to it: added, removed, or changed."""
    fault: str
    """What is wrong with it as it stands."""

    def __str__(self) -> str:
        return f"{self.name}: {self.fault}"


def load(spec: Path) -> Contract:
    """The merged contract, free of lint."""
    contract = merge(spec)
    faults = lint(contract)
    if faults:
        raise SpecError("\n".join(faults))
    return contract


def build(spec: Path, target: Path) -> Built:
    """Writes the whole tree of generated/ into the empty folder `target`, and gives the contracts it comes from."""
    contract = load(spec)
    dated = versions(spec, contract)
    package = target / PACKAGE
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as workers:
        trees = {date: Path(folder, date, PACKAGE) for date in dated}
        waiting = [workers.submit(_tree, older, trees[date], newest=contract) for date, older in dated.items()]
        _tree(contract, package, older=list(dated))
        for each in waiting:
            each.result()
        add(package, trees)
    _write_contract(package / "openapi.json", contract)
    for date, older in dated.items():
        _write_contract(package / "versions" / f"{date}.json", older)
    (package / "py.typed").touch()
    emit_channels(target, contract)
    _format(target)
    (target / "MANIFEST").write_text(_manifest(target), encoding="utf-8")
    return Built(contract, dated)


def _write_contract(path: Path, contract: Contract) -> None:
    # One key a line, so that a change of spec/ can be read in the diff. The wheel compresses it.
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(contract.doc, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _tree(contract: Contract, package: Path, *, newest: Contract | None = None, older: Sequence[str] = ()) -> None:
    """Generates the package of one version."""
    package.parent.mkdir(parents=True, exist_ok=True)
    _generate(contract, package)
    emit(package, contract, newest=newest, older=older)
    _format(package)


def _generate(contract: Contract, package: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        document, templates = Path(folder, "view.json"), Path(folder, "templates")
        document.write_text(json.dumps(view(contract)), encoding="utf-8")
        templates.mkdir()
        for name in GENERATOR_TEMPLATES:
            shutil.copy(TEMPLATES / name, templates / name)
        command = [sys.executable, "-m", "openapi_python_client", "generate"]
        command += ["--path", str(document), "--output-path", str(package), "--meta", "none", "--fail-on-warning"]
        command += ["--config", str(Path(__file__).with_name("config.yaml")), "--custom-template-path", str(templates)]
        _run(command, "openapi-python-client")


def _format(target: Path) -> None:
    """The pinned ruff, cut off from any configuration on the way up to the root of the disk."""
    ruff = [sys.executable, "-m", "ruff"]
    options = ["--isolated", "--no-cache", "--quiet", "--target-version", "py311", "--line-length", "100"]
    _run([*ruff, "check", *options, "--select", RUFF_RULES, "--fix-only", str(target)], "ruff check")
    _run([*ruff, "format", *options, str(target)], "ruff format")


def _run(command: list[str], what: str) -> None:
    # The same bytes whatever the hash seed of the caller.
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SpecError(f"{what} failed ({done.returncode}):\n{done.stdout.strip()}\n{done.stderr.strip()}")


def _files(folder: Path) -> dict[str, Path]:
    return {
        str(path.relative_to(folder).as_posix()): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def _manifest(target: Path) -> str:
    versions = [f"{name} {importlib.metadata.version(name)}" for name in ("openapi-python-client", "ruff")]
    lines = [f"# {', '.join(versions)}"]
    lines += [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}" for name, path in _files(target).items()]
    return "\n".join((*lines, ""))


def differences(fresh: Path, current: Path) -> list[Difference]:
    """Return what makes `current` other than `fresh`, file by file."""
    new, old = _files(fresh), _files(current)
    found = []
    for name in sorted(new.keys() | old.keys()):
        place = f"{current.name}/{name}"
        if name not in new:
            found.append(Difference(place, "removed", "orphan; nothing in spec/ makes this file"))
        elif name not in old:
            found.append(Difference(place, "added", "missing"))
        elif new[name].read_bytes() != old[name].read_bytes():
            found.append(Difference(place, "changed", "not what spec/ gives (edited by hand, or stale)"))
    return found


def swap(fresh: Path, current: Path) -> None:
    """Puts `fresh` in the place of `current`; on a failure the old tree stays."""
    staged, old = current.with_name(current.name + ".new"), current.with_name(current.name + ".old")
    for path in (staged, old):
        shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(fresh, staged)
    if current.exists():
        current.rename(old)
    staged.rename(current)
    shutil.rmtree(old, ignore_errors=True)
