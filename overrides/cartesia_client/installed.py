"""The version of this package."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("cartesia-client")
except PackageNotFoundError:  # some deployments leave the metadata of packages out
    __version__ = "unknown"
