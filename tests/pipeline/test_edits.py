"""An edit of spec/ gives right code: each row is an edit, and what a caller then has. Others are in `test_refused_edits.py`."""

from __future__ import annotations

import asyncio
import contextlib
import copy
import inspect
import json
import subprocess
import sys
import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from . import edits
from .compiled import Package, compile_spec, write_spec
from .edits import (
    FORM,
    JSON,
    TEXT,
    Edit,
    call,
    content,
    got,
    headers,
    model_names,
    operation,
    parameter,
    parts,
    posted,
    query,
    read_back,
    ref,
    result,
    sent_json,
    signature,
    thing,
)

FILE = {"type": "string", "format": "binary"}
INTEGER = {"type": "integer"}
DAY, MOMENT, ID = ({**TEXT, "format": name} for name in ("date", "date-time", "uuid"))
DAYS = {"a": "2026-01-02", "b": "no uuid", "c": "2026-01-03"}
TALKED = {"type": "talk", "a": {"ok": True}, "b": ["x"], "c": [{"type": "talk", "a": "x"}]}
TALK = {
    "name": "odd.talk",
    "description": "Talk.",
    "send": ref("Status"),
    "receive": {"oneOf": [ref("OddTalk")], "discriminator": {"propertyName": "type"}},
    "examples": {"send": [{"ok": True}], "receive": [TALKED]},
}
LOUD = thing({"kind": {"const": "loud"}, "level": INTEGER}, ["kind"])
SOFT = thing({"kind": {"const": "soft"}}, ["kind"])
CHOICE = {"description": "Either.", "oneOf": [ref("OddLoud"), ref("OddSoft")]}
EVENTS = content(
    {
        "type": "object",
        "required": ["data"],
        "properties": {
            "data": {**TEXT, "description": "One.", "contentMediaType": JSON, "contentSchema": ref("OddTick")}
        },
    },
    "text/event-stream",
)
TICKS = {
    "OddTick": {
        "description": "A tick.",
        "oneOf": [ref("OddMore"), ref("OddEnd")],
        "discriminator": {"propertyName": "type"},
    },
    "OddMore": thing(
        {
            "type": {"const": "more"},
            "half": {"const": 0.5},
            **{name: TEXT for name in edits._FREE if name != "type" and '"' not in name},
        },
        ["type"],
    ),
    "OddEnd": thing({"type": {"const": "end"}}, ["type"]),
}
CONSTANTS = {"text": "list | Thing", "one": 1, "below": -1, "big": 2**70, "yes": True, "half": 0.5, "whole": 1.0}
DEPRECATED = {**TEXT, "deprecated": True}
STYLES = {
    "description": "A manner.",
    "anyOf": [{"enum": ["new", "newer"], **TEXT}, {"const": "old", "deprecated": True}, TEXT],
}
OLD_SOUND = {**DEPRECATED, "contentEncoding": "base64"}
LINE = {
    "paths": {
        "/odd/line": {
            "x-websocket": {
                "name": "odd.line",
                "description": "A line.",
                "send": {"oneOf": [ref("OddDial"), ref("OddPress")], "discriminator": {"propertyName": "event"}},
                "first": ref("OddDial"),
                "receive": {"oneOf": [ref("OddHeard"), ref("OddRang")], "discriminator": {"propertyName": "event"}},
                "examples": {"send": [{"event": "dial"}], "receive": [{"event": "rang"}]},
            }
        }
    },
    "components": {
        "schemas": {
            "OddDial": thing({"event": {"const": "dial"}, "a": DEPRECATED, "how": ref("OddHow")}, ["event"]),
            "OddHow": thing({"b": DEPRECATED, "c": TEXT}),
            "OddPress": thing({"event": {"const": "press"}, "key": TEXT}, ["event"], deprecated=True),
            "OddHeard": thing({"event": {"const": "heard"}, "old": OLD_SOUND, "in": DEPRECATED}, ["event"]),
            "OddRang": thing({"event": {"const": "rang"}, "held": {**ref("OddHeld"), "deprecated": True}}, ["held"]),
            "OddHeld": thing({"sound": OLD_SOUND}, ["sound"]),
        }
    },
}
OLD_LISTENING = {
    "paths": {
        "/odd/listen": {
            "x-websocket": {
                "name": "stt.auto_finalize",
                "description": "Listen.",
                "deprecated": True,
                "query": [parameter("model"), parameter("rate", deprecated=True)],
                "send": ref("Thing"),
                "receive": {"oneOf": [ref("MadeEvent"), ref("GoneEvent")], "discriminator": {"propertyName": "type"}},
                "examples": {"send": [{"id": "a"}], "receive": [{"type": "gone", "done": True}]},
            }
        }
    },
}
HELD = {"type": "hold", "a": {"x": 1}, "b": "QUE=", "c": ["QUE="], "e": "new"}
CALLED = {"discriminator": {"propertyName": "event"}}
HOLD = {"anyOf": [ref("OddHold")], "discriminator": {"propertyName": "type"}}
QUERY = {
    "q": {"type": "boolean"},
    "r": {"type": ["string", "null"]},
    "s": {"oneOf": [TEXT, INTEGER]},
    "t": {"enum": ["a", "b"]},
    "u": {"const": 5},
    "v": {"type": "array", "items": ref("Color")},
    "max_delay": TEXT,
}
QUERY_TYPES = {
    "q": "bool",
    "r": "str | None",
    "s": "str | int",
    "t": "Literal['a', 'b']",
    "u": "int",
    "v": "Sequence[Color]",
    "max_delay_": "str",
}
TAGS = ("odd", "stt", "stt.auto_finalize", "stt.manual_finalize")


