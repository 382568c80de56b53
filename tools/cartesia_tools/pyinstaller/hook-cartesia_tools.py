"""Each command is imported when it is called."""

from PyInstaller.utils.hooks import collect_submodules  # pyright: ignore[reportMissingImports]

hiddenimports = collect_submodules("cartesia_tools", lambda name: not name.endswith(".pyinstaller"))
