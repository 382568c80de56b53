"""The contracts that ship beside the generated package."""

from __future__ import annotations

import functools
import importlib.resources
import importlib.util
import json
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Any

PACKED = "contracts.json.xz"


def bundled(version: str | None = None) -> dict[str, Any]:
    """Return the contract that ships beside the generated package.

    Args:
        version: An older version, to get its contract instead of the newest one.

    Raises:
        FileNotFoundError: The package is not installed, or has no contract of that version.
    """
    name = f"versions/{version}.json" if version else "openapi.json"
    doc: dict[str, Any] = json.loads(_packed().get(name) or (_bundle() / name).read_text(encoding="utf-8"))
    return doc


@functools.cache
def bundled_versions() -> tuple[str, ...]:
    """Return the versions whose contract is bundled, oldest first.

    Raises:
        FileNotFoundError: The package `cartesia_api` is not installed.
    """
    names = _packed() or [f"versions/{file.name}" for file in (_bundle() / "versions").iterdir()]
    older = sorted(PurePosixPath(name).stem for name in names if name.startswith("versions/"))
    return (*older, bundled()["info"]["version"])


@functools.cache
def _packed() -> dict[str, str]:
    """Return the texts of the contracts by the names of their files, as a wheel holds them; a checkout has the files instead."""
    file = _bundle() / PACKED
    if not file.is_file():
        return {}
    try:
        import lzma  # a Python that was built where its library was missing has none
    except ImportError as error:
        raise ImportError(
            f"the sandbox needs a Python with lzma: install liblzma, and build it again ({error})"
        ) from error
    texts: dict[str, str] = json.loads(lzma.decompress(file.read_bytes()))
    return texts


def _bundle() -> Traversable:
    """Return the folder of the generated package, which may be in an archive, found without importing that package."""
    spec = importlib.util.find_spec("cartesia_api")
    try:
        reading = getattr(spec and spec.loader, "get_resource_reader", lambda name: None)("cartesia_api")
    except KeyError:  # pytest loads the modules of an installed plugin, and only knows those that it has loaded
        return importlib.resources.files("cartesia_api")
    if reading is None:
        raise FileNotFoundError("the package cartesia_api, which holds openapi.json, is not installed")
    folder: Traversable = reading.files()
    return folder
