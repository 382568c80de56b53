"""Run the programs of the official library with it and with this one on one sandbox over TLS, and print a table.

python -m tests.port.run [--json] [--quiet] [NAME ...], where NAME is a part of the name of a program, or a pattern.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import trustme
from cartesia_sandbox import Sandbox
from cartesia_tools.load import dates, read_dated
from cartesia_tools.port.imports import COMPAT, MODERN, import_edits, with_edits
from cartesia_tools.port.scan import find
from cartesia_tools.usage.impact import methods_of

from . import mcp, official_tests, programs
from .environments import HOME, Library, chosen
from .outcome import Outcome, difference, outcome
from .programs import CLIP, OWNED, Program

HERE = Path(__file__).parent
OURS = HOME / "suite" / "bin" / "python"
"""An environment that has what programs of the official library have with it, such as aiohttp."""
METHODS, _ = methods_of(read_dated(dates()[-1]))
LIMIT = 120
"""Seconds that a program may take."""


class Bench:
    """A sandbox over TLS, and what programs need around them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        authority = trustme.CA()
        issued = authority.issue_cert("127.0.0.1")
        self.authority, chain, key = (folder / name for name in ("authority.pem", "chain.pem", "key.pem"))
        authority.cert_pem.write_to_path(str(self.authority))
        issued.cert_chain_pems[0].write_to_path(str(chain))
        issued.private_key_pem.write_to_path(str(key))
        self.sandbox = Sandbox(api_keys=["good"], certificate=(chain, key))

    def prepare(self) -> None:
        """Make the recording that programs read."""
        self.clip = self._post("/tts/bytes", json=self.speech()).content

    @staticmethod
    def speech() -> dict[str, Any]:
        return {
            "model_id": "sonic-3.5",
            "transcript": "The quick brown fox jumps over the lazy dog.",
            "voice": {"id": programs.VOICE},
            "output_format": {"container": "wav", "encoding": "pcm_s16le", "sample_rate": 16000},
        }

    def _post(self, path: str, **body: Any) -> httpx.Response:
        headers = {"X-API-Key": "good", "Cartesia-Version": "2026-08-14"}
        response = httpx.post(self.sandbox.url + path, headers=headers, verify=str(self.authority), timeout=60, **body)
        return response.raise_for_status()

    def run(self, python: str | Path, program: Program) -> Outcome:
        """Run a program in a folder of its own, on a sandbox in its initial state."""
        self.sandbox.reset()
        files = {"clip": ("given.wav", self.clip, "audio/wav")}
        owned = self._post("/voices/clone", data={"name": "Mine", "language": "en"}, files=files).json()["id"]
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        (folder / CLIP).write_bytes(self.clip)
        (folder / "program.py").write_text(program.source.replace(OWNED, owned), encoding="utf-8")
        arguments = [each.replace(OWNED, owned) for each in program.arguments]
        try:
            return outcome(self._ran(python, folder, arguments), folder, {CLIP, "program.py"})
        finally:
            shutil.rmtree(folder)

    def _ran(self, python: str | Path, folder: Path, arguments: list[str]) -> dict[str, Any]:
        environment = {
            **os.environ,
            "CARTESIA_API_KEY": "good",
            # Version 1 wants no scheme, and asks with `requests` in places.
            "CARTESIA_BASE_URL": self.sandbox.url.removeprefix("https://" if "interop-1" in str(python) else ""),
            "SSL_CERT_FILE": str(self.authority),
            "REQUESTS_CA_BUNDLE": str(self.authority),
            "PYTHONPATH": str(HERE / "stand_ins"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        command = [str(python), str(HERE / "runner.py"), "program.py", *arguments]
        try:
            done = subprocess.run(
                command, cwd=folder, env=environment, capture_output=True, text=True, timeout=LIMIT, check=False
            )
        except subprocess.TimeoutExpired:
            return {"printed": "", "failure": f"TimeoutExpired: after {LIMIT} s", "seconds": LIMIT}
        try:
            ran: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        except (ValueError, IndexError):
            ran = {"printed": done.stdout, "failure": f"Crashed: {done.stderr[-500:]}", "seconds": 0}
        return ran


@contextmanager
def bench() -> Iterator[Bench]:
    """Start the sandbox."""
    with tempfile.TemporaryDirectory() as folder:
        made = Bench(Path(folder))
        with made.sandbox:
            made.prepare()
            yield made


def package_for(library: Library, program: Program) -> str:
    """Return what a program imports: what `cartesia-client port` finds that it needs."""
    if library.package == COMPAT:
        return COMPAT
    found = find(Path(program.name), program.source, METHODS)
    return COMPAT if any(each.in_compat for each in found) else MODERN


def compare(made: Bench, library: Library, program: Program) -> dict[str, Any]:
    """Run a program with both libraries, and say what came of it."""
    row: dict[str, Any] = {"library": library.name, "program": program.name}
    theirs = made.run(library.python, program)
    row["official"] = theirs.failure or "ran"
    try:
        edits = import_edits(program.source, package_for(library, program))
    except SyntaxError as error:
        return {**row, "result": "not a program", "detail": str(error)}
    ours = made.run(OURS, program._replace(source=with_edits(program.source, edits)))
    found = difference(theirs, ours, in_order="concurrent" not in program.name)
    row |= {"changed_lines": len(edits), "seconds": {"official": theirs.seconds, "ours": ours.seconds}}
    if theirs.failure:
        return {**row, "result": "not with theirs", "detail": f"{theirs.failure} / ours: {ours.failure or 'ran'}"}
    if found is None:
        return {**row, "result": "right", "detail": ""}
    return {**row, "result": "does not run" if ours.failure else "differs", "detail": found}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--mcp", action="store_true", help="run the tests of the official MCP server")
    parser.add_argument("--suite", action="store_true", help="run the official tests of all operations")
    options = parser.parse_intermixed_args()
    if options.suite or options.mcp:
        return _tests(options, official_tests if options.suite else mcp)
    rows = []
    with bench() as made:
        for library, program in chosen(options.names):
            row = compare(made, library, program)
            rows.append(row)
            if not options.json:
                detail = row["detail"].replace("\n", " ").replace("|", "/")[:300]
                print(f"| {row['library']} | {row['program']} | {row['result']} | {detail} |", flush=True)
    if options.json:
        print(json.dumps(rows, indent=1))
    else:
        print(*summary(rows), sep="\n")
    return 0


def _tests(options: argparse.Namespace, module: Any) -> int:
    rows = module.run()
    if options.json:
        print(json.dumps(rows, indent=1))
        return 0
    for row in rows:
        if "failed" in row.values() and row.get("official") != "failed":
            print(f"| {row['test']} | {row['why'][:300]} |")
    print(*module.summary(rows), sep="\n")
    return 0


def summary(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Say for each library how many of the programs that run with it are right."""
    for name in dict.fromkeys(row["library"] for row in rows):
        counted = Counter(row["result"] for row in rows if row["library"] == name)
        ran = sum(counted[result] for result in ("right", "differs", "does not run"))
        yield f"{name}: {counted['right']} of {ran} right; {dict(counted)}"


if __name__ == "__main__":
    sys.exit(main())
