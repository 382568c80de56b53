"""What is passed to be spoken, transcribed or sent as a command, and is code of the caller: taken, or refused by name."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

import cartesia_client as c
import pytest
from cartesia_api.messages import message_of
from cartesia_client.sockets.transcripts import check_piece, pieces_of
from cartesia_io.audio.source import any_frames, frames, messages
from cartesia_io.handlers import Handlers
from cartesia_io.sockets.closing import check_close

from tests.unit.test_wrong_arguments import FailingText, Rude, Unclassed, Unequal, fails

QUERY = {"encoding": "pcm_s16le", "sample_rate": 16000}


def closed() -> Any:
    file = io.BytesIO(b"abcd")
    file.close()
    return file


def released() -> Any:
    view = memoryview(b"abcd")
    view.release()
    return view


def made(**methods: Any) -> Any:
    return type("Made", (), methods)()


class Wide(bytes):
    """Bytes that measure themselves otherwise."""

    def __len__(self) -> int:
        raise RuntimeError("code of the caller")


@pytest.mark.parametrize(
    "make",
    [
        closed,
        released,
        Rude,
        Unclassed,
        lambda: {"a": 1},
        lambda: made(read=fails),
        lambda: made(read=5),
        lambda: made(__fspath__=fails),
        lambda: made(__fspath__=lambda _: 1),  # would be the number of an open file, which is closed afterwards
    ],
)
def test_audio_that_cannot_be_read_is_refused(make: Callable[[], Any]) -> None:
    with pytest.raises(c.InvalidRequestError, match="audio"):
        list(frames(make(), QUERY))
    with pytest.raises(c.InvalidRequestError, match="audio"):
        list(any_frames(make(), QUERY))  # type: ignore[arg-type]  # none of these is asynchronous


def test_samples_of_a_subclass_of_bytes_are_sent_whole() -> None:
    assert messages(Wide(b"abcd")) == [b"abcd"]
    assert b"".join(frames(Wide(b"abcd"), QUERY)) == b"abcd"


@pytest.mark.parametrize(
    "make", [Rude, Unclassed, Unequal, released, lambda: {"a": 1}, lambda: b"a", lambda: [1], lambda: 5]
)
def test_what_is_no_text_is_refused_with_its_type(make: Callable[[], Any]) -> None:
    with pytest.raises(c.InvalidRequestError, match="text must be str"):
        check_piece(make())
    if type(value := make()) is not list:
        with pytest.raises(c.InvalidRequestError, match="text must be str"):
            pieces_of(value)


def test_a_closed_file_is_refused_as_text() -> None:
    for make in (closed, lambda: made(closed=True, __iter__=fails)):
        with pytest.raises(c.InvalidRequestError, match="text is a file that has been closed"):
            pieces_of(make(), Iterable)


def test_a_kind_of_event_and_a_code_that_have_no_class_are_refused() -> None:
    odd: Any = Unclassed()
    with pytest.raises(c.InvalidRequestError, match="event_type must be"):
        Handlers().on(odd, print)
    with pytest.raises(c.InvalidRequestError, match="code must be"):
        check_close(odd)


def test_texts_of_odd_subclasses_are_plain_texts() -> None:
    assert check_piece(FailingText("Hi.")) == "Hi."
    assert pieces_of(FailingText("Hi.")) == ["Hi."]


@pytest.mark.parametrize("make", [Rude, Unclassed, lambda: made(to_dict=lambda _: 5), lambda: 5, lambda: b"close"])
def test_what_is_no_command_is_refused(make: Callable[[], Any]) -> None:
    with pytest.raises(c.InvalidRequestError, match="a command must be str or dict"):
        message_of(make())
