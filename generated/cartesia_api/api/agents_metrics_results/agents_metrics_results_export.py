import datetime
from http import HTTPStatus
from io import BytesIO
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    *,
    agent_id: None | str | Unset = UNSET,
    deployment_id: None | str | Unset = UNSET,
    metric_id: None | str | Unset = UNSET,
    call_id: None | str | Unset = UNSET,
    start_date: datetime.datetime | None | Unset = UNSET,
    end_date: datetime.datetime | None | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_agent_id: None | str | Unset
    if isinstance(agent_id, Unset):
        json_agent_id = UNSET
    else:
        json_agent_id = agent_id
    params["agent_id"] = json_agent_id

    json_deployment_id: None | str | Unset
    if isinstance(deployment_id, Unset):
        json_deployment_id = UNSET
    else:
        json_deployment_id = deployment_id
    params["deployment_id"] = json_deployment_id

    json_metric_id: None | str | Unset
    if isinstance(metric_id, Unset):
        json_metric_id = UNSET
    else:
        json_metric_id = metric_id
    params["metric_id"] = json_metric_id

    json_call_id: None | str | Unset
    if isinstance(call_id, Unset):
        json_call_id = UNSET
    else:
        json_call_id = call_id
    params["call_id"] = json_call_id

    json_start_date: None | str | Unset
    if isinstance(start_date, Unset):
        json_start_date = UNSET
    elif isinstance(start_date, datetime.datetime):
        json_start_date = start_date.isoformat()
    else:
        json_start_date = start_date
    params["start_date"] = json_start_date

    json_end_date: None | str | Unset
    if isinstance(end_date, Unset):
        json_end_date = UNSET
    elif isinstance(end_date, datetime.datetime):
        json_end_date = end_date.isoformat()
    else:
        json_end_date = end_date
    params["end_date"] = json_end_date

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/agents/metrics/results/export",
        "params": params,
    }

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
    agent_id: None | str | Unset = UNSET,
    deployment_id: None | str | Unset = UNSET,
    metric_id: None | str | Unset = UNSET,
    call_id: None | str | Unset = UNSET,
    start_date: datetime.datetime | None | Unset = UNSET,
    end_date: datetime.datetime | None | Unset = UNSET,
) -> Response[File]:
    """Export results of metrics as CSV.

     The results as one CSV file of at most 100,000 rows.

    Args:
        agent_id (None | str | Unset): Only results of this agent.
        deployment_id (None | str | Unset): Only results of this deployment.
        metric_id (None | str | Unset): Only results of this metric.
        call_id (None | str | Unset): Only results of this call.
        start_date (datetime.datetime | None | Unset): Only results made at this time or later.
        end_date (datetime.datetime | None | Unset): Only results made at this time or earlier.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
    """

    kwargs = _get_kwargs(
        agent_id=agent_id,
        deployment_id=deployment_id,
        metric_id=metric_id,
        call_id=call_id,
        start_date=start_date,
        end_date=end_date,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    agent_id: None | str | Unset = UNSET,
    deployment_id: None | str | Unset = UNSET,
    metric_id: None | str | Unset = UNSET,
    call_id: None | str | Unset = UNSET,
    start_date: datetime.datetime | None | Unset = UNSET,
    end_date: datetime.datetime | None | Unset = UNSET,
) -> File | None:
    """Export results of metrics as CSV.

     The results as one CSV file of at most 100,000 rows.

    Args:
        agent_id (None | str | Unset): Only results of this agent.
        deployment_id (None | str | Unset): Only results of this deployment.
        metric_id (None | str | Unset): Only results of this metric.
        call_id (None | str | Unset): Only results of this call.
        start_date (datetime.datetime | None | Unset): Only results made at this time or later.
        end_date (datetime.datetime | None | Unset): Only results made at this time or earlier.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
    """

    return sync_detailed(
        client=client,
        agent_id=agent_id,
        deployment_id=deployment_id,
        metric_id=metric_id,
        call_id=call_id,
        start_date=start_date,
        end_date=end_date,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    agent_id: None | str | Unset = UNSET,
    deployment_id: None | str | Unset = UNSET,
    metric_id: None | str | Unset = UNSET,
    call_id: None | str | Unset = UNSET,
    start_date: datetime.datetime | None | Unset = UNSET,
    end_date: datetime.datetime | None | Unset = UNSET,
) -> Response[File]:
    """Export results of metrics as CSV.

     The results as one CSV file of at most 100,000 rows.

    Args:
        agent_id (None | str | Unset): Only results of this agent.
        deployment_id (None | str | Unset): Only results of this deployment.
        metric_id (None | str | Unset): Only results of this metric.
        call_id (None | str | Unset): Only results of this call.
        start_date (datetime.datetime | None | Unset): Only results made at this time or later.
        end_date (datetime.datetime | None | Unset): Only results made at this time or earlier.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File]
    """

    kwargs = _get_kwargs(
        agent_id=agent_id,
        deployment_id=deployment_id,
        metric_id=metric_id,
        call_id=call_id,
        start_date=start_date,
        end_date=end_date,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    agent_id: None | str | Unset = UNSET,
    deployment_id: None | str | Unset = UNSET,
    metric_id: None | str | Unset = UNSET,
    call_id: None | str | Unset = UNSET,
    start_date: datetime.datetime | None | Unset = UNSET,
    end_date: datetime.datetime | None | Unset = UNSET,
) -> File | None:
    """Export results of metrics as CSV.

     The results as one CSV file of at most 100,000 rows.

    Args:
        agent_id (None | str | Unset): Only results of this agent.
        deployment_id (None | str | Unset): Only results of this deployment.
        metric_id (None | str | Unset): Only results of this metric.
        call_id (None | str | Unset): Only results of this call.
        start_date (datetime.datetime | None | Unset): Only results made at this time or later.
        end_date (datetime.datetime | None | Unset): Only results made at this time or earlier.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File
    """

    return (
        await asyncio_detailed(
            client=client,
            agent_id=agent_id,
            deployment_id=deployment_id,
            metric_id=metric_id,
            call_id=call_id,
            start_date=start_date,
            end_date=end_date,
        )
    ).parsed
