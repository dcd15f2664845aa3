"""Writes the parts of the manual that a machine knows better, and the record's JSON Schema.

    python docs/generate.py            writes them anew
    python docs/generate.py --check    only says, by its exit status, whether they are current

The parts stand between the marks of cog (`[[[cog`), each with the call of a function below.
"""

import json
import subprocess
import sys
from code import InteractiveConsole
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from io import StringIO
from os import environ
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cogapp import Cog

from verbale.views.json import SCHEMA_FILE, record_schema

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", DOCS / "record.md", DOCS / "command.md", DOCS / "dossier.md")
SCHEMA = ROOT / "src" / "verbale" / "schema" / SCHEMA_FILE

Schema = dict[str, Any]


def shell(command: str, *, place: Path = ROOT) -> str:
    """A console block with the command and what it writes, as on a terminal of 80 columns without colour."""
    path = f"{Path(sys.executable).parent}:{environ['PATH']}"
    settings = {**environ, "PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    ours = ["bash", "-c", command]
    done = subprocess.run(ours, cwd=place, env=settings, capture_output=True, text=True, check=False)  # noqa: S603
    return f"```console\n$ {command}\n{_trimmed(done.stdout + done.stderr)}\n```\n"


def _trimmed(output: str) -> str:
    """Without empty lines around it; the first keeps its indentation."""
    return output.strip("\n").rstrip()


def at_a_desk(command: str) -> str:
    """The same in a folder with the examples and, unless it is to be made there, the example dossier."""
    with TemporaryDirectory() as folder:
        desk = Path(folder)
        (desk / "examples").symlink_to(ROOT / "examples")
        if "verbale add" not in command:
            (desk / "talks.dossier").write_bytes(_example_dossier())
        return shell(command, place=desk)


@cache
def _example_dossier() -> bytes:
    with TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(ROOT / "examples")
        told = shell("verbale add talks.dossier examples/dossier/*.html", place=Path(folder))
        if ", 0 failed" not in told:
            raise ValueError(f"an example dossier that the manual can't show:\n{told}")
        return Path(folder, "talks.dossier").read_bytes()


def session(source: str) -> str:
    """A Python session with these lines and what each of them shows."""
    console, more = InteractiveConsole(), False
    lines: list[str] = []
    for line in source.removeprefix("\n").splitlines():
        shown = StringIO()
        lines.append(f"{'...' if more else '>>>'} {line}".rstrip())
        with redirect_stdout(shown), redirect_stderr(shown):
            more = console.push(line)
        lines.extend(shown.getvalue().splitlines())
    if more or any(line.startswith("Traceback") for line in lines):
        raise ValueError("\n".join(["a session that the manual can't show:", *lines]))
    return "\n".join(["```pycon", *lines, "```", ""])


def fields() -> str:
    """A table for each part of the record, from its published schema: field, type, meaning."""
    schema = json.loads(record_schema())
    return "\n".join(line for name in _in_order(schema) for line in _table(name, schema))


def _in_order(schema: Schema) -> list[str]:
    """The record and its parts, each after the part that first names it."""
    names = ["Record"]
    for name in names:
        names.extend(part for part in _parts(_definition(name, schema)) if part not in names)
    return names


def _definition(name: str, schema: Schema) -> Schema:
    found: Schema = schema["$defs"][name] if name != "Record" else {**schema, "$defs": {}}
    return found


def _parts(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _parts(one)
    elif isinstance(node, dict):
        if "$ref" in node:
            yield from {node["$ref"].rpartition("/")[2]} - {"Span"}
        for one in node.values():
            yield from _parts(one)


def _table(name: str, schema: Schema) -> Iterator[str]:
    definition = _definition(name, schema)
    yield f"### {name}\n\n{_text(definition)}\n"
    yield "| field | type | meaning |\n|---|---|---|"
    for field, node in definition["properties"].items():
        yield f"| `{field}` | {_type(node)} | {_text(node)} |"
    yield ""


def _text(node: Schema) -> str:
    return " ".join(node.get("description", "").split()).replace("|", "\\|")


def _type(node: Schema) -> str:
    """The type in words; a reference leads to its table."""
    if "anyOf" in node:
        return " or ".join(_type(one) for one in node["anyOf"])
    if "$ref" in node:
        part = node["$ref"].rpartition("/")[2]
        return "span" if part == "Span" else f"[{part}](#{part.lower()})"
    if "const" in node or "enum" in node:
        return ", ".join(f"`{value}`" for value in node.get("enum", [node.get("const")]))
    if node["type"] == "array":
        return f"list of {_type(node['items'])}"
    bounds = f", {node['minimum']:g}–{node['maximum']:g}" if "minimum" in node else ""
    return f"{_WORDS.get(node.get('format', ''), _WORDS.get(node['type'], node['type']))}{bounds}"


_WORDS = {"date": "day (`YYYY-MM-DD`)", "boolean": "true or false", "integer": "number"}


def main(check: bool) -> int:
    """Write the pages and the schema, or only see whether they are current; gives the exit status."""
    if not check:
        SCHEMA.parent.mkdir(exist_ok=True)
        SCHEMA.write_text(record_schema(), encoding="utf-8")
    changed = SCHEMA.read_text(encoding="utf-8") != record_schema()
    status = Cog().main(["cog", "--check" if check else "-r", "-I", str(ROOT / "docs"), *map(str, PAGES)])
    return int(changed or status != 0)


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv))
