# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.dataset import Dataset


class PaginatedDatasets(Model):
    """A page of datasets."""

    data: list[Dataset]
    has_more: bool
