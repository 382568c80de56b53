"""The client imports nearly everything when it is first asked for it."""

from PyInstaller.utils.hooks import collect_submodules  # pyright: ignore[reportMissingImports]

hiddenimports = [*collect_submodules("cartesia_client"), "cartesia_api"]
