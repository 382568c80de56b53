from typing import Any

import httpx

from .... import errors
from ....client import AuthenticatedClient, Client
from ....parsing import model_of
from ....types import UNSET, Unset
from ...models.paginated_pronunciation_dicts import PaginatedPronunciationDicts


def _get_kwargs(
    *,
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
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

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/pronunciation-dicts/",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaginatedPronunciationDicts | None:
    if response.status_code == 200:
        response_200 = model_of(PaginatedPronunciationDicts, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None
