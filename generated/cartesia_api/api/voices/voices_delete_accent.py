from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.voice import Voice
from ...parsing import model_of
from ...types import Response


def _get_kwargs(
    id: str,
    accent_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/voices/{id}/accents/{accent_id}".format(
            id=quote(str(id), safe=""),
            accent_id=quote(str(accent_id), safe=""),
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


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Voice]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str,
    accent_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[Voice]:
    """Detach an accent from a voice.

     Takes an accent other than the native one off a voice, and answers with the voice.

    Args:
        id (str): Id of a voice, a UUID.
        accent_id (str): Id of the accent.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Voice]
    """

    kwargs = _get_kwargs(
        id=id,
        accent_id=accent_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    accent_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Voice | None:
    """Detach an accent from a voice.

     Takes an accent other than the native one off a voice, and answers with the voice.

    Args:
        id (str): Id of a voice, a UUID.
        accent_id (str): Id of the accent.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Voice
    """

    return sync_detailed(
        id=id,
        accent_id=accent_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    id: str,
    accent_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[Voice]:
    """Detach an accent from a voice.

     Takes an accent other than the native one off a voice, and answers with the voice.

    Args:
        id (str): Id of a voice, a UUID.
        accent_id (str): Id of the accent.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Voice]
    """

    kwargs = _get_kwargs(
        id=id,
        accent_id=accent_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    accent_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Voice | None:
    """Detach an accent from a voice.

     Takes an accent other than the native one off a voice, and answers with the voice.

    Args:
        id (str): Id of a voice, a UUID.
        accent_id (str): Id of the accent.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Voice
    """

    return (
        await asyncio_detailed(
            id=id,
            accent_id=accent_id,
            client=client,
        )
    ).parsed
