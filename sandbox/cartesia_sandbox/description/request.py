"""What a request asks for: worked out once, and shared by every layer of the sandbox."""

from __future__ import annotations

from typing import Any

from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import Scope

from .contract import Channel, Contracts, Operation
from .errors import APIError, error_event, error_response, new_request_id
from .projection import project_message
from .shape import Shape, shape_of
from .versions import version_of

CONTEXT = "cartesia_sandbox.context"
"""Key of the ASGI scope under which the context of a request is kept."""


class RequestContext:
    """The facts of one request or socket that more than one layer needs.

    Attributes:
        request_id: Names the request in response headers, error bodies, events and the journal.
        headers: Headers of the request.
        query: Query parameters of the request.
        version: Version that responds; None if the request names none that is valid.
        contract: Contract of that version; the newest one if there is no version.
        operation: Operation or socket at this address, in that contract or else in the newest one; None if there is none.
        path_parameters: Values of the path parameters of the operation.
        allowed_methods: Methods that this address allows, if it allows others only.
    """

    def __init__(self, scope: Scope, contracts: Contracts) -> None:
        connection = HTTPConnection(scope)
        self.request_id = new_request_id()
        self.headers = connection.headers
        self.query = connection.query_params
        self.version: str | None = None
        self.contract = contracts.newest
        self._version_error: APIError | None = None
        try:
            self.version = version_of(self.headers, self.query)
            self.contract = contracts.of(self.version)
        except APIError as error:
            self._version_error = error
        self.operation: Operation | None = None
        self.path_parameters: dict[str, str] = {}
        self.allowed_methods: list[str] = []
        self._is_socket = scope["type"] == "websocket"
        self._route(scope, contracts)

    @classmethod
    def of(cls, scope: Scope, contracts: Contracts) -> RequestContext:
        """Return the context of a request: that of the layers in front, or a new one, which is left in the scope."""
        if CONTEXT not in scope:
            scope[CONTEXT] = cls(scope, contracts)
        context: RequestContext = scope[CONTEXT]
        return context

    @property
    def shape(self) -> Shape:
        """What the request is answered with."""
        return "socket" if self._is_socket else shape_of(self.operation)

    @property
    def versioned_operation(self) -> Operation | None:
        """The operation as the requested version describes it; None if that version does not have it."""
        return self.contract.named(self.operation.name) if self.operation else None

    @property
    def channel(self) -> Channel | None:
        """The socket as the requested version describes it, or as the newest one does; None if this is no socket."""
        found = self.versioned_operation or self.operation
        return found if isinstance(found, Channel) else None

    def required_version(self) -> str:
        """Return the version. Raise APIError if the request does not name a valid one."""
        if self._version_error is not None:
            raise self._version_error
        assert self.version is not None
        return self.version

    def error_response(self, error: APIError) -> Response:
        """Return an error as a response in the shape of the requested version."""
        return error_response(error, self.version, self.request_id)

    def error_event(self, error: APIError) -> dict[str, Any]:
        """Return an error as an event of a stream or socket in the shape of the requested version."""
        listening = self.operation is not None and self.operation.name.startswith("stt.")
        event = error_event(error, self.version, self.request_id, listening=listening)
        return dict(project_message(event, self.channel)) if self.channel else event

    def _route(self, scope: Scope, contracts: Contracts) -> None:
        # The path of the scope rather than that of a URL, which drops characters that are part of an id here.
        path = scope["path"]
        if self._is_socket:
            # Sockets of every version are served as those of the newest: the service changed only what frames may say.
            self.operation, self.path_parameters = contracts.newest.channel(path)
            return
        # An operation that is newer than the requested version responds too: the service is not known to reject it.
        for contract in dict.fromkeys((self.contract, contracts.newest)):
            self.operation, self.path_parameters, allowed = contract.match(scope["method"], path)
            if self.operation is not None:
                return
            self.allowed_methods = self.allowed_methods or allowed
