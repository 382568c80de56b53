"""Methods, types and contracts of all dates: which of them a program uses shows only when it runs."""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules  # pyright: ignore[reportMissingImports]

datas = collect_data_files("cartesia_api")
hiddenimports = collect_submodules("cartesia_api")
