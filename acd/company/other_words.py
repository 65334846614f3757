"""What other systems call the keys of a company file: who comes from one of them types its words first."""

from collections.abc import Collection

OURS: dict[str, tuple[str, ...]] = {
    # app_queue and its dialects
    "announce": ("prompt",),
    "announcefrequency": ("every_s", "announcements"),
    "announceholdtime": ("announcements",),
    "announceposition": ("announcements",),
    "context": ("menu",),
    "joinempty": ("overflow",),
    "leavewhenempty": ("overflow",),
    "maxlen": ("overflow", "waiting_over"),
    "member": ("queues", "order"),
    "members": ("queues", "order"),
    "moh": ("music",),
    "musicclass": ("music",),
    "musiconhold": ("music",),
    "penalty": ("needs", "lower"),
    "queuerules": ("rings",),
    "periodicannounce": ("announcements",),
    "periodicannouncefrequency": ("every_s", "announcements"),
    "retry": ("rest_s",),
    "servicelevel": ("service_level_s",),
    "strategy": ("choose",),
    "timeout": ("ring_s", "wait_s", "waited_over_s", "after_s"),
    "weight": ("head_start_s", "wishes"),
    "wrapup": ("wrap_up_s",),
    "wrapuptime": ("wrap_up_s",),
    # what a menu is made of elsewhere
    "ivr": ("flows",),
    "default": ("otherwise",),
    "destination": ("next", "to_queue"),
    "goto": ("next",),
    "digits": ("choices",),
    "invalid": ("wrong_key",),
    "noinput": ("no_key",),
    "options": ("choices",),
    # the rest
    "aux": ("not_ready_reasons",),
    "breaks": ("not_ready_reasons",),
    "calendar": ("hours",),
    "did": ("numbers",),
    "dids": ("numbers",),
    "escalation": ("rings",),
    "exten": ("extension",),
    "ip": ("host",),
    "pausereasons": ("not_ready_reasons",),
    "priority": ("head_start_s",),
    "schedule": ("hours",),
    "sla": ("service_level_s",),
    "sound": ("file", "prompt"),
    "timeconditions": ("hours",),
    "users": ("agents",),
}
"""Without `_`, `-` and capital letters; of several of ours the first one that may stand there is meant."""


def ours_for(word: str, known: Collection[str]) -> str | None:
    """The key among those known that has the meaning which `word` has elsewhere, if any."""
    plain = word.lower().replace("_", "").replace("-", "")
    return next((own for own in OURS.get(plain, ()) if own in known), None)
