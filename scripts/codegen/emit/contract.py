"""Emit contract.py: the facts of the contract that the client needs at run time."""

from __future__ import annotations

from collections.abc import Sequence

from ..merge import Contract
from ..quoting import docstring, literal
from .names import HEAD, package_name
from .source import Operation


def contract_module(operations: list[Operation], contract: Contract, older: Sequence[str]) -> str:
    """Return contract.py of the newest version, which also lists the older versions."""
    packages = "\n".join(f"    {literal(date)}: {literal(package_name(date))}," for date in older)
    return f'''{HEAD}"""Facts of the contract that the client needs at run time."""

from __future__ import annotations

from collections.abc import Mapping

from .routes import Operation, Routes

API_VERSION = {literal(contract.doc["info"]["version"])}
"""The Cartesia-Version that this package was made for."""

SERVER = {literal(contract.doc["servers"][0]["url"])}

ROUTES = {_routes(operations, contract)}

VERSIONS: Mapping[str, str] = {{
{packages}
}}
"""Older versions that have types of their own, newest first, and the package of each."""
'''


def dated_contract(operations: list[Operation], contract: Contract) -> str:
    """Return contract.py of an older version."""
    doc = docstring(f"Facts of Cartesia-Version {contract.doc['info']['version']} that the client needs at run time.")
    return f"""{HEAD}{doc}

from __future__ import annotations

from .routes import Operation, Routes

ROUTES = {_routes(operations, contract)}
"""


def _routes(operations: list[Operation], contract: Contract) -> str:
    rows = "\n".join(
        f"    Operation({', '.join(map(literal, (o.id, o.http.upper(), o.path, o.shape, o.accept)))}),"
        for o in operations
    )
    sockets = "\n".join(
        f"    {literal(item['x-websocket']['name'])}: {literal(path)},"
        for path, item in contract.doc["paths"].items()
        if "x-websocket" in item
    )
    return f"Routes({literal(contract.doc['info']['version'])}, (\n{rows}\n), {{\n{sockets}\n}})"
