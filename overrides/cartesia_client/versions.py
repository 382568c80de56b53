"""The Cartesia-Version of a client that is created without one; what follows from a version is in `cartesia_api.following`."""

from __future__ import annotations

import os

from cartesia_api import contract
from cartesia_api.following import follow_version as follow_version
from cartesia_api.following import follows_version as follows_version
from cartesia_api.following import is_overridden as is_overridden
from cartesia_api.following import resources_of as resources_of
from cartesia_api.following import routes_of as routes_of
from cartesia_api.following import specialized as specialized


def default() -> str:
    """Return the version of a client that is created without one."""
    return os.environ.get("CARTESIA_VERSION") or contract.API_VERSION
