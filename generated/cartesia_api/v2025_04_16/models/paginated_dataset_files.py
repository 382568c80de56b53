# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.dataset_file import DatasetFile


class PaginatedDatasetFiles(Model):
    """A page of files."""

    data: list[DatasetFile]
    has_more: bool
