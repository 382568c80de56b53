"""What an async client loads as its block is entered, so that the first request does not keep the event loop from other work."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import asyncio, sys
from cartesia_client import APIConnectionError, AsyncCartesia

async def main():
    async with AsyncCartesia(api_key="x", base_url="http://127.0.0.1:9", max_retries=0) as client:
        before = set(sys.modules)
        try:
            await client.get_status()
        except APIConnectionError:
            pass
        print({name.partition(".")[0] for name in set(sys.modules) - before})

asyncio.run(main())
"""


def test_the_first_request_in_a_loop_loads_nothing_but_its_own_module_and_types() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "{'cartesia_api'}"
