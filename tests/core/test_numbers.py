"""Which numbers may be called back: those of people and companies, in the countries that are allowed."""

import msgspec
import phonenumbers
import pytest

from acd.core.numbers import dialable, digits_of, international, never_called
from acd.model.callback import Dialling, NeverCalled

HOME = Dialling(
    trunk="out",
    caller_id="+43463555",
    country="AT",
    countries=frozenset({"AT", "DE"}),
    own=frozenset({"+43463555", "0463555", "43463555"}),
)


@pytest.mark.parametrize(
    ("number", "whole"),
    [
        ("+436601234567", "+436601234567"),
        ("06601234567", "+436601234567"),
        ("00436601234567", "+436601234567"),
        ("+43 463 123456", "+43463123456"),
        ("+4930123456", "+4930123456"),
    ],
)
def test_ordinary_numbers_are_dialled_in_the_international_form(number: str, whole: str) -> None:
    assert dialable(number, HOME) == whole


@pytest.mark.parametrize(
    "number",
    [
        None,
        "",
        "anonymous",
        "123",
        "112",
        "133",
        "+43112",
        "1" * 30,
        "+43900123456",
        "+43930123456",
        "+43800123456",
        "+43730123456",
        "+4970012345678",
        "+14155550123",
        "+882161234567",
        "+43463555",
        "0463555",
        "sip:boss@example.org",
    ],
    ids=str,
)
def test_no_other_number_is_ever_dialled(number: str | None) -> None:
    """Withheld, of three or thirty digits, for emergencies, premium, free, put through, abroad, by
    satellite, ours.
    """
    assert dialable(number, HOME) is None


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (None, NeverCalled.WITHHELD),
        ("", NeverCalled.WITHHELD),
        ("anonymous", NeverCalled.UNKNOWN),
        ("123", NeverCalled.UNKNOWN),
        ("1" * 30, NeverCalled.UNKNOWN),
        ("112", NeverCalled.EMERGENCY),
        ("+43112", NeverCalled.EMERGENCY),
        ("004930112", NeverCalled.EMERGENCY),
        ("0463555", NeverCalled.OWN),
        ("+43900123456", NeverCalled.SPECIAL),
        ("+4970012345678", NeverCalled.SPECIAL),
        ("+14155550123", NeverCalled.ABROAD),
        ("+4930123456", None),
    ],
    ids=str,
)
def test_why_a_number_is_never_called_is_known(number: str | None, why: NeverCalled | None) -> None:
    assert never_called(number, HOME) is why


ALLOWING = msgspec.structs.replace(
    HOME,
    countries=frozenset({"AT"}),
    allow=("+43810", "+4970", "+4989", "+1415", "+8821612", "+43112", "+43463"),
)


@pytest.mark.parametrize(
    "number", ["+43810123456", "0810123456", "+4970012345678", "+14155550123", "+882161234567"]
)
def test_what_begins_as_it_is_allowed_is_dialled_although_it_costs_more_or_is_abroad(number: str) -> None:
    """Shared cost, put through, abroad, by satellite."""
    assert dialable(number, HOME) is None
    assert (dialable(number, ALLOWING) or "").startswith(ALLOWING.allow)


@pytest.mark.parametrize(
    "number",
    ["+43112", "112", "+43463555", "0463144", "+43900123456", "+12125550123", "+14155", "+4381", "+4989110"],
)
def test_that_allows_no_other_number_nor_an_emergency_service_nor_our_own(number: str) -> None:
    assert dialable(number, ALLOWING) is None


@pytest.mark.parametrize(
    ("whole", "digits"),
    [
        ("+436601234567", "06601234567"),
        ("+43463123456", "0463123456"),
        ("+4930123456", "004930123456"),
    ],
)
def test_a_number_is_read_out_as_somebody_here_would_dial_it(whole: str, digits: str) -> None:
    assert digits_of(whole, "AT") == digits
    assert dialable(digits, HOME) == whole


@pytest.mark.parametrize("country", sorted(phonenumbers.SUPPORTED_REGIONS))
def test_no_emergency_number_of_any_country_is_dialled(country: str) -> None:
    plain = {"112", "911", "999", "110", "133", "144", "000", "111", "15", "17", "18", "190", "191", "108"}
    here = msgspec.structs.replace(HOME, country=country, countries=frozenset({country}))
    for number in plain:
        if phonenumbers.is_emergency_number(number, country):
            assert dialable(number, here) is None
            code = phonenumbers.country_code_for_region(country)
            assert dialable(f"+{code}{number}", here) is None


@pytest.mark.parametrize(
    "number",
    ["0316144", "0512133", "01112", "+43316122", "004930112", "+4989110", "+49221112", "0049 2234 112"],
)
def test_no_emergency_service_is_dialled_behind_an_area_code_either(number: str) -> None:
    assert dialable(number, HOME) is None


@pytest.mark.parametrize("number", ["+43316144144", "+4930112345", "+433161441", "+4930110110"])
def test_a_number_that_begins_like_one_is_dialled(number: str) -> None:
    assert dialable(number, HOME) == number


@pytest.mark.parametrize(
    ("country", "number"),
    [("DE", "491701234567"), ("DE", "493012345678"), ("SE", "468128984"), ("AT", "436601234567")],
)
def test_the_code_of_the_country_without_a_plus_sign_is_no_area_code(country: str, number: str) -> None:
    here = msgspec.structs.replace(HOME, country=country, countries=frozenset({country}))
    assert dialable(number, here) == f"+{number}"
    assert international(number, country) == f"+{number}"


@pytest.mark.parametrize(
    ("country", "number", "whole"),
    [("DE", "0491701234", "+49491701234"), ("DE", "491", None), ("IT", "3912345678", "+393912345678")],
)
def test_who_begins_as_one_does_in_the_country_means_a_number_there(
    country: str, number: str, whole: str | None
) -> None:
    here = msgspec.structs.replace(HOME, country=country, countries=frozenset({country}))
    assert dialable(number, here) == whole
