from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.paginated_dataset_files import PaginatedDatasetFiles
from ...parsing import model_of
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
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
        "url": "/datasets/{id}/files".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaginatedDatasetFiles | None:
    if response.status_code == 200:
        response_200 = model_of(PaginatedDatasetFiles, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[PaginatedDatasetFiles]:
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
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
) -> Response[PaginatedDatasetFiles]:
    """List the files of a dataset.

     The files of one dataset, a page at a time.

    Args:
        id (str): Id of the dataset.
        limit (int | None | Unset): How many items one page holds at most.
        starting_after (None | str | Unset): Id of an item; the page begins behind it. Use the id
            of the last item of a page to get the next one. Not together with `ending_before`.
        ending_before (None | str | Unset): Id of an item; the page ends before it. Use the id of
            the first item of a page to get the previous one. Not together with `starting_after`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedDatasetFiles]
    """

    kwargs = _get_kwargs(
        id=id,
        limit=limit,
        starting_after=starting_after,
        ending_before=ending_before,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
) -> PaginatedDatasetFiles | None:
    """List the files of a dataset.

     The files of one dataset, a page at a time.

    Args:
        id (str): Id of the dataset.
        limit (int | None | Unset): How many items one page holds at most.
        starting_after (None | str | Unset): Id of an item; the page begins behind it. Use the id
            of the last item of a page to get the next one. Not together with `ending_before`.
        ending_before (None | str | Unset): Id of an item; the page ends before it. Use the id of
            the first item of a page to get the previous one. Not together with `starting_after`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedDatasetFiles
    """

    return sync_detailed(
        id=id,
        client=client,
        limit=limit,
        starting_after=starting_after,
        ending_before=ending_before,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
) -> Response[PaginatedDatasetFiles]:
    """List the files of a dataset.

     The files of one dataset, a page at a time.

    Args:
        id (str): Id of the dataset.
        limit (int | None | Unset): How many items one page holds at most.
        starting_after (None | str | Unset): Id of an item; the page begins behind it. Use the id
            of the last item of a page to get the next one. Not together with `ending_before`.
        ending_before (None | str | Unset): Id of an item; the page ends before it. Use the id of
            the first item of a page to get the previous one. Not together with `starting_after`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaginatedDatasetFiles]
    """

    kwargs = _get_kwargs(
        id=id,
        limit=limit,
        starting_after=starting_after,
        ending_before=ending_before,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
) -> PaginatedDatasetFiles | None:
    """List the files of a dataset.

     The files of one dataset, a page at a time.

    Args:
        id (str): Id of the dataset.
        limit (int | None | Unset): How many items one page holds at most.
        starting_after (None | str | Unset): Id of an item; the page begins behind it. Use the id
            of the last item of a page to get the next one. Not together with `ending_before`.
        ending_before (None | str | Unset): Id of an item; the page ends before it. Use the id of
            the first item of a page to get the previous one. Not together with `starting_after`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaginatedDatasetFiles
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            limit=limit,
            starting_after=starting_after,
            ending_before=ending_before,
        )
    ).parsed
