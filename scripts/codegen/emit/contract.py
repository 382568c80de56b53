"""Emit contract.py: the facts of the contract that the client needs at run time."""

from __future__ import annotations

from collections.abc import Sequence

from ..merge import Contract
from ..quoting import docstring, literal
from .names import HEAD, package_name
from .source import accepted


def contract_module(contract: Contract, older: Sequence[str]) -> str:
    """Return contract.py of the newest version, which also lists the older versions."""
    packages = "\n".join(f"    {literal(date)}: {literal(package_name(date))}," for date in older)
    return f'''{HEAD}"""Facts of the contract that the client needs at run time."""

from __future__ import annotations

from collections.abc import Mapping

from .routes import Operation, Routes

API_VERSION = {literal(contract.doc["info"]["version"])}
"""The Cartesia-Version that this package was made for."""

SERVER = {literal(contract.doc["servers"][0]["url"])}

ROUTES = {_routes(contract)}

VERSIONS: Mapping[str, str] = {{
{packages}
}}
"""Older versions that have types of their own, newest first, and the package of each."""
'''


def dated_contract(contract: Contract, newest: Contract) -> str:
    """Return contract.py of an older version: what is otherwise than in the newest."""
    date = contract.doc["info"]["version"]
    own, known = _rows(contract), _rows(newest)
    without = [name for name in known if own.get(name) != known[name]]
    more = [row for name, row in own.items() if known.get(name) != row]
    arguments = [literal(date)]
    arguments += [f"without=({', '.join(map(literal, without))},)"] if without else []
    arguments += [f"more=({', '.join(more)},)"] if more else []
    arguments += [f"sockets={_sockets(contract)}"] if _sockets(contract) != _sockets(newest) else []
    return f"""{HEAD}{docstring(f"Facts of Cartesia-Version {date} that the client needs at run time.")}

from __future__ import annotations

from .routes import Operation
# Of the package above, where this module lies in the end.
from ..contract import ROUTES as NEWEST

ROUTES = NEWEST.dated({", ".join(arguments)})
"""


def _routes(contract: Contract) -> str:
    rows = "\n".join(f"    {row}," for row in _rows(contract).values())
    return f"Routes({literal(contract.doc['info']['version'])}, (\n{rows}\n), {_sockets(contract)})"


def _rows(contract: Contract) -> dict[str, str]:
    """Return the line of each operation by its name."""
    found: dict[str, str] = {}
    for path, http, node in contract.operations():
        name = node["operationId"]
        found[name] = (
            f"Operation({', '.join(map(literal, (name, http.upper(), path, node['x-shape'], accepted(contract, node))))})"
        )
    return found


def _sockets(contract: Contract) -> str:
    sockets = "\n".join(
        f"    {literal(item['x-websocket']['name'])}: {literal(path)},"
        for path, item in contract.doc["paths"].items()
        if "x-websocket" in item
    )
    return f"{{\n{sockets}\n}}"
