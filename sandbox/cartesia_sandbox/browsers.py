"""What web pages need to call the API from other origins (CORS): the service lets them, with an access token."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp

READABLE = ("X-Request-Id", "Cartesia-Request-ID", "Cartesia-File-ID", "Retry-After", "Content-Disposition")
"""Headers of responses that a page may read."""
_PRIVATE = "private-network"


def for_browsers(app: ASGIApp) -> ASGIApp:
    """Return an application that also answers the preflights of browsers, and lets any page read its responses.

    No cookies are involved: a page has to have a token or a key. Sockets need nothing of this.
    """
    # It stands in front of the journal and of the faults: a preflight is the browser's own, not a request of the program. Any
    # header may be sent, because client libraries add headers of their own. The control paths are not behind it.
    return _Browsers(
        app, allow_origins=["*"], allow_methods=["*"], allow_headers=["*"], expose_headers=READABLE, max_age=600
    )


class _Browsers(CORSMiddleware):
    """Starlette's layer, which also lets pages of the internet reach a sandbox on the machine of the browser."""

    # Chrome asks for that in the preflight. Starlette refuses it, or in older versions says nothing of it.

    def preflight_response(self, request_headers: Headers) -> Response:
        asked = [(name, value) for name, value in request_headers.raw if not name.decode("latin-1").endswith(_PRIVATE)]
        response = super().preflight_response(Headers(raw=asked))
        if len(asked) < len(request_headers.raw):
            response.headers["Access-Control-Allow-Private-Network"] = "true"
        return response
