"""Let the functions of the stock generator decode responses by `runtime/parsing.py`, which is faster than httpx is."""

from __future__ import annotations

import re
from pathlib import Path

_BODY = "response.json()"
# Of an enum, which is an alias of a Literal here, and has no function that checks a value. It may have new ones.
_CHECK = re.compile(r"^from \.\.\.models\.\w+ import check_\w+\n|\bcheck_\w+(?=\()", re.M)
_MODEL = re.compile(rf"(\w+)\.from_dict\({re.escape(_BODY)}\)")


def write_endpoints(folder: Path) -> None:
    """Write all modules of operations anew."""
    for path in sorted(folder.rglob("[!_]*.py")):
        text = _MODEL.sub(r"model_of(\1, response)", path.read_text(encoding="utf-8")).replace(
            _BODY, "json_of(response)"
        )
        text = _CHECK.sub("", text)
        names = [name for name in ("json_of", "model_of") if f"{name}(" in text]
        if names:
            own_import = "from ...parsing import " + ", ".join(names)
            text = re.sub(r"^from \.\.\.", f"{own_import}\nfrom ...", text, count=1, flags=re.M)
        path.write_text(text, encoding="utf-8")
