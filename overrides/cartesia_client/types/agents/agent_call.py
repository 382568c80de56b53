# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentCall, TelephonyParams."""

from cartesia_api.models.agent_call import AgentCall as AgentCall
from cartesia_api.models.telephony_params import TelephonyParams as TelephonyParams

__all__ = ["AgentCall", "TelephonyParams"]
