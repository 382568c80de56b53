from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from .... import errors
from ....client import AuthenticatedClient, Client
from ....parsing import model_of
from ...models.pronunciation_dict import PronunciationDict

if TYPE_CHECKING:
    from ...models.create_pronunciation_dict_request import CreatePronunciationDictRequest


def _get_kwargs(
    *,
    body: CreatePronunciationDictRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/pronunciation-dicts/",
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
