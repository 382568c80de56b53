import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.list_metric_results_response import ListMetricResultsResponse
from ...parsing import model_of
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    agent_id: None | str | Unset = UNSET,
    deployment_id: None | str | Unset = UNSET,
    metric_id: None | str | Unset = UNSET,
    call_id: None | str | Unset = UNSET,
    start_date: datetime.datetime | None | Unset = UNSET,
    end_date: datetime.datetime | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
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
        "url": "/agents/metrics/results",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ListMetricResultsResponse | None:
    if response.status_code == 200:
        response_200 = model_of(ListMetricResultsResponse, response)

        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ListMetricResultsResponse]:
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
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
) -> Response[ListMetricResultsResponse]:
    """List results of metrics.

     What metrics said about calls, a page at a time. The names of the fields are in camelCase, here
    only.

    Args:
        agent_id (None | str | Unset): Only results of this agent.
        deployment_id (None | str | Unset): Only results of this deployment.
        metric_id (None | str | Unset): Only results of this metric.
        call_id (None | str | Unset): Only results of this call.
        start_date (datetime.datetime | None | Unset): Only results made at this time or later.
        end_date (datetime.datetime | None | Unset): Only results made at this time or earlier.
        limit (int | None | Unset): How many items one page holds at most.
        starting_after (None | str | Unset): Id of an item; the page begins behind it. Use the id
            of the last item of a page to get the next one. Not together with `ending_before`.
        ending_before (None | str | Unset): Id of an item; the page ends before it. Use the id of
            the first item of a page to get the previous one. Not together with `starting_after`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListMetricResultsResponse]
    """

    kwargs = _get_kwargs(
        agent_id=agent_id,
        deployment_id=deployment_id,
        metric_id=metric_id,
        call_id=call_id,
        start_date=start_date,
        end_date=end_date,
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
    agent_id: None | str | Unset = UNSET,
    deployment_id: None | str | Unset = UNSET,
    metric_id: None | str | Unset = UNSET,
    call_id: None | str | Unset = UNSET,
    start_date: datetime.datetime | None | Unset = UNSET,
    end_date: datetime.datetime | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
) -> ListMetricResultsResponse | None:
    """List results of metrics.

     What metrics said about calls, a page at a time. The names of the fields are in camelCase, here
    only.

    Args:
        agent_id (None | str | Unset): Only results of this agent.
        deployment_id (None | str | Unset): Only results of this deployment.
        metric_id (None | str | Unset): Only results of this metric.
        call_id (None | str | Unset): Only results of this call.
        start_date (datetime.datetime | None | Unset): Only results made at this time or later.
        end_date (datetime.datetime | None | Unset): Only results made at this time or earlier.
        limit (int | None | Unset): How many items one page holds at most.
        starting_after (None | str | Unset): Id of an item; the page begins behind it. Use the id
            of the last item of a page to get the next one. Not together with `ending_before`.
        ending_before (None | str | Unset): Id of an item; the page ends before it. Use the id of
            the first item of a page to get the previous one. Not together with `starting_after`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListMetricResultsResponse
    """

    return sync_detailed(
        client=client,
        agent_id=agent_id,
        deployment_id=deployment_id,
        metric_id=metric_id,
        call_id=call_id,
        start_date=start_date,
        end_date=end_date,
        limit=limit,
        starting_after=starting_after,
        ending_before=ending_before,
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
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
) -> Response[ListMetricResultsResponse]:
    """List results of metrics.

     What metrics said about calls, a page at a time. The names of the fields are in camelCase, here
    only.

    Args:
        agent_id (None | str | Unset): Only results of this agent.
        deployment_id (None | str | Unset): Only results of this deployment.
        metric_id (None | str | Unset): Only results of this metric.
        call_id (None | str | Unset): Only results of this call.
        start_date (datetime.datetime | None | Unset): Only results made at this time or later.
        end_date (datetime.datetime | None | Unset): Only results made at this time or earlier.
        limit (int | None | Unset): How many items one page holds at most.
        starting_after (None | str | Unset): Id of an item; the page begins behind it. Use the id
            of the last item of a page to get the next one. Not together with `ending_before`.
        ending_before (None | str | Unset): Id of an item; the page ends before it. Use the id of
            the first item of a page to get the previous one. Not together with `starting_after`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ListMetricResultsResponse]
    """

    kwargs = _get_kwargs(
        agent_id=agent_id,
        deployment_id=deployment_id,
        metric_id=metric_id,
        call_id=call_id,
        start_date=start_date,
        end_date=end_date,
        limit=limit,
        starting_after=starting_after,
        ending_before=ending_before,
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
    limit: int | None | Unset = UNSET,
    starting_after: None | str | Unset = UNSET,
    ending_before: None | str | Unset = UNSET,
) -> ListMetricResultsResponse | None:
    """List results of metrics.

     What metrics said about calls, a page at a time. The names of the fields are in camelCase, here
    only.

    Args:
        agent_id (None | str | Unset): Only results of this agent.
        deployment_id (None | str | Unset): Only results of this deployment.
        metric_id (None | str | Unset): Only results of this metric.
        call_id (None | str | Unset): Only results of this call.
        start_date (datetime.datetime | None | Unset): Only results made at this time or later.
        end_date (datetime.datetime | None | Unset): Only results made at this time or earlier.
        limit (int | None | Unset): How many items one page holds at most.
        starting_after (None | str | Unset): Id of an item; the page begins behind it. Use the id
            of the last item of a page to get the next one. Not together with `ending_before`.
        ending_before (None | str | Unset): Id of an item; the page ends before it. Use the id of
            the first item of a page to get the previous one. Not together with `starting_after`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ListMetricResultsResponse
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
            limit=limit,
            starting_after=starting_after,
            ending_before=ending_before,
        )
    ).parsed
