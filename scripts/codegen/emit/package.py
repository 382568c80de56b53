"""Emit what users call, from what the stock generator wrote and the contract.

The generated Python is read with `ast`, for names and types; the contract gives shapes and texts. Nothing here imports
the generated package.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ..merge import Contract, SpecError
from .contexts import context_request, contexts_module
from .contract import contract_module, dated_contract
from .endpoints import write_endpoints
from .events import events_module
from .method_types import MethodTypes
from .methods import operation_method
from .models import write_models
from .official import write_official
from .official_resources import write_official_resources
from .params import params_module
from .reference import reference_page
from .resources import resource_module, root_module
from .socket_methods import SOCKETS, client_channels, socket_method
from .source import Models, Node, Operation, read_operation
from .verbs import verbs_module

RUNTIME = Path(__file__).parents[1] / "runtime"


def emit(package: Path, contract: Contract, *, newest: Contract | None = None, older: Sequence[str] = ()) -> None:
    """Add resources/, contexts.py, params.py, events.py and contract.py to the generated package, and API.md beside it.

    For an older version, `newest` is the newest contract. For the newest, `older` lists the dates with packages of their own.
    """
    models = Models(package / "models", contract)
    operations = _operations(package, models, contract)
    _try_sockets(contract, models)
    with placed("spec/"):
        _emit(package, contract, models, operations, newest, older)


def _emit(
    package: Path,
    contract: Contract,
    models: Models,
    operations: list[Operation],
    newest: Contract | None,
    older: Sequence[str],
) -> None:
    root = _resources(operations, contract)
    copy_runtime(package)
    folder = package / "resources"
    folder.mkdir()
    for node in _walk(root):
        (folder / f"{node.module}.py").write_text(resource_module(node, models, contract), encoding="utf-8")
    absent = [name for name in root_names(newest or contract) if name not in root_names(contract)]
    (folder / "__init__.py").write_text(root_module(root, models, contract, absent), encoding="utf-8")
    if (request := context_request(contract)) is not None:
        (package / "contexts.py").write_text(contexts_module(request, models, contract, newest), encoding="utf-8")
    types = MethodTypes(operations, models, contract)
    (package / "params.py").write_text(params_module(models), encoding="utf-8")
    if newest is None:
        (package / "method_types.py").write_text(types.module(), encoding="utf-8")
        write_official(package, operations, models, types)
        write_official_resources(package, _walk(root), contract)
    (package / "events.py").write_text(events_module(contract), encoding="utf-8")
    write_endpoints(package / "api")
    write_models(package / "models", models)
    if newest is None:
        (package / "verbs.py").write_text(verbs_module(), encoding="utf-8")
    write = contract_module(contract, older) if newest is None else dated_contract(contract, newest)
    (package / "contract.py").write_text(write, encoding="utf-8")
    (package.parent / "API.md").write_text(reference_page(operations, models, contract), encoding="utf-8")


def _resources(operations: list[Operation], contract: Contract) -> Node:
    """Return the root of the resources: those of operations and of sockets."""
    root = Node()
    for operation in operations:
        node = root
        for name in operation.resource:
            node = node.children.setdefault(name, Node((*node.path, name)))
        node.operations.append(operation)
    for name, _ in client_channels(contract):
        node = root
        for word in SOCKETS[name][0].split("."):
            node = node.children.setdefault(word, Node((*node.path, word)))
    return root


def _operations(package: Path, models: Models, contract: Contract) -> list[Operation]:
    found = []
    for path, http, node in contract.operations():
        with placed(contract.where("paths", path, http)):
            found.append(read_operation(package, contract, models, path, http, node))
    for operation in found:
        with placed(contract.where("paths", operation.path, operation.http)):
            operation_method(operation, models, contract, "", stream=False)  # what is wrong with it shows here
    return found


def _try_sockets(contract: Contract, models: Models) -> None:
    for path, item in contract.doc["paths"].items():
        channel = item.get("x-websocket", {})
        if channel.get("name") in SOCKETS:
            with placed(contract.where("paths", path, "x-websocket")):
                socket_method(channel["name"], channel, "", models)  # what is wrong with it shows here
                context_request(contract)


@contextmanager
def placed(place: str) -> Iterator[None]:
    """Let what goes wrong within the block name a place of the description."""
    try:
        yield
    except SpecError as error:
        fault = str(error)
    except (ArithmeticError, AttributeError, LookupError, SyntaxError, TypeError, ValueError) as error:
        fault = f"the emitter cannot write it: {type(error).__name__}: {error}"
    else:
        return
    raise SpecError(fault if fault.startswith("spec/") else f"{place}: {fault}")


def copy_runtime(package: Path) -> None:
    """Copy the modules of runtime/ into the package, each under a header that names its source."""
    for path in sorted(RUNTIME.glob("[!_]*.py")):
        head = f"# Copied from scripts/codegen/runtime/{path.name}: edit that file.\n"
        (package / path.name).write_text(head + path.read_text(encoding="utf-8"), encoding="utf-8")


def root_names(contract: Contract) -> list[str]:
    """Return the names of the resources and methods of the client itself."""
    names = [operation["operationId"] for _, _, operation in contract.operations()]
    names += [SOCKETS[name][0] for name, _ in client_channels(contract)]
    return list(dict.fromkeys(name.split(".")[0] for name in names))


def _walk(node: Node) -> Iterator[Node]:
    for child in node.children.values():
        yield child
        yield from _walk(child)
