"""The structs in `generated.py` and the description they come from: the running Asterisk's own."""

import json
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from acd.asterisk.ari import calls, generated
from acd.asterisk.ari.http import AriHttp
from scripts.generate_ari import OUTPUT, DescriptionError, describe, outline, render
from tests.asterisk.ari.conftest import Switch


@pytest.fixture
async def served(switch: Switch, app: str, tmp_path: Path) -> Path:
    """The description that the running Asterisk serves, as files."""
    access = switch.access(app)
    async with httpx.AsyncClient(headers={"Authorization": access.authorization()}, trust_env=False) as web:
        index = (await web.get(f"{access.url}/api-docs/resources.json")).json()
        for api in index["apis"]:
            name = api["path"].replace("{format}", "json").rpartition("/")[2]
            (tmp_path / name).write_text(
                (await web.get(f"{access.url}/api-docs/{name}")).text, encoding="utf-8"
            )
    return tmp_path


async def test_the_running_asterisk_promises_what_the_structs_expect(served: Path, http: AriHttp) -> None:
    expected = outline(OUTPUT.read_text(encoding="utf-8")).splitlines()
    promised = describe(served).splitlines()
    gone = sorted(set(expected) - set(promised))
    assert not gone, (
        f"this Asterisk no longer promises {gone}: run scripts/generate_ari.py and mend what breaks"
    )
    version = (await calls.asterisk_info(http)).system
    if version is not None and version.version.startswith(generated.ASTERISK_VERSION):
        assert promised == expected


def written(directory: Path, **models: Any) -> Path:
    directory.mkdir(exist_ok=True)
    base = {
        "Message": {"properties": {"type": {"type": "string", "required": True}}, "subTypes": ["Event"]},
        "Event": {"properties": {"application": {"type": "string", "required": True}}, "subTypes": ["Rang"]},
        "Rang": {"properties": {"by": {"type": "Bell", "required": True}, "from": {"type": "string"}}},
        "Bell": {
            "properties": {"tones": {"type": "List[int]", "required": True}, "type": {"type": "string"}}
        },
    }
    (directory / "events.json").write_text(json.dumps({"models": base | models}), encoding="utf-8")
    return directory


def test_the_text_is_a_module_that_reads_such_events(tmp_path: Path) -> None:
    text = render(written(tmp_path), "1.2.3")
    module: dict[str, Any] = {"__name__": "made"}
    exec(compile(text, "made.py", "exec"), module)  # noqa: S102  # the text under test
    frame = b'{"type": "Rang", "application": "acd", "by": {}, "from": "anna"}'
    rang = msgspec.json.decode(frame, type=module["Event"])
    assert rang == module["Rang"](application="acd", by=module["Bell"](tones=(), type=None), from_="anna")
    assert module["ASTERISK_VERSION"] == "1.2.3"


def test_the_same_description_gives_the_same_text(tmp_path: Path) -> None:
    assert render(written(tmp_path / "a"), "1") == render(written(tmp_path / "b"), "1")


def test_prose_and_version_are_no_difference_and_a_type_is(tmp_path: Path) -> None:
    bell = {"properties": {"tones": {"type": "List[int]", "required": True}, "type": {"type": "string"}}}
    plain = describe(written(tmp_path / "plain"))
    assert describe(written(tmp_path / "prose", Bell=bell | {"description": "It rings."})) == plain
    longer = {"properties": bell["properties"] | {"tones": {"type": "List[long]", "required": False}}}
    assert describe(written(tmp_path / "same", Bell=longer)) == plain
    other = {"properties": bell["properties"] | {"tones": {"type": "List[string]", "required": True}}}
    assert describe(written(tmp_path / "other", Bell=other)) != plain


def test_an_unknown_type_is_named(tmp_path: Path) -> None:
    with pytest.raises(DescriptionError, match=r"Bell.size has the unknown type 'cubit'"):
        render(written(tmp_path, Bell={"properties": {"size": {"type": "cubit"}}}), "1")


def test_a_folder_without_description_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DescriptionError, match="rest-api"):
        render(tmp_path, "1")
