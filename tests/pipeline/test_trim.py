"""What the packages of older versions leave out, and what they keep."""

from __future__ import annotations

import ast
import inspect
import json
from pathlib import Path

import pytest
from cartesia_api.resources.voices import VoicesResource
from cartesia_api.v2024_11_13.resources.tts import AsyncTtsResource, TtsResource
from cartesia_api.v2024_11_13.resources.voices import VoicesResource as VoicesResource2024
from codegen.dated.parts import put_together, taken_apart
from codegen.dated.trim import comparable, trim

GENERATED = Path(__file__).parents[2] / "generated" / "cartesia_api"
SHARED = ("timeout:", "max_retries:", "Raises:")


def test_endpoint_modules_of_older_versions_hold_what_methods_call() -> None:
    modules = [path for path in GENERATED.glob("v20*/api/*/*.py") if path.name != "__init__.py"]
    assert len(modules) > 40
    for path in modules:
        body = ast.parse(path.read_text()).body
        functions = [node.name for node in body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        assert functions == ["_get_kwargs", "_parse_response"], path


def test_a_docstring_that_the_newest_version_repeats_is_a_summary() -> None:
    assert inspect.getdoc(VoicesResource2024.delete) == "Delete a voice."
    assert "cannot be brought back" in (inspect.getdoc(VoicesResource.delete) or "")


def test_a_docstring_of_its_own_keeps_description_and_arguments() -> None:
    for method in (VoicesResource2024.get, TtsResource.generate, AsyncTtsResource.generate):
        text = inspect.getdoc(method) or ""
        summary, description, arguments = text.split("\n\n")[0], text.split("\n\n")[1], text.split("\n\n")[-1]
        assert summary.endswith(".")
        assert len(description) > 40
        assert arguments.startswith("Args:\n    ")
        assert [word for word in SHARED if word in text] == []
    assert "transcript: The text to speak" in (inspect.getdoc(TtsResource.generate) or "")


def test_a_method_without_arguments_keeps_no_heading() -> None:
    text = '''class A:
    def get(self, *, timeout: float = 1) -> str:
        r"""Get \\d.

        All of them.

        Args:
            timeout: Seconds.

        Raises:
            APIError: On failure.
        """
        return self.send()

    def put(self) -> None:
        """Put."""
'''
    assert (
        trim("resources/a.py", text, "")
        == '''class A:
    def get(self, *, timeout: float = 1) -> str:
        r"""Get \\d.

        All of them.
        """
        return self.send()

    def put(self) -> None:
        """Put."""
'''
    )
    assert 'r"""Get \\d."""\n        return' in trim("resources/a.py", text, text)


def test_a_model_that_the_newest_version_repeats_keeps_its_summary() -> None:
    text = '''class A:
    """A voice.

    Attributes:
        name (str): Its name.
    """

    name: str
'''
    assert trim("models/a.py", text, text) == 'class A:\n    """A voice."""\n\n    name: str\n'
    assert trim("models/a.py", text, text.replace("Its", "The")) == text
    assert trim("models/a.py", text, "") == text


def test_an_event_leaves_out_what_the_newest_version_says_of_its_fields() -> None:
    text = '''class A:
    """An event."""

    name: str
    """Its name."""
    size: int
    """In bytes."""
'''
    newest = text.replace("In bytes", "In samples")
    assert trim("events.py", text, newest) == text.replace('    """Its name."""\n', "")


PARAMS = '''"""Dicts."""

from typing import TypedDict

from .models.thing import Thing

__all__ = ("AParam", "BParam", "CParam")


_AKeywords = TypedDict("_AKeywords", {"from": str})


class AParam(_AKeywords):
    """A."""


class BParam(TypedDict):
    """B."""

    a: "AParam"


class CParam(TypedDict):
    """C."""

    thing: Thing
'''


def test_a_date_has_only_the_dicts_that_differ_and_those_that_name_them() -> None:
    parts = taken_apart({"params.py": PARAMS, "events.py": ""})
    assert sorted(parts) == ["events.py", "params.py#AParam", "params.py#BParam", "params.py#CParam"]
    assert "from .params import AParam" in parts["params.py#BParam"]  # so that it differs where that one does
    assert "from .models.thing import Thing" in parts["params.py#CParam"]
    own = {path: parts[path] for path in ("params.py#AParam", "params.py#BParam")}
    text = put_together(own, PARAMS, dict.fromkeys(parts, ""))
    assert "from ..params import CParam" in text
    assert "class CParam" not in text
    assert text.index("_AKeywords =") < text.index("class AParam") < text.index("class BParam")
    assert "from .params" not in text
    ast.parse(text)


def test_contexts_are_compared_without_their_classes_for_type_checkers() -> None:
    text = "if TYPE_CHECKING:\n    import a\nFIXED = ()\nif not TYPE_CHECKING:\n    A = 1\n"
    assert comparable("contexts.py", text) == "FIXED = ()\n"
    assert comparable("events.py", text) == text


@pytest.mark.parametrize("path", sorted(GENERATED.rglob("*.json")), ids=lambda path: path.name)
def test_contracts_have_one_key_a_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n"


def test_every_emitted_method_names_the_errors_of_its_arguments() -> None:
    silent: list[str] = []
    for path in sorted((GENERATED / "resources").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                text = ast.get_docstring(node) or ""
                silent += [node.name] if "Raises:" in text and "InvalidRequestError: " not in text else []
    assert silent == []