def warned(look: Callable[[Package], Any]) -> Callable[[Package], Any]:
    def caught(package: Package) -> Any:
        with warnings.catch_warnings(record=True) as found:
            warnings.simplefilter("always")
            look(package)
        return [f"{each.category.__name__}: {each.message}" for each in found]

    return caught


def awaited(package: Package) -> Any:
    """Return the warnings of a deprecated method of asyncio."""

    async def run() -> None:
        with contextlib.suppress(TypeError):  # what the session returns cannot be awaited
            await package.method("odd.old", "Async")()

    return warned(lambda _: asyncio.run(run()))(package)


def received(package: Package, *fields: str) -> list[Any]:
    """Return fields of two events that have come as JSON."""
    decode = package.module("events").decode_odd_line_event
    found = [
        decode('{"event": "heard", "old": "AAAA", "in": "x"}'),
        decode('{"event": "rang", "held": {"sound": "AAAA"}}'),
    ]
    whole = [each.to_dict() for each in found], [repr(each) for each in found], copy.deepcopy(found) == found
    return [whole, *(eval(field, {"one": found[0], "two": found[1]}) for field in fields)]


def values(package: Package) -> list[Any]:
    with pytest.warns(DeprecationWarning, match="is deprecated"):
        return received(package, "one.in_", "one.old", "two.held.sound")[1:]


def listen(package: Package) -> None:
    with contextlib.suppress(TypeError):  # the session of tests opens no sockets
        package.method("stt.auto_finalize.websocket")(model="a", rate="1")


def sent(message: dict[str, Any]) -> Callable[[Package], Any]:
    return lambda package: package.module("events").ODD_LINE_MESSAGES.check(message, {}).frame


def event(package: Package) -> Any:
    events = package.module("events")
    found = [
        events.decode_odd_tick('{"type": "end"}'),
        events.decode_odd_tick('{"type": "more", "from": "x", "keys": "y"}'),
    ]
    return [getattr(each, "done", None) for each in found], found[1].from_, found[1].keys_, found[1].to_dict()


def variants(package: Package) -> Any:
    found = [package.parsed("odd.choice", body) for body in ({"kind": "loud", "level": 3}, {"kind": "new", "x": 1})]
    whole = [
        package.model("OddHolder").from_dict({"choice": body}) for body in ({"kind": "soft"}, {"kind": "new", "x": 1})
    ]
    return [type(each).__name__ for each in found], found[1]["x"], [each.to_dict() for each in whole]


