from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.paginated_fine_tunes import PaginatedFineTunes
from ...parsing import model_of
from ...types import UNSET, Response, Unset


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
        "url": "/fine-tunes/",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaginatedFineTunes | None:
    if response.status_code == 200:
        response_200 = model_of(PaginatedFineTunes, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[PaginatedFineTunes]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
) -> Response[PaginatedFineTunes]:
    """List fine-tunes.

     The caller's fine-tunes, a page at a time.

    Args:
        limit (int | None | Unset): How many items one page holds at most.
        starting_after (None | str | Unset): Id of an item; the page begins behind it. Use the id
            of the last item of a page to get the next one. Not together with `ending_before`.
        ending_before (None | str | Unset): Id of an item; the page ends before it. Use the id of
            the first item of a page to get the previous one. Not together with `starting_after`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedFineTunes]
    """

    kwargs = _get_kwargs(
        limit=limit,
        starting_after=starting_after,
        ending_before=ending_before,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
) -> PaginatedFineTunes | None:
    """List fine-tunes.

     The caller's fine-tunes, a page at a time.

    Args:
        limit (int | None | Unset): How many items one page holds at most.
        starting_after (None | str | Unset): Id of an item; the page begins behind it. Use the id
            of the last item of a page to get the next one. Not together with `ending_before`.
        ending_before (None | str | Unset): Id of an item; the page ends before it. Use the id of
            the first item of a page to get the previous one. Not together with `starting_after`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedFineTunes
    """

    return sync_detailed(
        client=client,
        limit=limit,
        starting_after=starting_after,
        ending_before=ending_before,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
) -> Response[PaginatedFineTunes]:
    """List fine-tunes.

     The caller's fine-tunes, a page at a time.

    Args:
        limit (int | None | Unset): How many items one page holds at most.
        starting_after (None | str | Unset): Id of an item; the page begins behind it. Use the id
            of the last item of a page to get the next one. Not together with `ending_before`.
        ending_before (None | str | Unset): Id of an item; the page ends before it. Use the id of
            the first item of a page to get the previous one. Not together with `starting_after`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedFineTunes]
    """

    kwargs = _get_kwargs(
        limit=limit,
        starting_after=starting_after,
        ending_before=ending_before,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
) -> PaginatedFineTunes | None:
    """List fine-tunes.

     The caller's fine-tunes, a page at a time.

    Args:
        limit (int | None | Unset): How many items one page holds at most.
        starting_after (None | str | Unset): Id of an item; the page begins behind it. Use the id
            of the last item of a page to get the next one. Not together with `ending_before`.
        ending_before (None | str | Unset): Id of an item; the page ends before it. Use the id of
            the first item of a page to get the previous one. Not together with `starting_after`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedFineTunes
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            starting_after=starting_after,
            ending_before=ending_before,
        )
    ).parsed
