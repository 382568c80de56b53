"""What the stock generator does wrong without saying so, and what the pipeline makes of it."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from cartesia_api.api.tts import tts_generate
from cartesia_api.models import RawOutputFormat, TTSRequest, Voice
from cartesia_api.types import UNSET, Unset

VOICE = {
    "id": "f786b574-daa5-4673-aa0c-cbe3e8534c02",
    "is_owner": False,
    "access": "by-invitation",
    "visibility": "all",
    "name": "Katie",
    "tagline": "",
    "description": "",
    "gender": "unheard-of",
    "created_at": "2025-02-03T10:15:30+00:00",
    "language": "tlh",
    "locales": [],
    "a_new_field": {"deep": [1]},
}


def request(**fields: object) -> TTSRequest:
    output = RawOutputFormat(encoding="pcm_s16le", sample_rate=8000)
    return TTSRequest(model_id="sonic-3.5", transcript="Hi.", voice="v", output_format=output, **fields)  # type: ignore[arg-type]  # object


def test_unknown_enum_values_and_fields_pass_and_survive() -> None:
    voice = Voice.from_dict(VOICE)
    assert (voice.access, voice.gender, voice.language) == ("by-invitation", "unheard-of", "tlh")
    assert voice.to_dict() == VOICE


def test_plain_strings_do_for_enums() -> None:
    assert request(language="en", speed="slow").to_dict()["speed"] == "slow"


def test_defaults_of_the_service_are_not_sent() -> None:
    assert set(request().to_dict()) == {"model_id", "transcript", "voice", "output_format"}


def test_a_constant_need_not_be_given() -> None:
    assert request().to_dict()["output_format"] == {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_absent_survives_copies_and_pickle(again: Callable[[Any], Any]) -> None:
    assert again(UNSET) is UNSET
    assert Unset() is UNSET
    twin = again(request(language=None))
    assert twin == request(language=None)
    assert twin.locale is None
    assert twin.to_dict()["language"] is None
    assert repr(UNSET) == "NOT_GIVEN"
    assert not UNSET


def test_the_version_header_is_no_argument_of_a_function() -> None:
    assert tts_generate._get_kwargs(body=request())["headers"] == {"Content-Type": "application/json"}


def test_one_model_is_imported_without_the_others() -> None:
    code = """
import sys
from cartesia_api.models import TokenGrant
loaded = {name for name in sys.modules if name.startswith("cartesia_api.models.")}
assert loaded == {"cartesia_api.models.token_grant"}, loaded
import cartesia_api.models
assert "Voice" in dir(cartesia_api.models)
try:
    cartesia_api.models.Nothing
except AttributeError as error:
    assert "Nothing" in str(error)
else:
    raise AssertionError
"""
    subprocess.run([sys.executable, "-c", code], check=True)
