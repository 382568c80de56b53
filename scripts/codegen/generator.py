"""Runs the stock generator on the view of a contract, and says in words of the description what it could not take."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .merge import Contract, SpecError
from .naming import KEY
from .view import function_name, tag, view

TEMPLATES = Path(__file__).with_name("templates")
_OWN_TEMPLATES = ("models_init.py.jinja", "package_init.py.jinja")
_UNSHOWN = re.compile(r"<openapi_python_client\.\S+ object at 0x[0-9a-f]+>")
"""A name that the generator does not show."""
_CAUSE = re.compile(
    r"Unable to (?:process|parse) schema /components/schemas/(\w+):? "
    r"(?:Unable to parse this part of your OpenAPI document: : )?(.*?)"
    r"(?= Failure to process| Unable to (?:process|parse) schema|$)"
)
_TWICE = re.compile(r'duplicate models with name "(\w+)"|conflicting enums named (\w+)')
"""Two parts of the description that get the same class: one is written in place, and has no name of its own."""
_CONFIG = Path(__file__).with_name("config.yaml")


def generate(contract: Contract, package: Path, *, in_process: bool = False) -> None:
    """Write the models and the functions of operations. Raise SpecError if the generator cannot take something.

    Args:
        contract: The contract.
        package: Folder to write, which does not exist yet.
        in_process: Call the generator here, which is faster. The same contract gives the same bytes in a process of its own only.
    """
    seen = view(contract)
    with tempfile.TemporaryDirectory() as folder:
        document, templates = Path(folder, "view.json"), Path(folder, "templates")
        document.write_text(json.dumps(seen.doc), encoding="utf-8")
        templates.mkdir()
        for name in _OWN_TEMPLATES:
            shutil.copy(TEMPLATES / name, templates / name)
        fault = (_called if in_process else _started)(document, templates, package)
    if fault is not None:
        raise SpecError("\n".join(_placed(contract, fault)))
    seen.words.restore(package)


def _called(document: Path, templates: Path, package: Path) -> str | None:
    import openapi_python_client as generator
    from openapi_python_client.config import Config, ConfigFile, MetaType

    settings = ConfigFile.load_from_path(_CONFIG)
    config = Config.from_sources(settings, MetaType.NONE, document, "utf-8", False, package)
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            errors = generator.generate(config=config, custom_template_path=templates)
        except Exception as error:  # any that the description causes
            return f"{type(error).__name__}: {error}"
    return "\n".join(f"{error.header}\n{error.detail}" for error in errors) if errors else None


def _started(document: Path, templates: Path, package: Path) -> str | None:
    command = [sys.executable, "-m", "openapi_python_client", "generate"]
    command += ["--path", str(document), "--output-path", str(package), "--meta", "none", "--fail-on-warning"]
    command += ["--config", str(_CONFIG), "--custom-template-path", str(templates)]
    return run(command)


def run(command: list[str]) -> str | None:
    """Run a tool, and return what it printed if it failed."""
    # The output has the same bytes whichever hash seed the caller has.
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return f"{done.stdout.strip()}\n{done.stderr.strip()}" if done.returncode else None


def _placed(contract: Contract, fault: str) -> Iterator[str]:
    """Yield a line for each part of the description that the output of the generator names, or one for all of it."""
    lines = [_UNSHOWN.sub("...", line).strip(" │╭╰─╮╯\t") for line in fault.splitlines()]
    said = [line for line in lines if line and not line.startswith(("Generating", "If you believe", "please open"))]
    text = " ".join(said)
    schemas = contract.doc["components"].get("schemas", {})
    found_twice = [match[1] or match[2] for match in _TWICE.finditer(text)]
    # Of a choice it says that it is invalid, and not which of its classes there is already.
    invalid = [match[1] for match in _CAUSE.finditer(text) if match[2].startswith("Invalid property in union")]
    found_twice += [name for cause in invalid for name in schemas if re.fullmatch(rf"{cause}\w*Type\d+(?:Item)?", name)]
    if twice := dict.fromkeys(found_twice):
        yield from (_named_twice(contract, name, text) for name in twice)
        return
    # What is wrong with a schema takes the operations with it that use it: the cause is said alone.
    causes = [match for match in _CAUSE.finditer(text) if match[1] in schemas]
    if causes:
        for match in causes:
            yield f"{contract.where('components', 'schemas', match[1])}: openapi-python-client failed: {match[2]}"
        return
    found = _named_in(contract, text)
    short = text if len(text) < 600 else text[:300] + " ... " + text[-300:]
    for place in found[:3] or ["spec/: the description"]:
        yield f"{place}: openapi-python-client failed: {short}"


def _named_in(contract: Contract, text: str) -> list[str]:
    """Return the places of the schemas and operations that the output of the generator names."""
    schemas = contract.doc["components"].get("schemas", {})
    found = [contract.where("components", "schemas", name) for name in schemas if re.search(rf"\b{name}\b", text)]
    for path, method, operation in contract.operations():
        name = operation["operationId"]
        if re.search(
            rf"\b{function_name(name)}\b|\b{method.upper()} {re.escape(path)}(?![\w/])|tag {tag(name)}\b", text
        ):
            found.append(contract.where("paths", path, method))
    return found


def _named_twice(contract: Contract, name: str, text: str) -> str:
    """Return what to do about a class that two parts of the description get."""
    if name in contract.doc["components"].get("schemas", {}):
        where = contract.where("components", "schemas", name)
        return f"{where}: an object that is written in place becomes the class {name!r}, too; write {KEY}: {name}Object"
    where = (_named_in(contract, text) or ["spec/: the description"])[0]
    return f"{where}: two objects that are written in place become the class {name!r}; write one in components.schemas"
