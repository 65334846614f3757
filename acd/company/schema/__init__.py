"""What may stand in a company file, as types.

These types are the one description of the file: the checker walks them, editors get their JSON Schema from
them, and the Asterisk templates are rendered from them. The docstring under a field is what an editor shows
when the pointer rests on it, so it speaks to the person who writes the file.

The checker vouches for what types cannot say: that every name that is referred to exists, that numbers do
not collide, that flows end. Secrets are never in the file: passwords of phones and trunks are generated.
"""

from acd.company.schema.company import Company
from acd.company.schema.flows import Choice, Enqueue, Flow, Hangup, Menu, Node, Say
from acd.company.schema.lines import (
    Emergency,
    Extension,
    Fallback,
    FeatureCodes,
    Mailbox,
    Music,
    Phone,
    Trunk,
)
from acd.company.schema.opening import Hours, Number, Prompt
from acd.company.schema.people import Agent, Miss, Offers
from acd.company.schema.places import Region
from acd.company.schema.queues import Queue, Ring
from acd.company.schema.rules import Named, Rule, Skill, When
from acd.company.schema.words import (
    Account,
    Code,
    Country,
    Day,
    Days,
    DidNumber,
    Digits,
    Email,
    EmergencyDigits,
    Host,
    Key,
    Language,
    Level,
    Name,
    Needs,
    OneOf,
    Path,
    PostalCodes,
    ReasonKey,
    RingSeconds,
    Seconds,
    SoundFile,
    Times,
    Title,
    Weight,
    Wishes,
)

__all__ = [
    "Account",
    "Agent",
    "Choice",
    "Code",
    "Company",
    "Country",
    "Day",
    "Days",
    "DidNumber",
    "Digits",
    "Email",
    "Emergency",
    "EmergencyDigits",
    "Enqueue",
    "Extension",
    "Fallback",
    "FeatureCodes",
    "Flow",
    "Hangup",
    "Host",
    "Hours",
    "Key",
    "Language",
    "Level",
    "Mailbox",
    "Menu",
    "Miss",
    "Music",
    "Name",
    "Named",
    "Needs",
    "Node",
    "Number",
    "Offers",
    "OneOf",
    "Path",
    "Phone",
    "PostalCodes",
    "Prompt",
    "Queue",
    "ReasonKey",
    "Region",
    "Ring",
    "RingSeconds",
    "Rule",
    "Say",
    "Seconds",
    "Skill",
    "SoundFile",
    "Times",
    "Title",
    "Trunk",
    "Weight",
    "When",
    "Wishes",
]
