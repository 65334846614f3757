"""Which numbers may be called back: those of people and companies, in the countries that are allowed."""

import msgspec
import phonenumbers
import pytest

from acd.core.numbers import dialable, digits_of
from acd.model.callback import Dialling

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
        "+14155550123",
        "+882161234567",
        "+43463555",
        "0463555",
        "sip:boss@example.org",
    ],
    ids=str,
)
def test_no_other_number_is_ever_dialled(number: str | None) -> None:
    """Withheld, of three or thirty digits, for emergencies, premium, free, abroad, by satellite, ours."""
    assert dialable(number, HOME) is None


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
