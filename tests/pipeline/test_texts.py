"""Texts of the description are data: whatever they hold, they come out as they are and never become code."""

from __future__ import annotations

import ast
import json
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from codegen.quoting import collapsed, docstring, escaped, literal, without_strings
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .compiled import compile_spec, write_spec, yaml_text
from .edits import TEXT, content, operation, parameter, ref, thing

BROKEN = '"""; raise SystemExit; """'
PIECES = st.sampled_from(
    [
        *[
            '"',
            '"""',
            "'",
            "'''",
            "{",
            "}",
            "{0}",
            "{x}",
            "%s",
            "#",
            "$",
            "`",
            ";",
            ":",
            "*/",
            "<!--",
            "]]>",
            "é",
            "😀",
            "Args:",
            "Raises:",
            "Attributes:",
            "qnaxq",
            "qtaxq",
            "word",
            'r"""',
            "f'{1/0}'",
        ],
        *["\\", "\\\\", "\\N{DASH}", "\\u0041", "\\x", "\\\n"],
        *(
            "\n",
            "\r",
            "\t",
            "\x00",
            "\x0c",
            "\x1b",
            "\x7f",
            "\x85",
            "\u2028",
            "\u2029",
            "\u202e",
            "\ufeff",
            " ",
            "    ",
        ),
        *("timeout: x", "a (str): b", BROKEN, "EventStream[Thing]", "-> TTSWebsocket", "w" * 90),
    ]
)
TEXTS = st.lists(PIECES | st.text(st.characters(codec="utf-8"), max_size=4), min_size=1, max_size=8).map("".join)
SLOTS = (
    *(
        "answer",
        "field",
        "inner",
        "deep",
        "body_field",
        "choice",
        "value",
        "fixed",
        "tick",
        "kind",
        "type",
        "end",
        "done",
        "tag",
    ),
    *(
        "summary",
        "description",
        "path",
        "query",
        "parameter",
        "schema",
        "default",
        "example",
        "media",
        "title",
        "name0",
        "name1",
    ),
)
"""Places of a description that have a text."""


def odd_spec(t: dict[str, str], folder: Path) -> Path:
    """Write a description with each text in a place of its own."""
    inner = thing({"deep": said(t["deep"])}, description=t["inner"])
    schemas = {
        "OddAnswer": thing({name(t, 0): said(t["field"]), "plain": inner}, description=t["answer"]),
        "OddBody": thing(
            {
                name(t, 1): said(t["body_field"]),
                "choice": {**said(t["choice"]), "enum": [t["value"], "b"]},
                "fixed": {"const": t["fixed"]},
            }
        ),
        "OddTick": {"description": t["tick"], "oneOf": [ref("OddEnd")], "discriminator": {"propertyName": "type"}},
        "OddEnd": thing(
            {
                "type": {"const": kind(t), "description": t["type"]},
                "done": {"type": "boolean", "description": t["done"]},
            },
            ["type"],
            description=t["end"],
        ),
    }
    data = {**said("x"), "contentMediaType": "application/json", "contentSchema": ref("OddTick")}
    events = content({"type": "object", "properties": {"data": data}}, "text/event-stream")
    told = {"summary": t["summary"], "description": t["description"]}
    asked = [
        {**parameter(t["query"]), "description": t["parameter"]},
        {**parameter("plain_one"), "schema": {**said(t["schema"]), "default": t["default"], "title": t["title"]}},
    ]
    success = {"content": {"application/json": {"schema": ref("OddAnswer"), "example": {"x": t["example"]}}}}
    body = ("application/json", "OddBody")
    fragments = [
        operation("ask", f"/odd/{path(t['path'])}", extra=told, parameters=asked),
        operation("tell", method="post", shape="call", success=success, body=body, schemas=schemas, extra=told),
        operation("hear", shape="events", success=events, extra=told),
        operation("load", shape="bytes", success=content({"type": "string"}, f"x/{t['media']}")),
    ]
    spec = write_spec(folder, fragments, ["odd"])
    common = spec / "common.yaml"
    tag = "{name: odd, description: Of a test.}"
    common.write_text(
        common.read_text().replace(tag, yaml_text({"name": "odd", "description": t["tag"]}).strip()), "utf-8"
    )
    return spec


