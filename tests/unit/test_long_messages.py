"""Messages with much base64, which is decoded apart from the rest, are read as if it were not; of a text, it is not."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from cartesia_api import events
from hypothesis import example, given, settings
from hypothesis import strategies as st

LONG = b64encode(b"\1\2\3" * 500).decode()
FIELDS = ['"type":"chunk"', '"done":false', '"status_code":206', '"step_time":1.5', '"context_id":"c"']
VALUES = [
    f'"{LONG}"',
    f' \n"{LONG}"',
    f'"{LONG[1:]}"',
    f'"{LONG[:-4]}\\u0041\\/AA"',
    f'"{LONG}',
    "null",
    '""',
    f'"{"é" * 999}"',
]
ODD = [
    f'"more":{{"data":"{LONG}"}}',
    f'"data":"{LONG}"',
    f'"text":"\\"data\\":\\"{LONG}"',
    f'"d\\u0061ta":"{LONG}"',
    '"d\\u0061ta":""',
    '"data":"AAAA"',
    '"type":"new"',
    '"other":"data"',
    f'"other":["data","{LONG}"]',
    "\x0b",
]


def outcome(decode: Callable[[Any], Any], data: str | bytes) -> Any:
    try:
        return decode(data)
    except Exception as error:
        return type(error), str(error)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([events.decode_tts_websocket_event, events.decode_ttssse_event]),
    st.lists(st.sampled_from(VALUES).map('"data":{}'.format) | st.sampled_from(ODD), max_size=3),
    st.permutations(FIELDS),
    st.integers(0, 5),
    st.sampled_from([",", " , ", ",\n"]),
)
@example(events.decode_tts_websocket_event, [f'"more":{{"data":"{LONG}"}}', '"d\\u0061ta":""'], FIELDS, 0, ",")
def test_a_long_message_is_read_as_one_whose_base64_is_not_decoded_apart(
    decode: Callable[[Any], Any], more: list[str], fields: list[str], at: int, comma: str
) -> None:
    text = f"{{{comma.join([*fields[:at], *more, *fields[at:]])}}}"
    assert outcome(decode, text.encode()) == outcome(decode, text)


@pytest.mark.parametrize("space", ["", " "])
def test_base64_is_decoded_apart_in_the_messages_that_speech_arrives_in(space: str) -> None:
    text = "{" + ",".join([*FIELDS[:1], f'"data":{space}"{LONG}"', *FIELDS[1:]]) + "}"
    with patch.object(events, "decode_base64", side_effect=AssertionError):
        event = events.decode_tts_websocket_event(text.encode())
    assert isinstance(event, events.TTSSocketChunk)
    assert (event.data, event.context_id) == (b"\1\2\3" * 500, "c")
