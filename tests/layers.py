"""What each module imports and where it touches the disk, read from its source."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DISK_CALLS = frozenset(
    {"read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rename"}
    | {"touch", "symlink_to", "iterdir", "rglob", "glob", "stat", "exists", "is_file", "is_dir"}
    | {"read_csv", "to_csv", "read_parquet", "to_parquet"}
)
DISK_MODULES = frozenset({"os", "shutil", "tempfile", "subprocess", "sqlite3", "fcntl", "msvcrt"})


@dataclass(frozen=True, slots=True)
class Module:
    """A module's dotted name, the modules that it imports anywhere in it, and its first steps on the disk."""

    name: str
    imports: frozenset[str]
    disk: tuple[str, ...]


def read_module(path: Path, root: Path) -> Module:
    """The module in a file of the project."""
    parts = path.relative_to(root).with_suffix("").parts
    name = ".".join(part for part in parts if part != "__init__")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return Module(name, frozenset(_imports(tree, name)), tuple(_disk_steps(tree)))


def top_level(module: Module) -> set[str]:
    """The packages that a module imports from."""
    return {name.partition(".")[0] for name in module.imports}


def _imports(tree: ast.AST, name: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = name.split(".")[: -node.level] if node.level else []
            base = ".".join([*package, *([node.module] if node.module else [])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _disk_steps(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and (found := {alias.name for alias in node.names} & DISK_MODULES):
            yield f"line {node.lineno}: import {min(found)}"
        elif isinstance(node, ast.ImportFrom) and node.module in DISK_MODULES:
            yield f"line {node.lineno}: from {node.module} import"
        elif isinstance(node, ast.Call) and (called := _disk_call(node)):
            yield f"line {node.lineno}: {called}()"


def _disk_call(node: ast.Call) -> str:
    """What reaches for the disk: ``read_text`` of ``path.read_text()``, the plain ``open`` or that of a path."""
    function = node.func
    if isinstance(function, ast.Name):
        return function.id if function.id == "open" else ""
    if not isinstance(function, ast.Attribute):
        return ""
    if function.attr == "open":
        return "open" if _opens_a_file(node) else ""
    return function.attr if function.attr in DISK_CALLS else ""


def _opens_a_file(node: ast.Call) -> bool:
    """Whether a call of ``x.open(...)`` is that of a path: it gives a mode, an encoding, or nothing at all."""
    modes = [word.value for word in node.args[:1] if isinstance(word, ast.Constant)]
    named = {word.arg for word in node.keywords} & {"mode", "encoding", "newline", "errors", "buffering"}
    return bool(modes or named) or not (node.args or node.keywords)
