# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""What type checkers know of the version of a client.

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

    from .v2024_06_10 import client as v2024_06_10
    from .v2024_11_13 import client as v2024_11_13
    from .v2025_04_16 import client as v2025_04_16
    from .v2025_11_04 import client as v2025_11_04
    from .v2026_03_01 import client as v2026_03_01


if TYPE_CHECKING:

    class _Cartesia(Protocol):
        @property
        def _exactly(self) -> list[client.Cartesia]: ...


class Versions:
    """Gives `Cartesia(version=...)` the types of that version."""

    if TYPE_CHECKING:

        @property
        def _exactly(self) -> list[Self]: ...

        if MYPY:

            @overload
            def __init__(  # type: ignore[misc]  # self is a subclass
                self: v2026_03_01.Cartesia,
                *,
                version: Literal["2026-03-01"],
                **options: Unpack[ClientOptions],
            ) -> None: ...
            @overload
            def __init__(  # type: ignore[misc]  # self is a subclass
                self: v2025_11_04.Cartesia,
                *,
                version: Literal["2025-11-04"],
                **options: Unpack[ClientOptions],
            ) -> None: ...
            @overload
            def __init__(  # type: ignore[misc]  # self is a subclass
                self: v2025_04_16.Cartesia,
                *,
                version: Literal["2025-04-16"],
                **options: Unpack[ClientOptions],
            ) -> None: ...
            @overload
            def __init__(  # type: ignore[misc]  # self is a subclass
                self: v2024_11_13.Cartesia,
                *,
                version: Literal["2024-11-13"],
                **options: Unpack[ClientOptions],
            ) -> None: ...
            @overload
            def __init__(  # type: ignore[misc]  # self is a subclass
                self: v2024_06_10.Cartesia,
                *,
                version: Literal["2024-06-10"],
                **options: Unpack[ClientOptions],
            ) -> None: ...
            @overload
            def __init__(
                self, *, version: str | None = None, **options: Unpack[ClientOptions]
            ) -> None: ...
            def __init__(
                self, *, version: str | None = None, **options: Unpack[ClientOptions]
            ) -> None: ...
        else:

            @overload
            def __new__(
                cls: type[_Cartesia],
                *,
                version: Literal["2026-03-01"],
                **options: Unpack[ClientOptions],
            ) -> v2026_03_01.Cartesia: ...
            @overload
            def __new__(
                cls: type[_Cartesia],
                *,
                version: Literal["2025-11-04"],
                **options: Unpack[ClientOptions],
            ) -> v2025_11_04.Cartesia: ...
            @overload
            def __new__(
                cls: type[_Cartesia],
                *,
                version: Literal["2025-04-16"],
                **options: Unpack[ClientOptions],
            ) -> v2025_04_16.Cartesia: ...
            @overload
            def __new__(
                cls: type[_Cartesia],
                *,
                version: Literal["2024-11-13"],
                **options: Unpack[ClientOptions],
            ) -> v2024_11_13.Cartesia: ...
            @overload
            def __new__(
                cls: type[_Cartesia],
                *,
                version: Literal["2024-06-10"],
                **options: Unpack[ClientOptions],
            ) -> v2024_06_10.Cartesia: ...
            @overload
            def __new__(cls, *args: Any, **options: Any) -> Self: ...
            def __new__(cls, *args: Any, **options: Any) -> Any: ...


if TYPE_CHECKING:

    class _AsyncCartesia(Protocol):
        @property
        def _exactly(self) -> list[client.AsyncCartesia]: ...


class AsyncVersions:
    """Gives `AsyncCartesia(version=...)` the types of that version."""

    if TYPE_CHECKING:

        @property
        def _exactly(self) -> list[Self]: ...

        if MYPY:

            @overload
            def __init__(  # type: ignore[misc]  # self is a subclass
                self: v2026_03_01.AsyncCartesia,
                *,
                version: Literal["2026-03-01"],
                **options: Unpack[ClientOptions],
            ) -> None: ...
            @overload
            def __init__(  # type: ignore[misc]  # self is a subclass
                self: v2025_11_04.AsyncCartesia,
                *,
                version: Literal["2025-11-04"],
                **options: Unpack[ClientOptions],
            ) -> None: ...
            @overload
            def __init__(  # type: ignore[misc]  # self is a subclass
                self: v2025_04_16.AsyncCartesia,
                *,
                version: Literal["2025-04-16"],
                **options: Unpack[ClientOptions],
            ) -> None: ...
            @overload
            def __init__(  # type: ignore[misc]  # self is a subclass
                self: v2024_11_13.AsyncCartesia,
                *,
                version: Literal["2024-11-13"],
                **options: Unpack[ClientOptions],
            ) -> None: ...
            @overload
            def __init__(  # type: ignore[misc]  # self is a subclass
                self: v2024_06_10.AsyncCartesia,
                *,
                version: Literal["2024-06-10"],
                **options: Unpack[ClientOptions],
            ) -> None: ...
            @overload
            def __init__(
                self, *, version: str | None = None, **options: Unpack[ClientOptions]
            ) -> None: ...
            def __init__(
                self, *, version: str | None = None, **options: Unpack[ClientOptions]
            ) -> None: ...
        else:

            @overload
            def __new__(
                cls: type[_AsyncCartesia],
                *,
                version: Literal["2026-03-01"],
                **options: Unpack[ClientOptions],
            ) -> v2026_03_01.AsyncCartesia: ...
            @overload
            def __new__(
                cls: type[_AsyncCartesia],
                *,
                version: Literal["2025-11-04"],
                **options: Unpack[ClientOptions],
            ) -> v2025_11_04.AsyncCartesia: ...
            @overload
            def __new__(
                cls: type[_AsyncCartesia],
                *,
                version: Literal["2025-04-16"],
                **options: Unpack[ClientOptions],
            ) -> v2025_04_16.AsyncCartesia: ...
            @overload
            def __new__(
                cls: type[_AsyncCartesia],
                *,
                version: Literal["2024-11-13"],
                **options: Unpack[ClientOptions],
            ) -> v2024_11_13.AsyncCartesia: ...
            @overload
            def __new__(
                cls: type[_AsyncCartesia],
                *,
                version: Literal["2024-06-10"],
                **options: Unpack[ClientOptions],
            ) -> v2024_06_10.AsyncCartesia: ...
            @overload
            def __new__(cls, *args: Any, **options: Any) -> Self: ...
            def __new__(cls, *args: Any, **options: Any) -> Any: ...
