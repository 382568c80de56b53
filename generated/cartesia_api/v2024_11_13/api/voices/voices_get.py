from typing import Any
from urllib.parse import quote

import httpx

from .... import errors
from ....client import AuthenticatedClient, Client
from ....parsing import model_of
from ...models.voice import Voice


def _get_kwargs(
    id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/voices/{id}".format(
            id=quote(str(id), safe=""),
        ),
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
