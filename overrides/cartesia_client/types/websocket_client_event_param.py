# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""CancelContextRequest, WebsocketClientEventParam."""

from cartesia_api.method_types import WebsocketClientEventParam as WebsocketClientEventParam
from cartesia_api.params import CancelContextRequestParam as CancelContextRequest

__all__ = ["CancelContextRequest", "WebsocketClientEventParam"]
