"""The sandbox reads its page and, beside `cartesia_api`, the description of the API; its voice reads a model."""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules  # pyright: ignore[reportMissingImports]

datas = [*collect_data_files("cartesia_sandbox"), *collect_data_files("hibari"), *collect_data_files("hibari_tts")]
# The plugin is loaded by pytest alone.
hiddenimports = [
    *collect_submodules("cartesia_sandbox", lambda name: not name.endswith(".pytest_plugin")),
    "cartesia_api",
]
