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
    return f'''{HEAD}"""What type checkers know of the version of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, Literal, Self, Unpack, overload
    from cartesia_client.options import ClientOptions
{imports}


{_versions_class("Versions", "Cartesia", dates)}


{_versions_class("AsyncVersions", "AsyncCartesia", dates)}
'''


def _versions_class(name: str, client: str, dates: Sequence[str]) -> str:
    results = {f'Literal["{date}"]': f"{package_name(date)}.{client}" for date in dates} | {"str | None = None": "Self"}
    overloads = "\n".join(
        "        @overload\n"
        f"        def __new__(cls, *, version: {version}, **options: Unpack[ClientOptions]) -> {result}: ..."
        for version, result in results.items()
    )
    return f'''class {name}:
    """Gives `{client}(version=...)` the types of that version, if it has types of its own."""

    if TYPE_CHECKING:
{overloads}
        def __new__(cls, *, version: str | None = None, **options: Unpack[ClientOptions]) -> Any: ...'''
