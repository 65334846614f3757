"""Customers, and where they and the agents are."""

import msgspec

from acd.company.schema.words import Digits, Language, Name, PhonePrefix, PostalCode, PostalCodes, Title


class Region(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the country."""

    name: Title
    """What people call it."""
    within: Name | None = None
    """The larger region it is a part of."""
    place: Title | None = None
    """Its chief town, with its country if that is another one: "Sopron, HU"; or a point on the map:
    "46.62, 14.31"."""
    postal_codes: tuple[PostalCodes, ...] = ()
    """Of its customers: "9020", all that begin with "90", or "9000-9873"."""
    prefixes: tuple[PhonePrefix, ...] = ()
    """Of the telephone numbers there: "+43463"."""
    towns: tuple[Title, ...] = ()
    """Towns there whose area codes are known by themselves: [Klagenfurt, Villach]."""
    stand_ins: tuple[Digits, ...] = ()
    """Agents who serve its customers while nobody who is responsible for it is there."""


class Customer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who calls, by his or her telephone number."""

    name: Title
    """What people call him or her."""
    customer_class: Name | None = None
    """A name under `customer_classes`."""
    region: Name | None = None
    """Where the customer is."""
    postal_code: PostalCode | None = None
    """Where the customer is, instead of the region."""
    language: Language | None = None
    """The customer's, for the rules; that of the number dialled unless said."""
    owner: Digits | None = None
    """The agent who looks after the account."""
