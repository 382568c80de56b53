"""python -m codegen [--check]: builds generated/ from spec/, or tells how it differs."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from .build import PACKAGE, Built, build
from .emit.socket_methods import without_method
from .evidence import refreshed
from .merge import SpecError
from .report import report
from .tree import Difference, differences, swap

PAGE = "spec/README.md"


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/regenerate", description="Build generated/ from spec/.")
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail if generated/ is not what spec/ gives"
    )
    parser.add_argument(
        "--root", type=Path, default=Path(__file__).parents[2], help="folder that holds spec/ and generated/"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, "generated")
        fresh.mkdir()
        try:
            built = build(options.root / "spec", fresh)
        except SpecError as error:
            print(error, file=sys.stderr)
            return 1
        return _check(options.root, fresh, built) if options.check else _update(options.root, fresh, built)


def _check(root: Path, fresh: Path, built: Built) -> int:
    found = _differences(root, fresh, built)
    for difference in found:
        print(difference, file=sys.stderr)
    if not found:
        print("generated/ is what spec/ gives")
    return 1 if found else 0


def _update(root: Path, fresh: Path, built: Built) -> int:
    found, current = _differences(root, fresh, built), root / "generated"
    lines = report(found, current / PACKAGE, fresh / PACKAGE) if found else ["nothing changed"]
    lines[:0] = _notes(current, built)
    if any(difference.name == PAGE for difference in found):
        (root / PAGE).write_text(refreshed(root / PAGE, built.newest, built.older) or "", encoding="utf-8")
    if found:
        swap(fresh, current)
    print("\n".join(lines))
    return 0


def _notes(tree: Path, built: Built) -> list[str]:
    """Return what the public API does not show: sockets that are new and have no method, and a date that is gone."""
    try:
        old = json.loads((tree / PACKAGE / "openapi.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):  # a merge leaves its marks in generated files
        return []
    sockets = {item["x-websocket"]["name"] for item in old["paths"].values() if "x-websocket" in item}
    found = without_method(built.newest, known=sockets)
    date = old["info"]["version"]
    if date not in (built.newest.doc["info"]["version"], *built.older):
        found.append(
            f"Cartesia-Version {date} is gone; spec/versions/{date}.overlay.yaml would keep it, see CONTRIBUTING.md"
        )
    return [f"note      {line}" for line in found]


def _differences(root: Path, fresh: Path, built: Built) -> list[Difference]:
    found = differences(fresh, root / "generated")
    text = refreshed(root / PAGE, built.newest, built.older)
    if text is not None and text != (root / PAGE).read_text(encoding="utf-8"):
        found.append(Difference(PAGE, "changed", "its table of uncertain places is stale"))
    return found


if __name__ == "__main__":
    sys.exit(main())
