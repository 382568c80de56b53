from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import httpx

from .... import errors
from ....client import AuthenticatedClient, Client
from ....types import File

if TYPE_CHECKING:
    from ...models.ttssse_request import TTSSSERequest


def _get_kwargs(
    *,
    body: TTSSSERequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/tts/sse",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> File | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None
