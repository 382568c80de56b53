from typing import Any

import httpx

from .... import errors
from ....client import AuthenticatedClient, Client
from ....parsing import model_of
from ...models.get_agents_response import GetAgentsResponse


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/agents",
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GetAgentsResponse | None:
    if response.status_code == 200:
        response_200 = model_of(GetAgentsResponse, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None
