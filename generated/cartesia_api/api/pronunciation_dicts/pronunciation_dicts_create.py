from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.pronunciation_dict import PronunciationDict
from ...parsing import model_of
from ...types import Response

if TYPE_CHECKING:
    from ...models.create_pronunciation_dict_request import CreatePronunciationDictRequest


def _get_kwargs(
    *,
    body: CreatePronunciationDictRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/pronunciation-dicts/",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PronunciationDict | None:
    if response.status_code == 200:
        response_200 = model_of(PronunciationDict, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[PronunciationDict]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CreatePronunciationDictRequest,
) -> Response[PronunciationDict]:
    """Make a pronunciation dictionary.

     Makes a dictionary that tells how words are spoken; requests for speech then name it by its id.

    Args:
        body (CreatePronunciationDictRequest): A new dictionary.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PronunciationDict]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: CreatePronunciationDictRequest,
) -> PronunciationDict | None:
    """Make a pronunciation dictionary.

     Makes a dictionary that tells how words are spoken; requests for speech then name it by its id.

    Args:
        body (CreatePronunciationDictRequest): A new dictionary.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PronunciationDict
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CreatePronunciationDictRequest,
) -> Response[PronunciationDict]:
    """Make a pronunciation dictionary.

     Makes a dictionary that tells how words are spoken; requests for speech then name it by its id.

    Args:
        body (CreatePronunciationDictRequest): A new dictionary.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PronunciationDict]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: CreatePronunciationDictRequest,
) -> PronunciationDict | None:
    """Make a pronunciation dictionary.

     Makes a dictionary that tells how words are spoken; requests for speech then name it by its id.

    Args:
        body (CreatePronunciationDictRequest): A new dictionary.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PronunciationDict
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
