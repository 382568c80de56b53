"""What is bought, and what is not: limits, folders that cannot be used, calls that share a folder, readers that leave."""

from __future__ import annotations

import copy
import pickle
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from cartesia_client import (
    AsyncCartesia,
    Cartesia,
    CartesiaError,
    InvalidRequestError,
    NotSavedError,
    PaymentRequiredError,
    formats,
)
from cartesia_client.narration import piece_store, sample_buffer
from cartesia_io.audio import wav
from cartesia_io.file_lock import FileLock
from cartesia_sandbox import Sandbox

from tests.unit.conftest import done
from tests.unit.test_saving import room

from .test_speak import TEXT, bought

pytestmark = pytest.mark.usefixtures("_short_pieces")


def test_a_text_that_would_pass_the_limit_is_refused_whole(client: Cartesia, sandbox: Sandbox, tmp_path: Path) -> None:
    length = len(TEXT) - 2  # the spaces between pieces are not sent
    with Cartesia(api_key="any", base_url=sandbox.url, max_characters=length - 1) as poor:
        with pytest.raises(InvalidRequestError, match=f"max_characters={length - 1}"):
            poor.speak(TEXT)
        assert bought(sandbox) == []
        client.speak("A cat sat.", resume=tmp_path, output_format=formats.TELEPHONE)
        poor.speak(TEXT, resume=tmp_path, output_format=formats.TELEPHONE)  # one piece is there
    with Cartesia(api_key="any", base_url=sandbox.url, max_characters=length) as exact:
        exact.speak(TEXT, output_format=formats.TELEPHONE)
        assert exact.usage.characters == length


async def test_the_async_client_refuses_it_whole(sandbox: Sandbox) -> None:
    sandbox.reset()
    async with AsyncCartesia(api_key="any", base_url=sandbox.url, max_characters=20) as client:
        with pytest.raises(InvalidRequestError, match="max_characters=20"):
            await client.speak(TEXT)
    assert bought(sandbox) == []


def test_a_folder_that_keeps_nothing_is_found_before_anything_is_bought(
    client: Cartesia, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.speak("A cat sat.", resume=tmp_path)

    def full(*given: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("tempfile.TemporaryFile", full)
        patched.setattr(FileLock, "acquire", full)
        assert client.speak("A cat sat.", resume=tmp_path).pieces[0].is_kept  # nothing has to be written for that
        with pytest.raises(InvalidRequestError, match="No space left"):
            client.speak(TEXT, resume=tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(InvalidRequestError, match="resume must be a folder"):
        client.speak(TEXT, resume=tmp_path / "file")
    assert bought(sandbox) == ["A cat sat."]


def test_a_piece_that_was_bought_and_cannot_be_kept_is_in_the_error(
    client: Cartesia, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(piece_store.PieceStore, "store", full)
    with pytest.raises(OSError, match="No space left") as caught:
        client.speak(TEXT, resume=tmp_path, concurrency=1)
    speech = caught.value.partial  # type: ignore[attr-defined]
    assert [piece.text for piece in speech.pieces] == ["One fine day."]
    assert [word.text for word in speech.words] == ["One", "fine", "day."]


def test_pieces_before_one_that_cannot_be_paid_are_kept(client: Cartesia, sandbox: Sandbox, tmp_path: Path) -> None:
    client.speak("One fine day.", resume=tmp_path)
    sandbox.fail("status", operation="tts.generate_sse", status=402, times=None)
    with pytest.raises(PaymentRequiredError) as caught:
        client.speak(TEXT, resume=tmp_path, concurrency=1)
    assert [piece.text for piece in caught.value.partial.pieces] == ["One fine day."]  # type: ignore[attr-defined]
    sandbox.reset()
    client.speak(TEXT, resume=tmp_path)
    assert sorted(bought(sandbox)) == ["A cat sat.", "The sun rose."]


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"[1]\nx", b"\xff\x00" * 50, b"[" * 99999, None], ids=range(6))
def test_damaged_pieces_are_bought_again(
    client: Cartesia, sandbox: Sandbox, tmp_path: Path, damage: bytes | None
) -> None:
    client.speak("A cat sat.", resume=tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:-1] if damage is None else damage)
    assert not client.speak("A cat sat.", resume=tmp_path).pieces[0].is_kept
    assert client.speak("A cat sat.", resume=tmp_path).pieces[0].is_kept
    assert len(bought(sandbox)) == 2


def test_calls_that_share_a_folder_buy_each_piece_once(client: Cartesia, sandbox: Sandbox, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: bytes(client.speak(TEXT, resume=tmp_path).audio), range(4)))
    assert len(set(made)) == 1
    many = client.speak_many([TEXT, TEXT, "A cat sat. A cat sat."], resume=tmp_path, concurrency=3)
    assert all(spoken.speech for spoken in many)
    assert len(bought(sandbox)) == 3
    assert {path.suffix for path in tmp_path.iterdir()} == {".piece"}


