"""The method of one operation."""

from __future__ import annotations

from ..gone import object_keys
from ..merge import Contract, SpecError
from ..naming import OPTIONS as OPTION_NAMES
from ..quoting import docstring, literal
from ..view import tag
from .deprecation import checked_parts, is_deprecated, warning
from .docstrings import describe, find_docstring, method_docstring
from .files import file_fields
from .names import qualify_builtins, snake_case, split_union, without
from .source import Field, Models, Operation, former_keys, gone_keys

OPTIONS = (
    "timeout: float | httpx.Timeout | None | Unset = UNSET",
    "total: float | None | Unset = UNSET",
    "max_retries: int | Unset = UNSET",
    "extra_headers: Mapping[str, str] | None = None",
    "extra_query: Mapping[str, Any] | None = None",
    "extra_body: Mapping[str, Any] | None = None",
)


FORGETTING = ("        from ..finding import forget", "        forget(self)")
"""Statements of what changes a list in which items are found by name."""


def operation_method(
    operation: Operation, models: Models, contract: Contract, prefix: str, *, stream: bool, finds: bool = False
) -> str:
    """Return the method of an operation. With `stream`, the one that yields its bytes as they arrive.

    `finds`: whether the resource has `find`, which keeps what it has found until an operation changes it.
    """
    verb, result, is_coroutine = _verb(operation, models, contract, prefix, stream)
    name = operation.method + ("_stream" if stream else "")
    keyword, awaited = ("async ", "await ") if is_coroutine else ("", "")
    return "\n".join(
        (
            *([f"    @deprecated({warning(operation)})"] if is_deprecated(operation) else []),
            f"    {keyword}def {name}({_signature(operation, models)}) -> {result}:",
            method_docstring(operation, contract, stream=stream),
            *_checks(operation, models),
            *checked_parts(operation, contract),
            f"        from ..api.{tag(operation.id)} import {operation.module} as op",
            *(["        from .. import events"] if verb == "events" else []),
            *(FORGETTING if finds and operation.http != "get" else []),
            _return(result, f"{awaited}self._session.{verb}({_call(operation, contract, verb)})", models),
        )
    )


def _return(result: str, call: str, models: Models) -> str:
    """Return the statement that returns the result. Of a union, mypy infers only what its members have in common."""
    is_union = len({models.enums.get(member, member) for member in split_union(result)} - {"None"}) > 1
    return f"        return cast({literal(result)}, {call})" if is_union else f"        return {call}"


def former_method(operation: Operation, former: str, models: Models, contract: Contract, prefix: str) -> str:
    """Return the method under a former name: it warns, and calls the one that it is called now."""
    _, result, is_coroutine = _verb(operation, models, contract, prefix, stream=False)
    keyword, awaited = ("async ", "await ") if is_coroutine else ("", "")
    names = [entry.name for entry in (*operation.parameters, *operation.body)]
    last = operation.in_path[-1:]
    given = [*last, *(f"{name}={name}" for name in (*names, *OPTION_NAMES) if name not in last)]
    old, new = (".".join((*operation.resource, name)) for name in (former, operation.method))
    doc = f"{operation.node['summary']} This is a former name of `{operation.method}`, with its arguments."
    return "\n".join(
        (
            f'    @deprecated("{old}() is called {new}() now")',
            f"    {keyword}def {former}({_signature(operation, models)}) -> {result}:",
            docstring(doc, "        "),
            f'        warn_of_former_name("{old}", "{new}")',
            f"        return {awaited}self.{operation.method}({', '.join(given)})",
        )
    )


def find_method(operation: Operation, models: Models, contract: Contract, prefix: str) -> str:
    """Return the method that looks an item of a list up by its name. `x-find` has the parameters that narrow the search."""
    keyword, awaited = ("async ", "await ") if prefix else ("", "")
    # A filter that the list of an older version lacks is applied here, to what it gives.
    filters = dict.fromkeys(operation.node["x-find"], "Only those with this value.")
    filters |= {each.name: describe(contract, each.schema) for each in operation.parameters if each.name in filters}
    signature = [f"{name}: str | None = None" for name in filters]
    given = ", ".join(("self", "name", *(f"{name}={name}" for name in filters)))
    item, function = page_item(operation, models), "afind" if prefix else "find"
    return "\n".join(
        (
            f"    {keyword}def find({', '.join(('self', 'name: str', '*', *signature))}) -> {item}:",
            find_docstring(filters),
            f"        from ..finding import {function}",
            f"        item: {item} = {awaited}{function}({given})",
            "        return item",
        )
    )


def _checks(operation: Operation, models: Models) -> list[str]:
    """Return the statement that checks the types of the arguments."""
    entries = (*operation.parameters, *operation.body)
    checks = [f'("{entry.name}", {entry.name}, "{_kinds(entry, models)}")' for entry in entries]
    what = literal(f"{operation.http.upper()} {operation.path}")
    return [f"        check({', '.join((what, *checks))})"] if checks else []


def _kinds(entry: Field, models: Models) -> str:
    """Return the types of an argument. In the path and in the header, a text has other limits."""
    text = {"path": "id", "header": "header"}.get(entry.schema.get("in", ""), "str")
    return " | ".join(text if kind == "str" else kind for kind in models.kinds(entry).split(" | "))


