"""One measurement: python -m tests.bench.scenes SIDE SCENE SIZE, with the addresses in BENCH_ADDRESSES. Prints JSON.

It runs in the environment of its side, and imports that library only.
"""

from __future__ import annotations

import json
import os
import sys
import time

from tests.bench import connection_scenes, http_scenes, socket_scenes
from tests.bench.sides import SCENES, Figures, Side, Skipped, scene

__all__ = ["connection_scenes", "http_scenes", "socket_scenes"]


@scene
def sandbox(side: Side, size: int) -> Figures:
    """Start and stop a sandbox; runs in the environment of the project."""
    from cartesia_sandbox import Sandbox

    took = []
    for _ in range(5):
        began = time.perf_counter()
        with Sandbox():
            pass
        took.append(time.perf_counter() - began)
    return {"wall": sorted(took[1:])[2] * 1e3}


def main(name: str, chosen: str, size: str) -> None:
    side = Side(name, json.loads(os.environ["BENCH_ADDRESSES"]))
    try:
        print(json.dumps(SCENES[chosen](side, int(size))))
    except Skipped:
        print("null")


if __name__ == "__main__":
    main(*sys.argv[1:4])
