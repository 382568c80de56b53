"""The official library's own tests of all operations, run with this one: `scripts/port --suite`.

They are copied out of its source distribution, their imports changed, and what they import from private modules is replaced by
stand-ins. Three things of theirs are left out: the mark that skips them all, a header that their generator sends, and the words
of one error.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from typing import Any

from cartesia_tools.port.imports import import_edits, with_edits

from .environments import HOME, LIBRARIES
from .examples import serving

HERE = Path(__file__).parent
PRIVATE = r"from (?:cartesia\._\w+|cartesia\.pagination|tests\.utils) import"
LEFT_OUT = [
    r'^ *@pytest\.mark\.skip\(reason="Mock server tests are disabled"\)\n',
    r'^ *assert .*headers\.get\("X-Stainless-Lang"\) == "python"\n',
    r", match=r\"Expected a non-empty value for `\w+` but received ''\"",
]
KINDS = {"method": "plain", "raw_response": "raw", "streaming_response": "streaming", "path_params": "empty ids"}


def changed(source: str) -> str:
    """Return a test module of the official library as it is run here."""
    source = re.sub(PRIVATE, "from official import", source)
    for pattern in LEFT_OUT:
        source = re.sub(pattern, "", source, flags=re.MULTILINE)
    return with_edits(source, import_edits(source))


def run() -> list[dict[str, Any]]:
    """Run the tests, and return a row for each."""
    with tempfile.TemporaryDirectory() as name, serving() as url:
        folder = Path(name)
        tests = LIBRARIES[0].source / "tests" / "api_resources"
        shutil.copytree(tests, folder / "api_resources")
        for path in (folder / "api_resources").rglob("*.py"):
            path.write_text(changed(path.read_text(encoding="utf-8")), encoding="utf-8")
        shutil.copy(HERE / "suite" / "official.py", folder)
        shutil.copy(HERE / "suite" / "fixtures.py", folder / "conftest.py")
        (folder / "pytest.ini").write_text("[pytest]\nasyncio_mode = auto\nmarkers =\n    respx: answers\n")
        environment = {**os.environ, "TEST_API_BASE_URL": url, "PYTHONPATH": name, "PYTHONDONTWRITEBYTECODE": "1"}
        command = [str(HOME / "suite" / "bin" / "python"), "-m", "pytest", "-q", "--tb=short", "--junitxml=out.xml"]
        command += ["-p", "no:cartesia_sandbox", "--import-mode=importlib", "api_resources"]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        if not (folder / "out.xml").exists():
            raise SystemExit(done.stdout[-4000:] + done.stderr[-4000:])
        return [_row(case) for case in ET.parse(folder / "out.xml").iter("testcase")]


def _row(case: ET.Element) -> dict[str, Any]:
    name = f"{case.get('classname', '').rpartition('api_resources.')[2]}.{case.get('name')}"
    kind = next((said for word, said in KINDS.items() if f"test_{word}" in name), "other")
    bad = case.find("failure") if case.find("failure") is not None else case.find("error")
    why = "" if bad is None else (bad.get("message") or "").split("\n")[0][:300]
    if case.find("skipped") is not None:
        return {"test": name, "kind": kind, "result": "skipped", "why": ""}
    if "expected audio/" in why and "got application/json" in why:
        return {"test": name, "kind": kind, "result": "JSON as audio", "why": why}
    if "assert Audio(" in why and why.endswith("is None"):
        return {"test": name, "kind": kind, "result": "audio where theirs is None", "why": why}
    return {"test": name, "kind": kind, "result": "passed" if bad is None else "failed", "why": why}


def summary(rows: list[dict[str, Any]]) -> list[str]:
    """Say for each kind how many passed of how many."""
    lines = []
    for kind in dict.fromkeys(row["kind"] for row in rows):
        counted = Counter(row["result"] for row in rows if row["kind"] == kind)
        ran = sum(counted.values()) - counted["skipped"]
        more = ", ".join(
            f"{count} {result}" for result, count in counted.items() if result not in ("passed", "skipped")
        )
        lines.append(f"{kind}: {counted['passed']} of {ran} pass" + (f"; {more}" if more else ""))
    return lines
