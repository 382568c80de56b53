"""Compiles descriptions for tests: generated, emitted and imported in this process, without ruff."""

from __future__ import annotations

import importlib
import inspect
import itertools
import json
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import httpx
import msgspec
import yaml
from codegen.build import load
from codegen.emit.package import emit
from codegen.generator import generate
from codegen.naming import with_class_names

GOLDEN = Path(__file__).parents[1] / "golden" / "spec"
_numbers = itertools.count()


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


class Sent(NamedTuple):
    """What a method has sent."""

    verb: str
    request: httpx.Request
    rest: tuple[Any, ...]

    @property
    def query(self) -> dict[str, str]:
        return dict(self.request.url.params)

    @property
    def json(self) -> Any:
        return json.loads(self.request.content)

    @property
    def form(self) -> str:
        return b"".join(self.request.stream).decode()  # type: ignore[arg-type]  # a stream of bytes


class Session:
    """Takes the place of a client's session, and returns what would be sent."""

    def __getattr__(self, verb: str) -> Any:
        def call(arguments: dict[str, Any], *rest: Any) -> Sent:
            given = {**arguments, "url": f"https://api.example.com{arguments['url']}"}
            return Sent(verb, httpx.Request(**given), rest)

        return call


class Package:
    """An imported package that was generated from a description."""

    def __init__(self, name: str) -> None:
        self.name = name

    def module(self, name: str) -> ModuleType:
        return importlib.import_module(f"{self.name}.{name}")

    def model(self, name: str) -> Any:
        return getattr(self.module("models"), name)

    def method(self, operation_id: str, prefix: str = "") -> Any:
        """Return a method of a client whose requests are not sent."""
        *resource, method = operation_id.split(".")
        module = self.module(f"resources.{'_'.join(resource)}")
        kind = "".join(part.capitalize() for part in "_".join(resource).split("_"))
        return getattr(getattr(module, f"{prefix}{kind}Resource")(Session()), method)

    def signature(self, operation_id: str) -> str:
        """Return the parameters of a method without the options of all methods."""
        parameters = inspect.signature(self.method(operation_id)).parameters.values()
        own = [str(each) for each in parameters if each.name not in _OPTIONS]
        return ", ".join(each.replace("'", "").replace("NOT_GIVEN", "UNSET") for each in own)

    def result(self, operation_id: str) -> str:
        return str(inspect.signature(self.method(operation_id)).return_annotation)

    def parsed(self, operation_id: str, body: Any, status: int = 200) -> Any:
        """Return what the method makes of a response."""
        folder, _, _ = operation_id.rpartition(".")
        module = self.module(f"api.{folder.replace('.', '_')}.{operation_id.replace('.', '_')}")
        return module._parse_response(client=None, response=httpx.Response(status, json=body))

    def texts(self) -> str:
        """Return all of the code."""
        folder = Path(str(sys.modules[self.name].__file__)).parent
        return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")))


_OPTIONS = ("timeout", "total", "max_retries", "extra_headers", "extra_query", "extra_body")


def write_spec(folder: Path, fragments: Iterable[Any] = (), tags: Iterable[str] = ()) -> Path:
    """Write the golden description with further fragments, each a file of a folder in it."""
    spec = folder / "spec"
    shutil.copytree(GOLDEN, spec)
    common = spec / "common.yaml"
    lines = "".join(f"  - {{name: {tag}, description: Of a test.}}\n" for tag in tags)
    common.write_text(common.read_text().replace("tags:\n", f"tags:\n{lines}", 1))
    (spec / "more").mkdir()
    for number, fragment in enumerate(fragments):
        (spec / "more" / f"{number:03}.yml").write_text(yaml_text(fragment), encoding="utf-8")
    return spec


def yaml_text(value: Any) -> str:
    """Return a value in one line of YAML, with escapes for what is not ASCII."""
    return str(yaml.dump(value, Dumper=_Dumper, default_flow_style=True, sort_keys=False, width=10**9))


def build_decoders(module: ModuleType) -> list[Any]:
    """Build what decodes the messages of a module, which a program does with the first message; return it."""
    held = list(vars(module).values())
    sent = [msgspec.json.Decoder(each._forms).decode for each in held if type(each).__name__ == "Messages"]
    return sent + [each.decode for each in held if type(each).__name__ == "LateDecoder"]


def compile_spec(spec: Path) -> Package:
    """Return the package of a description. All of its modules have been compiled and imported, and its decoders built."""
    name = f"compiled_{next(_numbers)}"
    package = spec.parent / name
    contract = with_class_names(load(spec))
    generate(contract, package, in_process=True)
    emit(package, contract)
    sys.path.insert(0, str(spec.parent))
    try:
        importlib.invalidate_caches()
        for path in sorted(package.rglob("*.py")):
            source = path.read_text(encoding="utf-8")
            compile(source, str(path), "exec", dont_inherit=True)
            if "official" not in path.parts:
                parts = path.relative_to(package).with_suffix("").parts
                build_decoders(
                    importlib.import_module(".".join((name, *(part for part in parts if part != "__init__"))))
                )
    finally:
        sys.path.remove(str(spec.parent))
    return Package(name)
