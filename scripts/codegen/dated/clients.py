"""Emits what type checkers know of the clients of older versions."""

from __future__ import annotations

from collections.abc import Sequence

from ..emit.names import HEAD, package_name


def client_module(date: str) -> str:
    """Return the text of `client.py` in the package of an older version."""
    return f'''{HEAD}"""The clients of `version="{date}"`, as type checkers see them.

Nothing here exists at run time: `Cartesia(version="{date}")` is a `cartesia_client.Cartesia` with the resources of that version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cartesia_client import client
    from .resources import AsyncResources, Resources

    # Their resources are other ones than those of the newest version: that is what they are for.
    class Cartesia(Resources, client.Cartesia):  # type: ignore[misc]
        """The sync client of Cartesia-Version {date}."""

    class AsyncCartesia(AsyncResources, client.AsyncCartesia):  # type: ignore[misc]
        """The asyncio client of Cartesia-Version {date}."""
'''


def clients_module(dates: Sequence[str]) -> str:
    """Return the text of `clients.py`: the bases of the clients, with an overload of the constructor for each date."""
    imports = "\n".join(f"    from .{package_name(date)} import client as {package_name(date)}" for date in dates)
    return f'''{HEAD}"""What type checkers know of the version of a client.

`Cartesia(version=...)` has the types of that version, if it has types of its own. A subclass keeps its own type, methods and
constructor. mypy and pyright need different words for that: mypy takes the type of `self` in `__init__` if it is a subclass of
what is made, pyright that of `cls` in `__new__` if it fits. `_exactly` fits the client itself, and no subclass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

MYPY = False  # mypy alone takes it as true

if TYPE_CHECKING:
    from typing import Any, Literal, Protocol, Self, Unpack, overload

    from cartesia_client import client
    from cartesia_client.options import ClientOptions
{imports}


{_versions_class("Versions", "Cartesia", dates)}


{_versions_class("AsyncVersions", "AsyncCartesia", dates)}
'''


def _versions_class(name: str, client: str, dates: Sequence[str]) -> str:
    results = {date: f"{package_name(date)}.{client}" for date in dates}
    by_self = "\n".join(
        "            @overload\n            def __init__(  # type: ignore[misc]  # self is a subclass\n"
        f'                self: {result}, *, version: Literal["{date}"], **options: Unpack[ClientOptions]\n'
        "            ) -> None: ..."
        for date, result in results.items()
    )
    by_class = "\n".join(
        "            @overload\n"
        f'            def __new__(cls: type[_{client}], *, version: Literal["{date}"], '
        f"**options: Unpack[ClientOptions]) -> {result}: ..."
        for date, result in results.items()
    )
    last = "def __init__(self, *, version: str | None = None, **options: Unpack[ClientOptions]) -> None: ..."
    return f'''if TYPE_CHECKING:
    class _{client}(Protocol):
        @property
        def _exactly(self) -> list[client.{client}]: ...

class {name}:
    """Gives `{client}(version=...)` the types of that version."""

    if TYPE_CHECKING:
        @property
        def _exactly(self) -> list[Self]: ...

        if MYPY:
{by_self}
            @overload
            {last}
            {last}
        else:
{by_class}
            @overload
            def __new__(cls, *args: Any, **options: Any) -> Self: ...
            def __new__(cls, *args: Any, **options: Any) -> Any: ...'''
