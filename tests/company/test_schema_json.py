"""The JSON Schema for editors: current, found by the example, and never silent about a field."""

import json
import re
from pathlib import Path
from typing import Any

import yaml

from acd.company.schema_json import schema_json

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "docs" / "company.schema.json"
EXAMPLE = ROOT / "examples" / "utility.yaml"


def test_the_committed_schema_is_current() -> None:
    assert COMMITTED.read_bytes() == schema_json(), (
        "renew it: python -m acd.company.schema_json > docs/company.schema.json"
    )


def test_the_example_leads_editors_to_it() -> None:
    first = EXAMPLE.read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", first)
    assert found is not None
    assert (EXAMPLE.parent / found[1]).resolve() == COMMITTED


def test_every_field_is_described() -> None:
    for name, struct in json.loads(schema_json())["$defs"].items():
        for field, schema in struct.get("properties", {}).items():
            assert field == "do" or schema.get("description"), f"{name}.{field}"


def test_editors_see_the_fields_of_the_example_as_known() -> None:
    """A walk along the schema: every key of the example is a property or matches the pattern."""
    schema = json.loads(schema_json())
    walked = 0

    def walk(value: Any, at: dict[str, Any], way: str) -> None:
        nonlocal walked
        at = schema["$defs"][at["$ref"].rpartition("/")[2]] if "$ref" in at else at
        if "anyOf" in at and isinstance(value, dict):
            options = [schema["$defs"][o["$ref"].rpartition("/")[2]] for o in at["anyOf"] if "$ref" in o]
            wanted = [value["do"]] if "do" in value else None
            at = next(each for each in options if each["properties"].get("do", {}).get("enum") == wanted)
        if not isinstance(value, dict):
            return
        walked += 1
        for key, inner in value.items():
            if "properties" in at:
                assert key in at["properties"], f"{way}.{key}"
                walk(inner, at["properties"][key], f"{way}.{key}")
            else:
                assert re.search(at["propertyNames"]["pattern"], key), f"{way}.{key}"
                walk(inner, at["additionalProperties"], f"{way}.{key}")

    walk(yaml.load(EXAMPLE.read_text(encoding="utf-8"), yaml.BaseLoader), schema, "")  # noqa: S506
    assert walked > 100
