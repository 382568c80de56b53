"""The sandbox without a server: an ASGI application of layers.

From the outermost to the innermost: the admin interface, what browsers need, the journal, the bounds of bodies, the faults,
strict checks if enabled, and the router.
"""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Iterable, Mapping
from typing import Any, TypedDict, Unpack

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from .admin import PREFIX, Admin
from .browsers import for_browsers
from .description.bodies import MAX_BODY, MAX_FORM, BoundedBodies
from .description.bundle import bundled
from .description.contract import Contract, Contracts
from .description.errors import APIError
from .description.models import Models
from .description.names import message_kinds
from .description.request import CONTEXT
from .description.shape import Shape, shape_of
from .description.strict import StrictMiddleware
from .description.versions import VERSIONS, version_of
from .faults.connection import Connections, FindTransport
from .faults.fault import Fault, FaultKind
from .faults.middleware import FaultMiddleware
from .faults.plan import FaultPlan, PlannedFault
from .journal.filters import Known
from .journal.journal import Journal
from .journal.middleware import JournalMiddleware
from .recognition.call import Agent, is_answer
from .recognition.transcriber import Transcriber
from .replay.player import Player
from .replay.recorder import Recorder
from .replay.records import read_recording
from .replay.upstream import Upstream
from .routing import Router
from .state.auth import Authenticator
from .state.limits import Limits
from .state.state import State
from .voice.engine import Engine
from .voice.pacing import AT_ONCE, REALTIME, Pace


class Recording(TypedDict, total=False):
    """Options of a sandbox that records traffic, or plays it back."""

    record: str | os.PathLike[str] | None
    """File to which all traffic is appended, without credentials. Default: None."""
    replay: str | os.PathLike[str] | None
    """File with recorded traffic that is played back: a recording, a journal of a client, or a HAR file. Requests that were not
    recorded are refused. Default: None, which answers as the service would."""
    upstream: tuple[str, str] | None
    """Base URL and API key of a service that answers in place of the sandbox, to record it. It bills what it is asked for.
    Default: None."""


class Options(Recording, total=False):
    """Options of a sandbox. Each has a default."""

    api_keys: Iterable[str] | None
    """API keys that are accepted; any other credential gets 401, except tokens of `POST /access-token`. Default: None, which
    accepts any key."""
    idle_seconds: float
    """Seconds without a frame after which a socket is closed. Default: 300, as in the service."""
    context_seconds: float
    """Seconds after its last audio at which a socket context ends if the client does not close its input. Default: 1."""
    agent: Agent
    """What agents answer on their socket, as text to speak or an event to send: a list with an answer for each turn of the
    caller, or a function of the words heard. On None, and at a turn after the end of the list, they hang up. Default:
    None, which repeats what the caller said."""
    plan: str | None
    """"free", "pro", "startup" or "scale": enforces the concurrency limits of this plan with 429. Default: None, no limits."""
    realtime: bool | Pace
    """Whether speech is sent at about the speed of the service instead of as fast as possible; or a `Pace`. Default: False."""
    seed: int
    """Seed of the noise in the voice: the same seed gives the same samples on the same machine. Default: 0."""
    version: str | None
    """Cartesia-Version of requests that name none. Default: None, which rejects them, as the service does."""
    strict: bool
    """Whether unknown fields are rejected with a hint instead of ignored, as the service does. Default: False."""
    faults: Iterable[Fault | str | Mapping[str, Any]]
    """Faults that are planned at the start, and again after each `reset()`. Default: none."""


