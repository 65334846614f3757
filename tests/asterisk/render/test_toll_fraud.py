"""Nobody outside reaches an outside line, an inside number or a feature code, by whatever way."""

import re
from collections.abc import Iterator

import pytest

from acd.testing.phone import Phone
from tests.asterisk.render.raw_sip import RawPhone
from tests.asterisk.render.switch import HOLD_S, NIGHT_SERVICE, Switch

INSIDE = {"acd-internal", "acd-emergency", "acd-features", "acd-feature", "acd-extensions", "acd-box"}
WANTED_BY_FRAUDSTERS = (
    "112",  # an emergency number
    "101",  # a desk phone
    "150",  # an extension
    "190",  # a voicemail box
    "*11201",  # a feature code
    "*97",
    "0043660999",  # an outside number
    "+43660999",
    NIGHT_SERVICE,
    "0043660777",
    f"{NIGHT_SERVICE}%40carrier",
    "outside:night",
    "9" * 40,
    "5100112",  # a number of ours, and more
    "unknown",  # names of the dialplan's own
    "s",
    "T",
    "acd-internal",
    "112%40carrier",
    "5100%0D%0AX%3A%20y",
    "$%7BEXTEN%7D",
)


class Dialplan:
    """What `dialplan show` tells of a context: its includes and its steps."""

    def __init__(self, shown: str) -> None:
        self._text = dict(
            re.findall(r"^\[ Context '([^']+)' .*?$(.*?)(?=^\[ Context|\Z)", shown, re.M | re.S)
        )

    @property
    def contexts(self) -> set[str]:
        return set(self._text)

    def reach(self, start: str) -> set[str]:
        """Every context a call that begins in this one can come to."""
        reached: set[str] = set()
        open_ends = {start}
        while open_ends:
            here = open_ends.pop()
            reached.add(here)
            open_ends |= self._ways_on(here) - reached
        return reached

    def dials(self, contexts: set[str]) -> Iterator[str]:
        """The arguments of every Dial in these contexts."""
        for context in sorted(contexts):
            yield from re.findall(r"\bDial\((.*)\)\s+\[", self._text[context])

    def _ways_on(self, context: str) -> set[str]:
        # Whatever names a context counts as a way to it: Include, Goto, GotoIf, Gosub, an option of Dial.
        return {
            other for other in self._text if re.search(rf"(?<![\w-]){other}(?![\w-])", self._text[context])
        }


@pytest.fixture
def dialplan(switch: Switch) -> Dialplan:
    return Dialplan(switch.process.rx("dialplan show"))


@pytest.mark.parametrize("entrance", ["acd-from-carrier", "acd-from-outside", "acd-nowhere"])
def test_no_way_leads_from_outside_to_an_outside_line(dialplan: Dialplan, entrance: str) -> None:
    reached = dialplan.reach(entrance)
    assert not reached & INSIDE
    assert set(dialplan.dials(reached)) <= {"PJSIP/carol,2,im(default)"}


def test_the_walk_through_the_dialplan_would_find_a_way(dialplan: Dialplan) -> None:
    assert dialplan.contexts >= INSIDE
    reached = dialplan.reach("acd-internal")
    assert reached >= INSIDE
    assert "PJSIP/112@carrier,,if(5100)" in set(dialplan.dials(reached))


def test_nothing_leads_on_from_the_boxes_into_which_callers_from_outside_are_sent(dialplan: Dialplan) -> None:
    reached = dialplan.reach("acd-box")
    assert reached == {"acd-box"}
    assert list(dialplan.dials(reached)) == []


def test_the_dialplan_knows_no_number_outside_but_those_for_emergencies(dialplan: Dialplan) -> None:
    dialled = [target.split(",")[0] for target in dialplan.dials(dialplan.contexts)]
    assert [target for target in dialled if "@" in target] == ["PJSIP/112@carrier"]


def test_nothing_that_a_caller_keys_in_a_box_leads_anywhere(
    switch: Switch, outside: Phone, alice: Phone, carrier: Phone
) -> None:
    before = len(carrier.ladder.all("INVITE", sent=False))
    with switch.agi({"ACD_KNOWN": "1", "ACD_ANSWERED": "1"}), switch.controller() as controller:
        call = outside.call("5100")
        leg = controller.event("StasisStart")["channel"]["id"]
        controller.ask("POST", f"channels/{leg}/answer")
        controller.ask("POST", f"channels/{leg}/continue", context="acd-box", extension="100", priority="1")
        controller.event("StasisEnd")
        call.wait_answered()
        for keys in ("0", "*", "101#", "0043660777#"):
            if call.state == "answered":
                call.press(keys)
        if call.state == "answered":
            call.hang_up()
        call.wait_ended()
    assert not alice.calls
    assert len(carrier.ladder.all("INVITE", sent=False)) == before


def test_a_box_that_is_gone_is_no_dead_line(switch: Switch, outside: Phone) -> None:
    with switch.agi({"ACD_KNOWN": "1", "ACD_ANSWERED": "1"}), switch.controller() as controller:
        call = outside.call("5100")
        leg = controller.event("StasisStart")["channel"]["id"]
        controller.ask("POST", f"channels/{leg}/answer")
        controller.ask("POST", f"channels/{leg}/continue", context="acd-box", extension="555", priority="1")
        assert call.hears_file(switch.sound("please-try-call-later"))
        call.wait_ended()


