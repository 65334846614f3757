"""Who must be looked at anew when somebody goes or comes back."""

import msgspec

from acd.core.matching.meant import Meant
from acd.model.ids import AgentId, ContactId
from tests.core.small_company import company

EVA, BOB, JOE = (AgentId(name) for name in ("eva", "bob", "joe"))
CALL, OTHER = ContactId("c1"), ContactId("c2")


def test_a_substitutes_substitute_concerns_whoever_waits_while_the_first_is_away() -> None:
    people = company().agents
    meant = Meant(
        company(
            agents={
                EVA: msgspec.structs.replace(people[EVA], substitutes=(BOB,)),
                BOB: msgspec.structs.replace(people[BOB], substitutes=(JOE,)),
                JOE: msgspec.structs.replace(people[JOE], substitutes=(EVA,)),
            }
        )
    )
    meant.put(CALL, EVA)
    meant.put(OTHER, JOE)
    assert meant.concerned(EVA, lambda _: False) == [CALL, OTHER]
    assert meant.concerned(BOB, lambda _: False) == [CALL]
    assert meant.concerned(JOE, lambda _: False) == [OTHER]
    assert sorted(meant.concerned(JOE, lambda person: person == BOB)) == [CALL, OTHER]
    meant.discard(CALL)
    assert sorted(meant.concerned(JOE, lambda person: person == BOB)) == [OTHER]
