from __future__ import annotations

from http import HTTPStatus
from io import BytesIO
from typing import TYPE_CHECKING, Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import File, Response

if TYPE_CHECKING:
    from ...models.voice_changer_request import VoiceChangerRequest


def _get_kwargs(
    *,
    body: VoiceChangerRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/voice-changer/sse",
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> File | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[File]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: VoiceChangerRequest,
) -> Response[File]:
    """Change the voice of a recording, streamed as server-sent events.

     Turns a recording of speech into the same speech by another voice, and answers with server-sent
    events. Costs 15 credits for each second of the recording.

    Args:
        body (VoiceChangerRequest): A recording, the voice that is to say the same, and the format
            of the result.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
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
    body: VoiceChangerRequest,
) -> File | None:
    """Change the voice of a recording, streamed as server-sent events.

     Turns a recording of speech into the same speech by another voice, and answers with server-sent
    events. Costs 15 credits for each second of the recording.

    Args:
        body (VoiceChangerRequest): A recording, the voice that is to say the same, and the format
            of the result.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: VoiceChangerRequest,
) -> Response[File]:
    """Change the voice of a recording, streamed as server-sent events.

     Turns a recording of speech into the same speech by another voice, and answers with server-sent
    events. Costs 15 credits for each second of the recording.

    Args:
        body (VoiceChangerRequest): A recording, the voice that is to say the same, and the format
            of the result.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: VoiceChangerRequest,
) -> File | None:
    """Change the voice of a recording, streamed as server-sent events.

     Turns a recording of speech into the same speech by another voice, and answers with server-sent
    events. Costs 15 credits for each second of the recording.

    Args:
        body (VoiceChangerRequest): A recording, the voice that is to say the same, and the format
            of the result.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
