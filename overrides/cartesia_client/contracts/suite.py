"""The checks of the contract: each is one thing that the service does, done through the public client.

They run on the sandbox and on the real service; what they send and receive is laid beside the description afterwards.
"""

from __future__ import annotations

import itertools
import re
import statistics
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cartesia_api import contract

from ..audio import Audio
from ..errors import (
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    IncompleteAudioError,
    NotFoundError,
)
from .target import UPLOAD_RATE, Cost, Target

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
MODEL = "sonic-3.5"
HELLO = "Hello from Sonic."
ORDER = "I would like to book a table for two."
LONG = "This is a rather long sentence, of which nobody is going to hear the end."
UNKNOWN = "00000000-0000-4000-8000-000000000000"
RAW: Any = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": UPLOAD_RATE}
WAV: Any = {**RAW, "container": "wav"}
SILENCE = bytes(2 * 2 * UPLOAD_RATE)
"""Two seconds."""
LONGEST = 6.0
"""Seconds that the longest of the short texts takes at most."""
OLDER = ("2024-06-10", "2024-11-13", "2025-04-16", "2025-11-04", "2026-03-01")


@dataclass(frozen=True)
class Check:
    """A named check."""

    name: str
    run: Callable[[Target], None]
    cost: Cost
    writes: bool
    """Whether it makes, alters or deletes something; what it makes, it deletes."""

    @property
    def is_read_only(self) -> bool:
        """Whether it neither writes nor costs anything."""
        return not self.writes and self.cost == Cost()

    @property
    def purpose(self) -> str:
        """What it checks, in a sentence."""
        return (self.run.__doc__ or "").strip()


CHECKS: list[Check] = []


def check(
    name: str, *, writes: bool = False, **cost: float
) -> Callable[[Callable[[Target], None]], Callable[[Target], None]]:
    """Adds a check to the list; costs as in Cost."""

    def add(run: Callable[[Target], None]) -> Callable[[Target], None]:
        CHECKS.append(Check(name, run, Cost(**cost), writes))  # type: ignore[arg-type]  # characters are whole
        return run

    return add


# -- reading ----------------------------------------------------------------------------------------------------------


@check("status")
def _status(t: Target) -> None:
    """The service says that it is well, and its version."""
    info = t.client.get_status()
    t.expect(info.ok is True, f"ok should be true, not {info.ok!r}")
    t.expect(re.fullmatch(r"\d{4}-\d\d-\d\d", str(info.version)), f"version should be a date, not {info.version!r}")


@check("voices.list")
def _voices_list(t: Target) -> None:
    """A page of voices has as many as asked for, and says that there is more."""
    page = t.client.voices.list(limit=2)
    t.expect(len(page.data) == 2, f"a page of 2 should hold 2 voices, not {len(page.data)}")
    t.expect(page.has_more is True, "has_more should be true: there are more than two voices")


@check("voices.pages")
def _voices_pages(t: Target) -> None:
    """Pages follow each other without gaps or repetitions."""
    paged = [voice.id for voice in itertools.islice(t.client.voices.list(limit=2), 5)]
    whole = [voice.id for voice in t.client.voices.list(limit=5).data]
    t.expect(len(set(paged)) == len(paged), f"no voice should come twice: {paged}")
    t.expect(paged == whole, f"pages of 2 should give the voices of a page of 5: {paged} and {whole}")


@check("voices.get")
def _voices_get(t: Target) -> None:
    """A voice of the list can be had by its id."""
    first = t.client.voices.list(limit=1).data[0]
    voice = t.client.voices.get(first.id, expand=["preview_file_url"])
    t.expect((voice.id, voice.name) == (first.id, first.name), f"{voice.name!r} should be {first.name!r}")


@check("voices.search")
def _voices_search(t: Target) -> None:
    """Voices are found by their names, and filtered."""
    voice = t.client.voices.get(KATIE)
    found = [each.id for each in itertools.islice(t.client.voices.list(q=voice.name, limit=100), 100)]
    t.expect(voice.id in found, f"{voice.name!r} should be among the voices found by that name")
    feminine = t.client.voices.list(gender="feminine", limit=5).data
    genders = {voice.gender for voice in feminine}
    t.expect(genders <= {"feminine"}, f"only feminine voices were asked for: {genders}")


