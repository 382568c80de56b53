"""Runs measurements in processes of their own, and takes medians over interleaved pairs.

A machine changes its pace from second to second, with its load and with what else runs on it. So the sides of a pair run at the
same time, and do their blocks in turn: what slows one side down slows the others down, too, and the median of the blocks leaves
out what befell one of them. Several pairs tell how figures move from process to process.
"""

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
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.bench import cold
from tests.bench.sides import Figures

PROJECT = Path(__file__).parents[2]
NOT_OURS = ("pip", "setuptools", "pkg_resources", "_distutils_hack", "distutils-precedence.pth", "__pycache__")
# Variables that would lead a request elsewhere, or another certificate into it.
LEFT_OUT = re.compile(r"(?i)(.*_proxy|SSL_CERT_.*|SSLKEYLOGFILE|CARTESIA_.*|PYTHON.*)")


LONGEST = 1200
"""Seconds after which a process is ended."""
SINGLE = 3
"""How often a pair is repeated whose processes do what is measured once, and are done soon."""
SOON = 2.0


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
        self, pythons: dict[str, str], addresses: dict[str, str], is_quick: bool = False, more: str | None = None
    ) -> None:
        self.pythons = pythons
        self._more = more
        self._addresses = addresses
        self._rounds, self._seconds = (3, 0.5) if is_quick else (5, 1.5)  # of blocks of a pair, at least
        kept = {name: value for name, value in os.environ.items() if not LEFT_OUT.fullmatch(name)}
        mine = {"SSL_CERT_FILE": addresses["bundle"], "PYTHONHASHSEED": "0", "BENCH_ADDRESSES": json.dumps(addresses)}
        self._environment = {**kept, **mine}

    def measure(self, side: str, scene: str, size: int, instructions: bool = False) -> Figures:
        """Return figures of one run, or none where the side cannot do it."""
        if scene == "installed":
            return {} if side == "floor" else installed(self.pythons[side])
        if scene in cold.PROGRAMS:
            return self._cold(side, scene, instructions)
        command = self._command(side, scene, size)
        if command is None:
            return {}
        extra = {}
        if instructions:
            command, extra = [*callgrind("--instr-atstart=no"), *command], {"BENCH_CALLGRIND": "1"}
        done = self._run(command, extra)
        found: Figures = json.loads(done.stdout.splitlines()[-1]) or {}
        if instructions:
            return {"ir": collected(done.stderr) / found["count"]} if found.get("count") else {}
        return found

    def _command(self, side: str, scene: str, size: int) -> list[str] | None:
        elsewhere = {"sandbox": sys.executable, "aiohttp": self._more, "http2": self._more}
        python = elsewhere.get(scene) or self.pythons[side]
        if scene in elsewhere and side != "ours":
            return None
        return [python, "-m", "tests.bench.scenes", side, scene, str(size)]

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
            whole, env=environment, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=LONGEST
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(command[:6])}: {done.stderr.strip()[-2000:]}")
        return done

    def pairs(self, scene: str, size: int, count: int, sides: Iterable[str] | None = None) -> list[dict[str, Figures]]:
        """Measure these sides, or all, so many times, each time in the other order.

        What has no blocks and takes little time is measured more often.
        """
        order = list(self.pythons if sides is None else sides)
        found: list[dict[str, Figures]] = []
        began = time.monotonic()
        while len(found) < count:
            has_blocks, pair = self._pair(order, scene, size)
            if not has_blocks and not found and time.monotonic() - began < SOON:
                count *= SINGLE
            found.append(pair)
            order.reverse()
        return found

    def _pair(self, order: list[str], scene: str, size: int) -> tuple[bool, dict[str, Figures]]:
        """Return whether the sides work in blocks, and the figures of each."""
        if scene == "installed" or scene in cold.PROGRAMS:
            return False, {side: self.measure(side, scene, size) for side in order}
        with ExitStack() as stack:
            running = {}
            for side in order:
                if command := self._command(side, scene, size):
                    running[side] = stack.enter_context(Turns([*pinned(1), *command], self._environment))
                    running[side].hear()
            waiting = [each for each in running.values() if each.figures is None]
            begun, rounds = time.monotonic(), 0
            while waiting and (rounds < self._rounds or time.monotonic() - begun < self._seconds):
                for each in waiting:
                    each.tell("go")
                rounds += 1
            for each in waiting:
                each.tell("stop")
            return bool(waiting), {side: running[side].figures or {} if side in running else {} for side in order}


class Turns:
    """A process that writes an empty line and waits until it is told to do a block of its work; at its end it writes figures."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.figures: Figures | None = None
        self._process = subprocess.Popen(
            command,
            env={**environment, "BENCH_TURNS": "1"},
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._timer = threading.Timer(LONGEST, self._process.kill)

    def __enter__(self) -> Turns:
        self._timer.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._timer.cancel()
        self._process.kill()
        self._process.communicate()

    def tell(self, word: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()
        self.hear()

    def hear(self) -> None:
        """Wait until it wants another turn, or has its figures."""
        assert self._process.stdout
        line = self._process.stdout.readline()
        if line.strip():
            self.figures = json.loads(line) or {}
        elif not line:
            raise SystemExit("a measurement ended early")


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
