"""Runs the programs of the README that an installed package carries; for scripts/release, in an environment with nothing else."""

from __future__ import annotations

import os
import re
import sys
from importlib.metadata import distribution

import cartesia_client
from cartesia_sandbox import Sandbox

BLOCK = re.compile(r"^```python\n(.*?)^```$", flags=re.DOTALL | re.MULTILINE)
NEEDS_MORE = re.compile(r"def test_|fastapi|\.play\(")
"""Programs that need other packages, or a loudspeaker: tests/test_readme.py runs them."""


def main() -> int:
    """Run the programs, and return the exit code."""
    readme = (distribution("cartesia-client").read_text("METADATA") or "").partition("\n\n")[2]
    programs = [code for code in BLOCK.findall(readme) if not NEEDS_MORE.search(code)]
    if not programs:
        sys.exit("the README in the package has no programs")
    with Sandbox() as sandbox:
        os.environ |= {"CARTESIA_API_KEY": "any", "CARTESIA_BASE_URL": sandbox.url}
        for program in programs:
            exec(compile(program, "README.md", "exec"), {"__name__": "__main__"})
    print(
        f"{len(programs)} programs of the README ran, from {os.path.dirname(cartesia_client.__file__)}", file=sys.stderr
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
