"""Logs: the contact on every line, no number in full, no secret, one line each."""

import io
import json
import logging
import sys
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import pytest
import structlog
from hypothesis import assume, given
from hypothesis import strategies as st

from acd.model.about import About, Entered
from acd.model.contact import Ending
from acd.model.fact import (
    ContactArrived,
    ContactEnded,
    DigitsMistaken,
    DigitsTaken,
    Fact,
    KeyMistaken,
    LegEnded,
    NumberEntered,
    NumberUnknown,
    OfferWithdrawn,
    QueueChosen,
    Surprise,
)
from acd.model.ids import AgentId, ContactId, FlowId, LegId, NodeId, OfferId, QueueId, RegionId
from acd.model.leg import Side
from acd.runtime.logs import log_fact, masked, set_up
from tests.store.strategies import values_of

FACTS = typing.get_args(Fact)
ARRIVED = ContactArrived(
    contact=ContactId("c7-1234567"),
    leg=LegId("1767607200.12"),
    did="+3612345678",
    caller="+4366412345678",
    flow=FlowId("main"),
    open=True,
    policy_version=1,
)
NUMBERS = st.from_regex(r"\+?[0-9]{7,40}", fullmatch=True)


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Other tests log as they like."""
    root, ours = logging.getLogger(), logging.getLogger("acd")
    before = (root.handlers[:], root.level, ours.level)
    yield
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    ours.setLevel(before[2])
    structlog.reset_defaults()


@contextmanager
def listening(level: str, form: str) -> Iterator[io.StringIO]:
    """What comes out on standard error."""
    heard, before = io.StringIO(), sys.stderr
    sys.stderr = heard
    try:
        set_up(level, form)
        yield heard
    finally:
        sys.stderr = before


def lines_of(fact: Fact, level: str) -> list[dict[str, Any]]:
    with listening(level, "json") as heard:
        log_fact(fact)
    return [json.loads(line) for line in heard.getvalue().splitlines()]


def values_with(kind: type, number: str) -> st.SearchStrategy[Any]:
    """Facts of a kind with the number in every field that is text, whole or as a part."""
    parts = {}
    for part in msgspec.structs.fields(kind):
        texts = part.type in {str, str | None} or isinstance(part.type, typing.NewType)
        about_us = part.name in {"agent", "phone"}
        parts[part.name] = (
            st.sampled_from([number, f"PJSIP/{number}-0000001a", f"no route to {number}: gone"])
            if texts and not about_us
            else values_of(part.type)
        )
    return st.builds(kind, **parts)


def plain_values(built: object) -> Iterator[float]:
    """The figures in it: a moment, say, may be written with the same digits."""
    match built:
        case dict():
            for part in built.values():
                yield from plain_values(part)
        case list() | tuple():
            for part in built:
                yield from plain_values(part)
        case int() | float():
            yield built
        case _:
            pass


@given(st.data(), st.sampled_from(FACTS), NUMBERS, st.sampled_from(["console", "json"]))
def test_no_number_is_shown_in_full_whatever_field_it_stands_in(
    data: st.DataObject, kind: type, number: str, form: str
) -> None:
    fact, digits = data.draw(values_with(kind, number)), number.lstrip("+")
    assume(not any(digits in repr(each) for each in plain_values(msgspec.to_builtins(fact))))
    with listening("info", form) as heard:
        log_fact(fact)
    assert digits not in heard.getvalue()
    assert kind.__name__ in heard.getvalue()


@given(st.data(), st.sampled_from(FACTS))
def test_every_fact_is_one_line_with_its_contact_in_both_forms(data: st.DataObject, kind: type) -> None:
    fact = data.draw(values_of(kind))
    for form in ("console", "json"):
        with listening("info", form) as heard:
            log_fact(fact)
        assert len(heard.getvalue().splitlines()) == 1
    if "contact" in kind.__struct_fields__:  # type: ignore[attr-defined]
        assert "contact" in json.loads(heard.getvalue())


def test_only_the_last_digits_of_a_number_are_shown() -> None:
    (line,) = lines_of(ARRIVED, "info")
    assert (line["caller"], line["did"]) == ("…78", "…78")


def test_ids_are_shown_in_full_however_many_calls_there_were() -> None:
    (line,) = lines_of(ARRIVED, "info")
    assert (line["contact"], line["leg"]) == ("c7-1234567", "1767607200.12")
    leg, contact = LegId("o7-1234567-leg"), ContactId("c7-1")
    (ended,) = lines_of(LegEnded(leg=leg, contact=contact, side=Side.AGENT, cause=16), "info")
    assert ended["leg"] == "o7-1234567-leg"


def test_an_administrator_who_asks_for_it_sees_numbers_in_full() -> None:
    told = lines_of(ARRIVED, "debug")
    assert [line["event"] for line in told] == ["ContactArrived", "numbers in full"]
    assert (told[1]["caller"], told[1]["did"]) == (ARRIVED.caller, ARRIVED.did)


def test_a_withheld_number_is_said_to_be_one() -> None:
    (line,) = lines_of(msgspec.structs.replace(ARRIVED, caller=None), "info")
    assert line["caller"] == "withheld"


@pytest.mark.parametrize(("number", "shown"), [("112", "…"), ("1234", "…"), ("12345", "…45"), ("", "…")])
def test_short_numbers_are_masked_as_a_whole(number: str, shown: str) -> None:
    assert masked(number) == shown


def test_keys_that_mean_nothing_are_not_shown_for_they_may_be_a_card_number() -> None:
    (line,) = lines_of(KeyMistaken(contact=ContactId("c1-1"), node=NodeId("menu"), key="7"), "info")
    assert line["key"] == "…"


def test_digits_that_a_caller_types_are_not_shown_either() -> None:
    contact, node = ContactId("c1-1"), NodeId("where")
    (wrong,) = lines_of(DigitsMistaken(contact=contact, node=node, digits="4111"), "info")
    taken = DigitsTaken(contact=contact, node=node, digits="1010", region=RegionId("north"), wanted=None)
    (right,) = lines_of(taken, "info")
    assert (wrong["digits"], right["digits"], right["region"]) == ("…", "…", "north")


def test_nor_is_the_number_at_which_a_customer_wants_to_be_called() -> None:
    contact, node, number = ContactId("c1-1"), NodeId("where"), "+436601234567"
    (line,) = lines_of(NumberEntered(contact=contact, node=node, digits="06601234567", number=number), "info")
    assert (line["digits"], line["number"]) == ("…", "…67")
    about = About(entered=Entered(number=number))
    (line,) = lines_of(QueueChosen(contact=contact, queue=QueueId("sales"), needs=(), about=about), "info")
    assert "660123" not in str(line)


def test_a_caller_cannot_write_a_line_of_the_log_or_move_the_cursor() -> None:
    garbage = "12\n2026-01-01 [info] forged\x1b[2J\u2028\x85"
    with listening("info", "console") as heard:
        log_fact(NumberUnknown(leg=LegId(garbage), did=garbage))
    assert len(heard.getvalue().splitlines()) == 1
    assert "\x1b" not in heard.getvalue()


def test_a_surprise_is_a_warning() -> None:
    (line,) = lines_of(Surprise(machine="legs", record="c1-1", state="Up", message="LegSeen"), "warning")
    assert line["level"] == "warning"
    assert lines_of(ContactEnded(contact=ContactId("c1-1"), ending=Ending.SERVED), "warning") == []


def test_what_explains_is_left_to_acd_explain() -> None:
    withdrawn = OfferWithdrawn(
        offer=OfferId("o1-1"),
        contact=ContactId("c1-1"),
        agent=AgentId("20100001"),
        leg=LegId("o1-1-leg"),
        reason="caller left",
    )
    (line,) = lines_of(withdrawn, "info")
    assert line.keys() - {"timestamp", "level", "event"} == set(OfferWithdrawn.__struct_fields__)
    assert line["agent"] == "20100001"


@pytest.mark.parametrize("form", ["console", "json"])
@pytest.mark.parametrize("name", ["acd.store", "some.library"])
def test_local_variables_are_not_told_with_an_error(form: str, name: str) -> None:
    def connect() -> None:
        password = "hunter2hunter2"
        raise ConnectionError(f"refused {len(password)}")

    with listening("debug", form) as heard:
        try:
            connect()
        except ConnectionError:
            logging.getLogger(name).exception("failed to call +4366412345678")
            structlog.get_logger("acd.store").exception("failed again")
    said = heard.getvalue()
    assert said.count("refused 14") == 2
    assert "hunter2" not in said
    assert "4366412345678" not in said
    if form == "json":
        assert [json.loads(line)["event"] for line in said.splitlines()] == [
            "failed to call …78",
            "failed again",
        ]


@pytest.mark.parametrize("level", ["debug", "info", "warning"])
def test_libraries_tell_nothing_below_a_warning(level: str) -> None:
    with listening(level, "json") as heard:
        for name in ("panoramisk", "websockets.client", "httpx", "psycopg", "any.other"):
            logging.getLogger(name).debug("Secret: hunter2")
            logging.getLogger(name).info("Authorization: hunter2")
            logging.getLogger(name).warning("gone")
    assert [json.loads(line)["event"] for line in heard.getvalue().splitlines()] == ["gone"] * 5


@pytest.mark.parametrize(("level", "told"), [("debug", 4), ("info", 3), ("warning", 2), ("error", 1)])
def test_our_own_rooms_tell_what_the_level_says(level: str, told: int) -> None:
    with listening(level, "json") as heard:
        log = structlog.get_logger("acd.core")
        log.debug("d"), log.info("i"), log.warning("w"), log.error("e")
    assert len(heard.getvalue().splitlines()) == told
