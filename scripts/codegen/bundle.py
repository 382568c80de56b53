"""python -m codegen.bundle: prints the contract that spec/ gives, as scripts/regenerate writes it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .build import load
from .merge import SpecError


def main() -> int:
    try:
        contract = load(Path(__file__).parents[2] / "spec")
    except SpecError as error:
        print(error, file=sys.stderr)
        return 1
    json.dump(contract.doc, sys.stdout, indent=1, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
