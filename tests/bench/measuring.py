"""Runs measurements in processes of their own, and takes medians over interleaved pairs."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import cold
from tests.bench.sides import Figures

PROJECT = Path(__file__).parents[2]
NOT_OURS = ("pip", "setuptools", "pkg_resources", "_distutils_hack", "distutils-precedence.pth", "__pycache__")
# Variables that would lead a request elsewhere, or another certificate into it.
LEFT_OUT = re.compile(r"(?i)(.*_proxy|SSL_CERT_.*|SSLKEYLOGFILE|CARTESIA_.*|PYTHON.*)")


def pinned(core: int) -> list[str]:
    """Return the command that pins a process to a core, or nothing if the machine has one core or no `taskset`."""
    return ["taskset", "-c", str(core)] if (os.cpu_count() or 1) > 1 and shutil.which("taskset") else []


@contextmanager
def server(certifi: str) -> Iterator[dict[str, str]]:
    """Run the server; yield its addresses, and the file of certificates for clients: those of certifi, and its own."""
    import trustme

    with tempfile.TemporaryDirectory() as folder:
        authority = trustme.CA()
        bundle, key = Path(folder, "bundle.pem"), Path(folder, "key.pem")
        bundle.write_bytes(Path(certifi).read_bytes() + authority.cert_pem.bytes())
        authority.issue_cert("127.0.0.1", "localhost").private_key_and_cert_chain_pem.write_to_path(str(key))
        command = [*pinned(0), sys.executable, str(PROJECT / "tests/bench/server.py"), str(key)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
            assert running.stdout
            ports = running.stdout.readline().split()
            kinds = ("ws", "http", "wss", "https")
            urls = {kind: f"{kind}://127.0.0.1:{port}" for kind, port in zip(kinds, ports, strict=True)}
            try:
                yield {**urls, "bundle": str(bundle), "key": str(key)}
            finally:
                running.communicate("")


class Sides:
    """The environments, by the name of the side; `floor` is raw httpx and websockets in ours.

    `more` is one of ours with libraries that are optional, and servers for them.
    """

    def __init__(
        self, pythons: dict[str, str], addresses: dict[str, str], scale: float = 1.0, more: str | None = None
    ) -> None:
        self.pythons = pythons
        self._more = more
        self._addresses = addresses
        self._scale = scale
        kept = {name: value for name, value in os.environ.items() if not LEFT_OUT.fullmatch(name)}
        self._environment = {**kept, "SSL_CERT_FILE": addresses["bundle"], "PYTHONHASHSEED": "0"}

    def measure(self, side: str, scene: str, size: int, instructions: bool = False) -> Figures:
        """Return figures of one run, or none where the side cannot do it."""
        if scene == "installed":
            return {} if side == "floor" else installed(self.pythons[side])
        if scene in cold.PROGRAMS:
            return self._cold(side, scene, instructions)
        elsewhere = {"sandbox": sys.executable, "aiohttp": self._more, "http2": self._more}
        python = elsewhere.get(scene) or self.pythons[side]
        if scene in elsewhere and side != "ours":
            return {}
        scale = self._scale * (0.05 if instructions else 1)
        command = [python, "-m", "tests.bench.scenes", side, scene, str(size), str(scale)]
        extra = {"BENCH_ADDRESSES": json.dumps(self._addresses)}
        if instructions:
            command, extra = [*callgrind("--instr-atstart=no"), *command], {**extra, "BENCH_CALLGRIND": "1"}
        done = self._run(command, extra)
        found: Figures = json.loads(done.stdout.splitlines()[-1]) or {}
        if instructions:
            return {"ir": collected(done.stderr) / found["count"]} if found.get("count") else {}
        return found

    def _cold(self, side: str, scene: str, instructions: bool) -> Figures:
        program = cold.PROGRAMS[scene].get("ours" if side == "before" else side)
        if program is None:
            return {}
        command = [self.pythons[side], "-c", program.format(**self._addresses)]
        if instructions:
            return {"ir": collected(self._run([*callgrind(), *command], {}).stderr)}
        before, began = children(), time.perf_counter()
        self._run(command, {})
        return {"cpu": (children() - before) * 1e6, "wall": (time.perf_counter() - began) * 1e6}

    def _run(self, command: list[str], extra: dict[str, str]) -> subprocess.CompletedProcess[str]:
        environment = {**self._environment, **extra}
        whole = [*pinned(1), *command]
        done = subprocess.run(
            whole, env=environment, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=1200
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(command[:6])}: {done.stderr.strip()[-2000:]}")
        return done

    def pairs(self, scene: str, size: int, count: int) -> list[dict[str, Figures]]:
        """Measure all sides in turn, so many times, each time in the other order."""
        found = []
        for number in range(count):
            order = list(self.pythons) if number % 2 == 0 else list(reversed(self.pythons))
            found.append({side: self.measure(side, scene, size) for side in order})
        return found


def children() -> float:
    """Return the CPU time of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def callgrind(*options: str) -> list[str]:
    return ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *options]


def collected(said: str) -> int:
    """Return the instructions that callgrind says it has counted."""
    return int(re.findall(r"Collected : (\d+)", said)[-1])


def installed(python: str) -> Figures:
    """Return MiB and number of the files in an environment, without pip and what Python compiles."""
    where = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    )
    root = Path(where.stdout.strip())
    paths = [
        path
        for path in root.rglob("*")
        if path.is_file() and not any(part.split("-")[0] in NOT_OURS for part in path.relative_to(root).parts)
    ]
    return {"size": sum(path.stat().st_size for path in paths) / 2**20, "files": len(paths)}


class Ratio:
    """Medians of both sides, and the ratio of each pair."""

    def __init__(self, pairs: list[dict[str, Figures]], figure: str, against: str, mine: str = "ours") -> None:
        self.ours = statistics.median(values) if (values := self._values(pairs, mine, figure)) else None
        self.other = statistics.median(values) if (values := self._values(pairs, against, figure)) else None
        self.ratios = [
            pair[mine][figure] / pair[against][figure]
            for pair in pairs
            if figure in pair.get(mine, {}) and pair.get(against, {}).get(figure)
        ]
        self.ratio = statistics.median(self.ratios) if self.ratios else None

    @staticmethod
    def _values(pairs: list[dict[str, Figures]], side: str, figure: str) -> list[float]:
        return [pair[side][figure] for pair in pairs if figure in pair.get(side, {})]
