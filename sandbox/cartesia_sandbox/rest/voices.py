"""Voices: search, cloning, localization, changes, embeddings; and the accents."""

from __future__ import annotations

import uuid
import zlib
from collections.abc import Mapping
from typing import Any

from ..description.errors import invalid, not_found
from ..state import accents
from ..state.voices import OWNED, Voice, accent_fields, new_voice
from ..voice.conversion import ENGINE_PITCH, estimate_pitch
from ..voice.decode import read_file
from ..voice.embeddings import (
    EMBEDDING_SIZE,
    embedding_from_timbre,
    is_embedding,
    mix_embeddings,
    timbre_from_embedding,
)
from ..voice.sound import Timbre
from .call import Call, handles

MIN_CLIP = 0.1
"""Seconds of a recording to clone."""
EXPAND_SINCE = "2024-11-13"
"""Earlier versions have no `expand` parameter; their voices always include the embedding."""


def represent_voice(voice: Voice, call: Call) -> Voice:
    """Return a voice with the fields of all versions; the response is reduced later to those of its version."""
    expanded: set[str] = set(call.query.get("expand[]") or ())
    extra: dict[str, Any] = {
        "embedding": embedding_from_timbre(voice["timbre"]),
        "is_starred": False,
        "preview_file_url": None,  # the sandbox has no previews
    }
    if call.version < EXPAND_SINCE:
        expanded.add("embedding")
    return {
        **voice,
        "accent": accents.represent(voice["accent"], call.version),
        "is_public": voice["access"] == "public",
        **{name: value for name, value in extra.items() if name in expanded},
    }


@handles("voices.list")
def list_voices(call: Call) -> Any:
    # Older versions do not have some languages, and not the voices that speak them either.
    known = call.operation.contract.languages
    found = [voice for voice in call.state.voices.search(call.query) if voice["language"] in known]
    result = call.page(found)
    return {**result, "data": [represent_voice(voice, call) for voice in result["data"]]}


@handles("voices.get")
def get_voice(call: Call) -> Any:
    return represent_voice(call.state.voices.get(call.path["id"]), call)


@handles("voices.update")
def update_voice(call: Call) -> Any:
    voice = call.state.voices.get_owned(call.path["id"])
    changes = call.given("name", "description")
    if "gender" in call.body:
        changes["gender"] = call.body["gender"] or voice["default_gender"]
    if "accent" in call.body:
        accent = call.body["accent"]
        native = accents.find(accent, call.version).id if accent else voice["default_accent"]
        others = [id for id in voice["accents"][1:] if id != native]
        changes |= accent_fields([native, *others] if native else [], voice["language"])
    return represent_voice(call.state.voices.update(voice["id"], changes), call)


@handles("voices.delete")
def delete_voice(call: Call) -> None:
    call.state.voices.delete(call.state.voices.get_owned(call.path["id"])["id"])


@handles("voices.clone")
def clone_voice(call: Call) -> Any:
    """Add a voice with the pitch of the recording. Its tempo and brightness depend on the bytes of the file."""
    body = call.body
    clip = call.upload("clip").content
    samples, rate = read_file(clip, status=400)
    if len(samples) < MIN_CLIP * rate:
        raise invalid("clip: the recording is too short")
    language = _language(call, body["language"])
    if base := body.get("base_voice_id"):
        call.state.voices.get(base)
    accent = accents.find(body["accent"], call.version) if body.get("accent") else accents.default_for(language)
    pitch, digest = estimate_pitch(samples, rate), zlib.crc32(clip)
    timbre = Timbre(
        min(max(pitch / ENGINE_PITCH, 0.68), 1.3) if pitch else 0.75 + 0.5 * (digest % 997) / 997,
        0.9 + 0.2 * (digest % 101) / 101,
        0.6 * (digest % 103) / 103 - 0.3,
    )
    return _add_voice(call, timbre, [accent.id] if accent else [], language)


