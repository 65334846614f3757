"""Numbers: whether two are the same, and whether a customer may be called back at one. Look-ups, no machine.

What a number is, and in which country, is known by the `phonenumbers` library, from the tables of the world's
numbering plans.
"""

from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType, timezone

from acd.model.callback import Dialling, NeverCalled
from acd.model.telephone import read

ORDINARY = frozenset(
    (
        PhoneNumberType.FIXED_LINE,
        PhoneNumberType.MOBILE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,
        PhoneNumberType.VOIP,
        PhoneNumberType.UAN,
    )
)
"""Those of people and companies. Premium, shared-cost and free numbers, pagers and voicemail are not; nor are
personal numbers, which are put through to wherever somebody is, and cost as much as that or more.
"""


@lru_cache(maxsize=10_000)
def international(number: str | None, country: str | None) -> str | None:
    """The number as it is compared with others: in its international form, or as it was shown where it is no
    whole number. None: it is withheld.
    """
    if not number:
        return None
    parsed = read(number, country)
    if parsed is None or not phonenumbers.is_valid_number(parsed):
        return number
    return str(phonenumbers.format_number(parsed, PhoneNumberFormat.E164))


@lru_cache(maxsize=10_000)
def _judged(number: str | None, dialling: Dialling) -> str | NeverCalled:
    """The number in its international form, or why it may not be dialled.

    Not a withheld one, one that no plan knows, such as an emergency number, nor that behind an area code, or
    one of our own; and unless numbers that begin like it are allowed none that costs more than a call, and
    none of another country.
    """
    if not number:
        return NeverCalled.WITHHELD
    parsed = read(number, dialling.country)
    if parsed is None:
        return NeverCalled.UNKNOWN
    if _is_for_help(parsed):
        return NeverCalled.EMERGENCY
    if not phonenumbers.is_valid_number(parsed):
        return NeverCalled.UNKNOWN
    whole = str(phonenumbers.format_number(parsed, PhoneNumberFormat.E164))
    if whole in dialling.own:
        return NeverCalled.OWN
    if whole.startswith(dialling.allow):
        return whole
    if phonenumbers.number_type(parsed) not in ORDINARY:
        return NeverCalled.SPECIAL
    return whole if phonenumbers.region_code_for_number(parsed) in dialling.countries else NeverCalled.ABROAD


def dialable(number: str | None, dialling: Dialling) -> str | None:
    """The number in its international form, with a plus sign; None: it may not be dialled."""
    whole = _judged(number, dialling)
    return None if isinstance(whole, NeverCalled) else whole


def never_called(number: str | None, dialling: Dialling) -> NeverCalled | None:
    """Why a number may not be dialled; None: it may."""
    why = _judged(number, dialling)
    return why if isinstance(why, NeverCalled) else None


def _is_for_help(parsed: phonenumbers.PhoneNumber) -> bool:
    """Whether it is an emergency service, also behind an area code: the plans take 030 112 for a number of
    Berlin, and there are exchanges that put it through.
    """
    code = parsed.country_code
    region = phonenumbers.region_code_for_number(parsed)
    if region is None and code is not None:  # no plan has a number as short as 112
        region = phonenumbers.region_code_for_country_code(code)
    number = phonenumbers.national_significant_number(parsed)
    behind = number[phonenumbers.length_of_geographical_area_code(parsed) :]
    return region is not None and bool(phonenumbers.is_emergency_number(behind, region))


@lru_cache(maxsize=10_000)
def zones_of(number: str) -> tuple[str, ...]:
    """The time zones in which a number may be; none if nobody knows. It is in the international form."""
    known = timezone.time_zones_for_number(phonenumbers.parse(number))
    return tuple(zone for zone in known if _is_zone(zone))


def _is_zone(name: str) -> bool:
    """Whether the tables of this machine have it: those of the library may be newer, or say *unknown*."""
    try:
        ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return False
    return True


def digits_of(whole: str, country: str) -> str:
    """What somebody in this country would dial to call a number in its international form."""
    parsed = phonenumbers.parse(whole)
    written = phonenumbers.format_out_of_country_calling_number(parsed, country)
    if phonenumbers.region_code_for_number(parsed) == country:
        written = phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL)
    return "".join(filter(str.isdecimal, written))