def _signature(operation: Operation, models: Models) -> str:
    """Return the parameters of a method: the path's last one by position, all others by keyword, required ones first."""
    entries = sorted((*operation.parameters, *operation.body), key=lambda item: not item.required)
    names = [entry.name for entry in entries]
    if clash := {name for name in names if names.count(name) > 1 or name in OPTION_NAMES}:
        raise SpecError(f"two parameters are called {clash.pop()!r} in Python; give one of them an x-python-name")
    body = {entry.name for entry in operation.body}
    last = operation.in_path[-1:]
    first = [_parameter(entry, models, False) for entry in entries if entry.name in last]
    rest = [_parameter(entry, models, entry.name in body) for entry in entries if entry.name not in last]
    return ", ".join(("self", *first, "*", *rest, *OPTIONS))


def _call(operation: Operation, contract: Contract, verb: str) -> str:
    """Return the arguments of the session's verb: the request, what reads the response, and the options."""
    call = [_request(operation, contract)]
    if verb in ("read", "stream", "events"):
        call.append(_output_format(operation))
    if verb in ("call", "pages"):
        call.append("whole_body" if operation.shape == "bytes" else "op._parse_response")
    if verb == "events":
        call.append(f"events.decode_{snake_case(event_union(operation, contract))}")
    call.append("CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body)")
    return ", ".join(call)


def _request(operation: Operation, contract: Contract) -> str:
    """Return the call that builds the request: of the generated function, with a body that leaves out what is not set."""
    names = [entry.name for entry in operation.parameters]
    headers = {entry.name for entry in operation.parameters if entry.schema.get("in") == "header"}
    sent = {**dict.fromkeys(operation.in_path, "to_json"), **dict.fromkeys(headers, "header_value")}
    arguments = [f"{name}={sent[name]}({name})" if name in sent else f"{name}={name}" for name in names]
    fields = ", ".join(f"{literal(entry.wire)}: {entry.name}" for entry in operation.body)
    if operation.media == "multipart/form-data":
        single, several = file_fields(operation.body, contract)
        lists = f", file_lists={literal(several)}" if several else ""
        arguments.append(f"body=form_body({{{fields}}}, files={literal(single)}{lists})")
    elif operation.media:
        known = {entry.wire: keys for entry in operation.body if (keys := object_keys(contract, entry.schema))}
        former = {entry.wire: texts for entry in operation.body if (texts := former_keys(contract, entry.schema))}
        gone = {entry.wire: dates for entry in operation.body if (dates := gone_keys(contract, entry.schema))}
        of_objects: dict[str, object] = {"keys": known, "former": former, "gone": gone}
        given = "".join(f", {name}={literal(keys)}" for name, keys in of_objects.items() if keys)
        arguments.append(f"body=json_body({{{fields}}}{given})")
    return f"op._get_kwargs({', '.join(arguments)})"


def _verb(operation: Operation, models: Models, contract: Contract, prefix: str, stream: bool) -> tuple[str, str, bool]:
    """Return (session verb, return type, whether the method is a coroutine)."""
    is_async = bool(prefix)
    if stream:
        return "stream", f"{prefix}AudioStream", False
    match operation.shape:
        case "bytes" if operation.is_audio:
            return "read", "Audio", is_async
        case "bytes" if operation.is_text:
            return "text", "str", is_async
        case "bytes":
            return "call", "builtins.bytes", is_async
        case "events":
            return "events", f"{prefix}EventStream[{event_union(operation, contract)}]", is_async
        case "nothing":
            return "nothing", "None", is_async
        case "pages":
            item = page_item(operation, models)
            return "pages", f"AsyncPager[{item}]" if is_async else f"Page[{item}]", False
        case "call":
            return "call", qualify_builtins(operation.result), is_async
    raise SpecError(f"the emitter does not know the shape {operation.shape!r} yet")


def _output_format(operation: Operation) -> str:
    """Return the expression of the audio format that the caller passes: one argument, or several fields of a form."""
    names = {entry.wire: entry.name for entry in operation.body}
    if "output_format" in names:
        return "output_format"
    flat = {wire[len("output_format[") : -1]: name for wire, name in names.items() if wire.startswith("output_format[")}
    return "{" + ", ".join(f"{literal(key)}: {name}" for key, name in flat.items()) + "}" if flat else "None"


def event_union(operation: Operation, contract: Contract) -> str:
    """Return the name of the schema of the events of a stream."""
    success = next(status for status in operation.node["responses"] if status.startswith("2"))
    content = next(iter(contract.resolve(operation.node["responses"][success])["content"].values()))
    name: str = content["schema"]["properties"]["data"]["contentSchema"]["$ref"].rsplit("/", 1)[-1]
    return name


def page_item(operation: Operation, models: Models) -> str:
    for entry in models.fields(operation.result):
        if entry.wire == "data":
            return without(entry.type, "Unset", "None").removeprefix("list[").removesuffix("]")
    raise SpecError(f"a page needs a list called data; {operation.result} has none")


def _parameter(entry: Field, models: Models, in_body: bool) -> str:
    annotation = without(entry.type, "Unset")
    annotation = qualify_builtins(models.accepting(annotation) if in_body else annotation)
    return f"{entry.name}: {annotation}" if entry.required else f"{entry.name}: {annotation} | Unset = UNSET"
