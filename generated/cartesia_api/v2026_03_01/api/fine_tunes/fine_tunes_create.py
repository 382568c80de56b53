from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from .... import errors
from ....client import AuthenticatedClient, Client
from ....parsing import model_of
from ...models.fine_tune import FineTune

if TYPE_CHECKING:
    from ...models.create_fine_tune_request import CreateFineTuneRequest


def _get_kwargs(
    *,
    body: CreateFineTuneRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/fine-tunes/",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> FineTune | None:
    if response.status_code == 200:
        response_200 = model_of(FineTune, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None
