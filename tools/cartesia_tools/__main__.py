"""`python -m cartesia_tools`, and `python -m cartesia_client`: the command line, where there is no command `cartesia-client`."""

from __future__ import annotations

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
