"""python -m codegen [--check]: builds generated/ from spec/, or says how it differs."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from .build import PACKAGE, build, differences, swap
from .evidence import refreshed
from .merge import SpecError
from .surface import summary


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/regenerate", description="Builds generated/ from spec/.")
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail if generated/ is not what spec/ gives"
    )
    parser.add_argument(
        "--root", type=Path, default=Path(__file__).parents[2], help="folder that holds spec/ and generated/"
    )
    options = parser.parse_args()
    current = options.root / "generated"
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, "generated")
        fresh.mkdir()
        try:
            built = build(options.root / "spec", fresh)
        except SpecError as error:
            print(error, file=sys.stderr)
            return 1
        lines = differences(fresh, current)
        page = options.root / "spec" / "README.md"
        text = refreshed(page, built.newest, built.older)
        if text is not None and text != page.read_text(encoding="utf-8"):
            lines.append("spec/README.md: its table of what is uncertain is not today's")
            if not options.check:
                page.write_text(text, encoding="utf-8")
        if options.check:
            print(
                "\n".join(lines) if lines else "generated/ is what spec/ gives",
                file=sys.stderr if lines else sys.stdout,
            )
            return 1 if lines else 0
        if not lines:
            print("nothing changed")
            return 0
        print("\n".join(line.split(": ")[0] for line in lines))
        print("\n".join(summary(current / PACKAGE, fresh / PACKAGE)))
        swap(fresh, current)
    return 0


if __name__ == "__main__":
    sys.exit(main())
