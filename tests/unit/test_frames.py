"""What a frame is written as, and which names a connection remembers."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from cartesia_api.bodies import json_field
from cartesia_api.frames import frame_text
from cartesia_io.values import Remembered
from hypothesis import given
from hypothesis import strategies as st

LARGEST = int(sys.float_info.max)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-LARGEST, LARGEST)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


class Text(str):
    __slots__ = ()


class Number(int):
    pass


@given(st.dictionaries(st.text(), VALUES, max_size=4))
def test_a_frame_says_what_its_fields_say_without_those_that_are_none(fields: dict[str, Any]) -> None:
    frame = {name: json_field(name, value) for name, value in fields.items()}
    assert json.loads(frame_text(frame)) == {name: value for name, value in frame.items() if value is not None}


@pytest.mark.parametrize("value", [Text("é"), {"k": Text("é")}, [Number(7)], Number(7), 10**300])
def test_subclasses_of_what_json_holds_are_written_as_such(value: Any) -> None:
    assert json.loads(frame_text({"field": json_field("field", value)})) == {"field": value}


def test_only_the_newest_names_are_remembered() -> None:
    names = Remembered(2)
    for name in ("first", "second", "first", "third"):
        names.add(name)
    assert [name in names for name in ("first", "second", "third")] == [False, True, True]
