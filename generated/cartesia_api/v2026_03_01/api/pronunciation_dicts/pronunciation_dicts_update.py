from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx

from .... import errors
from ....client import AuthenticatedClient, Client
from ....parsing import model_of
from ...models.pronunciation_dict import PronunciationDict

if TYPE_CHECKING:
    from ...models.update_pronunciation_dict_request import UpdatePronunciationDictRequest


def _get_kwargs(
    id: str,
    *,
    body: UpdatePronunciationDictRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/pronunciation-dicts/{id}".format(
            id=quote(str(id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PronunciationDict | None:
    if response.status_code == 200:
        response_200 = model_of(PronunciationDict, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None
