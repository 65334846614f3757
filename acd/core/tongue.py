"""Tongue: the language in which a contact is spoken to. One state, for only its value changes."""

from acd.core.machine import Machine, Step, Table
from acd.core.view import View
from acd.model.contact import Contact
from acd.model.fact import LanguageChosen
from acd.model.ids import ContactId


def change(_contact: Contact, _state: str, message: LanguageChosen, _view: View, _at: float) -> Step[str]:
    """From now on in another one."""
    return Step(message.language)


TABLE: Table = {(str, LanguageChosen): change}


def _contact(message: LanguageChosen, _: View) -> tuple[ContactId]:
    return (message.contact,)


MACHINE = Machine(
    name="tongue",
    record=Contact,
    part="language",
    states=(str,),
    routes={LanguageChosen: _contact},
    table=TABLE,
)
