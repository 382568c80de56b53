"""What models and events have in common: how they are dumped, and how they behave like a mapping of what they hold."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from enum import Enum
from importlib import import_module
from types import MappingProxyType, NoneType
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self

from .field_info import FieldInfo, FieldInfos
from .types import UNSET, File, short_repr


class Dump(NamedTuple):
    """How values are dumped."""

    as_json: bool
    by_alias: bool
    exclude_unset: bool
    exclude_defaults: bool
    exclude_none: bool

    def value(self, value: Any) -> Any:
        """Return a value without models and events: as what JSON can hold, or as Python has it."""
        if type(value) in _PLAIN:
            return value
        if isinstance(value, Record):
            return value._dumped(self)
        if isinstance(value, Mapping):
            return {key: self.value(entry) for key, entry in value.items() if entry is not UNSET}
        if isinstance(value, (list, tuple)):
            return [self.value(entry) for entry in value]
        if isinstance(value, File):
            return value.to_tuple()
        return _plain(value) if self.as_json else value


_PLAIN = frozenset((str, int, float, bool, NoneType))


def _plain(value: Any) -> Any:
    if isinstance(value, date):  # a datetime, too
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (bytes, bytearray, memoryview)):
        return b64encode(value).decode()
    return value


def is_special(name: str) -> bool:
    """Return whether Python itself asks objects for an attribute of this name, such as `__deepcopy__`, to call it."""
    return name.startswith("__") and name.endswith("__")


class Record:
    """An object of the API. It has the methods of pydantic's models, and those of a mapping for the fields that it holds.

    A field that a response lacks reads as None, and is left out when the object is dumped, so that null and absent stay apart.
    Iterating yields (name, value) pairs, as with pydantic.
    """

    __slots__ = ()
    _json_names: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """JSON name of each field that is called otherwise in Python."""
    if TYPE_CHECKING:
        model_fields: ClassVar[dict[str, FieldInfo]]
    else:
        model_fields = FieldInfos()

    @classmethod
    def _field_names(cls) -> tuple[str, ...]:
        """Return the Python names of all fields."""
        raise NotImplementedError

    def _held(self) -> dict[str, Any]:
        """Return the fields of the contract that are set, by their Python names."""
        raise NotImplementedError

    def _present(self) -> dict[str, Any]:
        """Return all fields. One that the contract does not have may have the name that another one has in Python."""
        return {**(held := self._held()), **self.model_extra, **held}

    @classmethod
    def _defaults(cls) -> dict[str, Any]:
        """Return what each field reads as that is not set."""
        raise NotImplementedError

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Build an object from JSON that has been decoded. Fields that the contract does not have are kept.

        Raises:
            KeyError: A field is missing.
            ValueError, TypeError: A field has another form.
        """
        raise NotImplementedError

    @classmethod
    def model_construct(cls, /, _fields_set: Collection[str] | None = None, **values: Any) -> Self:
        """Build an object from its fields, without a check; others become additional properties.

        Dicts become the objects that the fields hold. A field that is not given reads as None.
        """
        return cls._constructed(values)

    @classmethod
    def _constructed(cls, values: Mapping[str, Any]) -> Self:
        """Build an object from its fields, without a check."""
        raise NotImplementedError

    @classmethod
    def construct(cls, /, _fields_set: Collection[str] | None = None, **values: Any) -> Self:
        """Build an object from its fields, without a check. The older name of `model_construct`."""
        return cls._constructed(values)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy.

        Args:
            update: Fields that the copy has otherwise.
            deep: Copy what it holds, too.
        """
        raise NotImplementedError

    @property
    def model_extra(self) -> dict[str, Any]:
        """Return the fields that the contract does not have."""
        raise NotImplementedError

    @property
    def model_fields_set(self) -> set[str]:
        """Return the names of the fields that are set: in a response, those that it has."""
        return set(self._present())

    @classmethod
    def model_validate(cls, obj: Any) -> Self:
        """Build an object from a mapping; an object of this class is returned as it is.

        Raises:
            ValueError: A field is missing, or something has another form.
        """
        if isinstance(obj, cls):
            return obj
        if not isinstance(obj, Mapping):
            raise ValueError(f"{cls.__name__} needs a mapping, got {type(obj).__name__}")
        try:
            return cls.from_dict(obj)
        except KeyError as error:
            fault = f"{error} is missing"
        except TypeError as error:
            fault = str(error)
        raise ValueError(f"{cls.__name__}: {fault}")

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray) -> Self:
        """Build an object from JSON. Raises ValueError as `model_validate` does, and for what is not JSON."""
        return cls.model_validate(json.loads(json_data))

    def model_dump(
        self,
        *,
        mode: str = "python",
        include: Collection[str] | None = None,
        exclude: Collection[str] | None = None,
        by_alias: bool | None = None,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
    ) -> dict[str, Any]:
        """Return the fields as a dict; objects within become dicts, too.

        Args:
            mode: "python" keeps datetimes and bytes, "json" makes text of them: ISO 8601, base64.
            include: Python names of the fields to dump. Default: all.
            exclude: Python names of the fields to leave out.
            by_alias: Use the names that the fields have in JSON, not those of Python.
            exclude_unset: Leave out what is not set, such as what a response lacks. With False it is dumped as None.
            exclude_defaults: Leave out fields that are None, or the constant that they must be.
            exclude_none: Leave out fields that are None.
        """
        how = Dump(mode == "json", bool(by_alias), exclude_unset, exclude_defaults, exclude_none)
        return self._dumped(how, include, exclude or ())

    def _dumped(
        self, how: Dump, include: Collection[str] | None = None, exclude: Collection[str] = ()
    ) -> dict[str, Any]:
        held = self._held()
        if not how.exclude_unset:
            held = {**self._defaults(), **held}
        if how.exclude_defaults:
            defaults = self._defaults()
            held = {name: value for name, value in held.items() if name not in defaults or value != defaults[name]}
        if include is not None or exclude or how.exclude_none:
            wanted = [name for name in held if name not in exclude and (include is None or name in include)]
            held = {name: held[name] for name in wanted if not (how.exclude_none and held[name] is None)}
        names = self._json_names if how.by_alias else {}
        result = {names.get(name, name): how.value(value) for name, value in held.items()}
        for name, value in self.model_extra.items():
            is_wanted = name not in result and name not in exclude and (include is None or name in include)
            if is_wanted and not (how.exclude_none and value is None):
                result[name] = how.value(value)
        return result

    def model_dump_json(
        self,
        *,
        indent: int | None = None,
        include: Collection[str] | None = None,
        exclude: Collection[str] | None = None,
        by_alias: bool | None = None,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
    ) -> str:
        """Return the fields as JSON, in one line without `indent`. Takes the arguments of `model_dump`."""
        how = Dump(True, bool(by_alias), exclude_unset, exclude_defaults, exclude_none)
        separators = (",", ":") if indent is None else None
        fields = self._dumped(how, include, exclude or ())
        return json.dumps(fields, indent=indent, separators=separators, ensure_ascii=False)

    def to_dict(
        self,
        *,
        mode: str = "json",
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
    ) -> dict[str, Any]:
        """Return the object as JSON has it. Takes the arguments of `model_dump`; `use_api_names` is `by_alias`."""
        return self._dumped(Dump(mode == "json", use_api_names, exclude_unset, exclude_defaults, exclude_none))

    def to_json(
        self,
        *,
        indent: int | None = 2,
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
    ) -> str:
        """Return the object as JSON. Takes the arguments of `model_dump_json`; `use_api_names` is `by_alias`."""
        how = Dump(True, use_api_names, exclude_unset, exclude_defaults, exclude_none)
        return json.dumps(self._dumped(how), indent=indent, ensure_ascii=False)

    def keys(self) -> list[str]:
        """Return the names of the fields that are set, so that `dict(it)` and `**it` work."""
        return list(self._present())

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(self._present().items())

    def __contains__(self, name: object) -> bool:
        held = self._present()
        return name in held or any(each == name and python in held for python, each in self._json_names.items())

    def __getitem__(self, name: str) -> Any:
        """Return a field by its name in Python or JSON. Raises KeyError if the contract and the response do not have it."""
        fields = {**self._defaults(), **self._present()}
        for python, each in self._json_names.items():
            fields.setdefault(each, fields.get(python))
        return fields[name]

    def __repr__(self) -> str:
        held = ", ".join(f"{name}={short_repr(value)}" for name, value in self._present().items())
        return f"{type(self).__name__}({held})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Let pydantic, and FastAPI with it, take objects of this class as types of fields and responses."""
        return pydantic_schema(cls.model_validate)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "object", "title": cls.__name__}


def pydantic_schema(validate: Callable[[Any], Any]) -> Any:
    """Return the schema of what is validated by a function, and dumped by `model_dump`. Only pydantic asks for it."""
    schemas = import_module("pydantic_core.core_schema")
    dump = schemas.plain_serializer_function_ser_schema(_dump_for_pydantic, info_arg=True)
    return schemas.no_info_plain_validator_function(validate, serialization=dump)


def _dump_for_pydantic(dumped: Any, info: Any) -> Any:
    return dumped.model_dump(
        mode=info.mode,
        include=info.include,
        exclude=info.exclude,
        by_alias=True,
        exclude_defaults=info.exclude_defaults,
        exclude_none=info.exclude_none,
    )