def said(text: str) -> dict[str, Any]:
    return {**TEXT, "description": text}


def kind(t: dict[str, str]) -> str:
    """Return the kind of a message, which is ASCII."""
    return t["kind"].encode("ascii", "ignore").decode() + "k"


def name(t: dict[str, str], number: int) -> str:
    return f"{t[f'name{number}']}{number}"


def path(text: str) -> str:
    """Return a text as a path can have it: the pipeline refuses others."""
    return "".join(letter for letter in text if letter.isprintable() and letter not in "{}?#")


def check(texts: list[str], folder: Path) -> None:
    """Compile the description, and compare docstrings and constants with the texts."""
    t = {slot: text if collapsed(text) else "x" for slot, text in zip(SLOTS, texts, strict=True)}
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # such as of an escape that Python does not know
        package = compile_spec(odd_spec(t, folder))
    line = {slot: collapsed(text) for slot, text in t.items()}
    # Models and messages.
    answer, body = package.model("OddAnswer"), package.model("OddBody")
    assert docstrings(package.module("models.odd_answer"))[:2] == [line["answer"], line["field"]]
    assert docstrings(package.module("models.odd_body"))[1:3] == [line["body_field"], line["choice"]]
    assert docstrings(package.module("models.odd_answer_plain")) == [line["inner"], line["deep"]]
    assert answer.from_dict({name(t, 0): "v"}).to_dict() == {name(t, 0): "v"}
    whole = {name(t, 1): "v", "choice": t["value"], "fixed": t["fixed"]}
    assert body.from_dict(whole).to_dict() == whole
    event = package.module("events").decode_odd_tick(json.dumps({"type": kind(t), "done": True}))
    assert (type(event).__name__, event.type, event.done, type(event).__doc__) == (
        "OddEnd",
        kind(t),
        True,
        line["end"],
    )
    # Routes and methods.
    routes = {each.name: each for each in package.module("contract").ROUTES.operations}
    assert (routes["odd.ask"].path, routes["odd.load"].accept) == (f"/odd/{path(t['path'])}", f"x/{t['media']}")
    method = collapsed(package.method("odd.ask").__doc__)
    argument = package.signature("odd.ask").partition(":")[0]
    assert method.startswith(
        f"{line['summary']} {line['description']} Args: {argument}: {line['parameter']} plain_one: "
    )
    sent = package.method("odd.ask")(**{argument: "v"})
    assert dict(sent.request.url.params) == {t["query"]: "v"}
    whole_docs = {collapsed(node) for node in strings(package.module("resources"))}
    assert line["tag"] in whole_docs


def docstrings(module: Any) -> list[str]:
    """Return the docstring of a model and those of its fields."""
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    definition = next(node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    return [
        str(node.value.value)
        for node in definition.body
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ]


def strings(module: Any) -> Iterator[str]:
    """Yield all strings of a module."""
    for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


_LISTS = st.lists(TEXTS, min_size=len(SLOTS), max_size=len(SLOTS))
_SETTINGS = {
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
    "derandomize": True,
    "database": None,
    "phases": [Phase.generate],
}


@settings(max_examples=2, **_SETTINGS)  # type: ignore[arg-type]  # a dict of options
@given(texts=_LISTS)
def test_texts_in_every_place_come_out_as_they_are(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    check(texts, tmp_path_factory.mktemp("texts"))


@pytest.mark.slow
@settings(max_examples=400, **_SETTINGS)  # type: ignore[arg-type]  # a dict of options
@given(texts=_LISTS)
def test_ten_thousand_texts_come_out_as_they_are(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    check(texts, tmp_path_factory.mktemp("texts"))


def test_a_text_that_would_be_code_is_a_text(tmp_path: Path) -> None:
    check([f"{BROKEN}{number}" for number in range(len(SLOTS))], tmp_path)


@settings(max_examples=100, **_SETTINGS)  # type: ignore[arg-type]  # a dict of options
@given(text=TEXTS)
def test_what_is_quoted_reads_as_it_was(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text
    line = collapsed(text)
    assert ast.get_docstring(ast.parse(docstring(line)), clean=False) == line or not line
    assert ast.literal_eval(f'"""{escaped(line)}"""') == line
    assert "text" not in without_strings(f"x = {literal('text' + text)}\n# {line} text")
