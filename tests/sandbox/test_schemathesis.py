"""Requests by the thousand, made from the description, right ones and wrong ones: is every answer as it says?

The suite tries the examples and some requests at random for each operation, always the same ones.
`scripts/test -m slow tests/sandbox/test_schemathesis_at_length.py` tries many more, and every rule of every schema (the phase
"coverage").

Left out, and why:

- Wrong versions for `get_status` and `agents.list_templates`: what needs no key needs no version either.
- Nulls that a schema does not know: the sandbox takes them for fields left out, because real clients send them.
- Right data is made plausible first (see `plausible`): a schema cannot say that a cursor must be the id of an item, that a
  transcript must have something to say, or that a file must be a recording.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
import requests
import schemathesis
from cartesia_sandbox import Sandbox
from cartesia_sandbox.description.bundle import bundled
from requests.structures import CaseInsensitiveDict
from schemathesis import Case
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection

from tests.sandbox.common import KATIE, KEYED, VERSION, tone, wav

CLIP = wav(tone(150), 16000)
CURSORS = ("starting_after", "ending_before")
OPEN = ("get_status", "agents.list_templates")
OVER = requests.Session()
"""One connection for all: most of the time of a request went to opening another, and to looking for proxies."""
OVER.trust_env = False
described = schemathesis.openapi.from_dict(bundled())
described.config.phases.coverage.enabled = False


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A sandbox that knows one key, so that others are refused."""
    with Sandbox(api_keys=[KEYED["X-API-Key"]]) as own:
        yield own.url


@described.parametrize()
@hypothesis.settings(max_examples=10, deadline=None, derandomize=True)
def test_answers_are_as_described(case: Case[Any], url: str) -> None:
    run(case, url)


def run(case: Case[Any], url: str) -> None:
    assert case.meta is not None
    wrong = {place for place, part in case.meta.components.items() if part.mode == GenerationMode.NEGATIVE}
    name = case.operation.definition.raw["operationId"]
    if wrong == {ParameterLocation.HEADER} and name in OPEN:
        return
    if wrong == {ParameterLocation.BODY} and has_null(case.body):
        return
    if ParameterLocation.HEADER not in wrong:
        case.headers = CaseInsensitiveDict({**case.headers, **VERSION})
    if ParameterLocation.QUERY not in wrong:
        case.query = {name: value for name, value in case.query.items() if name not in CURSORS}
    if not wrong and isinstance(case.body, dict):
        case.body = {**case.body, **plausible(name)}  # a new one, for cases share theirs
    # What was right still is after it was made plausible, though it takes the bytes of a file for something wrong.
    needless: list[Any] = [] if wrong else [negative_data_rejection]
    key = {"X-API-Key": KEYED["X-API-Key"]}
    case.call_and_validate(base_url=url, session=OVER, headers=key, excluded_checks=needless)


def plausible(name: str) -> dict[str, Any]:
    """What to change of a body that the schema allows, so that it can be done."""
    files: dict[str, Any] = dict.fromkeys(("file", "clip", "left_audio", "right_audio"), CLIP)
    output = {"container": "wav", "sample_rate": 8000, "encoding": "pcm_s16le"}
    rules: dict[str, dict[str, Any]] = {
        "tts.generate": {"transcript": "Hi.", "language": "en", "locale": None, "model_id": "sonic-3"},
        "stt.transcribe": files,
        "voices.clone": {**files, "language": "de", "base_voice_id": KATIE},
        "voices.localize": {"accent": "british"},
        "agents.metrics.create": {"name": "a-name"},
        "datasets.files.upload": files,
        "tts.infill": {**files, "model_id": "sonic-3", "transcript": "Hi.", "voice_id": KATIE, "output_format": output},
        "voice_changer.generate": {
            **files,
            "voice[id]": KATIE,
            **{f"output_format[{field}]": value for field, value in output.items()},
        },
    }
    return rules.get(name.removesuffix("_sse"), {})


def has_null(value: Any) -> bool:
    if isinstance(value, dict):
        return any(entry is None or has_null(entry) for entry in value.values())
    return isinstance(value, list) and any(map(has_null, value))
