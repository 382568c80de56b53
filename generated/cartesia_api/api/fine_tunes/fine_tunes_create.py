from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.fine_tune import FineTune
from ...parsing import model_of
from ...types import Response

if TYPE_CHECKING:
    from ...models.create_fine_tune_request import CreateFineTuneRequest


def _get_kwargs(
    *,
    body: CreateFineTuneRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/fine-tunes/",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> FineTune | None:
    if response.status_code == 200:
        response_200 = model_of(FineTune, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[FineTune]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CreateFineTuneRequest,
) -> Response[FineTune]:
    """Train a voice with a dataset.

     Starts a fine-tune (a pro voice clone). It costs a million credits when it succeeds.

    Args:
        body (CreateFineTuneRequest): A new fine-tune.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FineTune]
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
    body: CreateFineTuneRequest,
) -> FineTune | None:
    """Train a voice with a dataset.

     Starts a fine-tune (a pro voice clone). It costs a million credits when it succeeds.

    Args:
        body (CreateFineTuneRequest): A new fine-tune.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FineTune
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CreateFineTuneRequest,
) -> Response[FineTune]:
    """Train a voice with a dataset.

     Starts a fine-tune (a pro voice clone). It costs a million credits when it succeeds.

    Args:
        body (CreateFineTuneRequest): A new fine-tune.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FineTune]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: CreateFineTuneRequest,
) -> FineTune | None:
    """Train a voice with a dataset.

     Starts a fine-tune (a pro voice clone). It costs a million credits when it succeeds.

    Args:
        body (CreateFineTuneRequest): A new fine-tune.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FineTune
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
