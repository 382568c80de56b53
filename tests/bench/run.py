"""Run the scenes with both libraries in turn on one server, and print medians and the ratios of the pairs.

python -m tests.bench.run OFFICIAL_PYTHON [--pairs N] [SCENE ...], where OFFICIAL_PYTHON is the interpreter of the environment
that holds the official library. Ratios are what counts; seconds move with the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
# Scene, figure, and what we want the ratio of ours to the official one to be at most.
ROWS = [
    ("socket 4 KB", "cpu", 0.33),
    ("socket 32 KB", "cpu", 0.40),
    ("100 contexts 4 KB", "cpu", 0.33),
    ("100 contexts paced", "p99", 0.6),
    ("100 contexts paced", "p50", None),
    ("100 contexts paced", "cpu", None),
    ("SSE 4 KB", "cpu", 0.6),
    ("sync socket 4 KB", "cpu", None),
    ("sync 100 contexts 4 KB", "cpu", None),
]


def pinned(core: int) -> list[str]:
    """Return the command that pins a process to a core, or nothing if the machine has one core or no `taskset`."""
    both = (os.cpu_count() or 1) > 1 and subprocess.run(["which", "taskset"], capture_output=True, check=False)
    return ["taskset", "-c", str(core)] if both and both.returncode == 0 else []


def measure(python: str, library: str, scene: str, addresses: tuple[str, str]) -> dict[str, float]:
    command = [*pinned(1), python, str(HERE / "client.py"), library, scene, *addresses]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        raise SystemExit(f"{library}, {scene}: {done.stderr.strip()}")
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("official")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("scenes", nargs="*", default=list(dict.fromkeys(scene for scene, _, _ in ROWS)))
    options = parser.parse_intermixed_args()
    command = [*pinned(0), sys.executable, str(HERE / "server.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        socket, http = (f"http://127.0.0.1:{port}" for port in server.stdout.readline().split())
        print(
            "| scene | figure | ours | official | ratio (min-max of pairs) | wanted |\n|---|---|---|---|---|---|",
            flush=True,
        )
        for scene in options.scenes:
            pairs = [
                (
                    measure(sys.executable, "ours", scene, (socket, http)),
                    measure(options.official, "official", scene, (socket, http)),
                )
                for _ in range(options.pairs)
            ]
            for name, figure, wanted in ROWS:
                if name == scene:
                    ratios = [ours[figure] / theirs[figure] for ours, theirs in pairs]
                    unit = "ms" if figure.startswith("p") else "us a chunk"
                    mine, other = (statistics.median(pair[side][figure] for pair in pairs) for side in (0, 1))
                    span = f"{statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"
                    limit = "" if wanted is None else f"{wanted:.2f}"
                    print(f"| {name} | {figure}, {unit} | {mine:.1f} | {other:.1f} | {span} | {limit} |", flush=True)
        server.communicate("")


if __name__ == "__main__":
    main()
