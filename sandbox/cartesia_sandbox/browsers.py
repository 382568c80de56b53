"""What web pages need to call the API from other origins (CORS): the service lets them, with an access token."""

from __future__ import annotations

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

READABLE = ("X-Request-Id", "Cartesia-Request-ID", "Cartesia-File-ID", "Retry-After", "Content-Disposition")
"""Headers of responses that a page may read."""


def for_browsers(app: ASGIApp) -> ASGIApp:
    """Return an application that also answers the preflights of browsers, and lets any page read its responses.

    No cookies are involved: a page has to have a token or a key. Sockets need nothing of this.
    """
    # It stands in front of the journal and of the faults: a preflight is the browser's own, not a request of the program. Any
    # header may be sent, because client libraries add headers of their own. The control paths are not behind it.
    return CORSMiddleware(
        app, allow_origins=["*"], allow_methods=["*"], allow_headers=["*"], expose_headers=READABLE, max_age=600
    )
