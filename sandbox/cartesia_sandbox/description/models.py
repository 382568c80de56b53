"""The models: which there are, which have been retired and what replaces them, and which languages each speaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from .contract import Contract
from .errors import APIError
from .names import unknown

Use = Literal["speech", "contexts", "infill", "recordings", "utterances", "turns"]
"""What a model is for: speech over HTTP or on the socket, infill, recordings, or live audio whose utterances the client or the
service ends."""

# The contract lists the models that were current when it was written. The service serves some more: one in its preview, moving
# names, and older ones, of which those of 2025 have lost languages in June 2026.
_EARLY = frozenset(("en", "de", "es", "fr", "ja", "ko", "pt", "zh"))
_SONIC_2 = dict.fromkeys(
    ("sonic-2", "sonic-2-2025-04-16", "sonic-2-2025-05-08", "sonic-2-2025-06-11", "sonic-preview"), _EARLY
)
_SONIC_TURBO = dict.fromkeys(("sonic-turbo", "sonic-turbo-2025-06-04"), _EARLY | {"hi"})
_LANGUAGES: Mapping[str, frozenset[str] | None] = {
    "sonic-3.6": None,
    "sonic-3-latest": None,
    **_SONIC_2,
    **_SONIC_TURBO,
}
"""Models that are served and not in the contract, with their languages; None for those of the newest models."""
_RETIRED = {
    "sonic",
    "sonic-english",
    "sonic-multilingual",
    "sonic-2024-10-19",
    "sonic-2024-12-12",
    "sonic-2-2025-03-07",
    "sonic-turbo-2025-03-07",
}
"""Models of speech that the service has retired in June 2026."""
_SCHEMAS: dict[Use, str] = {
    "speech": "TTSModel",
    "contexts": "TTSModel",
    "infill": "InfillModel",
    "recordings": "STTBatchModel",
    "utterances": "STTManualFinalizeModel",
    "turns": "STTAutoFinalizeModel",
}
_SPEAK = ("speech", "contexts", "infill")
_SOCKETS = ("contexts", "utterances", "turns")
"""Over HTTP, a model that does not exist is known to be answered with 404; on sockets, 400 is documented."""
_PAGES = "https://docs.cartesia.ai/build-with-cartesia/{}-models/latest"


class Models:
    """The models that a contract and the facts about the service know.

    Args:
        contract: The newest contract.

    Attributes:
        languages: Codes of the languages that the newest models speak.
    """

    def __init__(self, contract: Contract) -> None:
        self._known: dict[Use, tuple[str, ...]] = {use: contract.enum(name) for use, name in _SCHEMAS.items()}
        for use in ("speech", "contexts"):
            self._known[use] += tuple(_LANGUAGES)
        self._known["infill"] += tuple(_SONIC_2)
        self.languages = contract.languages

    def check(self, model: str, use: Use) -> None:
        """Check that a model is served.

        Args:
            model: Id of the model.
            use: What it is to do.

        Raises:
            APIError: 404 `model_not_found` (on sockets 400) for one that is not known, 400 `model_sunsetted` for a retired one.
        """
        known = self._known[use]
        if model in known:
            return
        page = _PAGES.format("tts" if use in _SPEAK else "stt")
        if use in _SPEAK and model in _RETIRED:
            message = f"The model {model} has been retired. Use {known[0]} instead."
            raise APIError(400, message, title="Model sunsetted", code="model_sunsetted", doc_url=page)
        message = f"There is no such model as {unknown('model', model, known).removeprefix('there is no model ')}"
        if any(model in others for others in self._known.values()):
            message = f"The model {model} cannot be used here; use {' or '.join(known)}."
        status, title = 404, "Model not found"
        if use in _SOCKETS:
            status, title = 400, "Invalid model"
            message = f"The model is not valid, make sure it is a valid model ID. {message}"
        raise APIError(status, message, title=title, code="model_not_found", doc_url=page)

    def check_language(self, model: str, language: str) -> None:
        """Check that a model of speech speaks a language. Raise APIError with 400 `language_not_supported` if not.

        Args:
            model: Id of the model.
            language: Code of a language or locale.
        """
        spoken = _LANGUAGES.get(model) or self.languages
        if language.replace("_", "-").partition("-")[0] not in spoken:
            message = (
                f"The model {model} does not speak the language {language!r}; it speaks {', '.join(sorted(spoken))}."
            )
            raise APIError(400, message, title="Language not supported", code="language_not_supported")
