"""The sides of a measurement, each in an environment of its own: ours, the official library, and what both stand on.

A scene takes a side, and uses its library as the documentation of that library says.
"""

from __future__ import annotations

import gc
import importlib
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

FORMAT = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 24000}
FIELDS: dict[str, Any] = {"model_id": "sonic-3.5", "voice": "f786b574-daa5-4673-aa0c-cbe3e8534c02"}
KEY = "sk_car_benchmarks"
Figures = dict[str, float]
Scene = Callable[["Side", int], Figures]
SCENES: dict[str, Scene] = {}


def scene(function: Scene) -> Scene:
    """Register a scene under the name of its function, with spaces."""
    SCENES[function.__name__.replace("_", " ")] = function
    return function


class Skipped(Exception):
    """This side cannot do that."""


class Side:
    """A library, and where the server is."""

    def __init__(self, name: str, addresses: dict[str, str]) -> None:
        self.name = name
        self.addresses = addresses
        self.official, self.floor = name == "official", name == "floor"

    def client(self, kind: str = "http", sync: bool = True, **options: Any) -> Any:
        """Return a client; kind is http, https, ws or wss."""
        if self.floor:
            httpx = importlib.import_module("httpx")
            client = httpx.Client if sync else httpx.AsyncClient
            return client(base_url=self.addresses[kind], headers={"X-API-Key": KEY}, timeout=60)
        module = importlib.import_module("cartesia" if self.official else "cartesia_client")
        base = self.addresses[kind]
        if self.official and kind.startswith("ws"):
            options |= {"websocket_base_url": base, "base_url": self.addresses["http"]}
        else:
            options["base_url"] = base.replace("ws", "http", 1) if kind.startswith("ws") else base
        return (module.Cartesia if sync else module.AsyncCartesia)(api_key=KEY, **options)

    def libraries_only(self) -> None:
        """Leave, if this side is no client of the API."""
        if self.floor:
            raise Skipped

    def ours_only(self) -> None:
        """Leave, if this side is not the client of this project."""
        if self.floor or self.official:
            raise Skipped


def callgrind(word: str) -> None:
    if "BENCH_CALLGRIND" in os.environ:
        command = ["callgrind_control", "-i", word, str(os.getpid())]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def turns() -> Iterator[None]:
    """Yield once for each block: whenever the process that compares sides says "go", or once without one."""
    is_told = "BENCH_TURNS" in os.environ
    while True:
        if is_told:
            print(flush=True)
            if sys.stdin.readline() != "go\n":
                return
        gc.collect()
        yield
        if not is_told:
            return


class Meter:
    """What its blocks cost: CPU time of the whole process, time, and instructions where callgrind runs it."""

    def __init__(self) -> None:
        self.cpu = self.wall = 0.0

    def __enter__(self) -> Meter:
        callgrind("on")
        self._cpu, self._wall = time.process_time(), time.perf_counter()
        return self

    def __exit__(self, *error: object) -> None:
        self.cpu += time.process_time() - self._cpu
        self.wall += time.perf_counter() - self._wall
        callgrind("off")

    def each(self, count: int) -> Figures:
        """Return the microseconds of one of so many."""
        return {"cpu": self.cpu / count * 1e6, "wall": self.wall / count * 1e6, "count": count}


class Blocks:
    """Measures a loop over it: each time round is a block, in which the work is done so many times.

    The same for all sides; and so many that a block takes some tens of milliseconds at least, as the caches of the processor hold
    what another side has left when it begins.
    """

    def __init__(self, each: int) -> None:
        self.each = each
        self._found: list[Figures] = []

    def __iter__(self) -> Iterator[int]:
        for _ in turns():
            with Meter() as meter:
                yield self.each
            self.add(meter.each(self.each))

    def add(self, found: Figures) -> None:
        self._found.append(found)

    def figures(self) -> Figures:
        """Return the medians: a block in which the machine was busy elsewhere counts no more than any other."""
        return {name: statistics.median(one[name] for one in self._found) for name in self._found[0]}


class Growth:
    """By how many MiB the peak of memory grows in a block."""

    def __enter__(self) -> Growth:
        gc.collect()
        self._before = self._peak(again=True)
        return self

    def __exit__(self, *error: object) -> None:
        self.mib = (self._peak() - self._before) / 1024

    @staticmethod
    def _peak(again: bool = False) -> int:
        """Return the peak in KiB; `again` begins a new one where the system can."""
        if not os.path.exists("/proc/self/clear_refs"):
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        if again:
            Path("/proc/self/clear_refs").write_text("5")
        lines = Path("/proc/self/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1])
