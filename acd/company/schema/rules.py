"""Skills, and the table that says what callers need, by what is known of them."""

from typing import Annotated

import msgspec

from acd.company.schema.words import DidNumber, Digits, Language, Name, Needs, OneOf, Seconds, Title, Wishes


class Skill(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something an agent can or may do. An authority, such as a refund limit, is a skill too."""

    name: Title
    """What people call it."""
    description: Annotated[str, msgspec.Meta(max_length=400)] = ""
    """What its levels mean."""
    stand_ins: tuple[Digits, ...] = ()
    """Agents who serve those who need it while nobody who has it is there."""


class Named(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that callers call about, or want."""

    name: Title
    """What people call it."""


class When(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which callers a rule is for. All that is said must be so; of a list, one is enough."""

    number: tuple[DidNumber, ...] = ()
    """Numbers they dialled."""
    language: tuple[Language, ...] = ()
    """Spoken to them."""
    product: tuple[Name, ...] = ()
    """What they call about."""
    service: tuple[Name, ...] = ()
    """What they want."""
    customer_class: tuple[Name, ...] = ()
    """What kind of customers they are."""
    region: tuple[Name, ...] = ()
    """Where they are; also within these."""
    queue: tuple[Name, ...] = ()
    """Where they wait."""
    needs: Needs = {}
    """What they need, whoever says so, at these levels or higher ones: level by skill. All of it."""
    needs_one_of: OneOf = ()
    """Of each entry one skill is enough: [{german: 5, english: 7}]."""


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What some callers need, and how urgent they are. All rules that fit a caller are added up."""

    name: Title
    """Shown when it is asked why."""
    when: When
    """Which callers it is for."""
    needs: Needs = {}
    """What the agent must be able to do: least level by skill."""
    needs_one_of: OneOf = ()
    """Of each entry one skill is enough: [{german: 5, english: 7}]."""
    wishes: Wishes = {}
    """What makes an agent the better choice, beyond what is needed: weight by skill."""
    head_start_s: Seconds = 0.0
    """Served as if they had come so much earlier."""