def test_waiting_for_another_process_ends(client: Cartesia, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piece_store, "_LOCK_TIMEOUT", 0.0)
    stream = client.speak_stream("A cat sat.", resume=tmp_path)
    stream._request.voice = client.voices.find("Katie").id
    key = stream._key(stream._request.parts[0])
    other = FileLock(tmp_path / f"{key}.lock", 1.0)
    assert other.acquire()
    with pytest.raises(TimeoutError, match="another process has held"):
        stream.read()
    other.release()
    assert client.speak("A cat sat.", resume=tmp_path)


def test_who_leaves_many_texts_stops_those_under_way(client: Cartesia, sandbox: Sandbox) -> None:
    long = " ".join(["A cat sat on a mat."] * 30)
    for spoken in client.speak_many(["Hi.", long, long], concurrency=2, output_format=formats.TELEPHONE):
        assert spoken.speech
        break
    assert len(bought(sandbox)) < 20


@pytest.mark.parametrize("items", ["Hello.", b"Hello.", {"text": "Hello."}, 7])
def test_items_that_are_one_text_are_refused(client: Cartesia, items: object) -> None:
    with pytest.raises(InvalidRequestError, match="items must be a list of texts"):
        client.speak_many(items)  # type: ignore[arg-type]
    with pytest.raises(InvalidRequestError, match="did you mean voice"):
        client.speak_many(["Hi."], vioce="Katie")  # type: ignore[call-arg]


def test_a_stream_that_is_closed_by_another_thread_says_so(client: Cartesia) -> None:
    stream = client.speak_stream(" ".join(["A cat sat on a mat."] * 30), output_format=formats.TELEPHONE)
    parts: Iterator[bytes] = iter(stream)
    next(parts)
    thread = threading.Thread(target=stream.close)
    thread.start()
    thread.join()
    with pytest.raises(CartesiaError, match="closed while it was made"):
        list(parts)


@pytest.mark.parametrize("color", ["sync", "async"])
async def test_what_is_under_way_when_the_disk_fills_is_in_the_error_and_no_more_is_bought(
    color: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    sandbox.reset()
    text = " ".join(["A cat sat on a mat."] * 12)
    kind = Cartesia if color == "sync" else AsyncCartesia
    made: Any = kind(api_key="any", base_url=sandbox.url)
    stream = made.speak_stream(
        text, concurrency=2, output_format={"container": "wav", "encoding": "pcm_s16le", "sample_rate": 16000}
    )
    with room(66_000), pytest.raises(NotSavedError, match="what there was of it") as failed:
        await done(stream.save(tmp_path / "a.wav"))
    await done(made.close())
    error = failed.value
    assert isinstance(error, CartesiaError)
    assert error.may_be_billed
    assert 1 <= len(bought(sandbox)) == len(stream.pieces) < 12
    header = wav.parse(error.data)
    assert header
    assert header.data_size == len(error.data) - 44 >= 66_000
    assert not list(tmp_path.iterdir())
    for copied in (copy.copy(copy.copy(error)), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert (str(copied), copied.filename, copied.data) == (str(error), str(tmp_path / "a.wav"), error.data)


@pytest.mark.parametrize("limit", [0, 10, 25, 100])
def test_speech_that_was_bought_stays_in_memory_when_the_temporary_folder_is_full(
    limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample_buffer, "_IN_MEMORY", 8)
    buffer = sample_buffer.SampleBuffer()
    with room(limit):
        for number in range(10):
            buffer.append(bytes([number]) * 6)
    assert buffer.read(0, 100) == b"".join(bytes([number]) * 6 for number in range(10))
    assert buffer.read(57, 100) == b"\t" * 3
