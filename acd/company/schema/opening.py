"""What callers meet first: numbers, hours, and what is spoken."""

from typing import Annotated

import msgspec

from acd.company.schema.words import Country, Day, Days, Language, Name, SoundFile, Times, Title


class Number(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number the company owns (DID)."""

    name: Title
    """What people call it."""
    flow: Name
    """The flow that callers enter, in hours."""
    closed_flow: Name | None = None
    """The flow that callers enter out of hours; needed together with `hours`."""
    hours: Name | None = None
    """When it is open; without hours it is always open."""
    language: Language | None = None
    """Spoken to its callers; the company's first language unless said."""
    product: Name | None = None
    """What its callers call about: a name under `products`."""
    service: Name | None = None
    """What its callers want: a name under `services`."""
    customer_class: Name | None = None
    """What kind of customers call it, unless it is known of them: a name under `customer_classes`."""
    region: Name | None = None
    """Where its callers are, unless it is known of them: a name under `regions`."""


class Hours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Opening hours that numbers refer to."""

    open: dict[Days, Times]
    """Times by day or stretch of days. A time that ends before it begins runs past midnight."""
    timezone: str | None = None
    """IANA name such as Europe/Vienna; the company's unless said."""
    holidays: tuple[Country, ...] = ()
    """Closed on the public holidays of these countries or regions: HU, AT, DE-BY."""
    closed_on: tuple[Day, ...] = ()
    """Closed on these days too: 2027-05-14, or 12-24 for every year."""


class Translation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A prompt in another language: either a text to be spoken, or a sound file."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)] | None = None
    """Spoken by the speech synthesiser."""
    file: SoundFile | None = None
    """A sound file, counted from the folder of the company file."""


class Prompt(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something a caller can hear: either a text to be spoken, or a sound file."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)] | None = None
    """Spoken by the speech synthesiser."""
    file: SoundFile | None = None
    """A sound file, counted from the folder of the company file."""
    language: Language | None = None
    """Of the text; the company's first language unless said."""
    translations: dict[Language, Translation] = {}
    """What callers hear instead who are spoken to in one of these languages: {de: {text: Bitte warten}}."""
