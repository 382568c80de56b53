from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.voice_metadata import VoiceMetadata
from ...parsing import model_of
from ...types import Response

if TYPE_CHECKING:
    from ...models.localize_voice_request import LocalizeVoiceRequest


def _get_kwargs(
    *,
    body: LocalizeVoiceRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/voices/localize",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> VoiceMetadata | None:
    if response.status_code == 200:
        response_200 = model_of(VoiceMetadata, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[VoiceMetadata]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: LocalizeVoiceRequest,
) -> Response[VoiceMetadata]:
    """Make a voice speak with another accent.

     Makes a new voice from an existing one, in another accent and so, perhaps, in another language. Only
    accents that the catalog marks as localizable will do.

    Args:
        body (LocalizeVoiceRequest): Which voice to take, and what to make of it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[VoiceMetadata]
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
    body: LocalizeVoiceRequest,
) -> VoiceMetadata | None:
    """Make a voice speak with another accent.

     Makes a new voice from an existing one, in another accent and so, perhaps, in another language. Only
    accents that the catalog marks as localizable will do.

    Args:
        body (LocalizeVoiceRequest): Which voice to take, and what to make of it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        VoiceMetadata
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: LocalizeVoiceRequest,
) -> Response[VoiceMetadata]:
    """Make a voice speak with another accent.

     Makes a new voice from an existing one, in another accent and so, perhaps, in another language. Only
    accents that the catalog marks as localizable will do.

    Args:
        body (LocalizeVoiceRequest): Which voice to take, and what to make of it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[VoiceMetadata]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: LocalizeVoiceRequest,
) -> VoiceMetadata | None:
    """Make a voice speak with another accent.

     Makes a new voice from an existing one, in another accent and so, perhaps, in another language. Only
    accents that the catalog marks as localizable will do.

    Args:
        body (LocalizeVoiceRequest): Which voice to take, and what to make of it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        VoiceMetadata
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
