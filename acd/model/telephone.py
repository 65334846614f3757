"""Telephone numbers, as everybody in the world would dial them."""

import phonenumbers
from phonenumbers import PhoneNumberFormat


def international(number: str, country: str | None = None) -> str | None:
    """The number of anybody in its international form, with a plus sign, when it is read in a country: two
    letters. None: it is none.
    """
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return None
    whole = str(phonenumbers.format_number(parsed, PhoneNumberFormat.E164))
    return whole if phonenumbers.is_possible_number(parsed) else None