EDITS: dict[str, Edit] = {
    "a field": Edit(
        posted("field", {"a": TEXT, "b": INTEGER}, required=["a"]), signature("field"), "a: str, b: int | Unset = UNSET"
    ),
    "a parameter in a header": Edit(
        operation(
            "head",
            parameters=[
                parameter("X-Mode", "header", required=True, example="a"),
                parameter("X-Level", "header", INTEGER),
            ],
        ),
        signature("head"),
        "x_mode: str, x_level: int | Unset = UNSET",
    ),
    "what is sent of it": Edit(
        operation(
            "head2",
            parameters=[
                parameter("X-Mode", "header"),
                parameter("X-On", "header", {"type": "boolean"}),
                parameter("X-No", "header", INTEGER),
            ],
        ),
        headers("head2", "X-Mode", "X-On", "X-No", x_mode="fast", x_on=True, x_no=None),
        {"X-Mode": "fast", "X-On": "true", "X-No": None},
    ),
    "a header beside a body": Edit(
        posted("head3", {"a": TEXT}, parameters=[parameter("X-Mode", "header")]),
        headers("head3", "X-Mode", "Content-Type", x_mode="m", a="b"),
        {"X-Mode": "m", "Content-Type": JSON},
    ),
    "parameters of a path": Edit(
        operation(
            "shared",
            "/odd/{own}",
            item={"parameters": [parameter("own", "path"), parameter("page")]},
            parameters=[parameter("page", schema=INTEGER)],
        ),
        signature("shared"),
        "own: str, page: int | Unset = UNSET",
    ),
    "a list of files": Edit(
        posted("pile", {"sounds[]": {"type": "array", "items": FILE}}, FORM),
        parts("pile", sounds=[("a.wav", b"AAA"), ("b.wav", b"BBB", "audio/x")]),
        [('name="sounds[]"; filename="a.wav"', "AAA"), ('name="sounds[]"; filename="b.wav"', "BBB")],
    ),
    "what may be a list of files": Edit(
        posted("pile2", {"sounds": {"anyOf": [{"type": "array", "items": FILE}, {"type": "null"}]}}, FORM),
        parts("pile2", sounds=[b"AAA"]),
        [('name="sounds"; filename="sounds"', "AAA")],
    ),
    "the type of a list of files": Edit(
        posted("pile3", {"sounds": {"type": "array", "items": FILE}}, FORM, required=["sounds"]),
        signature("pile3"),
        "sounds: Sequence[FileInput]",
    ),
    "a component that is a file": Edit(
        posted("pile4", {"sound": ref("OddFile")}, FORM, schemas={"OddFile": {**FILE, "description": "A file."}}),
        parts("pile4", sound=b"AAA"),
        [('name="sound"; filename="sound"', "AAA")],
    ),
    "bytes of a zip": Edit(
        operation("zip", shape="bytes", success=content(FILE, "application/zip")), result("zip"), "builtins.bytes"
    ),
    "bytes of an image": Edit(
        operation("png", shape="bytes", success=content(FILE, "image/png")), result("png"), "builtins.bytes"
    ),
    "bytes of octets": Edit(
        operation("raw", shape="bytes", success=content(FILE, "application/octet-stream")),
        lambda p: call("raw")(p).verb,
        "call",
    ),
    "bytes of a text": Edit(operation("csv", shape="bytes", success=content(TEXT, "text/csv")), result("csv"), "str"),
    "bytes of a sound": Edit(
        operation("wav", shape="bytes", success=content(FILE, "audio/wav")), result("wav"), "Audio"
    ),
    "odd names in a query": Edit(
        operation("ask", parameters=[parameter(wire) for wire in edits._PARAMETERS]),
        query("ask", **{name: f"value of {wire}" for wire, name in edits._PARAMETERS.items()}),
        {wire: f"value of {wire}" for wire in edits._PARAMETERS},
    ),
    "odd names in headers": Edit(
        operation("hat", parameters=[parameter(wire, "header") for wire in edits._HEADERS]),
        headers("hat", *edits._HEADERS, **{name: f"value of {wire}" for wire, name in edits._HEADERS.items()}),
        {wire: f"value of {wire}" for wire in edits._HEADERS},
    ),
    "odd names in a body": Edit(
        posted("say", dict.fromkeys(edits._KEYWORDS, TEXT)),
        sent_json("say", **{name: f"value of {wire}" for wire, name in edits._KEYWORDS.items()}),
        edits._BODY_VALUES,
    ),
    "odd names in a form": Edit(
        posted("fill", dict.fromkeys(edits._KEYWORDS, TEXT), FORM),
        lambda p: [
            value
            for _, value in parts("fill", **{name: f"value of {wire}" for wire, name in edits._KEYWORDS.items()})(p)
        ],
        list(edits._BODY_VALUES.values()),
    ),
    "odd names in a response": Edit(
        got("read", ref("OddAnswer"), schemas={"OddAnswer": thing(dict.fromkeys(edits._FREE, TEXT))}),
        model_names("OddAnswer"),
        {name: f"value of {wire}" for wire, name in edits._FREE.items()},
    ),
    "odd names in a path": Edit(
        operation(
            "walk",
            "/odd/walk/{from}/{a-b}/{2nd}/{params}",
            parameters=[parameter(name, "path") for name in ("from", "a-b", "2nd", "params")],
        ),
        lambda p: str(call("walk", "4", from_="1", a_b="2/", field_2nd="3")(p).request.url),
        "https://api.example.com/odd/walk/1/2%2F/3/4",
    ),
    "an odd name in a nested body": Edit(
        posted(
            "nest", {"in": ref("OddInner")}, schemas={"OddInner": thing({"a-b": TEXT, "__x": TEXT, "import": TEXT})}
        ),
        sent_json("nest", in_={"a-b": "1", "__x": "2", "import": "3"}),
        {"in": {"a-b": "1", "__x": "2", "import": "3"}},
    ),
    "an odd name of an object within": Edit(
        got("within", ref("OddOuter"), schemas={"OddOuter": thing({"a b": thing({"c d": TEXT})})}),
        lambda p: p.model("OddOuter").from_dict({"a b": {"c d": "x"}}).a_b.c_d,
        "x",
    ),
    "a chosen name of a parameter": Edit(
        operation("pick", parameters=[{**parameter("id"), "x-python-name": "key"}]), query("pick", key="1"), {"id": "1"}
    ),
    "a chosen name of a field": Edit(
        posted("pick2", {"id": {**TEXT, "x-python-name": "key"}}), sent_json("pick2", key="1"), {"id": "1"}
    ),
    "the same name twice, one chosen": Edit(
        posted("twice", {"id": {**TEXT, "x-python-name": "body_id"}}, parameters=[parameter("id")]),
        query("twice", id="q", body_id="b"),
        {"id": "q"},
    ),
    "a chosen name of a class": Edit(
        got("named", ref("Response"), schemas={"Response": {**thing({"a": TEXT}), "x-python-name": "OddResponse"}}),
        result("named"),
        "OddResponse",
    ),
    "classes that are called otherwise": Edit(
        got(
            "named2",
            ref("Any"),
            schemas={
                name: {**thing({"a": TEXT}), "x-python-name": f"Odd{name.replace('_', '')}"}
                for name in ("Any", "Req_V2")
            },
        ),
        lambda p: p.parsed("odd.named2", {"a": "x"}).a,
        "x",
    ),
    "a deprecated operation": Edit(
        operation("old", deprecated=True), warned(call("old")), ["DeprecationWarning: odd.old() is deprecated"]
    ),
    "for type checkers": Edit(
        operation("old2", deprecated=True), lambda p: p.method("odd.old2").__deprecated__, "odd.old2() is deprecated"
    ),
    "a deprecated operation of asyncio": Edit({}, awaited, ["DeprecationWarning: odd.old() is deprecated"]),
    "a deprecated parameter": Edit(
        operation("old3", parameters=[parameter("a", deprecated=True), parameter("b")]),
        warned(call("old3", a="1", b="2")),
        ["DeprecationWarning: odd.old3(): deprecated: a"],
    ),
    "one that is not used": Edit({}, warned(call("old3", b="2")), []),
    "deprecated fields": Edit(
        posted("old4", {"a": DEPRECATED, "b": ref("OddOld")}, schemas={"OddOld": thing({"c": DEPRECATED})}),
        warned(call("old4", a="1", b={"c": "2"})),
        ["DeprecationWarning: odd.old4(): deprecated: a, b.c"],
    ),
    "a deprecated value": Edit(
        posted("old5", {"style": STYLES}),
        warned(call("old5", style="old")),
        ["DeprecationWarning: odd.old5(): deprecated: style='old'"],
    ),
    "another value": Edit({}, warned(call("old5", style="new")), []),
    "in docstrings": Edit(
        {},
        lambda p: [line.strip() for line in p.method("odd.old5").__doc__.splitlines() if "style:" in line],
        ["style: A manner (deprecated: old)."],
    ),
    "a deprecated field of a response": Edit(
        got("old6", ref("OddPast"), schemas={"OddPast": thing({"a": DEPRECATED, "b": TEXT})}),
        warned(lambda p: [p.model("OddPast").from_dict({"a": "1"}).a, p.model("OddPast").from_dict({"b": "1"}).b]),
        ["DeprecationWarning: OddPast.a is deprecated"],
    ),
    "a deprecated field of an event": Edit(
        LINE, warned(lambda p: received(p, "one.in_")), ["DeprecationWarning: OddHeard.in_ is deprecated"]
    ),
    "one that nobody reads": Edit({}, warned(received), []),
    "its value": Edit({}, values, ["x", bytes(3), bytes(3)]),
    "deprecated bytes in an object": Edit(
        {},
        warned(lambda p: received(p, "two.held.sound", "one.audio")),
        [
            "DeprecationWarning: OddRang.held is deprecated",
            "DeprecationWarning: OddHeld.sound is deprecated",
            "DeprecationWarning: OddHeard.audio is deprecated",
        ],
    ),
    "a deprecated field of a message that is sent": Edit(
        {},
        warned(sent({"event": "dial", "a": "1", "how": {"b": "2", "c": "3"}})),
        ["DeprecationWarning: the event dial: deprecated: a, how.b"],
    ),
    "one that is not sent": Edit({}, warned(sent({"event": "dial", "how": {"c": "3"}})), []),
    "a deprecated message": Edit(
        {}, warned(sent({"event": "press", "key": "1"})), ["DeprecationWarning: the event press is deprecated"]
    ),
    "a deprecated socket": Edit(
        OLD_LISTENING,
        warned(listen),
        ["DeprecationWarning: stt.auto_finalize.websocket() is deprecated"],
    ),
    "and for type checkers": Edit(
        {},
        lambda p: p.method("stt.auto_finalize.websocket").__deprecated__,
        "stt.auto_finalize.websocket() is deprecated",
    ),
    "a new variant in a response": Edit(
        got(
            "choice",
            ref("OddChoice"),
            schemas={
                "OddChoice": CHOICE,
                "OddLoud": LOUD,
                "OddSoft": SOFT,
                "OddHolder": thing({"choice": ref("OddChoice")}),
            },
        ),
        variants,
        (["OddLoud", "UnknownVariant"], 1, [{"choice": {"kind": "soft"}}, {"choice": {"kind": "new", "x": 1}}]),
    ),
    "and as a type checker reads it": Edit(
        {},
        lambda p: "cast(" in inspect.getsource(p.method("odd.choice")) and p.result("odd.choice"),
        "OddLoud | OddSoft | UnknownVariant",
    ),
    "a stream that names its last event": Edit(
        operation(
            "tick", shape="events", success=EVENTS, schemas=copy.deepcopy(TICKS), extra={"x-last-event": "OddEnd"}
        ),
        event,
        ([True, None], "x", "y", {"type": "more", "from": "x", "keys": "y"}),
    ),
    "a path with quotes": Edit(
        operation("quote", '/odd/"; 1/0; "/\\'), lambda p: call("quote")(p).request.url.path, '/odd/"; 1/0; "/\\'
    ),
    "a media type with quotes": Edit(
        operation("media", shape="bytes", success=content(FILE, 'audio/"; 1/0; "')), result("media"), "Audio"
    ),
    "a status of its own": Edit(
        got("made", ref("Status"), status="201"), lambda p: p.parsed("odd.made", {"ok": True}, 201).ok, True
    ),
    "a body that is composed": Edit(
        posted("sum", {}, schema={"description": "Both.", "allOf": [ref("Status"), thing({"more": TEXT})]}),
        signature("sum"),
        "ok: bool, more: str | Unset = UNSET",
    ),
    "a field that may be null": Edit(
        got("null", ref("OddNull"), schemas={"OddNull": thing({"a": {"type": ["string", "null"]}})}),
        read_back("OddNull", {"a": None}),
        True,
    ),
    "constants of all kinds": Edit(
        got(
            "fixed",
            ref("OddFixed"),
            schemas={
                "OddFixed": thing(
                    {f"{kind}_": {"const": value} for kind, value in CONSTANTS.items()},
                    [f"{kind}_" for kind in CONSTANTS],
                )
            },
        ),
        lambda p: p.model("OddFixed")().to_dict(),
        {f"{kind}_": value for kind, value in CONSTANTS.items()},
    ),
    "their types, of which type checkers know few": Edit(
        {},
        lambda p: [each.replace("'", '"') for each in p.model("OddFixed").__annotations__.values()],
        ['Literal["list | Thing"]', "Literal[1]", "Literal[-1]", "int", "bool", "float", "float"],
    ),
    "a constant in a header": Edit(
        operation(
            "fixed2",
            parameters=[parameter("X-Mode", "header", {"const": "v1"}), parameter("X-On", "header", {"const": 2.5})],
        ),
        headers("fixed2", "X-Mode", "X-On", x_mode="v1", x_on=2.5),
        {"X-Mode": "v1", "X-On": "2.5"},
    ),
    "numbers to choose from": Edit(
        posted(
            "some",
            {
                "a": {"type": "number", "enum": [0.5, 2]},
                "b": {**INTEGER, "enum": [1, 2**70]},
                "c": {"type": "boolean", "enum": [True]},
            },
        ),
        signature("some"),
        "a: float | Unset = UNSET, b: int | Unset = UNSET, c: bool | Unset = UNSET",
    ),
    "dates and identifiers in a query": Edit(
        operation(
            "days", parameters=[parameter("a", schema=DAY), parameter("b", schema=MOMENT), parameter("c", schema=ID)]
        ),
        query("days", a=date(2026, 1, 2), b=datetime(2026, 1, 2, tzinfo=UTC), c=UUID(int=5)),
        {"a": "2026-01-02", "b": "2026-01-02T00:00:00+00:00", "c": str(UUID(int=5))},
    ),
    "and in a body": Edit(
        posted("days2", {"a": DAY, "b": MOMENT, "c": ID}),
        sent_json("days2", a=date(2026, 1, 2), b=datetime(2026, 1, 2, tzinfo=UTC), c=UUID(int=5)),
        {"a": "2026-01-02", "b": "2026-01-02T00:00:00+00:00", "c": str(UUID(int=5))},
    ),
    "and in a form": Edit(
        posted("days3", {"a": DAY, "c": ID}, FORM),
        parts("days3", a=date(2026, 1, 2), c=UUID(int=5)),
        [('name="a"', "2026-01-02"), ('name="c"', str(UUID(int=5)))],
    ),
    "and in headers, as texts": Edit(
        operation("days4", parameters=[parameter("X-Day", "header", DAY), parameter("X-Id", "header", ID)]),
        headers("days4", "X-Day", "X-Id", x_day="2026-01-02", x_id=UUID(int=5)),
        {"X-Day": "2026-01-02", "X-Id": str(UUID(int=5))},
    ),
    "and in a response": Edit(
        got("days5", ref("OddDays"), schemas={"OddDays": thing({"a": DAY, "b": ID, "c": {"oneOf": [MOMENT, DAY]}})}),
        lambda p: [(each := p.model("OddDays").from_dict(DAYS)).a, each.c, each.to_dict() == DAYS],
        [date(2026, 1, 2), date(2026, 1, 3), True],
    ),
    "what a path takes": Edit(
        operation(
            "walk2",
            "/odd/walk2/{a}/{b}/{c}",
            parameters=[
                parameter("a", "path", DAY),
                parameter("b", "path", INTEGER),
                parameter("c", "path", {**INTEGER, "enum": [1, 2]}),
            ],
        ),
        lambda p: (signature("walk2")(p), call("walk2", 2, a=date(2026, 1, 2), b=3)(p).request.url.path),
        ("c: OddWalk2C, a: datetime.date, b: int", "/odd/walk2/2026-01-02/3/2"),
    ),
    "numbers of an enum": Edit(
        posted(
            "some2",
            {"a": {**INTEGER, "enum": [1, 2]}, "b": {"enum": [3, 4]}},
            parameters=[parameter("c", schema={"enum": [5]})],
        ),
        lambda p: (sent_json("some2", a=1, b=4)(p), query("some2", c=5)(p)),
        ({"a": 1, "b": 4}, {"c": "5"}),
    ),
    "files in the notation of 3.1": Edit(
        posted(
            "pile5",
            {
                "a": {**TEXT, "contentMediaType": "audio/wav"},
                "b": {"type": "array", "items": {"contentEncoding": "binary"}},
            },
            FORM,
        ),
        parts("pile5", a=b"AAA", b=[b"BBB"]),
        [('name="a"; filename="a"', "AAA"), ('name="b"; filename="b"', "BBB")],
    ),
    "objects that hold each other": Edit(
        got(
            "pair",
            ref("OddHen"),
            schemas={"OddHen": thing({"egg": ref("OddEgg")}), "OddEgg": thing({"hen": ref("OddHen")})},
        ),
        lambda p: type(p.model("OddHen").from_dict({"egg": {"hen": {}}}).egg.hen).__name__,
        "OddHen",
    ),
    "a field that is null": Edit(
        got("void", ref("OddVoid"), schemas={"OddVoid": thing({"a": {"type": "null"}}, ["a"])}),
        read_back("OddVoid", {"a": None}),
        True,
    ),
    "a title": Edit(
        got("titled", ref("OddTitled"), schemas={"OddTitled": {**thing({"a": TEXT}), "title": "A fine title"}}),
        read_back("OddTitled", {"a": "x"}),
        True,
    ),
    "properties beside allOf": Edit(
        got("beside", ref("OddBeside"), schemas={"OddBeside": {**thing({"a": TEXT}, ["a"]), "allOf": [ref("Status")]}}),
        lambda p: [p.model("OddBeside").from_dict({"a": "x", "ok": True}).a, p.model("OddBeside")._fields],
        ["x", ("ok", "a")],
    ),
    "an open enum as a response": Edit(
        got("hue", {"anyOf": [ref("Color"), TEXT]}),
        lambda p: [p.parsed("odd.hue", each) for each in ("red", "new")],
        ["red", "new"],
    ),
    "messages that hold choices, and themselves": Edit(
        {
            "paths": {"/odd/talk": {"x-websocket": TALK}},
            "components": {
                "schemas": {
                    "OddTalk": thing(
                        {
                            "type": {"const": "talk"},
                            "a": {"anyOf": [ref("Style"), ref("Status"), TEXT]},
                            "b": {
                                "anyOf": [{"type": "array", "items": TEXT}, {"type": "array", "items": ref("Style")}]
                            },
                            "c": {"type": "array", "items": ref("OddTalk")},
                        },
                        ["type"],
                    )
                }
            },
        },
        lambda p: p.module("events").decode_odd_talk_event(json.dumps(TALKED)).to_dict() == TALKED,
        True,
    ),
    "objects in place": Edit(
        posted("inner", {"a": thing({"b-c": TEXT, "d": {"type": "array", "items": thing({"e": INTEGER})}}, ["b-c"])}),
        sent_json("inner", a={"b-c": "x", "d": [{"e": 1}]}),
        {"a": {"b-c": "x", "d": [{"e": 1}]}},
    ),
    "objects in place, in a form": Edit(
        posted("inner2", {"a": thing({"b": TEXT, "c": thing({"d": INTEGER})})}, FORM),
        parts("inner2", a={"b": "x", "c": {"d": 2}}),
        [('name="a[b]"', "x"), ('name="a[c][d]"', "2")],
    ),
    "a body that is composed of composed parts": Edit(
        posted(
            "sum2",
            {},
            schema={"description": "All.", "allOf": [{"allOf": [ref("Status"), ref("Style")]}, thing({"more": TEXT})]},
        ),
        sent_json("sum2", ok=True, kind="plain", more="x"),
        {"ok": True, "kind": "plain", "more": "x"},
    ),
    "a reference with a description of its own": Edit(
        posted("told", {"a": {"allOf": [ref("Style"), {"description": "Mine."}]}}),
        sent_json("told", a={"kind": "plain"}),
        {"a": {"kind": "plain"}},
    ),
    "a page whose list may be missing": Edit(
        operation(
            "leaf",
            shape="pages",
            success=content(ref("OddLeaf")),
            schemas={"OddLeaf": thing({"data": {"type": ["array", "null"], "items": ref("Status")}, "next": TEXT})},
        ),
        lambda p: (
            p.result("odd.leaf"),
            p.module("pages").Page(p.model("OddLeaf").from_dict({"data": None}), None, {}).data,
        ),
        ("Page[Status]", []),
    ),
    "a header that is a component": Edit(
        operation("head4", parameters=[parameter("X-Hue", "header", {"allOf": [ref("Color")]})]),
        headers("head4", "X-Hue", x_hue="red"),
        {"X-Hue": "red"},
    ),
    "the query of a socket": Edit(
        {
            "paths": {
                "/odd/hear": {
                    "x-websocket": {
                        "name": "stt.manual_finalize",
                        "description": "Hear.",
                        "send": {**CALLED, "oneOf": [ref("Ring"), ref("Speak")]},
                        "first": ref("Ring"),
                        "receive": {**CALLED, "oneOf": [ref("Speak"), ref("HangUp")]},
                        "examples": {"send": [{"event": "ring", "times": 2}], "receive": [{"event": "hang_up"}]},
                        "query": [parameter(name, schema=schema) for name, schema in QUERY.items()],
                    }
                }
            }
        },
        lambda p: [
            f"{each.name}: {each.annotation}"
            for each in inspect.signature(p.method("stt.manual_finalize.websocket")).parameters.values()
        ][: len(QUERY) + 2],
        [
            *(f"{name}: {kind} | Unset" for name, kind in QUERY_TYPES.items()),
            "times: int | Unset",
            "from_: str | Unset",
        ],
    ),
    "what messages hold": Edit(
        {
            "paths": {
                "/odd/hold": {
                    "x-websocket": {**TALK, "name": "odd.hold", "send": HOLD, "receive": HOLD, "first": ref("OddHold")}
                }
            },
            "components": {
                "schemas": {
                    "OddHold": thing(
                        {
                            "type": {"const": "hold"},
                            "a": ref("OddCounts"),
                            "b": {"anyOf": [{**TEXT, "contentEncoding": "base64"}, {"type": "null"}]},
                            "c": {"type": "array", "items": {**TEXT, "contentEncoding": "base64"}},
                            "d": {"type": "null"},
                            "e": {"anyOf": [{"enum": ["x"]}, TEXT]},
                        },
                        ["type"],
                    ),
                    "OddCounts": {"type": "object", "description": "Counts.", "additionalProperties": INTEGER},
                }
            },
        },
        lambda p: [
            (each := p.module("events").decode_odd_hold_event(json.dumps(HELD))).a,
            each.b,
            each.c,
            each.to_dict() == HELD,
            json.loads(p.module("events").ODD_HOLD_MESSAGES.check(HELD, {}).frame) == HELD,
        ],
        [{"x": 1}, b"AA", ["QUE="], True, True],
    ),
    "two sockets that are sent one message": Edit(
        {},
        lambda p: [
            p.module("events").STT_MANUAL_FINALIZE_MESSAGES.check({"event": "ring", "times": 2}, {}).frame,
            p.texts().count("class _SentRing("),
        ],
        ['{"event": "ring", "times": 2}', 1],
    ),
    "values with quotes": Edit(
        posted("enum", {"a": {**TEXT, "enum": ['"', "'''", '"""', "\\", "\n", "{x}", "list"]}}),
        sent_json("enum", a='"""'),
        {"a": '"""'},
    ),
}
FRAGMENTS = [edit.fragment for edit in EDITS.values() if edit.fragment]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """The package of the golden description with all edits at once."""
    return compile_spec(write_spec(tmp_path_factory.mktemp("edits"), FRAGMENTS, TAGS))


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_gives_what_it_says(name: str, package: Package) -> None:
    assert EDITS[name].look(package) == EDITS[name].expected


def test_a_header_that_cannot_be_sent_is_refused(package: Package) -> None:
    for value, fault in (("a\nb", "a header takes ASCII"), ("ü", "a header takes ASCII"), (5, "x_mode must be str")):
        with pytest.raises(ValueError, match=fault):
            package.method("odd.head")(x_mode=value)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, edit in EDITS.items() if edit.fragment])
def test_the_tree_of_each_edit_is_written_compiled_and_type_checked(name: str, tmp_path: Path) -> None:
    write_spec(tmp_path, [EDITS[name].fragment], TAGS)
    scripts = Path(__file__).parents[2] / "scripts"
    for command in (
        [sys.executable, "-m", "codegen", "--root", str(tmp_path)],
        [sys.executable, "-m", "compileall", "-q", "generated"],
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--config-file=",
            "--cache-dir",
            str(Path(__file__).parents[2] / ".mypy_cache/edits"),
            "generated/cartesia_api/resources",
            "generated/cartesia_api/events.py",
        ],
    ):
        done = subprocess.run(
            command,
            env={"PYTHONPATH": str(scripts), "PATH": ""},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
