"""What a channel says of its caller."""

from datetime import UTC, datetime

import pytest

from acd.asterisk.ari.generated import CallerID, Channel, DialplanCEP
from acd.asterisk.ari.translate import arrival


def channel_of(number: str) -> Channel:
    return Channel(
        id="call-1",
        protocol_id="",
        name="PJSIP/trunk-00000001",
        state="Ring",
        caller=CallerID(name="", number=number),
        connected=CallerID(name="", number=""),
        accountcode="",
        dialplan=DialplanCEP(context="acd-arrival", exten="s", priority=1, app_name="Stasis", app_data=""),
        creationtime=datetime.now(UTC),
        language="en",
    )


@pytest.mark.parametrize("number", ["+4930123456", "100", "alice"])
def test_the_number_presented_is_the_callers(number: str) -> None:
    assert arrival(channel_of(number), "7100").caller == number


@pytest.mark.parametrize("number", ["", "anonymous", "Anonymous", "unavailable", "Restricted"])
def test_a_word_in_place_of_a_number_is_no_number(number: str) -> None:
    assert arrival(channel_of(number), "7100").caller is None
