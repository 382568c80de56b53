"""The signatures of the models' constructors."""

from __future__ import annotations

import inspect
from typing import Any


class ModelSignature:
    """The signature of a model's constructor, for `help` and completion; built when it is asked for."""

    def __get__(self, model: object, owner: type[Any]) -> inspect.Signature:
        empty, kind = inspect.Parameter.empty, inspect.Parameter.POSITIONAL_OR_KEYWORD
        hints = {name: text for each in owner.__mro__ for name, text in inspect.get_annotations(each).items()}
        parameters = [
            inspect.Parameter(name, kind, default=getattr(owner, name, empty), annotation=hints[name])
            for name in owner._fields
        ]
        return inspect.Signature(parameters)
