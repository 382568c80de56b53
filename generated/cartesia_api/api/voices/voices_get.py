from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.voice import Voice
from ...parsing import model_of
from ...types import UNSET, Response, Unset

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
    *,
    client: AuthenticatedClient | Client,
    expand: list[VoiceExpandOptions] | None | Unset = UNSET,
) -> Response[Voice]:
    """Look up one voice.

     One voice by its id. An unknown or malformed id is answered with 404.

    Args:
        id (str): Id of a voice, a UUID.
        expand (list[VoiceExpandOptions] | None | Unset): Extra fields to fill in, which are left
            out otherwise.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Voice]
    """

    kwargs = _get_kwargs(
        id=id,
        expand=expand,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    expand: list[VoiceExpandOptions] | None | Unset = UNSET,
) -> Voice | None:
    """Look up one voice.

     One voice by its id. An unknown or malformed id is answered with 404.

    Args:
        id (str): Id of a voice, a UUID.
        expand (list[VoiceExpandOptions] | None | Unset): Extra fields to fill in, which are left
            out otherwise.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Voice
    """

    return sync_detailed(
        id=id,
        client=client,
        expand=expand,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    expand: list[VoiceExpandOptions] | None | Unset = UNSET,
) -> Response[Voice]:
    """Look up one voice.

     One voice by its id. An unknown or malformed id is answered with 404.

    Args:
        id (str): Id of a voice, a UUID.
        expand (list[VoiceExpandOptions] | None | Unset): Extra fields to fill in, which are left
            out otherwise.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Voice]
    """

    kwargs = _get_kwargs(
        id=id,
        expand=expand,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    expand: list[VoiceExpandOptions] | None | Unset = UNSET,
) -> Voice | None:
    """Look up one voice.

     One voice by its id. An unknown or malformed id is answered with 404.

    Args:
        id (str): Id of a voice, a UUID.
        expand (list[VoiceExpandOptions] | None | Unset): Extra fields to fill in, which are left
            out otherwise.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Voice
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            expand=expand,
        )
    ).parsed
