"""The error of version 2: that of a status without success, with `status_code` and `body`."""

from __future__ import annotations

from ...errors import APIStatusError as ApiError

__all__ = ["ApiError"]