def test_no_dial_follows_a_redirection_or_lets_a_party_transfer(dialplan: Dialplan) -> None:
    options = [dial.split(",")[2] for dial in dialplan.dials(dialplan.contexts)]
    assert options
    for given in options:
        letters = re.sub(r"\(.*?\)", "", given)
        assert "i" in letters
        assert not set(letters) & set("tTkKxXwWhHG")


def test_every_account_leads_to_the_context_that_is_meant_for_it(switch: Switch) -> None:
    wanted = {"alice": "acd-internal", "carrier": "acd-from-carrier", "outside": "acd-from-outside"}
    for account, context in wanted.items():
        shown = dict(
            line.replace(" ", "").split(":", 1)
            for line in switch.process.rx(f"pjsip show endpoint {account}").splitlines()
            if line.count(":") == 1
        )
        assert shown["context"] == context
        assert shown["allow_transfer"] == "false"
        assert shown["redirect_method"] == "user"
        assert shown["message_context"] == "acd-nowhere"
        assert shown["TRANSFER_CONTEXT"] == "acd-nowhere"


@pytest.mark.parametrize("account", ["outside", "stranger at the carrier's address"])
def test_an_outside_caller_is_refused_whatever_he_dials(switch: Switch, carrier: Phone, account: str) -> None:
    before = len(carrier.ladder.all("INVITE", sent=False))
    registered = account == "outside"
    user, password = ("outside", switch.secrets["trunk.outside"]) if registered else ("+43660666", "")
    with RawPhone(user, switch.ports.sip, password) as caller:
        calls = {number: caller.call(number) for number in WANTED_BY_FRAUDSTERS}
        outcomes = {number: call.outcome().code for number, call in calls.items()}
    assert set(outcomes.values()) <= {404, 484}, outcomes
    assert len(carrier.ladder.all("INVITE", sent=False)) == before


def test_somebody_unknown_is_not_let_in(switch: Switch) -> None:
    with RawPhone("alice", switch.ports.sip, "wrong") as caller:
        assert caller.call("112").outcome().code == 401


@pytest.mark.parametrize("target", ["112", "103", "00436609999"])
def test_a_phone_cannot_transfer(switch: Switch, bob: Phone, carrier: Phone, target: str) -> None:
    with RawPhone("alice", switch.ports.sip, switch.secrets["phone.alice"]) as alice:
        call = alice.call("102")
        ringing = bob.wait_for_ring()
        ringing.respond(200)
        assert call.outcome().code == 200
        ringing.wait_answered()
        before = switch.bridged()
        assert call.ask("REFER", f"Refer-To: <{alice.uri(target)}>").code == 603
        assert switch.bridged() == before
        assert ringing.state == "answered"
        assert call.ask("BYE").code == 200
        ringing.wait_ended()


def test_an_outside_caller_cannot_transfer(switch: Switch, carol: Phone) -> None:
    with RawPhone("outside", switch.ports.sip, switch.secrets["trunk.outside"]) as caller:
        call = caller.call("5100")
        assert call.outcome().code == 200
        talk = carol.wait_for_ring(within_s=HOLD_S + 3).answer()
        before = switch.bridged()
        for target in ("112", "101", "00436609999"):
            assert call.ask("REFER", f"Refer-To: <{caller.uri(target)}>").code == 603
            assert call.ask("REFER", f"Refer-To: <{caller.uri(target)}>", "Refer-Sub: false").code == 603
        assert switch.bridged() == before
        assert talk.state == "answered"
        assert call.ask("BYE").code == 200
        talk.wait_ended()


@pytest.mark.parametrize("target", ["sip:112@127.0.0.1", "sip:103@127.0.0.1", "sip:0043660@192.0.2.1"])
def test_a_phone_that_redirects_is_not_followed(
    switch: Switch, bob: Phone, carol: Phone, carrier: Phone, target: str
) -> None:
    before = len(carrier.ladder.all("INVITE", sent=False))
    with RawPhone("alice", switch.ports.sip, switch.secrets["phone.alice"]) as alice:
        alice.register()
        call = bob.call("101")
        alice.respond(alice.wait_for("INVITE"), 302, "Moved Temporarily", f"Contact: <{target}>")
        call.wait_ended()
        assert call.sip_code >= 400
    assert not carol.calls
    assert len(carrier.ladder.all("INVITE", sent=False)) == before


def test_a_leg_of_ours_that_redirects_is_not_followed(switch: Switch, carol: Phone, carrier: Phone) -> None:
    before = len(carrier.ladder.all("INVITE", sent=False))
    with (
        RawPhone("alice", switch.ports.sip, switch.secrets["phone.alice"]) as alice,
        switch.controller() as controller,
    ):
        alice.register()
        controller.ask("POST", "channels/create", endpoint="PJSIP/alice", app="acd", channelId="leg")
        controller.event("StasisStart")
        controller.ask("POST", "channels/leg/dial")
        target = f"Contact: <{alice.uri('112')}>"
        alice.respond(alice.wait_for("INVITE"), 302, "Moved Temporarily", target)
        gone = controller.event("ChannelDestroyed")
        assert (gone["channel"]["id"], gone["cause"]) == ("leg", 23)
    assert not carol.calls
    assert len(carrier.ladder.all("INVITE", sent=False)) == before
