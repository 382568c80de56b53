from typing import Literal

DeploymentStatus = Literal[
    "build_error", "building", "deploy_error", "deployed", "inactive", "queued", "skipped"
]

DEPLOYMENT_STATUS_VALUES: set[DeploymentStatus] = {
    "build_error",
    "building",
    "deploy_error",
    "deployed",
    "inactive",
    "queued",
    "skipped",
}


def check_deployment_status(value: str) -> DeploymentStatus:
    if value in DEPLOYMENT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEPLOYMENT_STATUS_VALUES!r}")