@check("accents.list")
def _accents(t: Target) -> None:
    """The catalog of accents is there."""
    t.expect(t.client.voices.list_accents().accents, "there should be accents")


@check("agents.lists")
def _agents(t: Target) -> None:
    """Agents, templates and metrics can be listed."""
    t.client.agents.list()
    t.client.agents.list_templates()
    t.client.agents.metrics.list(limit=2)
    t.client.agents.metrics.results.list(limit=2)


@check("datasets.list")
def _datasets(t: Target) -> None:
    """Datasets, and the files of the first one, can be listed."""
    for dataset in t.client.datasets.list(limit=2).data[:1]:
        t.client.datasets.files.list(dataset.id, limit=2)


@check("fine_tunes.list")
def _fine_tunes(t: Target) -> None:
    """Fine-tunes, and the voices of the first one, can be listed."""
    for fine_tune in t.client.fine_tunes.list(limit=2).data[:1]:
        t.client.fine_tunes.list_voices(fine_tune.id, limit=2)


@check("pronunciation_dicts.list")
def _dictionaries(t: Target) -> None:
    """Pronunciation dictionaries can be listed."""
    t.client.pronunciation_dicts.list(limit=2)


def _refused(t: Target, kind: type[APIStatusError], call: Callable[[], object]) -> APIStatusError:
    """The error that a call raises; fails the check if it is none, or another."""
    try:
        call()
    except kind as error:
        return error
    except APIStatusError as error:
        t.expect(False, f"{kind.__name__} should have been raised, not {type(error).__name__}: {error}")
    t.expect(False, f"{kind.__name__} should have been raised, and nothing was")
    raise AssertionError  # not reached


def _structured(t: Target, error: APIStatusError) -> None:
    t.expect(error.title and error.message, f"an error should have a title and a message: {error}")
    t.expect(error.request_id, f"an error should name its request: {error}")


@check("errors.unauthorized")
def _unauthorized(t: Target) -> None:
    """A wrong key is refused with 401."""
    with t.other_client(api_key="sk_car_not_a_key_of_anybody") as client:
        _structured(t, _refused(t, AuthenticationError, lambda: client.voices.list(limit=1)))


@check("errors.not_found")
def _not_found(t: Target) -> None:
    """A voice that does not exist is refused with 404."""
    _structured(t, _refused(t, NotFoundError, lambda: t.client.voices.get(UNKNOWN)))


@check("errors.bad_field")
def _bad_field(t: Target) -> None:
    """A value out of range is refused with 400."""
    _structured(t, _refused(t, BadRequestError, lambda: t.client.voices.list(limit=0)))


@check("tolerance.unknown_parameter")
def _unknown_parameter(t: Target) -> None:
    """A query parameter that nobody knows does no harm."""
    page = t.client.voices.list(limit=1, extra_query={"brand_new_parameter": "1"})
    t.expect(len(page.data) == 1, "the page should be what it is without the parameter")


@check("version.unusable")
def _unusable_version(t: Target) -> None:
    """A version from before there was an API is refused with 400."""
    old = {"Cartesia-Version": "1999-01-01"}
    _refused(t, BadRequestError, lambda: t.client.voices.list(limit=1, extra_headers=old))


@check("version.older")
def _older_versions(t: Target) -> None:
    """All dated versions still list voices."""
    path = next(each.path for each in contract.OPERATIONS if each.name == "voices.list")
    for version in OLDER:
        with t.other_client(api_key=t.client._policy.identity.credential().reveal(), version=version) as client:
            answer = client.get_httpx_client().get(path, params={"limit": 2}).json()
        voices = answer["data"] if isinstance(answer, dict) else answer
        t.expect(voices and all("id" in voice for voice in voices), f"{version} should list voices")


# -- speech -----------------------------------------------------------------------------------------------------------


def _say(t: Target, output: Any, text: str = HELLO, **fields: Any) -> Audio:
    return t.client.tts.generate(
        model_id=MODEL,
        transcript=text,
        voice=KATIE,
        output_format=output,
        **fields,
    )


