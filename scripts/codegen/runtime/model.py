"""The base class of the models.

A model keeps the fields that are set in its `__dict__`, and nothing else: what is not set reads as the class has it, None. So
absent and null stay apart, and reading a field costs what reading any attribute costs.
"""

from __future__ import annotations

import copy
import functools
import inspect
from collections.abc import Callable, Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Self,
    TypeVar,
    dataclass_transform,
    get_args,
    get_type_hints,
)

from .deprecation import DeprecatedField
from .readers import Reader, constructed, reader
from .record import Record, is_special
from .signature import ModelSignature
from .types import UNSET, File


@dataclass_transform()
class Model(Record):
    """An object of the API.

    Attributes:
        additional_properties: Fields that the contract does not have, as JSON. They can be read as attributes, too.
    """

    __slots__ = ("__dict__", "__weakref__", "additional_properties")
    if TYPE_CHECKING:
        additional_properties: dict[str, Any]
    else:
        __signature__ = ModelSignature()

    _fields: ClassVar[tuple[str, ...]] = ()
    """Python names of all fields."""
    _nullable: ClassVar[frozenset[str]] = frozenset()
    """Fields that are not required and may be null. Others that are set to None are not set at all."""
    _deprecated: ClassVar[frozenset[str]] = frozenset()
    """Fields that warn when they are read."""
    _readers: ClassVar[dict[bool, Reader]]
    """What `_reader` returns, once it has been asked for."""

    def __init_subclass__(cls) -> None:
        cls._readers = {}
        own = (name for name in inspect.get_annotations(cls) if not name.startswith("_"))
        cls._fields = tuple(dict.fromkeys((*cls._fields, *own)))
        for name in cls._deprecated & inspect.get_annotations(cls).keys():
            setattr(cls, name, DeprecatedField(name, cls.__dict__.get(name, UNSET)))

    if not TYPE_CHECKING:  # type checkers know the keyword arguments from the fields

        def __init__(self, *values: Any, **fields: Any) -> None:
            """Build a model. What is not given, or UNSET, is absent."""
            object.__setattr__(self, "additional_properties", {})
            by_position = dict(zip(self._fields, values, strict=False))
            if len(values) > len(by_position) or by_position.keys() & fields.keys():
                raise TypeError(f"{type(self).__name__} got too many values; its fields are {', '.join(self._fields)}")
            fields = {**by_position, **{self._python_name(name): value for name, value in fields.items()}}
            defaults = {name: getattr(type(self), name) for name in self._fields if hasattr(type(self), name)}
            missing = [name for name in self._fields if name not in defaults and fields.get(name, UNSET) is UNSET]
            unknown = [name for name in fields if name not in self._fields]
            if unknown or missing:
                what = f"has no field {unknown[0]!r}" if unknown else f"needs {', '.join(missing)}"
                raise TypeError(f"{type(self).__name__} {what}; its fields are {', '.join(self._fields)}")
            for name, default in defaults.items():
                if default is not None:  # a constant
                    self.__dict__[name] = default
            for name, value in fields.items():
                setattr(self, name, value)

        def __getattr__(self, name: str) -> Any:
            """Return a field by its name in JSON, or one that the contract does not have; if there is no such attribute."""
            if name != "additional_properties":
                if (python := self._python_name(name)) != name:
                    return getattr(self, python)
                if name in self.additional_properties and not is_special(name):
                    return self.additional_properties[name]
                if name in self._fields:  # of a model that was built without a check
                    return None
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)

    @classmethod
    def _python_name(cls, name: str) -> str:
        """Return the name of a field in Python: `type_` for `type`, which is its name in JSON."""
        return next((python for python, each in cls._json_names.items() if each == name), name)

    def __setattr__(self, name: str, value: Any) -> None:
        """Set a field. UNSET makes it absent, and so does None, unless the field may be null."""
        name = self._python_name(name)
        if name not in self._fields:
            if name != "additional_properties":
                raise AttributeError(
                    f"{type(self).__name__!r} has no field {name!r}; the service's own go to additional_properties"
                )
            object.__setattr__(self, name, value)
        elif value is UNSET or (value is None and name not in self._nullable and hasattr(type(self), name)):
            self.__dict__.pop(name, None)
        else:
            self.__dict__[name] = value

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Build a model from JSON that has been decoded. Fields that the contract does not have are kept.

        Raises:
            KeyError: A field is missing.
            ValueError, TypeError: A field has another form.
        """
        return (cls._readers.get(False) or cls._reader())(src_dict)  # type: ignore[no-any-return]  # of this class

    @classmethod
    def _reader(cls, owned: bool = False) -> Reader:
        """Return what does the same as `from_dict`, without a look at the class.

        Args:
            owned: The dict that it gets, and all in it, become parts of the model: nothing else may hold them.
        """
        if owned not in cls._readers:
            cls._readers[owned] = _reading(cls, owned)
        return cls._readers[owned]

    @classmethod
    def _constructed(cls, values: Mapping[str, Any]) -> Self:
        hints, given, extra = get_type_hints(cls), dict[str, Any](), dict[str, Any]()
        for name, value in values.items():
            python = cls._python_name(name)
            if python in cls._fields and cls._json_names.get(name) not in values:
                given[python] = constructed(hints[python], value)
            else:
                extra[name] = value
        return _made(cls, given, extra)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy.

        Args:
            update: Fields that the copy has otherwise.
            deep: Copy what it holds, too.
        """
        parts = (self.__dict__, self.additional_properties)
        fields, extra = map(dict, copy.deepcopy(parts) if deep else parts)
        for name, value in (update or {}).items():
            (fields if name in self._fields else extra)[name] = value
        return _made(type(self), fields, extra)

    @property
    def model_extra(self) -> dict[str, Any]:
        """Return the fields that the contract does not have."""
        return self.additional_properties

    @property
    def additional_keys(self) -> list[str]:
        """Return the names of the fields that the contract does not have."""
        return list(self.additional_properties)

    def _held(self) -> dict[str, Any]:
        return dict(self.__dict__)

    @classmethod
    def _field_names(cls) -> tuple[str, ...]:
        return cls._fields

    @classmethod
    def _defaults(cls) -> dict[str, Any]:
        return {name: getattr(cls, name) for name in cls._fields if hasattr(cls, name)}

    def __setitem__(self, name: str, value: Any) -> None:
        """Set a field, or an additional property."""
        if name in self._fields:
            setattr(self, name, value)
        else:
            self.additional_properties[name] = value

    def __delitem__(self, name: str) -> None:
        """Make a field, or an additional property, absent."""
        del (self.__dict__ if name in self.__dict__ else self.additional_properties)[name]

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Model):
            return NotImplemented
        return self.__dict__ == other.__dict__ and self.additional_properties == other.additional_properties

    def to_multipart(self) -> list[tuple[str, Any]]:
        """Return the model as the parts of a form."""
        from .bodies import form_body

        files = [name for name, hint in get_type_hints(type(self)).items() if hint is File or File in get_args(hint)]
        names = self._json_names
        fields = {names.get(name, name): value for name, value in self.__dict__.items()}
        form: list[tuple[str, Any]] = form_body(
            fields | self.additional_properties, files=[names.get(name, name) for name in files]
        )
        return form


