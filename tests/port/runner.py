"""Run one program in this interpreter, and print as JSON how it went. Stands on Python's own library.

python runner.py PROGRAM [ARGUMENT ...], in a folder of its own. Code outside of functions may await, as in a notebook.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import importlib.util
import io
import json
import os
import sys
import time
import traceback
import warnings
from pathlib import Path
from typing import Any

warnings.simplefilter("ignore")


def run(path: str, arguments: list[str]) -> dict[str, Any]:
    """Run the program as `__main__`, and return what it printed, how it ended, and its seconds."""
    sys.argv = [path, *arguments]
    printed, failure, started = io.StringIO(), None, time.monotonic()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            _execute(Path(path).read_text(encoding="utf-8"), path)
        except SystemExit as end:
            failure = f"SystemExit: {end.code}" if end.code else None
        except BaseException as error:
            place = traceback.extract_tb(error.__traceback__)
            lines = [frame.lineno for frame in place if frame.filename == path]
            failure = f"{type(error).__name__} in line {lines[-1] if lines else 0}: {error}"
    return {"printed": printed.getvalue(), "failure": failure, "seconds": round(time.monotonic() - started, 2)}


def _execute(source: str, path: str) -> None:
    if importlib.util.find_spec("cartesia") and importlib.util.find_spec("cartesia.environment"):
        # Version 2 has its address in an enum, and reads no environment variable.
        environment: Any = importlib.import_module("cartesia.environment")
        environment.CartesiaEnvironment.PRODUCTION._value_ = os.environ["CARTESIA_BASE_URL"]
    code = compile(source, path, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    space = {"__name__": "__main__", "__file__": path}
    main = type(sys)("__main__")
    main.__dict__.update(space)
    sys.modules["__main__"] = main
    result = eval(code, main.__dict__)
    if result is not None:
        asyncio.run(result)


if __name__ == "__main__":
    outcome = run(sys.argv[1], sys.argv[2:])
    sys.stdout.write("\n" + json.dumps(outcome) + "\n")
    sys.stdout.flush()
    os._exit(0)  # whatever a library left running