def _audible(t: Target, samples: bytes, seconds: float) -> None:
    """Fails unless 16-bit samples are speech, as far as length and level tell."""
    t.expect(0.4 < seconds < 15, f"a short sentence should not take {seconds:.2f} s")
    level = statistics.fmean(map(abs, array("h", samples[: len(samples) // 2 * 2])))
    t.expect(level > 50, f"speech should be louder than {level:.0f} of 32767")


@check("tts.wav", characters=len(HELLO))
def _wav(t: Target) -> None:
    """Speech as a WAV file has a header that is true, and can be heard."""
    audio = _say(t, WAV)
    t.expect(audio.data[:4] == b"RIFF" and audio.data[8:12] == b"WAVE", "a WAV file should begin with RIFF and WAVE")
    t.expect(audio.sample_rate == UPLOAD_RATE, f"{UPLOAD_RATE} Hz were asked for, not {audio.sample_rate}")
    _audible(t, audio.data[44:], audio.duration)


@check("tts.mp3", characters=len(HELLO))
def _mp3(t: Target) -> None:
    """Speech as MP3 consists of frames."""
    audio = _say(t, {"container": "mp3", "sample_rate": 44100, "bit_rate": 128000})
    t.expect(audio.data[:3] == b"ID3" or audio.data[0] == 0xFF, "an MP3 should begin with a frame or a tag")
    t.expect(0.4 < audio.duration < 15, f"a short sentence should not take {audio.duration:.2f} s")


@check("tts.raw", characters=len(HELLO))
def _raw(t: Target) -> None:
    """Raw speech is samples and nothing else."""
    audio = _say(t, RAW)
    t.expect(audio.data[:4] != b"RIFF", "raw audio should have no header")
    _audible(t, audio.data, audio.duration)


@check("tts.telephone", characters=len(HELLO))
def _telephone(t: Target) -> None:
    """Raw mu-law at 8000 Hz has one byte a sample."""
    audio = _say(t, {"container": "raw", "encoding": "pcm_mulaw", "sample_rate": 8000})
    t.expect(0.4 < len(audio.data) / 8000 < 15, f"{len(audio.data)} bytes are no short sentence")


@check("tts.sse", characters=len(HELLO))
def _sse(t: Target) -> None:
    """Speech as events: audio, the times of the words in order, and done at the end."""
    events = t.client.tts.generate_sse(
        model_id=MODEL,
        transcript=HELLO,
        voice=KATIE,
        output_format=RAW,
        add_timestamps=True,
    )
    _conversation(t, list(events))


def _conversation(t: Target, events: Sequence[Any], *, timed: bool = True) -> None:
    """Fails unless events are audio and, if wanted, times of words in order, with done at the end."""
    kinds = [event.type for event in events]
    t.expect(kinds and kinds[-1] == "done", f"the last event should be done: {kinds[-3:]}")
    audio = b"".join(event.data for event in events if event.type == "chunk")
    _audible(t, audio, len(audio) / 2 / UPLOAD_RATE)
    times = [event.word_timestamps for event in events if event.type == "timestamps" and event.word_timestamps]
    starts = [start for each in times for start in each.start]
    if timed:
        t.expect(starts, "there should be times of words")
        t.expect(starts == sorted(starts), f"times should not go back: {starts}")
        t.expect(all(len(each.words) == len(each.start) == len(each.end) for each in times), "each word has two times")


@check("tts.bad_model", characters=len(HELLO))
def _bad_model(t: Target) -> None:
    """A model that does not exist is refused."""
    error = _refused(
        t,
        APIStatusError,
        lambda: t.client.tts.generate(
            model_id="sonnet-0",
            transcript=HELLO,
            voice=KATIE,
            output_format=WAV,
        ),
    )
    t.expect(error.status_code in (400, 404), f"400 or 404 was expected, not {error.status_code}")


@check("tts.bad_speed", characters=len(HELLO))
def _bad_speed(t: Target) -> None:
    """A speed out of range is refused with 400."""
    _structured(t, _refused(t, BadRequestError, lambda: _say(t, WAV, generation_config={"speed": 9.0})))


@check("tts.empty", characters=3)
def _empty(t: Target) -> None:
    """A transcript of punctuation only is refused with 400."""
    _refused(t, BadRequestError, lambda: _say(t, WAV, "..."))


# -- the speech socket ------------------------------------------------------------------------------------------------

CONTEXT: dict[str, Any] = {"model_id": MODEL, "voice": KATIE, "output_format": RAW}
WAIT = 30.0
"""Seconds to wait for an event."""


@check("tts.socket", characters=len(ORDER))
def _socket(t: Target) -> None:
    """A context over the socket: audio, the times of the words in order, and done at the end."""
    with t.client.tts.websocket_connect() as socket:
        context = socket.context(**CONTEXT, add_timestamps=True)
        for word in re.findall(r"\S+\s*", ORDER):
            context.push(word)
        context.no_more_inputs()
        _conversation(t, list(context.receive(timeout=WAIT)))


@check("tts.socket.two_contexts", characters=2 * len(HELLO))
def _two_contexts(t: Target) -> None:
    """Two contexts share a socket, and each gets its own events."""
    with t.client.tts.websocket_connect() as socket:
        contexts = [socket.context(**CONTEXT) for _ in range(2)]
        for context in contexts:
            context.push(HELLO)
            context.no_more_inputs()
        for context in contexts:
            events = list(context.receive(timeout=WAIT))
            ids = {getattr(event, "context_id", None) for event in events}
            t.expect(ids == {context.context_id}, f"a context should get its own events only: {ids}")
            _conversation(t, events, timed=False)


@check("tts.socket.flush", characters=2 * len(HELLO))
def _flush(t: Target) -> None:
    """A flush has everything spoken, and says when that is done."""
    with t.client.tts.websocket_connect() as socket:
        context = socket.context(**CONTEXT)
        context.push(HELLO)
        context.flush()
        context.push(HELLO)
        context.no_more_inputs()
        events = list(context.receive(timeout=WAIT))
        kinds = [event.type for event in events]
        t.expect("flush_done" in kinds, f"a flush should be answered with flush_done: {sorted(set(kinds))}")
        t.expect("chunk" in kinds[: kinds.index("flush_done")], "audio should come before flush_done")
        _conversation(t, events, timed=False)


@check("tts.socket.cancel", characters=len(LONG) + len(HELLO))
def _cancel(t: Target) -> None:
    """A cancelled context ends, and the socket goes on."""
    with t.client.tts.websocket_connect() as socket:
        context = socket.context(**CONTEXT)
        context.push(LONG)
        context.cancel()
        try:
            list(context.receive(timeout=WAIT))
            t.expect(False, "a cancelled context should not end as if it were complete")
        except IncompleteAudioError:
            pass
        after = socket.context(**CONTEXT)
        after.push(HELLO)
        after.no_more_inputs()
        _conversation(t, list(after.receive(timeout=WAIT)), timed=False)


@check("tts.socket.bad_model", characters=len(HELLO))
def _socket_bad_model(t: Target) -> None:
    """A model that does not exist is answered with an error event, and the socket stays open."""
    with t.client.tts.websocket_connect() as socket:
        context = socket.context(**{**CONTEXT, "model_id": "sonnet-0"})
        context.push(HELLO)
        context.no_more_inputs()
        error = _refused(t, APIStatusError, lambda: list(context.receive(timeout=WAIT)))
        t.expect(400 <= error.status_code < 500, f"a status of 4xx was expected, not {error.status_code}")


# -- listening --------------------------------------------------------------------------------------------------------


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))


def _understood(t: Target, text: str, spoken: str) -> None:
    """Fails unless at least half of the words have been understood."""
    missing = _words(spoken) - _words(text)
    t.expect(len(missing) <= len(_words(spoken)) / 2, f"{spoken!r} should not be understood as {text!r}")


@check("stt.batch", characters=len(ORDER), transcribed=LONGEST)
def _batch(t: Target) -> None:
    """A recording is transcribed, with the times of the words."""
    audio = _say(t, WAV, ORDER)
    answer = t.client.stt.transcribe(
        file=("order.wav", audio.data, "audio/wav"), model="ink-whisper", timestamp_granularities=["word"]
    )
    _understood(t, answer.text, ORDER)


@check("stt.manual", characters=len(ORDER), listened=LONGEST + 2)
def _manual(t: Target) -> None:
    """Live transcription in which the client ends the utterances."""
    audio = _say(t, RAW, ORDER)
    query: dict[str, Any] = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": UPLOAD_RATE}
    with t.client.stt.manual_finalize.websocket(**query) as session:
        events = list(session.listen(audio.data + SILENCE))
    texts = (event.text for event in events if event.type == "transcript" and event.is_final)
    _understood(t, "".join(texts), ORDER)


@check("stt.auto", characters=len(ORDER), listened=LONGEST + 2)
def _auto(t: Target) -> None:
    """Live transcription in which the service finds the turns."""
    audio = _say(t, RAW, ORDER)
    query: dict[str, Any] = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": UPLOAD_RATE}
    with t.client.stt.auto_finalize.websocket(**query) as session:
        events = list(session.listen(audio.data + SILENCE))
    t.expect(events[0].type == "connected", f"the first event should be connected, not {events[0].type}")
    _understood(t, " ".join(event.transcript for event in events if event.type == "turn.end"), ORDER)


@check("voice_changer", characters=len(HELLO), changed=LONGEST)
def _voice_changer(t: Target) -> None:
    """A recording is said again by another voice."""
    audio = _say(t, WAV)
    changed = t.client.voice_changer.generate(
        clip=("hello.wav", audio.data, "audio/wav"),
        voice_id=KATIE,
        output_format_container="wav",
        output_format_sample_rate=16000,
        output_format_encoding="pcm_s16le",
    )
    t.expect(0.4 < changed.duration < 15, f"a short sentence should not take {changed.duration:.2f} s")


# -- making, altering, deleting ---------------------------------------------------------------------------------------


@check("access_token", writes=True, characters=len(HELLO))
def _access_token(t: Target) -> None:
    """A token with the grant for speech speaks, and does nothing else."""
    token = t.client.access_token.create(grants={"tts": True}, expires_in=60).token
    with t.other_client(token=token) as client:
        audio = client.tts.generate(
            model_id=MODEL,
            transcript=HELLO,
            voice=KATIE,
            output_format=WAV,
        )
        t.expect(audio.duration > 0.4, f"a short sentence should not take {audio.duration:.2f} s")
        error = _refused(t, APIStatusError, lambda: client.voices.list(limit=1))
        t.expect(error.status_code in (401, 403), f"401 or 403 was expected, not {error.status_code}")


@check("pronunciation_dicts", writes=True)
def _dictionary(t: Target) -> None:
    """A dictionary is made, found, altered and deleted."""
    dictionaries = t.client.pronunciation_dicts
    made = dictionaries.create(name=t.tag, items=[{"text": "Sonic", "alias": "sonnick"}])
    t.made(f"pronunciation dictionary {made.id}", lambda: dictionaries.delete(made.id))
    t.expect(made.name == t.tag, f"the dictionary should be called {t.tag!r}, not {made.name!r}")
    t.expect(dictionaries.retrieve(made.id).name == t.tag, "the dictionary should be found by its id")
    ids = [each.id for each in itertools.islice(dictionaries.list(limit=100), 1000)]
    t.expect(made.id in ids, "the dictionary should be in the list")
    renamed = dictionaries.update(made.id, name=f"{t.tag}, renamed")
    t.expect(renamed.name == f"{t.tag}, renamed", f"the new name should be given back, not {renamed.name!r}")
    t.expect([item.text for item in renamed.items] == ["Sonic"], "its entries should stay")
    dictionaries.delete(made.id)
    _refused(t, NotFoundError, lambda: dictionaries.retrieve(made.id))


@check("voices.clone", writes=True, characters=len(ORDER))
def _clone(t: Target) -> None:
    """A voice is cloned, altered and deleted."""
    clip = _say(t, WAV, ORDER)
    made = t.client.voices.clone(clip=("clip.wav", clip.data, "audio/wav"), name=t.tag, language="en")
    t.made(f"voice {made.id}", lambda: t.client.voices.delete(made.id))
    t.expect(t.client.voices.get(made.id).name == t.tag, "the voice should be found by its id")
    changed = t.client.voices.update(made.id, description="made by a contract check")
    t.expect(changed.description == "made by a contract check", f"the new description is {changed.description!r}")
    t.client.voices.delete(made.id)
    _refused(t, NotFoundError, lambda: t.client.voices.get(made.id))


def chosen(words: Iterable[str] | None) -> list[Check]:
    """The checks with one of these words in their names; all without words."""
    wanted = list(words or [""])
    return [each for each in CHECKS if any(word in each.name for word in wanted)]
