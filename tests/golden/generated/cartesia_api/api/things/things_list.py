from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.thing_page import ThingPage
from ...parsing import model_of
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = UNSET,
    starting_after: str | Unset = UNSET,
    expand: list[str] | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["starting_after"] = starting_after

    json_expand: list[str] | Unset = UNSET
    if not isinstance(expand, Unset):
        json_expand = expand

    params["expand[]"] = json_expand

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/things",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ThingPage | None:
    if response.status_code == 200:
        response_200 = model_of(ThingPage, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ThingPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = UNSET,
    starting_after: str | Unset = UNSET,
    expand: list[str] | Unset = UNSET,
) -> Response[ThingPage]:
    """List things.

     Things, a page at a time.

    Args:
        limit (int | Unset): Page size.
        starting_after (str | Unset): Cursor.
        expand (list[str] | Unset): Extra fields.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ThingPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        starting_after=starting_after,
        expand=expand,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = UNSET,
    starting_after: str | Unset = UNSET,
    expand: list[str] | Unset = UNSET,
) -> ThingPage | None:
    """List things.

     Things, a page at a time.

    Args:
        limit (int | Unset): Page size.
        starting_after (str | Unset): Cursor.
        expand (list[str] | Unset): Extra fields.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ThingPage
    """

    return sync_detailed(
        client=client,
        limit=limit,
        starting_after=starting_after,
        expand=expand,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = UNSET,
    starting_after: str | Unset = UNSET,
    expand: list[str] | Unset = UNSET,
) -> Response[ThingPage]:
    """List things.

     Things, a page at a time.

    Args:
        limit (int | Unset): Page size.
        starting_after (str | Unset): Cursor.
        expand (list[str] | Unset): Extra fields.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ThingPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        starting_after=starting_after,
        expand=expand,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = UNSET,
    starting_after: str | Unset = UNSET,
    expand: list[str] | Unset = UNSET,
) -> ThingPage | None:
    """List things.

     Things, a page at a time.

    Args:
        limit (int | Unset): Page size.
        starting_after (str | Unset): Cursor.
        expand (list[str] | Unset): Extra fields.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ThingPage
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            starting_after=starting_after,
            expand=expand,
        )
    ).parsed
