from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from .... import errors
from ....client import AuthenticatedClient, Client
from ....parsing import model_of
from ....types import UNSET, Unset
from ...models.get_voices_response import GetVoicesResponse

if TYPE_CHECKING:
    from ....models.gender_presentation import GenderPresentation
    from ....models.voice_expand_options import VoiceExpandOptions


def _get_kwargs(
    *,
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    is_owner: bool | None | Unset = UNSET,
    gender: GenderPresentation | None | Unset = UNSET,
    language: None | str | Unset = UNSET,
    expand: list[VoiceExpandOptions] | None | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_limit: int | None | Unset
    if isinstance(limit, Unset):
        json_limit = UNSET
    else:
        json_limit = limit
    params["limit"] = json_limit

    json_starting_after: None | str | Unset
    if isinstance(starting_after, Unset):
        json_starting_after = UNSET
    else:
        json_starting_after = starting_after
    params["starting_after"] = json_starting_after

    json_ending_before: None | str | Unset
    if isinstance(ending_before, Unset):
        json_ending_before = UNSET
    else:
        json_ending_before = ending_before
    params["ending_before"] = json_ending_before

    json_q: None | str | Unset
    if isinstance(q, Unset):
        json_q = UNSET
    else:
        json_q = q
    params["q"] = json_q

    json_is_owner: bool | None | Unset
    if isinstance(is_owner, Unset):
        json_is_owner = UNSET
    else:
        json_is_owner = is_owner
    params["is_owner"] = json_is_owner

    json_gender: None | str | Unset
    if isinstance(gender, Unset):
        json_gender = UNSET
    elif isinstance(gender, str):
        json_gender = gender
    else:
        json_gender = gender
    params["gender"] = json_gender

    json_language: None | str | Unset
    if isinstance(language, Unset):
        json_language = UNSET
    else:
        json_language = language
    params["language"] = json_language

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
        "url": "/voices",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GetVoicesResponse | None:
    if response.status_code == 200:
        response_200 = model_of(GetVoicesResponse, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None
