"""The words of a company file: names, numbers, times and levels, each with what its writer may put there."""

from typing import Annotated

import msgspec

NAME = r"^[a-z][a-z0-9_-]{0,39}$"

Name = Annotated[
    str,
    msgspec.Meta(
        pattern=NAME,
        extra={"remedy": "use up to 40 small letters, digits, '_' and '-', beginning with a letter"},
    ),
]
"""What other parts of the file call something by; also its name in Asterisk's files."""

LineName = Annotated[
    str,
    msgspec.Meta(
        pattern=NAME,
        extra={
            "remedy": "name an entry under `outside`, where the number stands with its trunk and its prompt: "
            'outside: {night: {name: Night, number: "+43…", trunk: …, prompt: …}}'
        },
    ),
]
"""The `Name` of a line to the outside: people write its number in its place."""

Account = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$",
        extra={"remedy": "use up to 40 letters, digits, '_', '-' and '.', beginning with a letter or digit"},
    ),
]
"""The name of a SIP account in Asterisk. Those that we make are a `Name`; `foreign` ones are called as their
administrator called them."""

Title = Annotated[
    str,
    msgspec.Meta(
        min_length=1,
        max_length=80,
        pattern=r'^[^\x00-\x1f\x7f"\\;<>\[\]{}$|]+$',
        extra={"remedy": 'leave out control characters and " \\ ; < > [ ] { } $ |'},
    ),
]
"""What people see: in the display of a phone, in a report. Any script is fine."""

Digits = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[0-9]{2,8}$",
        extra={"remedy": "write 2 to 8 digits, such as 101, without spaces or other characters"},
    ),
]
"""A number that people dial inside the company."""

DidNumber = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^\+?[0-9]{2,20}$",
        extra={"remedy": "write digits only, as the trunk sends them, with or without a leading '+'"},
    ),
]
"""A number that callers dial, exactly as the trunk delivers it."""

EmergencyDigits = Annotated[
    str, msgspec.Meta(pattern=r"^[0-9]{2,6}$", extra={"remedy": "write 2 to 6 digits, such as 112"})
]

Code = Annotated[
    str, msgspec.Meta(pattern=r"^\*[0-9]{1,4}$", extra={"remedy": "write '*' and 1 to 4 digits, such as *11"})
]

Key = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[0-9*#]$", extra={"remedy": "a key is one of 0 to 9, * or # (write '#' in quotes)"}
    ),
]

ReasonKey = Annotated[
    str, msgspec.Meta(pattern=r"^[0-9]$", extra={"remedy": "a reason is chosen by one digit, 0 to 9"})
]

Language = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[a-z]{2,3}$", extra={"remedy": "write the language's short code: en, de, hu, zh …"}
    ),
]

Level = Annotated[
    int, msgspec.Meta(ge=1, le=10, extra={"remedy": "levels go from 1 to 10, higher is better"})
]

Days = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$",
        extra={"remedy": "write a day or a stretch of days: sat, mon-fri"},
    ),
]

Times = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}(, ?[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2})*$",
        extra={"remedy": 'write times of 24 hours, such as "08:00-18:00" or "08:00-12:00, 13:00-17:00"'},
    ),
]

Country = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,4})?$",
        extra={"remedy": "write a country, or a country and its region: HU, DE-BY (NO in quotes or not)"},
    ),
]

CountryCode = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[A-Z]{2}$",
        extra={"remedy": "write the two letters of a country, such as AT or HU"},
    ),
]

Day = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$",
        extra={"remedy": "write a date, such as 2027-05-14, or a day of every year, such as 12-24"},
    ),
]

Host = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[A-Za-z0-9]([A-Za-z0-9.:-]{0,252}[A-Za-z0-9])?$",
        extra={"remedy": "write a host name or an IP address, without port or scheme"},
    ),
]

Path = Annotated[
    str,
    msgspec.Meta(
        min_length=1,
        max_length=400,
        pattern=r"^[^\x00-\x1f\x7f]+$",
        extra={"remedy": "write a path, counted from the folder of the company file"},
    ),
]

SoundFile = Annotated[
    str,
    msgspec.Meta(
        min_length=1,
        max_length=400,
        pattern=r"^[^\x00-\x1f\x7f]+\.(aiff|au|flac|gsm|mp3|ogg|wav)$",
        extra={"remedy": "name a file that ends in .wav, .flac, .ogg, .mp3, .gsm, .aiff or .au"},
    ),
]

Email = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}$",
        extra={"remedy": "write an address such as desk@example.org"},
    ),
]

RingSeconds = Annotated[
    float, msgspec.Meta(gt=0, le=300, extra={"remedy": "a phone rings for more than 0 and up to 300 seconds"})
]

Needs = dict[Name, Level]
"""The least level by skill; whoever lacks one of the skills never matches."""

OneOf = tuple[Needs, ...]
"""Each entry is met by any one of its skills: [{german: 5, english: 7}]."""

Weight = Annotated[
    int, msgspec.Meta(ge=1, le=10, extra={"remedy": "weights go from 1 to 10, higher counts more"})
]

Wishes = dict[Name, Weight]
"""How much each level of a skill counts when an agent is chosen, beyond what is needed."""

Seconds = Annotated[
    float, msgspec.Meta(ge=0, le=86400, extra={"remedy": "write seconds, from 0 to 86400 (a day)"})
]

PhonePrefix = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^\+?[0-9]{2,15}$",
        extra={"remedy": "write how the numbers begin: digits, with a leading '+' or without: \"+43463\""},
    ),
]

Dialled = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^\+?[0-9]{5,20}$",
        extra={"remedy": "write 5 to 20 digits, as the trunk wants them, with a leading '+' or without"},
    ),
]
"""A number outside the company."""

PostalCode = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[0-9A-Z][0-9A-Z -]{0,12}$",
        extra={"remedy": 'write a postal code of digits and capital letters: "9020"'},
    ),
]

PostalCodes = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[0-9A-Z][0-9A-Z -]{0,20}$",
        extra={
            "remedy": 'write a postal code, its beginning, or a stretch of them: "9020", "90", "9000-9873"'
        },
    ),
]
