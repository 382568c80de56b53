"""The sandbox without a server: an ASGI application of layers, each of which knows nothing of the others.

Outermost is what steers and shows the sandbox, then the journal, then the faults, then strictness, and at last what answers.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypedDict, Unpack

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from .admin import PREFIX, make_control
from .description.contract import Contract, Contracts, bundled
from .description.errors import APIError
from .description.shape import Shape, shape_of
from .description.strict import Strict
from .description.versions import VERSIONS, version_of
from .faults.fault import Fault, Kind
from .faults.middleware import Injector, Wire
from .faults.plan import FaultPlan, Planned
from .journal.journal import Journal
from .journal.middleware import Recorder
from .recognition.sessions import Transcriber
from .routing import make_app
from .state.auth import Authenticator
from .state.limits import Limits
from .state.state import State
from .voice.engine import Engine
from .voice.pacing import AT_ONCE, REALTIME, Pace


class Options(TypedDict, total=False):
    """How a sandbox behaves; all of it can be left out."""

    api_keys: Collection[str] | None
    """Keys that are accepted. Default: any."""
    idle_seconds: float
    """Seconds without a frame after which a socket is closed: 300, as by the service."""
    context_seconds: float
    """Seconds after its last audio at which a context of a socket ends whose input nobody closes: 1."""
    plan: str | None
    """"free", "pro", "startup" or "scale": how much may go on at a time before the answer is 429. Default: no limit."""
    realtime: bool | Pace
    """Whether speech comes at about the speed of the service, rather than as fast as it can be made; or a `Pace`."""
    seed: int
    """Of the noise in the voice: the same seed gives the same samples on the same machine. Default: 0."""
    version: str | None
    """Cartesia-Version of requests that name none. Default: they are rejected, as by the service."""
    strict: bool
    """Whether unknown fields are rejected, with what is known about them, rather than ignored as by the service."""
    faults: Iterable[Fault | str | Mapping[str, Any]]
    """Faults that are planned from the start, and again after each `reset()`."""


class Application:
    """A sandbox that any ASGI server can serve; `Sandbox` brings its own. Takes the `Options`.

    Attributes:
        page: Path of the page that shows it in a browser.
        faults: What is planned to go wrong.
        journal: What has been asked.
        limits: What is going on, counted: `limits.in_use` is empty when nothing is.

    Raises:
        ValueError: There is no such plan, version or fault.
    """

    page = PREFIX

    def __init__(
        self,
        *,
        api_keys: Collection[str] | None = None,
        idle_seconds: float = 300.0,
        context_seconds: float = 1.0,
        plan: str | None = None,
        realtime: bool | Pace = False,
        seed: int = 0,
        version: str | None = None,
        strict: bool = False,
        faults: Iterable[Fault | str | Mapping[str, Any]] = (),
        wire: Wire = lambda scope: None,
    ) -> None:
        if version is not None:
            try:
                version_of({"cartesia-version": version}, {})
            except APIError as error:
                raise ValueError(f"{version!r} is no Cartesia-Version, such as {VERSIONS[-1]}") from error
        self._version = version
        contracts = Contracts(Contract(bundled()))
        contract = contracts.newest
        transcriber = Transcriber()
        self.engine = Engine([transcriber.fingerprints.add], seed)
        pace = realtime if isinstance(realtime, Pace) else REALTIME if realtime else AT_ONCE
        self.limits = Limits(plan)
        self._state = State(
            Authenticator(api_keys),
            self.engine,
            contract.languages,
            transcriber,
            limits=self.limits,
            pace=pace,
            context_seconds=context_seconds,
        )
        shapes: dict[str, tuple[str, Shape]] = {
            operation.name: (operation.path, shape_of(operation)) for operation in contract.operations
        }
        shapes |= {channel.name: (channel.path, "socket") for channel in contract.channels}
        self.faults = FaultPlan(shapes)
        self.journal = Journal()
        self._first = list(faults)
        self._plan_first()
        answers: ASGIApp = make_app(contracts, self._state, idle_seconds)
        self._lifespan = answers
        self._injector = Injector(Strict(answers, contracts) if strict else answers, self.faults, wire)
        self._recorder = Recorder(self._injector, self.journal, contracts)
        self._control = make_control(self, contract, {"plan": plan, "strict": strict, "realtime": bool(realtime)})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            # The voice takes a moment to load; by the time somebody wants to hear it, it often is there.
            threading.Thread(target=self.engine.load, name="cartesia-sandbox-voice", daemon=True).start()
            await self._lifespan(scope, receive, send)
        elif scope["path"] == PREFIX or scope["path"].startswith(f"{PREFIX}/"):
            await self._control(scope, receive, send)
        else:
            await self._recorder(self._dated(scope), receive, send)

    def _dated(self, scope: Scope) -> Scope:
        """The request, with the usual version if it names none."""
        connection = HTTPConnection(scope)
        if (
            self._version is None
            or "cartesia-version" in connection.headers
            or connection.query_params.get("cartesia_version")
        ):
            return scope
        return {**scope, "headers": [*scope["headers"], (b"cartesia-version", self._version.encode())]}

    def fail(self, kind: Kind, **fields: Any) -> Planned:
        """Plans a fault: `fail("status", status=429, retry_after=1, operation="tts.generate")`. See `Fault` for the fields.

        Raises:
            ValueError: There is no such fault, or nothing that it could happen to.
        """
        return self.faults.add({"kind": kind, **fields})

    def reset(self) -> None:
        """Everything is as it was at the start: voices and other objects, the journal, and the faults. Connections stay open."""
        self._state.reset()
        self.journal.clear()
        self.faults.clear()
        self._plan_first()
        self._injector.release()

    def release(self) -> None:
        """Ends what stalls, so that a server can stop at once."""
        self._injector.release()

    def _plan_first(self) -> None:
        for fault in self._first:
            self.faults.add(fault)


def asgi_app(**options: Unpack[Options]) -> Application:
    """A sandbox as an ASGI application, for a server of your own; the options are those of `Sandbox`, without the address.

    `reset`, `garbage` and `cut` of the faults need the server of `Sandbox`; under another one they all close the connection.
    """
    return Application(**options)
