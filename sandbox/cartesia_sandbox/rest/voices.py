"""Voices: listed, made from recordings and from other voices, changed, deleted; and the accents."""

from __future__ import annotations

import uuid
import zlib
from collections.abc import Mapping
from typing import Any

from ..description.errors import invalid, not_found
from ..state import accents
from ..state.voice_fixtures import OWNER
from ..state.voices import OWNED, Voice, locale_fields
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
NO_PAGES_BEFORE = "2024-11-13"
"""Until then there was nothing to expand, and the numbers of a voice came with it."""


def represent_voice(voice: Voice, call: Call) -> Voice:
    """A voice with all that any version shows of it; what the one asked for does not know is cut off later."""
    asked: set[str] = set(call.query.get("expand[]") or ())
    extra: dict[str, Any] = {
        "embedding": embedding_from_timbre(voice["timbre"]),
        "is_starred": False,
        "preview_file_url": None,  # there are no previews here
    }
    if call.version < NO_PAGES_BEFORE:
        asked.add("embedding")
    return {
        **voice,
        "accent": accents.represent(voice["accent"], call.version),
        "is_public": voice["access"] == "public",
        **{name: value for name, value in extra.items() if name in asked},
    }


@handles("voices.list")
def list_voices(call: Call) -> Any:
    # An older date has no name for some languages; voices that speak them came later.
    known = call.operation.contract.languages
    found = [voice for voice in call.state.voices.search(call.query) if voice["language"] in known]
    result = call.page(found)
    return {**result, "data": [represent_voice(voice, call) for voice in result["data"]]}


@handles("voices.get")
def get_voice(call: Call) -> Any:
    return represent_voice(call.state.voices.get(call.path["id"]), call)


@handles("voices.update")
def update_voice(call: Call) -> Any:
    voice = call.state.voices.owned(call.path["id"])
    changes = call.given("name", "description")
    if "gender" in call.body:
        changes["gender"] = call.body["gender"] or voice["default_gender"]
    if "accent" in call.body:
        accent = call.body["accent"]
        native = accents.find(accent, call.version).id if accent else voice["default_accent"]
        others = [id for id in voice["accents"][1:] if id != native]
        changes |= locale_fields([native, *others] if native else [], voice["language"])
    return represent_voice(call.state.voices.update(voice["id"], changes), call)


@handles("voices.delete")
def delete_voice(call: Call) -> None:
    call.state.voices.delete(call.state.voices.owned(call.path["id"])["id"])


@handles("voices.clone")
def clone_voice(call: Call) -> Any:
    """A voice of the pitch of the recording. More of it is not kept."""
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
    return _made(call, timbre, [accent.id] if accent else [], language)


@handles("voices.localize")
def localize_voice(call: Call) -> Any:
    body = call.body
    voice = call.state.voices.get(body["voice_id"])
    if body.get("accent"):
        # It decides the language, whatever else is said.
        accent = accents.require_localizable(accents.find(body["accent"], call.version))
    else:
        found = accents.default_for(body["language"], body.get("dialect"))
        if found is None:
            raise invalid(f"language: voices cannot be localized to {body['language']!r}")
        accent = found
    timbre = voice["timbre"]
    return _made(
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
    voice = call.state.voices.owned(call.path["id"])
    more = [accents.find(accent, call.version).id for accent in call.body["accents"]]
    known = [*dict.fromkeys([*voice["accents"], *more])]
    return represent_voice(call.state.voices.update(voice["id"], locale_fields(known)), call)


@handles("voices.delete_accent")
def delete_accent(call: Call) -> Any:
    voice = call.state.voices.owned(call.path["id"])
    known = list(voice["accents"])
    if call.path["accent_id"] not in known:
        raise not_found("accent of this voice")
    if call.path["accent_id"] == known[0]:
        raise invalid("the native accent of a voice cannot be detached")
    known.remove(call.path["accent_id"])
    return represent_voice(call.state.voices.update(voice["id"], locale_fields(known)), call)


@handles("voices.list_accents")
def list_accents(call: Call) -> Any:
    return {"accents": accents.catalog()}


# Until 2025 voices could be numbers.


@handles("voices.create")
def create_voice(call: Call) -> Any:
    body = call.body
    if not is_embedding(body["embedding"]):
        raise invalid(f"embedding: must be {EMBEDDING_SIZE} numbers")
    if base := body.get("base_voice_id"):
        call.state.voices.get(base)
    language = _language(call, body.get("language") or "en")
    accent = accents.default_for(language)
    return _made(call, timbre_from_embedding(body["embedding"]), [accent.id] if accent else [], language)


@handles("voices.mix")
def mix_voices(call: Call) -> Any:
    if not call.body["voices"]:
        raise invalid("voices: there must be one at least")
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
    """A language that voices can have, without a region."""
    code = language.replace("_", "-").partition("-")[0]
    if code not in call.state.languages:
        raise invalid(f"language: there are no voices for {language!r}")
    return code


def _made(call: Call, timbre: Timbre, accented: list[str], language: str, gender: str | None = None) -> Voice:
    """A new voice of the caller's, with the names that the body gives it."""
    made = {
        "id": str(uuid.uuid4()),
        "user_id": OWNER,
        "tagline": "",
        "description": "",
        "created_at": call.state.now(),
        "gender": gender,
        "default_gender": gender,
        "default_accent": accented[0] if accented else None,
        "timbre": timbre,
        **call.given("name", "description", "tagline"),
        **OWNED,
        **locale_fields(accented, language),
    }
    return represent_voice(call.state.voices.add(made), call)
