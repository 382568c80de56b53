"""Checks that make, alter and delete something."""

from __future__ import annotations

import itertools

from cartesia_client.errors import APIStatusError, NotFoundError

from ..defaults import KATIE, MODEL
from .base import HELLO, ORDER, WAV, check, refused, say
from .target import Target


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
        error = refused(t, APIStatusError, lambda: client.voices.list(limit=1))
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
    refused(t, NotFoundError, lambda: dictionaries.retrieve(made.id))


@check("voices.clone", writes=True, characters=len(ORDER))
def _clone(t: Target) -> None:
    """A voice is cloned, altered and deleted."""
    clip = say(t, WAV, ORDER)
    made = t.client.voices.clone(clip=("clip.wav", clip.data, "audio/wav"), name=t.tag, language="en")
    t.made(f"voice {made.id}", lambda: t.client.voices.delete(made.id))
    t.expect(t.client.voices.get(made.id).name == t.tag, "the voice should be found by its id")
    changed = t.client.voices.update(made.id, description="made by a contract check")
    t.expect(changed.description == "made by a contract check", f"the new description is {changed.description!r}")
    t.client.voices.delete(made.id)
    refused(t, NotFoundError, lambda: t.client.voices.get(made.id))