_M = TypeVar("_M", bound=Model)
_MAX_SHAPES = 64
_set_fields: Callable[[Model, dict[str, Any]], None] = vars(Model)["__dict__"].__set__
_set_extra: Callable[[Model, dict[str, Any]], None] = vars(Model)["additional_properties"].__set__


def _made(model: type[_M], fields: dict[str, Any], extra: dict[str, Any]) -> _M:
    """Return a model that holds these fields. It is the fastest way: lists have thousands of models."""
    made = model.__new__(model)
    _set_fields(made, fields)
    _set_extra(made, extra)
    return made


_Shape = tuple[tuple[tuple[str, str], ...], tuple[str, ...], tuple[tuple[str, Reader], ...]]
"""What follows from the names that an object in a response has.

1. Names in JSON, and those in Python, of the fields where these differ.
2. Names that the contract does not have.
3. Python names of the fields that do not stay as JSON has them, and what reads them.

A plain tuple is unpacked in half the time of a named one, and each object of a list unpacks one.
"""


def _reading(model: type[_M], owned: bool) -> Callable[[Mapping[str, Any]], _M]:
    """Return what builds a model of JSON that has been decoded; `owned` as `reader` has it."""
    # Lists have thousands of objects. Those of one list have the same names in the same order, so what follows from these is
    # found once; and it is done here without further calls.
    new, shapes = model.__new__, dict[tuple[str, ...], _Shape]()
    field_readers = functools.cache(lambda: _field_readers(model, owned))  # later: models hold each other

    def read(given: Mapping[str, Any]) -> _M:
        if type(given) is not dict and not isinstance(given, Mapping):
            raise TypeError(f"expected an object, got {type(given).__name__}")
        found: dict[str, Any] = given if owned else dict(given)  # type: ignore[assignment]  # JSON has dicts only
        names = tuple(found)
        if (shape := shapes.get(names)) is None:
            shape = _shape(model, field_readers(), names)
            if len(shapes) < _MAX_SHAPES and len(shape[1]) < _MAX_SHAPES:  # a service may send other names each time
                shapes[names] = shape
        renamed, additional, readers = shape
        extra = {}
        if additional:  # most objects need nothing of this, and a loop over nothing takes its time, too
            for name in additional:  # first: one may have the name that a field has in Python
                extra[name] = found.pop(name)
        if renamed:
            for name, python in renamed:
                found[python] = found.pop(name)
        if readers:
            fault, name = None, ""
            try:
                for name, value_of in readers:
                    found[name] = value_of(found[name])
            except Exception as error:  # any that the value causes; a response may hold anything
                fault = f"{name}: {f'{error} is missing' if isinstance(error, KeyError) else error}"
            if fault is not None:
                raise ValueError(fault)
        made = new(model)
        _set_fields(made, found)
        _set_extra(made, extra)
        return made

    return read


def _shape(model: type[Model], field_readers: tuple[tuple[str, Reader], ...], names: tuple[str, ...]) -> _Shape:
    """Return the shape of an object with these names. Raise KeyError if one is missing."""
    fields = {model._json_names.get(name, name): name for name in model._fields}
    for name, python in fields.items():
        if name not in names and not hasattr(model, python):
            raise KeyError(name)
    held = {fields[name] for name in names if name in fields}
    return (
        tuple((name, fields[name]) for name in names if fields.get(name, name) != name),
        tuple(name for name in names if name not in fields),
        tuple((name, read) for name, read in field_readers if name in held),
    )


def _field_readers(model: type[Model], owned: bool) -> tuple[tuple[str, Reader], ...]:
    """Return the fields that do not stay as JSON has them, and what reads them."""
    hints = get_type_hints(model)
    return tuple((name, read) for name in model._fields if (read := reader(hints[name], owned)) is not None)
