from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx

from .... import errors
from ....client import AuthenticatedClient, Client
from ....parsing import model_of
from ....types import UNSET, Unset
from ...models.voice import Voice

if TYPE_CHECKING:
    from ...models.voice_expand_options import VoiceExpandOptions


def _get_kwargs(
    id: str,
    *,
    expand: list[VoiceExpandOptions] | None | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_expand: list[str] | None | Unset
    if isinstance(expand, Unset):
        json_expand = UNSET
    elif isinstance(expand, list):
        json_expand = []
        for expand_type_0_item_data in expand:
            expand_type_0_item: str = expand_type_0_item_data
            json_expand.append(expand_type_0_item)

    else:
        json_expand = expand
    params["expand[]"] = json_expand

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/voices/{id}".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Voice | None:
    if response.status_code == 200:
        response_200 = model_of(Voice, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None
