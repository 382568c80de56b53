def find(method: str, path: str) -> Operation | None:
    """The operation that a concrete path belongs to, or None. A parameter never matches an empty, "." or ".." segment."""
    parts = path.split("/")
    best: Operation | None = None
    for operation in OPERATIONS:
        names = operation.path.split("/")
        if operation.method != method.upper() or len(names) != len(parts):
            continue
        if all(_matches(name, part) for name, part in zip(names, parts, strict=True)):
            # Fixed segments beat parameters: /agents/templates is not the agent called "templates".
            if best is None or operation.path.count("{") < best.path.count("{"):
                best = operation
    return best


def _matches(name: str, part: str) -> bool:
    return part not in ("", ".", "..") if name.startswith("{") else name == part
