# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.voices`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..types import UNSET, Unset
from ._base import AsyncResource, CallOptions, Resource

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping

    import httpx
    from cartesia_client.pages import AsyncPager, Page

    from ..models.gender_presentation import GenderPresentation
    from ..models.voice import Voice
    from ..models.voice_expand_options import VoiceExpandOptions


class VoicesResource(Resource):
    """Methods of `client.voices`."""

    def list(
        self,
        *,
        limit: int | None | Unset = UNSET,
        starting_after: None | str | Unset = UNSET,
        ending_before: None | str | Unset = UNSET,
        q: None | str | Unset = UNSET,
        is_owner: bool | None | Unset = UNSET,
        gender: GenderPresentation | None | Unset = UNSET,
        language: None | str | Unset = UNSET,
        expand: builtins.list[VoiceExpandOptions] | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Page[Voice]:
        """List or search voices.

        Voices that the caller can use, a page at a time.

        Args:
            limit: How many items one page holds at most (1 to 100; the service's default is 10).
            starting_after: Id of an item; the page begins behind it. Use the id of the last item
                of a page to get the next one. Not together with `ending_before`.
            ending_before: Id of an item; the page ends before it. Use the id of the first item of
                a page to get the previous one. Not together with `starting_after`.
            q: Text to look for in name, description and id. Diacritics do not matter.
            is_owner: Whether to list only the voices of the caller's organization.
            gender: Only voices of this gender presentation.
            language: Only voices that speak this language or locale, such as `en`, `en-GB` or
                `en_GB`.
            expand: Extra fields to fill in, which are left out otherwise.
            timeout: Seconds to wait for this call, instead of what the client was made with.
            max_retries: Attempts after the first one for this call, instead of what the client
                was made with.
            extra_headers: Headers to add to this call.
            extra_query: Query parameters to add to this call.

        Raises:
            APIStatusError: The service refused; the subclass tells why (NotFoundError,
                RateLimitError and so on).
            APIConnectionError: No connection, or no answer in time (APITimeoutError).
            APIResponseValidationError: The answer is not what the API promises.
        """
        from ..api.voices import voices_list as op

        return self._session.pages(
            op._get_kwargs(
                limit=limit,
                starting_after=starting_after,
                ending_before=ending_before,
                q=q,
                is_owner=is_owner,
                gender=gender,
                language=language,
                expand=expand,
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query),
        )

    def get(
        self,
        id: str,
        *,
        expand: builtins.list[VoiceExpandOptions] | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Voice:
        """Look up one voice.

        One voice by its id. An unknown or malformed id is answered with 404.

        Args:
            id: Id of the voice.
            expand: Extra fields to fill in, which are left out otherwise.
            timeout: Seconds to wait for this call, instead of what the client was made with.
            max_retries: Attempts after the first one for this call, instead of what the client
                was made with.
            extra_headers: Headers to add to this call.
            extra_query: Query parameters to add to this call.

        Raises:
            APIStatusError: The service refused; the subclass tells why (NotFoundError,
                RateLimitError and so on).
            APIConnectionError: No connection, or no answer in time (APITimeoutError).
            APIResponseValidationError: The answer is not what the API promises.
        """
        from ..api.voices import voices_get as op

        return self._session.call(
            op._get_kwargs(id=id, expand=expand),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query),
        )


class AsyncVoicesResource(AsyncResource):
    """Methods of `client.voices`."""

    def list(
        self,
        *,
        limit: int | None | Unset = UNSET,
        starting_after: None | str | Unset = UNSET,
        ending_before: None | str | Unset = UNSET,
        q: None | str | Unset = UNSET,
        is_owner: bool | None | Unset = UNSET,
        gender: GenderPresentation | None | Unset = UNSET,
        language: None | str | Unset = UNSET,
        expand: builtins.list[VoiceExpandOptions] | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> AsyncPager[Voice]:
        """List or search voices.

        Voices that the caller can use, a page at a time.

        Args:
            limit: How many items one page holds at most (1 to 100; the service's default is 10).
            starting_after: Id of an item; the page begins behind it. Use the id of the last item
                of a page to get the next one. Not together with `ending_before`.
            ending_before: Id of an item; the page ends before it. Use the id of the first item of
                a page to get the previous one. Not together with `starting_after`.
            q: Text to look for in name, description and id. Diacritics do not matter.
            is_owner: Whether to list only the voices of the caller's organization.
            gender: Only voices of this gender presentation.
            language: Only voices that speak this language or locale, such as `en`, `en-GB` or
                `en_GB`.
            expand: Extra fields to fill in, which are left out otherwise.
            timeout: Seconds to wait for this call, instead of what the client was made with.
            max_retries: Attempts after the first one for this call, instead of what the client
                was made with.
            extra_headers: Headers to add to this call.
            extra_query: Query parameters to add to this call.

        Raises:
            APIStatusError: The service refused; the subclass tells why (NotFoundError,
                RateLimitError and so on).
            APIConnectionError: No connection, or no answer in time (APITimeoutError).
            APIResponseValidationError: The answer is not what the API promises.
        """
        from ..api.voices import voices_list as op

        return self._session.pages(
            op._get_kwargs(
                limit=limit,
                starting_after=starting_after,
                ending_before=ending_before,
                q=q,
                is_owner=is_owner,
                gender=gender,
                language=language,
                expand=expand,
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query),
        )

    async def get(
        self,
        id: str,
        *,
        expand: builtins.list[VoiceExpandOptions] | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Voice:
        """Look up one voice.

        One voice by its id. An unknown or malformed id is answered with 404.

        Args:
            id: Id of the voice.
            expand: Extra fields to fill in, which are left out otherwise.
            timeout: Seconds to wait for this call, instead of what the client was made with.
            max_retries: Attempts after the first one for this call, instead of what the client
                was made with.
            extra_headers: Headers to add to this call.
            extra_query: Query parameters to add to this call.

        Raises:
            APIStatusError: The service refused; the subclass tells why (NotFoundError,
                RateLimitError and so on).
            APIConnectionError: No connection, or no answer in time (APITimeoutError).
            APIResponseValidationError: The answer is not what the API promises.
        """
        from ..api.voices import voices_get as op

        return await self._session.call(
            op._get_kwargs(id=id, expand=expand),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query),
        )