@handles("voices.localize")
def localize_voice(call: Call) -> Any:
    body = call.body
    voice = call.state.voices.get(body["voice_id"])
    if body.get("accent"):
        # The accent decides the language; the other fields are for versions without accents.
        accent = accents.require_localizable(accents.find(body["accent"], call.version))
    else:
        found = accents.default_for(body["language"], body.get("dialect"))
        if found is None:
            raise invalid(f"language: voices cannot be localized to {body['language']!r}")
        accent = found
    timbre = voice["timbre"]
    return _add_voice(
        call,
        timbre._replace(tempo=timbre.tempo * (0.97 if accent.id < "k" else 1.03)),
        [accent.id],
        accent.language,
        gender={"male": "masculine", "female": "feminine"}.get(
            body.get("original_speaker_gender", ""), voice["gender"]
        ),
    )


@handles("voices.add_accents")
def add_accents(call: Call) -> Any:
    voice = call.state.voices.get_owned(call.path["id"])
    more = [accents.find(accent, call.version).id for accent in call.body["accents"]]
    known = [*dict.fromkeys([*voice["accents"], *more])]
    return represent_voice(call.state.voices.update(voice["id"], accent_fields(known)), call)


@handles("voices.delete_accent")
def delete_accent(call: Call) -> Any:
    voice = call.state.voices.get_owned(call.path["id"])
    known = list(voice["accents"])
    if call.path["accent_id"] not in known:
        raise not_found("accent of this voice")
    if call.path["accent_id"] == known[0]:
        raise invalid("the native accent of a voice cannot be removed")
    known.remove(call.path["accent_id"])
    return represent_voice(call.state.voices.update(voice["id"], accent_fields(known)), call)


@handles("voices.list_accents")
def list_accents(call: Call) -> Any:
    return {"accents": accents.catalog()}


# Operations of earlier versions, which have voices as embeddings.


@handles("voices.create")
def create_voice(call: Call) -> Any:
    body = call.body
    if not is_embedding(body["embedding"]):
        raise invalid(f"embedding: must be {EMBEDDING_SIZE} numbers")
    if base := body.get("base_voice_id"):
        call.state.voices.get(base)
    language = _language(call, body.get("language") or "en")
    accent = accents.default_for(language)
    return _add_voice(call, timbre_from_embedding(body["embedding"]), [accent.id] if accent else [], language)


@handles("voices.mix")
def mix_voices(call: Call) -> Any:
    if not call.body["voices"]:
        raise invalid("voices: send at least one")
    return {"embedding": mix_embeddings((_numbers(call, part), part["weight"]) for part in call.body["voices"])}


@handles("voices.clone_clip")
def clone_clip(call: Call) -> Any:
    samples, rate = read_file(call.upload("clip").content, status=400)
    pitch = estimate_pitch(samples, rate)
    return {"embedding": embedding_from_timbre(Timbre(min(max(pitch / ENGINE_PITCH, 0.68), 1.3) if pitch else 1.0))}


def _numbers(call: Call, part: Mapping[str, Any]) -> list[float]:
    if "id" in part:
        return embedding_from_timbre(call.state.voices.timbre(part["id"]))
    numbers: list[float] = part["embedding"]
    if not is_embedding(numbers):
        raise invalid(f"embedding: must be {EMBEDDING_SIZE} numbers")
    return numbers


def _language(call: Call, language: str) -> str:
    """Return the code of a language without its region. Raise APIError for a language without voices."""
    code = language.replace("_", "-").partition("-")[0]
    if code not in call.state.models.languages:
        raise invalid(f"language: there are no voices for {language!r}")
    return code


def _add_voice(call: Call, timbre: Timbre, accent_ids: list[str], language: str, gender: str | None = None) -> Voice:
    """Add a voice that the caller owns, with the name and the descriptions of the body, and return it."""
    voice = new_voice(
        str(uuid.uuid4()), "", timbre, accent_ids, created_at=call.state.now(), gender=gender, language=language
    )
    named = call.given("name", "description", "tagline")
    return represent_voice(call.state.voices.add({**voice, **named, **OWNED}), call)
