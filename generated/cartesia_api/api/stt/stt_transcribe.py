from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.transcription_response import TranscriptionResponse
from ...parsing import model_of
from ...types import UNSET, Response, Unset

if TYPE_CHECKING:
    from ...models.stt_encoding import STTEncoding
    from ...models.transcription_request import TranscriptionRequest


def _get_kwargs(
    *,
    body: TranscriptionRequest,
    encoding: None | STTEncoding | Unset = UNSET,
    sample_rate: int | None | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    json_encoding: None | str | Unset
    if isinstance(encoding, Unset):
        json_encoding = UNSET
    elif isinstance(encoding, str):
        json_encoding = encoding
    else:
        json_encoding = encoding
    params["encoding"] = json_encoding

    json_sample_rate: int | None | Unset
    if isinstance(sample_rate, Unset):
        json_sample_rate = UNSET
    else:
        json_sample_rate = sample_rate
    params["sample_rate"] = json_sample_rate

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/stt",
        "params": params,
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> TranscriptionResponse | None:
    if response.status_code == 200:
        response_200 = model_of(TranscriptionResponse, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[TranscriptionResponse]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TranscriptionRequest,
    encoding: None | STTEncoding | Unset = UNSET,
    sample_rate: int | None | Unset = UNSET,
) -> Response[TranscriptionResponse]:
    """Turn a recording into text.

     Transcribes an audio file of any length, up to 2 GB. Formats: flac, m4a, mp3, mp4, mpeg, mpga, oga,
    ogg, wav, webm; raw audio with `encoding` and `sample_rate`. Costs a credit for two seconds.

    Args:
        encoding (None | STTEncoding | Unset): How one sample is written; only for audio without a
            header.
        sample_rate (int | None | Unset): Samples per second, in Hz; only for audio without a
            header.
        body (TranscriptionRequest): A recording to transcribe.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TranscriptionResponse]
    """

    kwargs = _get_kwargs(
        body=body,
        encoding=encoding,
        sample_rate=sample_rate,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: TranscriptionRequest,
    encoding: None | STTEncoding | Unset = UNSET,
    sample_rate: int | None | Unset = UNSET,
) -> TranscriptionResponse | None:
    """Turn a recording into text.

     Transcribes an audio file of any length, up to 2 GB. Formats: flac, m4a, mp3, mp4, mpeg, mpga, oga,
    ogg, wav, webm; raw audio with `encoding` and `sample_rate`. Costs a credit for two seconds.

    Args:
        encoding (None | STTEncoding | Unset): How one sample is written; only for audio without a
            header.
        sample_rate (int | None | Unset): Samples per second, in Hz; only for audio without a
            header.
        body (TranscriptionRequest): A recording to transcribe.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TranscriptionResponse
    """

    return sync_detailed(
        client=client,
        body=body,
        encoding=encoding,
        sample_rate=sample_rate,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TranscriptionRequest,
    encoding: None | STTEncoding | Unset = UNSET,
    sample_rate: int | None | Unset = UNSET,
) -> Response[TranscriptionResponse]:
    """Turn a recording into text.

     Transcribes an audio file of any length, up to 2 GB. Formats: flac, m4a, mp3, mp4, mpeg, mpga, oga,
    ogg, wav, webm; raw audio with `encoding` and `sample_rate`. Costs a credit for two seconds.

    Args:
        encoding (None | STTEncoding | Unset): How one sample is written; only for audio without a
            header.
        sample_rate (int | None | Unset): Samples per second, in Hz; only for audio without a
            header.
        body (TranscriptionRequest): A recording to transcribe.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[TranscriptionResponse]
    """

    kwargs = _get_kwargs(
        body=body,
        encoding=encoding,
        sample_rate=sample_rate,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: TranscriptionRequest,
    encoding: None | STTEncoding | Unset = UNSET,
    sample_rate: int | None | Unset = UNSET,
) -> TranscriptionResponse | None:
    """Turn a recording into text.

     Transcribes an audio file of any length, up to 2 GB. Formats: flac, m4a, mp3, mp4, mpeg, mpga, oga,
    ogg, wav, webm; raw audio with `encoding` and `sample_rate`. Costs a credit for two seconds.

    Args:
        encoding (None | STTEncoding | Unset): How one sample is written; only for audio without a
            header.
        sample_rate (int | None | Unset): Samples per second, in Hz; only for audio without a
            header.
        body (TranscriptionRequest): A recording to transcribe.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        TranscriptionResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            encoding=encoding,
            sample_rate=sample_rate,
        )
    ).parsed
