"""Telephone numbers, as everybody in the world would dial them."""

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat


def read(number: str, country: str | None = None) -> PhoneNumber | None:
    """A number as it is written in a country: two letters. None: it is none.

    Many trunks write the country's code and no plus sign. Where people in the country begin with a 0 that is
    no area code, though the plans may have one like it: 491701234567 is a mobile telephone in Germany, and
    nobody in the area 0491.
    """
    try:
        parsed = phonenumbers.parse(number, country)
        prefix = phonenumbers.ndd_prefix_for_region(country, True) if country is not None else None
        code = str(parsed.country_code)
        if not prefix or number.startswith(prefix) or not (number.isdecimal() and number.startswith(code)):
            return parsed
        whole = phonenumbers.parse(f"+{number}")
    except phonenumbers.NumberParseException:
        return None
    return whole if phonenumbers.is_valid_number(whole) else parsed


def international(number: str, country: str | None = None) -> str | None:
    """The number of anybody in its international form, with a plus sign, when it is read in a country: two
    letters. None: it is none.
    """
    parsed = read(number, country)
    if parsed is None:
        return None
    whole = str(phonenumbers.format_number(parsed, PhoneNumberFormat.E164))
    return whole if phonenumbers.is_possible_number(parsed) else None