class Application:
    """A sandbox for any ASGI server; `Sandbox` brings its own. Takes the `Options`.

    Attributes:
        page: Path of the page that shows the sandbox in a browser.
        faults: The planned faults.
        journal: The recorded requests.
        limits: The contexts, connections and requests in progress: `limits.taken` is empty when there are none.

    Raises:
        ValueError: There is no such plan, version or fault, or `api_keys` or `agent` are not a list of texts.
    """

    page = PREFIX

    def __init__(
        self,
        *,
        api_keys: Iterable[str] | None = None,
        agent: Agent = None,
        idle_seconds: float = 300.0,
        context_seconds: float = 1.0,
        plan: str | None = None,
        realtime: bool | Pace = False,
        seed: int = 0,
        version: str | None = None,
        strict: bool = False,
        faults: Iterable[Fault | str | Mapping[str, Any]] = (),
        find_transport: FindTransport = lambda scope: None,
        **recording: Unpack[Recording],
    ) -> None:
        self._version = _checked(version)
        contracts = _contracts()
        transcriber = Transcriber()
        self.engine = Engine([transcriber.fingerprints.add], seed)
        self.limits = Limits(plan)
        self._state = State(
            Authenticator(api_keys),
            self.engine,
            Models(contracts.newest),
            transcriber,
            limits=self.limits,
            pace=realtime if isinstance(realtime, Pace) else REALTIME if realtime else AT_ONCE,
            agent=_answers(agent),
            context_seconds=context_seconds,
        )
        self.faults = FaultPlan(_shapes(contracts.newest))
        self.journal = Journal(known=_known(contracts))
        self._initial_faults = list(faults)
        self._plan_initial_faults()
        self._router = Router(contracts, self._state, idle_seconds)
        self._connections = Connections(find_transport)
        self._api = self._in_layers(contracts, recording, strict=strict)
        settings = {"plan": plan, "strict": strict, "realtime": bool(realtime)}
        self._admin = Admin(self.journal, self.faults, self.reset, contracts.newest, settings, transcriber.known_words)

    def _in_layers(self, contracts: Contracts, recording: Recording, *, strict: bool) -> ASGIApp:
        """Return what answers, behind the layers that every request passes: a recording, another service, or the sandbox."""
        upstream = recording.get("upstream")
        self._player = _player(contracts, recording)
        app: ASGIApp = StrictMiddleware(self._router, contracts) if strict else self._router
        app = self._player or (Upstream(*upstream, contracts) if upstream else app)
        app = BoundedBodies(FaultMiddleware(app, self.faults, self._connections), _largest_body, _reject)
        if (path := recording.get("record")) is not None:
            app = Recorder(app, path, (upstream or ())[1:])
        return for_browsers(JournalMiddleware(app, self.journal, contracts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            self.engine.load_early()
            await self._router(scope, receive, send)
            return
        scope = _below_mount(scope)
        if scope["path"] == PREFIX or scope["path"].startswith(f"{PREFIX}/"):
            await self._admin(scope, receive, send)
        else:
            await self._api(self._with_version(scope), receive, send)

    def _with_version(self, scope: Scope) -> Scope:
        """Return the request with the default version, if there is one and the request names none."""
        if self._version is None:
            return scope
        connection = HTTPConnection(scope)
        if "cartesia-version" in connection.headers or connection.query_params.get("cartesia_version"):
            return scope
        return {**scope, "headers": [*scope["headers"], (b"cartesia-version", self._version.encode())]}

    def fail(self, kind: FaultKind, **fields: Any) -> PlannedFault:
        """Plan a fault: `fail("status", status=429, retry_after=1, operation="tts.generate")`. See `Fault` for the fields.

        Raises:
            ValueError: There is no such fault, or no operation that it applies to.
        """
        return self.faults.add({"kind": kind, **fields})

    def reset(self) -> None:
        """Restore the initial state: voices and other objects, the journal, and the faults. Connections stay open."""
        self._state.reset()
        if self._player is not None:
            self._player.reset()
        self.journal.clear()
        self.faults.clear()
        self._plan_initial_faults()
        self._connections.release()

    def release(self) -> None:
        """End stalled connections, so that a server can stop at once."""
        self._connections.release()

    def _plan_initial_faults(self) -> None:
        for fault in self._initial_faults:
            self.faults.add(fault)


@functools.cache
def _contracts() -> Contracts:
    """Return the contracts, which all sandboxes of a process share: nothing changes them, and reading them takes a moment."""
    return Contracts(Contract(bundled()))


def _known(contracts: Contracts) -> Known:
    newest = contracts.newest
    kinds = functools.partial(message_kinds, newest.doc)
    return Known(contracts.names, contracts.paths, kinds, lambda: (channel.name for channel in newest.channels))


def _player(contracts: Contracts, recording: Recording) -> Player | None:
    path = recording.get("replay")
    return None if path is None else Player(read_recording(path), contracts)


def _answers(agent: Agent) -> Agent:
    """Return what agents answer in each call. Raise ValueError for what cannot be answers."""
    if inspect.iscoroutinefunction(agent):
        raise ValueError("agent must be a plain function, as it is called in a thread; this one is async")
    if agent is None or callable(agent):
        return agent
    answers = [*agent] if isinstance(agent, Iterable) and not isinstance(agent, (str, bytes, Mapping)) else []
    if not answers or not all(map(is_answer, answers)):
        raise ValueError("agent must be a list of answers, each a text or an event as a dict, or a function of a text")
    return answers


def asgi_app(**options: Unpack[Options]) -> Application:
    """Return a sandbox as an ASGI application for a server of your own. Takes the options of `Sandbox` without the address.

    The faults `reset`, `garbage` and `cut` need the server of `Sandbox`. Under another server they all close the connection.
    """
    return Application(**options)


def _largest_body(scope: Scope) -> int:
    operation = scope[CONTEXT].operation
    return MAX_FORM if operation is not None and operation.is_form else MAX_BODY


async def _reject(error: APIError, scope: Scope, receive: Receive, send: Send) -> None:
    await scope[CONTEXT].error_response(error)(scope, receive, send)


def _below_mount(scope: Scope) -> Scope:
    """Return the request as if the application stood at the root of its server, not at a mount."""
    root, path = scope.get("root_path", ""), scope["path"]
    # Behind a proxy that takes a prefix away, applications know it as a part of the root, and the path does not have it.
    for mount in (root, root.removeprefix(scope.get("app_root_path", ""))):
        if mount and (path == mount or path.startswith(f"{mount}/")):
            path = path[len(mount) :] or "/"
            break
    return {**scope, "path": path, "root_path": ""}


def _checked(version: str | None) -> str | None:
    """Return the version of requests that name none. Raise ValueError if it is none."""
    if version is not None:
        try:
            version_of({"cartesia-version": version}, {})
        except APIError as error:
            raise ValueError(f"{version!r} is not a Cartesia-Version, such as {VERSIONS[-1]}") from error
    return version


def _shapes(contract: Contract) -> dict[str, tuple[str, Shape]]:
    """Return the path and the shape of the response of each operation and socket, by name."""
    shapes: dict[str, tuple[str, Shape]] = {
        operation.name: (operation.path, shape_of(operation)) for operation in contract.operations
    }
    shapes.update({channel.name: (channel.path, "socket") for channel in contract.channels})
    return shapes
