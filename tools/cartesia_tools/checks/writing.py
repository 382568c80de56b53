"""Checks that create, update and delete something."""

from __future__ import annotations

import itertools

from cartesia_client.errors import APIStatusError, NotFoundError

from ..defaults import KATIE, MODEL
from .base import HELLO, ORDER, WAV, check, rejected, speak
from .target import Target


@check("access_token", writes=True, characters=len(HELLO))
def _access_token(t: Target) -> None:
    """Expect a token with the grant for text to speech to generate speech, and nothing else."""
    token = t.client.access_token.create(grants={"tts": True}, expires_in=60).token
    with t.other_client(token=token) as client:
        audio = client.tts.generate(
            model_id=MODEL,
            transcript=HELLO,
            voice=KATIE,
            output_format=WAV,
        )
        t.expect(audio.duration > 0.4, f"a short sentence should not take {audio.duration:.2f} s")
        error = rejected(t, APIStatusError, lambda: client.voices.list(limit=1))
        t.expect(error.status_code in (401, 403), f"401 or 403 was expected, not {error.status_code}")


@check("pronunciation_dicts", writes=True)
def _dictionary(t: Target) -> None:
    """Create, retrieve, update and delete a pronunciation dictionary."""
    dictionaries = t.client.pronunciation_dicts
    created = dictionaries.create(name=t.tag, items=[{"text": "Sonic", "alias": "sonnick"}])
    t.add_cleanup(f"pronunciation dictionary {created.id}", lambda: dictionaries.delete(created.id))
    t.expect(created.name == t.tag, f"the dictionary should be called {t.tag!r}, not {created.name!r}")
    t.expect(dictionaries.retrieve(created.id).name == t.tag, "the dictionary should be found by its id")
    ids = [each.id for each in itertools.islice(dictionaries.list(limit=100), 1000)]
    t.expect(created.id in ids, "the dictionary should be in the list")
    renamed = dictionaries.update(created.id, name=f"{t.tag}, renamed")
    t.expect(renamed.name == f"{t.tag}, renamed", f"the new name should be returned, not {renamed.name!r}")
    t.expect([item.text for item in renamed.items] == ["Sonic"], "an update of the name should keep the entries")
    dictionaries.delete(created.id)
    rejected(t, NotFoundError, lambda: dictionaries.retrieve(created.id))


@check("voices.clone", writes=True, characters=len(ORDER))
def _clone(t: Target) -> None:
    """Clone, update and delete a voice."""
    clip = speak(t, WAV, ORDER)
    created = t.client.voices.clone(clip=("clip.wav", clip.data, "audio/wav"), name=t.tag, language="en")
    t.add_cleanup(f"voice {created.id}", lambda: t.client.voices.delete(created.id))
    t.expect(t.client.voices.get(created.id).name == t.tag, "the voice should be found by its id")
    changed = t.client.voices.update(created.id, description="made by a conformance check")
    t.expect(
        changed.description == "made by a conformance check",
        f"the new description should be returned, not {changed.description!r}",
    )
    t.client.voices.delete(created.id)
    rejected(t, NotFoundError, lambda: t.client.voices.get(created.id))
