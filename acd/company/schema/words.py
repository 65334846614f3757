"""The words of a company file: names, numbers, times and levels, each with what its writer may put there."""

from typing import Annotated

import msgspec


def text(pattern: str, remedy: str, *, longest: int | None = None) -> msgspec.Meta:
    """What a text must look like, and what to do if it does not."""
    least = None if longest is None else 1
    return msgspec.Meta(pattern=pattern, min_length=least, max_length=longest, extra={"remedy": remedy})


def number(remedy: str, *, ge: float, le: float) -> msgspec.Meta:
    """Between which bounds a number must be, and what to do if it is not."""
    return msgspec.Meta(ge=ge, le=le, extra={"remedy": remedy})


NAME = r"^[a-z][a-z0-9_-]{0,39}$"

Name = Annotated[str, text(NAME, "use up to 40 small letters, digits, '_' and '-', beginning with a letter")]
"""What other parts of the file call something by; also its name in Asterisk's files."""

LineName = Annotated[
    str,
    text(
        NAME,
        "name an entry under `outside`, where the number stands with its trunk and its prompt: "
        'outside: {night: {name: Night, number: "+43…", trunk: …, prompt: …}}',
    ),
]
"""The `Name` of a line to the outside: people write its number in its place."""

Account = Annotated[
    str,
    text(
        r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$",
        "use up to 40 letters, digits, '_', '-' and '.', beginning with a letter or digit",
    ),
]
"""The name of a SIP account in Asterisk. Those that we make are a `Name`; `foreign` ones are called as their
administrator called them."""

Title = Annotated[
    str,
    text(
        r'^[^\x00-\x1f\x7f"\\;<>\[\]{}$|]+$',
        'leave out control characters and " \\ ; < > [ ] { } $ |',
        longest=80,
    ),
]
"""What people see: in the display of a phone, in a report. Any script is fine."""

Digits = Annotated[
    str, text(r"^[0-9]{2,8}$", "write 2 to 8 digits, such as 101, without spaces or other characters")
]
"""A number that people dial inside the company."""

DidNumber = Annotated[
    str,
    text(r"^\+?[0-9]{2,20}$", "write digits only, as the trunk sends them, with or without a leading '+'"),
]
"""A number that callers dial, exactly as the trunk delivers it."""

Beginning = Annotated[
    str,
    text(
        r"^\+[1-9][0-9]{3,14}$",
        "write '+', the code of the country and how its numbers go on, such as \"+43810\"; "
        "whole countries go under countries",
    ),
]
"""How the numbers begin that are meant, in the international form."""

EmergencyDigits = Annotated[str, text(r"^[0-9]{2,6}$", "write 2 to 6 digits, such as 112")]

Code = Annotated[str, text(r"^\*[0-9]{1,4}$", "write '*' and 1 to 4 digits, such as *11")]

Key = Annotated[str, text(r"^[0-9*#]$", "a key is one of 0 to 9, * or # (write '#' in quotes)")]

ReasonKey = Annotated[str, text(r"^[0-9]$", "a reason is chosen by one digit, 0 to 9")]

Language = Annotated[str, text(r"^[a-z]{2,3}$", "write the language's short code: en, de, hu, zh …")]

Level = Annotated[int, number("levels go from 1 to 10, higher is better", ge=1, le=10)]

Days = Annotated[
    str,
    text(
        r"^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$",
        "write a day or a stretch of days: sat, mon-fri",
    ),
]

Times = Annotated[
    str,
    text(
        r"^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}(, ?[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2})*$",
        'write times of 24 hours, such as "08:00-18:00" or "08:00-12:00, 13:00-17:00"',
    ),
]

Stretch = Annotated[
    str,
    text(
        r"^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$",
        'write one stretch of 24 hours, such as "14:00-18:00"',
    ),
]

Country = Annotated[
    str,
    text(
        r"^[A-Z]{2}(-[A-Z0-9]{1,4})?$",
        "write a country, or a country and its region: HU, DE-BY (NO in quotes or not)",
    ),
]

CountryCode = Annotated[str, text(r"^[A-Z]{2}$", "write the two letters of a country, such as AT or HU")]

Day = Annotated[
    str,
    text(
        r"^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$",
        "write a date, such as 2027-05-14, or a day of every year, such as 12-24",
    ),
]

Host = Annotated[
    str,
    text(
        r"^[A-Za-z0-9]([A-Za-z0-9.:-]{0,252}[A-Za-z0-9])?$",
        "write a host name or an IP address, without port or scheme",
    ),
]

Path = Annotated[
    str,
    text(r"^[^\x00-\x1f\x7f]+$", "write a path, counted from the folder of the company file", longest=400),
]

SoundFile = Annotated[
    str,
    text(
        r"^[^\x00-\x1f\x7f]+\.(aiff|au|flac|gsm|mp3|ogg|wav)$",
        "name a file that ends in .wav, .flac, .ogg, .mp3, .gsm, .aiff or .au",
        longest=400,
    ),
]

Email = Annotated[
    str, text(r"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}$", "write an address such as desk@example.org")
]

RingSeconds = Annotated[
    float, msgspec.Meta(gt=0, le=300, extra={"remedy": "a phone rings for more than 0 and up to 300 seconds"})
]

Needs = dict[Name, Level]
"""The least level by skill; whoever lacks one of the skills never matches."""

OneOf = tuple[Needs, ...]
"""Each entry is met by any one of its skills: [{german: 5, english: 7}]."""

Weight = Annotated[int, number("weights go from 1 to 10, higher counts more", ge=1, le=10)]

Wishes = dict[Name, Weight]
"""How much each level of a skill counts when an agent is chosen, beyond what is needed."""

Seconds = Annotated[float, number("write seconds, from 0 to 86400 (a day)", ge=0, le=86400)]

PhonePrefix = Annotated[
    str,
    text(
        r"^\+?[0-9]{2,15}$", "write how the numbers begin: digits, with a leading '+' or without: \"+43463\""
    ),
]

Dialled = Annotated[
    str,
    text(r"^\+?[0-9]{5,20}$", "write 5 to 20 digits, as the trunk wants them, with a leading '+' or without"),
]
"""A number outside the company."""

PostalCode = Annotated[
    str, text(r"^[0-9A-Z][0-9A-Z -]{0,12}$", 'write a postal code of digits and capital letters: "9020"')
]

PostalCodes = Annotated[
    str,
    text(
        r"^[0-9A-Z][0-9A-Z -]{0,20}$",
        'write a postal code, its beginning, or a stretch of them: "9020", "90", "9000-9873"',
    ),
]
