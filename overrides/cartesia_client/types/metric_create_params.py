# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""MetricCreateParams."""

from cartesia_api.method_types import MetricCreateParams as MetricCreateParams

__all__ = ["MetricCreateParams"]
