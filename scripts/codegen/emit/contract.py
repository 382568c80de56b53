"""Emits contract.py: the facts of the contract that the client needs at run time."""

from __future__ import annotations

from collections.abc import Sequence

from ..merge import Contract
from .names import HEAD, TEMPLATES, package_name
from .source import Operation


def contract_module(operations: list[Operation], contract: Contract, older: Sequence[str]) -> str:
    packages = "\n".join(f'    "{date}": "{package_name(date)}",' for date in older)
    return (
        HEAD
        + (TEMPLATES / "contract.py").read_text()
        + f"""

API_VERSION = "{contract.doc["info"]["version"]}"
\"\"\"The Cartesia-Version that this package was made for.\"\"\"

SERVER = "{contract.doc["servers"][0]["url"]}"

OPERATIONS = {_operations(operations)}

SOCKETS: Mapping[str, str] = {_sockets(contract)}

CONTRACT = Contract(API_VERSION, OPERATIONS, SOCKETS)

VERSIONS: Mapping[str, str] = {{
{packages}
}}
\"\"\"Older versions that have types of their own, newest first, and the package of each.\"\"\"
"""
    )


def dated_contract(operations: list[Operation], contract: Contract) -> str:
    return "\n".join(
        (
            HEAD
            + f'"""Facts of Cartesia-Version {contract.doc["info"]["version"]} that the client needs at run time."""',
            "from __future__ import annotations",
            "from ..contract import Contract, Operation",
            f'CONTRACT = Contract("{contract.doc["info"]["version"]}", {_operations(operations)}, {_sockets(contract)})',
            "",
        )
    )


def _operations(operations: list[Operation]) -> str:
    rows = "\n".join(
        f'    Operation("{o.id}", "{o.http.upper()}", "{o.path}", "{o.shape}", "{o.accept}"),' for o in operations
    )
    return f"(\n{rows}\n)"


def _sockets(contract: Contract) -> str:
    rows = "\n".join(
        f'    "{item["x-websocket"]["name"]}": "{path}",'
        for path, item in contract.doc["paths"].items()
        if "x-websocket" in item
    )
    return f"{{\n{rows}\n}}"
