"""A stand-in for the Cartesia API on this machine. It speaks, and needs neither an API key nor network access.

    from cartesia_sandbox import Sandbox

    with Sandbox() as sandbox:
        ...  # any client, with base_url=sandbox.url

It is not the service: nothing in it proves that the bundled contract matches what the service does.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .application import Options, asgi_app
    from .faults.fault import Fault
    from .faults.plan import FaultPlan
    from .faults.proxy import Proxy, WireFault
    from .journal.entries import Frame, Request
    from .journal.journal import Journal
    from .server import Sandbox
    from .voice.pacing import Pace

_PLACES = {
    "Fault": "faults.fault",
    "FaultPlan": "faults.plan",
    "Frame": "journal.entries",
    "Journal": "journal.journal",
    "Options": "application",
    "Pace": "voice.pacing",
    "Proxy": "faults.proxy",
    "Request": "journal.entries",
    "Sandbox": "server",
    "WireFault": "faults.proxy",
    "asgi_app": "application",
}
_LATE = ("hibari", "onnxruntime", "python_multipart", "soundfile")
"""What no module imports before a request needs it."""
__all__ = [
    "Fault",
    "FaultPlan",
    "Frame",
    "Journal",
    "Options",
    "Pace",
    "Proxy",
    "Request",
    "Sandbox",
    "WireFault",
    "asgi_app",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # Import late: importing the package, or having the pytest plugin installed, must cost nothing.
    try:
        module = importlib.import_module(f".{_PLACES[name]}", __name__)
    except ModuleNotFoundError as error:
        raise _explained(error) from error
    if _PLACES[name] in {"application", "server"}:
        for package in _LATE:
            if not _is_installed(package):
                missing = ModuleNotFoundError(f"No module named {package!r}", name=package)
                raise _explained(missing) from missing
    value = globals()[name] = getattr(module, name)
    return value


def _explained(error: ModuleNotFoundError) -> ModuleNotFoundError:
    """Return an error that says what to install if a package is missing; any other that stopped an import, as it is."""
    package = (error.name or "").partition(".")[0]
    # Nothing installs a part of Python that was left out when it was built.
    if not package or package == __name__ or package in sys.stdlib_module_names or _is_installed(package):
        return error
    return ModuleNotFoundError(
        f"the sandbox needs {package}, which is not installed: run pip install 'cartesia-client[sandbox]'",
        name=error.name,
    )


def _is_installed(package: str) -> bool:
    try:
        return importlib.util.find_spec(package) is not None
    except ModuleNotFoundError:
        return False
    except (ImportError, OSError, ValueError):  # found and broken, or a stand-in in sys.modules: importing it says more
        return True


def __dir__() -> list[str]:
    return sorted(__all__)
