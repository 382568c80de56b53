from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from .... import errors
from ....client import AuthenticatedClient, Client
from ....parsing import model_of
from ....types import UNSET, Unset
from ...models.transcription_response import TranscriptionResponse

if TYPE_CHECKING:
    from ....models.stt_encoding import STTEncoding
    from ...models.transcription_request import TranscriptionRequest


def _get_kwargs(
    *,
    body: TranscriptionRequest,
    encoding: None | STTEncoding | Unset = UNSET,
    sample_rate: int | None | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    json_encoding: None | str | Unset
    if isinstance(encoding, Unset):
        json_encoding = UNSET
    elif isinstance(encoding, str):
        json_encoding = encoding
    else:
        json_encoding = encoding
    params["encoding"] = json_encoding

    json_sample_rate: int | None | Unset
    if isinstance(sample_rate, Unset):
        json_sample_rate = UNSET
    else:
        json_sample_rate = sample_rate
    params["sample_rate"] = json_sample_rate

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/stt",
        "params": params,
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> TranscriptionResponse | None:
    if response.status_code == 200:
        response_200 = model_of(TranscriptionResponse, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None
