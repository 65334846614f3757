"""The schema as JSON Schema, with which editors complete and check a company file while it is written.

What editors show about a field is its docstring in `acd.company.schema`; it is read from the source, for
Python keeps no docstrings of fields. The committed copy is renewed by
`python -m acd.company.schema_json > docs/company.schema.json`.
"""

import ast
import inspect
import sys
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from acd.company import schema

SCHEMA_VERSION = "https://json-schema.org/draft/2020-12/schema"


def schema_json() -> bytes:
    """The JSON Schema of a company file, ready to be written to a file."""
    described = msgspec.json.schema(schema.Company)
    for name, field, text in _field_docs():
        described["$defs"][name]["properties"][field].setdefault("description", text)
    head = {"$schema": SCHEMA_VERSION, "title": "acd company file"}
    return msgspec.json.format(msgspec.json.encode(head | described), indent=2) + b"\n"


def _field_docs() -> Iterator[tuple[str, str, str]]:
    """Struct, field and docstring of every field of the schema."""
    files = {sys.modules[each.__module__] for each in vars(schema).values() if isinstance(each, type)}
    for node in (node for file in files for node in ast.parse(inspect.getsource(file)).body):
        if not isinstance(node, ast.ClassDef):
            continue
        for field, below in pairwise(node.body):
            match field, below:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(text))),
                ):
                    yield node.name, name, text
                case _:
                    pass


if __name__ == "__main__":
    sys.stdout.buffer.write(schema_json())
