"""Writes `acd/asterisk/ari/generated.py` from Asterisk's own description of its REST interface.

    python scripts/generate_ari.py ROOT/usr/share/asterisk/rest-api --asterisk 22.10.1

A running Asterisk serves the same files at `/ari/api-docs/*.json`, so a test can hold the two against each
other with `describe`. The output depends on the files and the version alone: same input, same bytes.
"""

import argparse
import ast
import json
import keyword
import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OUTPUT = Path(__file__).parents[1] / "acd/asterisk/ari/generated.py"
PYTHON_TYPES = {
    "boolean": "bool",
    "Date": "datetime",
    "double": "float",
    "int": "int",
    "long": "int",
    "object": "dict[str, object]",
    "string": "str",
}
HEADER = '''"""What Asterisk sends: its models and events as frozen structs.

Generated from the API description of Asterisk {version}; not to be edited by hand. To write it anew:

    python scripts/generate_ari.py ROOT/usr/share/asterisk/rest-api --asterisk VERSION

A list that the description calls required reads as empty when it is left out: Asterisk leaves out
`Application.device_names` while its device state module is not loaded.
"""

from datetime import datetime
from typing import TypeAlias

from msgspec import Struct, field

ASTERISK_VERSION = "{version}"
'''


class DescriptionError(Exception):
    """The directory does not hold an API description this script can read; the message says what to do."""


def render(directory: Path, asterisk_version: str) -> str:
    """Return the text of `generated.py` for the description files in `directory`.

    Raises DescriptionError when there are none, or when a property has a type nobody defined.
    """
    models = _read_models(directory)
    messages = _subtypes(models, "Message")
    events = _subtypes(models, "Event")
    written: dict[str, str] = {}
    for name in sorted(models):
        if not models[name].get("subTypes"):
            _write_struct(name, models, messages, written)
    union = "\nEvent: TypeAlias = (\n    " + "\n    | ".join(events) + "\n)\n"
    return HEADER.format(version=asterisk_version) + "".join(written.values()) + "\n" + union


def describe(directory: Path) -> str:
    """Return what the structs made from `directory` promise, a sorted line per field or event, no prose.

    Two Asterisks with the same text generate the same structs. Raises DescriptionError like `render`.
    """
    return outline(render(directory, ""))


def outline(source: str) -> str:
    """Return the lines of `describe` for the text of a generated module."""
    return "\n".join(sorted(_outline_lines(ast.parse(source))))


def _outline_lines(module: ast.Module) -> Iterator[str]:
    for statement in module.body:
        if isinstance(statement, ast.ClassDef):
            yield f"{statement.name}: {', '.join(ast.unparse(k) for k in statement.keywords)}"
            for line in statement.body:
                if isinstance(line, ast.AnnAssign):
                    yield f"{statement.name}.{ast.unparse(line)}"
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            for node in ast.walk(statement.value):
                if isinstance(node, ast.Name):
                    yield f"{ast.unparse(statement.target)} | {node.id}"


def _read_models(directory: Path) -> dict[str, Any]:
    models: dict[str, Any] = {}
    for path in sorted(directory.glob("*.json")):
        models |= json.loads(path.read_text(encoding="utf-8")).get("models", {})
    if "Event" not in models or "Message" not in models:
        raise DescriptionError(
            f"{directory} holds no events.json of an Asterisk: "
            "give the folder usr/share/asterisk/rest-api of its root"
        )
    return models


def _subtypes(models: dict[str, Any], name: str) -> list[str]:
    """Return the names of all concrete models below `name`, sorted."""
    found: set[str] = set()
    for child in models[name].get("subTypes", ()):
        found |= set(_subtypes(models, child)) if models[child].get("subTypes") else {child}
    return sorted(found)


def _write_struct(name: str, models: dict[str, Any], messages: list[str], written: dict[str, str]) -> None:
    """Add the text of the struct `name` to `written`, after those that its fields name."""
    if name in written:
        return
    properties = _inherited(name, models) | models[name]["properties"]
    lines: list[str] = []
    for key, spec in properties.items():
        if key == "type" and name in messages:
            continue  # the tag: it chooses the struct
        for other in re.findall(r"\w+", spec["type"]):
            if other in models and other != name:
                _write_struct(other, models, messages, written)
        lines.append(f"    {_field(name, key, spec, models)}\n")
    tag = ', tag_field="type", tag=True' if name in messages else ""
    docs = _docstring(models[name].get("description", ""))
    bases = f"Struct, frozen=True, kw_only=True, omit_defaults=True{tag}"
    written[name] = f"\n\nclass {name}({bases}):\n{docs}{''.join(lines)}"


def _inherited(name: str, models: dict[str, Any]) -> dict[str, Any]:
    for parent, model in models.items():
        if name in model.get("subTypes", ()):
            return {**_inherited(parent, models), **model["properties"]}
    return {}


def _field(model: str, key: str, spec: dict[str, Any], models: dict[str, Any]) -> str:
    item = re.fullmatch(r"List\[(\w+)\]", spec["type"])
    bare = item[1] if item else spec["type"]
    if bare not in PYTHON_TYPES and bare not in models:
        raise DescriptionError(f"{model}.{key} has the unknown type {bare!r}: teach PYTHON_TYPES what it is")
    python_type = PYTHON_TYPES.get(bare, bare)
    default: str | None = None
    if item:
        python_type, default = f"tuple[{python_type}, ...]", "()"
    elif not spec.get("required"):
        python_type, default = f"{python_type} | None", "None"
    if keyword.iskeyword(key):
        args = f'name="{key}"' + (f", default={default}" if default else "")
        return f"{key}_: {python_type} = field({args})"
    return f"{key}: {python_type}" + (f" = {default}" if default else "")


def _docstring(description: str) -> str:
    text = " ".join(description.split()) or "Not described by Asterisk."
    wrapped = textwrap.fill(text, 100, initial_indent='    """', subsequent_indent="    ")
    return wrapped + ('\n    """\n\n' if "\n" in wrapped else '"""\n\n')


def main() -> int:
    """Write the file; return the exit status."""
    parser = argparse.ArgumentParser(
        description="Write acd/asterisk/ari/generated.py from Asterisk's description."
    )
    parser.add_argument("directory", type=Path, help="the folder usr/share/asterisk/rest-api of an Asterisk")
    parser.add_argument(
        "--asterisk", required=True, metavar="VERSION", help="the version it belongs to: 22.10.1"
    )
    arguments = parser.parse_args()
    try:
        text = render(arguments.directory, arguments.asterisk)
    except DescriptionError as error:
        print(error, file=sys.stderr)
        return 1
    OUTPUT.write_text(text, encoding="utf-8")
    print(f"wrote {OUTPUT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
