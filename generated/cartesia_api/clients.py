# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""What type checkers know of the version of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, Literal, Self, Unpack, overload

    from cartesia_client.options import ClientOptions

    from .v2024_06_10 import client as v2024_06_10
    from .v2024_11_13 import client as v2024_11_13
    from .v2025_04_16 import client as v2025_04_16
    from .v2025_11_04 import client as v2025_11_04
    from .v2026_03_01 import client as v2026_03_01


class Versions:
    """Gives `Cartesia(version=...)` the types of that version, if it has types of its own."""

    if TYPE_CHECKING:

        @overload
        def __new__(
            cls, *, version: Literal["2026-03-01"], **options: Unpack[ClientOptions]
        ) -> v2026_03_01.Cartesia: ...
        @overload
        def __new__(
            cls, *, version: Literal["2025-11-04"], **options: Unpack[ClientOptions]
        ) -> v2025_11_04.Cartesia: ...
        @overload
        def __new__(
            cls, *, version: Literal["2025-04-16"], **options: Unpack[ClientOptions]
        ) -> v2025_04_16.Cartesia: ...
        @overload
        def __new__(
            cls, *, version: Literal["2024-11-13"], **options: Unpack[ClientOptions]
        ) -> v2024_11_13.Cartesia: ...
        @overload
        def __new__(
            cls, *, version: Literal["2024-06-10"], **options: Unpack[ClientOptions]
        ) -> v2024_06_10.Cartesia: ...
        @overload
        def __new__(
            cls, *, version: str | None = None, **options: Unpack[ClientOptions]
        ) -> Self: ...
        def __new__(
            cls, *, version: str | None = None, **options: Unpack[ClientOptions]
        ) -> Any: ...


class AsyncVersions:
    """Gives `AsyncCartesia(version=...)` the types of that version, if it has types of its own."""

    if TYPE_CHECKING:

        @overload
        def __new__(
            cls, *, version: Literal["2026-03-01"], **options: Unpack[ClientOptions]
        ) -> v2026_03_01.AsyncCartesia: ...
        @overload
        def __new__(
            cls, *, version: Literal["2025-11-04"], **options: Unpack[ClientOptions]
        ) -> v2025_11_04.AsyncCartesia: ...
        @overload
        def __new__(
            cls, *, version: Literal["2025-04-16"], **options: Unpack[ClientOptions]
        ) -> v2025_04_16.AsyncCartesia: ...
        @overload
        def __new__(
            cls, *, version: Literal["2024-11-13"], **options: Unpack[ClientOptions]
        ) -> v2024_11_13.AsyncCartesia: ...
        @overload
        def __new__(
            cls, *, version: Literal["2024-06-10"], **options: Unpack[ClientOptions]
        ) -> v2024_06_10.AsyncCartesia: ...
        @overload
        def __new__(
            cls, *, version: str | None = None, **options: Unpack[ClientOptions]
        ) -> Self: ...
        def __new__(
            cls, *, version: str | None = None, **options: Unpack[ClientOptions]
        ) -> Any: ...
