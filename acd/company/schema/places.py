"""Where customers and agents are."""

from typing import Annotated

import msgspec

from acd.company.schema.words import Name, PostalCodes, Title


class Region(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the country."""

    name: Title
    """What people call it."""
    within: Name | None = None
    """The larger region it is a part of."""
    place: Title | None = None
    """Its chief town."""
    postal_codes: tuple[PostalCodes, ...] = ()
    """Of its customers: "9020", all that begin with "90", or "9000-9873"."""
    prefixes: tuple[Annotated[str, msgspec.Meta(pattern=r"^\+?[0-9]{2,15}$")], ...] = ()
    """Of the telephone numbers there: "+43463"."""
