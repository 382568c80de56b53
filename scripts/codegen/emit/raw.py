"""What type checkers know of `with_raw_response` and `with_streaming_response`: a class beside each resource."""

from __future__ import annotations

from .source import Node, Operation

PREFIXES = {
    "with_raw_response": (
        "Raw",
        "The same methods, which return the response itself: headers, status, and with `parse` what it holds.",
    ),
    "with_streaming_response": (
        "Streaming",
        "The same methods as context managers of the response, whose body is read as it arrives.",
    ),
}
_RUN_TIME = {
    ("", "Raw"): "raw_methods",
    ("", "Streaming"): "streaming_methods",
    ("Async", "Raw"): "async_raw_methods",
    ("Async", "Streaming"): "async_streaming_methods",
}
FUNCTIONS = tuple(_RUN_TIME.values())


def properties(node: Node, prefix: str) -> list[str]:
    """Return the properties of a resource that put a prefix before its methods."""
    return [
        f"    @cached_property\n    def {name}(self) -> {class_behind(node, prefix, kind)}:\n"
        f'        """{doc}"""\n'
        f"        methods: {class_behind(node, prefix, kind)} = {_RUN_TIME[prefix, kind]}(self)\n"
        f"        return methods"
        for name, (kind, doc) in PREFIXES.items()
        if has_methods(node)
    ]


def typing_imports(node: Node) -> list[str]:
    """Return the imports of the classes of a resource, for type checkers."""
    methods = [
        f"{prefix}{kind}{binary}Method"
        for prefix in ("", "Async")
        for kind, _ in PREFIXES.values()
        for binary in ("", "Binary")
    ]
    names = ", ".join(f"{child.module} as _{child.module}" for child in node.children.values() if has_methods(child))
    return [f"from ..raw_types import {', '.join(methods)}", *([f"from . import {names}"] if names else [])]


def typing_classes(node: Node, prefix: str) -> list[str]:
    """Return the classes of what is behind each prefix of a resource, for type checkers."""
    return [_typing_class(node, prefix, kind, name) for name, (kind, _) in PREFIXES.items() if has_methods(node)]


def _typing_class(node: Node, prefix: str, kind: str, name: str) -> str:
    lines = [f"    class {class_behind(node, prefix, kind)}:"]
    lines.append(f'        """Methods of `{".".join(("client", *node.path, name))}`."""')
    lines += [
        f"        {child.path[-1]}: _{child.module}.{class_behind(child, prefix, kind)}"
        for child in node.children.values()
        if has_methods(child)
    ]
    resource = node.class_name(prefix) if node.path else f"{prefix}Resources"
    for operation in node.operations:
        wrapper = f"{prefix}{kind}{'Binary' if _is_audio(operation) else ''}Method"
        for method in (operation.method, *operation.aliases):
            lines.append(f"        {method} = {wrapper}({resource}.{operation.method})")
    return "\n".join(lines)


def _is_audio(operation: Operation) -> bool:
    return operation.shape == "bytes" and operation.is_audio


def has_methods(node: Node) -> bool:
    """Return whether a resource, or one in it, has a method other than those of sockets."""
    return bool(node.operations) or any(map(has_methods, node.children.values()))


def class_behind(node: Node, prefix: str, kind: str) -> str:
    """Return the name of the class of what is behind a prefix of a resource."""
    return f"{node.class_name(prefix) if node.path else prefix + 'Resources'}With{kind}Response"
