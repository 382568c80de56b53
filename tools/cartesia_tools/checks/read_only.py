"""Checks that only read."""

from __future__ import annotations

import itertools
import re

from cartesia_api import contract
from cartesia_client.errors import AuthenticationError, BadRequestError, NotFoundError

from ..defaults import KATIE
from .base import check, refused, structured
from .target import Target

UNKNOWN = "00000000-0000-4000-8000-000000000000"


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


@check("errors.unauthorized")
def _unauthorized(t: Target) -> None:
    """A wrong key is refused with 401."""
    with t.other_client(api_key="sk_car_not_a_key_of_anybody") as client:
        structured(t, refused(t, AuthenticationError, lambda: client.voices.list(limit=1)))


@check("errors.not_found")
def _not_found(t: Target) -> None:
    """A voice that does not exist is refused with 404."""
    structured(t, refused(t, NotFoundError, lambda: t.client.voices.get(UNKNOWN)))


@check("errors.bad_field")
def _bad_field(t: Target) -> None:
    """A value out of range is refused with 400."""
    structured(t, refused(t, BadRequestError, lambda: t.client.voices.list(limit=0)))


@check("tolerance.unknown_parameter")
def _unknown_parameter(t: Target) -> None:
    """A query parameter that nobody knows does no harm."""
    page = t.client.voices.list(limit=1, extra_query={"brand_new_parameter": "1"})
    t.expect(len(page.data) == 1, "the page should be what it is without the parameter")


@check("version.unusable")
def _unusable_version(t: Target) -> None:
    """A version from before there was an API is refused with 400."""
    old = {"Cartesia-Version": "1999-01-01"}
    refused(t, BadRequestError, lambda: t.client.voices.list(limit=1, extra_headers=old))


@check("version.older")
def _older_versions(t: Target) -> None:
    """All dated versions still list voices."""
    path = next(each.path for each in contract.OPERATIONS if each.name == "voices.list")
    for version in sorted(contract.VERSIONS):
        with t.other_client(api_key=t.client._policy.identity.credential().reveal(), version=version) as client:
            answer = client.get_httpx_client().get(path, params={"limit": 2}).json()
        voices = answer["data"] if isinstance(answer, dict) else answer
        t.expect(voices and all("id" in voice for voice in voices), f"{version} should list voices")
