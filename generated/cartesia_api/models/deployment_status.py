# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

DeploymentStatus = Literal[
    "build_error", "building", "deploy_error", "deployed", "inactive", "queued", "skipped"
]
