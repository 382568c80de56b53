"""Checks that only read, and cost nothing."""

from __future__ import annotations

import itertools
import re
from typing import Any

from cartesia_api import contract
from cartesia_client.errors import AuthenticationError, BadRequestError, NotFoundError

from ..defaults import KATIE
from .base import check, expect_details, rejected
from .budget import UPLOAD_RATE
from .target import Target

UNKNOWN_ID = "00000000-0000-4000-8000-000000000000"


@check("status")
def _status(t: Target) -> None:
    """Expect the service to report that it is healthy, and its version."""
    info = t.client.get_status()
    t.expect(info.ok is True, f"ok should be true, not {info.ok!r}")
    t.expect(re.fullmatch(r"\d{4}-\d\d-\d\d", str(info.version)), f"version should be a date, not {info.version!r}")


@check("voices.list")
def _voices_list(t: Target) -> None:
    """Expect a page of voices to have the requested size, and to say that there are more."""
    page = t.client.voices.list(limit=2)
    t.expect(len(page.data) == 2, f"a page of 2 should hold 2 voices, not {len(page.data)}")
    t.expect(page.has_more is True, "has_more should be true: there are more than two voices")


@check("voices.pages")
def _voices_pages(t: Target) -> None:
    """Expect pages to follow each other without gaps or repetitions."""
    paged = [voice.id for voice in itertools.islice(t.client.voices.list(limit=2), 5)]
    whole = [voice.id for voice in t.client.voices.list(limit=5).data]
    t.expect(len(set(paged)) == len(paged), f"no voice should come twice: {paged}")
    t.expect(paged == whole, f"pages of 2 should give the voices of a page of 5: {paged} and {whole}")


@check("voices.get")
def _voices_get(t: Target) -> None:
    """Expect a listed voice to be found by its id."""
    first = t.client.voices.list(limit=1).data[0]
    voice = t.client.voices.get(first.id, expand=["preview_file_url"])
    t.expect((voice.id, voice.name) == (first.id, first.name), f"{voice.name!r} should be {first.name!r}")


@check("voices.search")
def _voices_search(t: Target) -> None:
    """Expect voices to be found by their names, and to be filtered."""
    voice = t.client.voices.get(KATIE)
    found = [each.id for each in itertools.islice(t.client.voices.list(q=voice.name, limit=100), 100)]
    t.expect(voice.id in found, f"{voice.name!r} should be among the voices found by that name")
    feminine = t.client.voices.list(gender="feminine", limit=5).data
    genders = {voice.gender for voice in feminine}
    t.expect(genders <= {"feminine"}, f"only feminine voices were requested, not {genders}")


@check("accents.list")
def _accents(t: Target) -> None:
    """Expect a catalog of accents."""
    t.expect(t.client.voices.list_accents().accents, "there should be accents")


@check("agents.lists")
def _agents(t: Target) -> None:
    """List agents, templates and metrics."""
    t.client.agents.list()
    t.client.agents.list_templates()
    t.client.agents.metrics.list(limit=2)
    t.client.agents.metrics.results.list(limit=2)


@check("datasets.list")
def _datasets(t: Target) -> None:
    """List datasets, and the files of the first one."""
    for dataset in t.client.datasets.list(limit=2).data[:1]:
        t.client.datasets.files.list(dataset.id, limit=2)


@check("fine_tunes.list")
def _fine_tunes(t: Target) -> None:
    """List fine-tunes, and the voices of the first one."""
    for fine_tune in t.client.fine_tunes.list(limit=2).data[:1]:
        t.client.fine_tunes.list_voices(fine_tune.id, limit=2)


@check("pronunciation_dicts.list")
def _dictionaries(t: Target) -> None:
    """List pronunciation dictionaries."""
    t.client.pronunciation_dicts.list(limit=2)


@check("errors.unauthorized")
def _unauthorized(t: Target) -> None:
    """Expect a wrong key to be rejected with 401."""
    with t.other_client(api_key="sk_car_not_a_valid_key") as client:
        expect_details(t, rejected(t, AuthenticationError, lambda: client.voices.list(limit=1)))


@check("sockets.unauthorized")
def _unauthorized_sockets(t: Target) -> None:
    """Expect a wrong key to be rejected with 401 at the handshake of each socket."""
    listen: dict[str, Any] = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": UPLOAD_RATE}
    with t.other_client(api_key="sk_car_not_a_valid_key") as client:
        sockets: list[Any] = [
            client.tts.websocket_connect(),
            client.stt.manual_finalize.websocket(**listen),
            client.stt.auto_finalize.websocket(**listen),
            client.agents.stream("agent_unknownunknownunknown"),
        ]
        for socket in sockets:
            rejected(t, AuthenticationError, socket.enter)


@check("errors.not_found")
def _not_found(t: Target) -> None:
    """Expect a request for a voice that does not exist to be rejected with 404."""
    expect_details(t, rejected(t, NotFoundError, lambda: t.client.voices.get(UNKNOWN_ID)))


@check("errors.bad_field")
def _bad_field(t: Target) -> None:
    """Expect a value out of range to be rejected with 400."""
    expect_details(t, rejected(t, BadRequestError, lambda: t.client.voices.list(limit=0)))


@check("tolerance.unknown_parameter")
def _unknown_parameter(t: Target) -> None:
    """Expect an unknown query parameter to be ignored."""
    page = t.client.voices.list(limit=1, extra_query={"brand_new_parameter": "1"})
    t.expect(len(page.data) == 1, "an unknown parameter should not change the page")


@check("version.unusable")
def _unusable_version(t: Target) -> None:
    """Expect a version older than the API to be rejected with 400."""
    http = t.client.get_httpx_client()
    request = http.build_request("GET", "/voices", params={"limit": 1})
    request.headers["Cartesia-Version"] = "1999-01-01"  # only now: the client rejects it, too
    rejected(t, BadRequestError, lambda: http.send(request))


@check("version.older")
def _older_versions(t: Target) -> None:
    """Expect voices to be listed in every older version."""
    path = next(each.path for each in contract.ROUTES.operations if each.name == "voices.list")
    for version in sorted(contract.VERSIONS):
        # The oldest versions send a list, not a page: the JSON is read as it is.
        headers = {"Cartesia-Version": version}
        body = t.client.get_httpx_client().get(path, params={"limit": 2}, headers=headers).json()
        voices = body["data"] if isinstance(body, dict) else body
        t.expect(voices and all("id" in voice for voice in voices), f"{version} should list voices")
