# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentListPhoneNumbersResponseItem, AgentListPhoneNumbersResponse."""

from cartesia_api.method_types import AgentListPhoneNumbersResponse as AgentListPhoneNumbersResponse
from cartesia_api.models.phone_number import PhoneNumber as AgentListPhoneNumbersResponseItem

__all__ = ["AgentListPhoneNumbersResponseItem", "AgentListPhoneNumbersResponse"]
