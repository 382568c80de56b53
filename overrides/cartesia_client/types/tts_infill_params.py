# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSInfillParams, TtsInfillParams, OutputFormat."""

from cartesia_api.method_types import TTSInfillParams as TTSInfillParams
from cartesia_api.method_types import TTSInfillParams as TtsInfillParams
from cartesia_api.method_types import TTSInfillParamsOutputFormat as OutputFormat

__all__ = ["TTSInfillParams", "TtsInfillParams", "OutputFormat"]
