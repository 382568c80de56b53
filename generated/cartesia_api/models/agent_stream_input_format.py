from typing import Literal

AgentStreamInputFormat = Literal["mulaw_8000", "pcm_16000", "pcm_24000", "pcm_44100"]

AGENT_STREAM_INPUT_FORMAT_VALUES: set[AgentStreamInputFormat] = {
    "mulaw_8000",
    "pcm_16000",
    "pcm_24000",
    "pcm_44100",
}


def check_agent_stream_input_format(value: str) -> AgentStreamInputFormat:
    if value in AGENT_STREAM_INPUT_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {AGENT_STREAM_INPUT_FORMAT_VALUES!r}"
    )
