"""The official MCP server, its tests run with the official library and, in a copy, with this one: `scripts/port --mcp`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from .environments import HOME


def run() -> list[dict[str, Any]]:
    """Run the tests with both libraries, and return a row for each."""
    (source,) = (path for path in (HOME / "source").glob("cartesia_mcp-*") if path.is_dir())
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name, library) for library in ("official", "ours")]
        for folder in folders:
            shutil.copytree(source, folder)
        command = [sys.executable, "-m", "cartesia_tools.cli", "port", str(folders[1]), "--write", "--from", "4"]
        subprocess.run(command, capture_output=True, check=False)  # 1: there is more to look at
        for path in (folders[1] / "tests").glob("*.py"):  # they spare themselves the waits before retries
            text = path.read_text(encoding="utf-8").replace('"cartesia._base_client.time.sleep"', '"time.sleep"')
            path.write_text(text, encoding="utf-8")
        theirs, ours = (_results(folder) for folder in folders)
    rows = []
    for test, (result, _) in theirs.items():
        mine, why = ours.get(test, ("failed", "not collected"))
        rows.append({"test": test, "official": result, "ours": mine, "why": why})
    return rows


def _results(folder: Path) -> dict[str, tuple[str, str]]:
    python = str(HOME / f"mcp-{folder.name}" / "bin" / "python")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "CARTESIA_API_KEY": "key",
        "PYTHONPATH": str(folder),
    }
    command = [
        python,
        "-m",
        "pytest",
        "-q",
        "--junitxml=out.xml",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:cartesia_sandbox",
    ]
    command += ["--continue-on-collection-errors"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if not (folder / "out.xml").exists():
        raise SystemExit(done.stdout[-4000:] + done.stderr[-4000:])
    found = {}
    for case in ET.parse(folder / "out.xml").iter("testcase"):
        bad = next((each for each in case if each.tag in ("failure", "error")), None)
        why = "" if bad is None else re.sub(r"\s+", " ", (bad.get("message") or "") + " " + (bad.text or "")[-300:])
        result = "passed" if bad is None and case.find("skipped") is None else "skipped" if bad is None else "failed"
        found[f"{case.get('classname')}.{case.get('name')}"] = (result, why)
    return found


def summary(rows: list[dict[str, Any]]) -> list[str]:
    """Say how many tests pass with each library."""
    theirs = [row for row in rows if row["official"] == "passed"]
    ours = [row for row in theirs if row["ours"] == "passed"]
    return [f"{len(theirs)} of {len(rows)} pass with the official library; of these, {len(ours)} with this one"]
