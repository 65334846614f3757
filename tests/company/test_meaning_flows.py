"""What fits the schema and still makes no sense: flows, each with its bad file."""

from tests.company.small import Bad, each_is_told

FLOWS = {
    "start": Bad("start: hello", "start: helo", "flows.main.start", "helo", "no node", '"hello"?'),
    "next": Bad("next: menu}", "next: meny}", "flows.main.nodes.hello.next", "meny", "no node", '"menu"?'),
    "otherwise": Bad(
        "otherwise: sales",
        "otherwise: nowhere",
        "flows.main.nodes.menu.otherwise",
        "nowhere",
        "no node",
        "hello, menu, sales",
    ),
    "choice": Bad(
        "{next: sales,",
        "{next: sails,",
        "flows.main.nodes.menu.choices.1.next",
        "sails",
        "no node",
        '"sales"?',
    ),
    "prompt of say": Bad(
        "prompt: hello,", "prompt: hallo,", "flows.main.nodes.hello.prompt", "hallo", "no prompt", '"hello"?'
    ),
    "prompt of menu": Bad(
        "        prompt: menu",
        "        prompt: menus",
        "flows.main.nodes.menu.prompt",
        "menus",
        "no prompt",
        '"menu"?',
    ),
    "prompt for a wrong key": Bad(
        "wrong_key: bell", "wrong_key: bel", "flows.main.nodes.menu.wrong_key", "bel", "no prompt", '"bell"?'
    ),
    "prompt for no key": Bad(
        "no_key: bell", "no_key: bel", "flows.main.nodes.menu.no_key", "bel", "no prompt", '"bell"?'
    ),
    "queue": Bad(
        "queue: sales,", "queue: sale,", "flows.main.nodes.sales.queue", "sale", "no queue", '"sales"?'
    ),
    "skill of a node": Bad(
        "needs: {english: 2}",
        "needs: {englisch: 2}",
        "flows.main.nodes.sales.needs.englisch",
        "englisch",
        "no skill",
        '"english"?',
    ),
    "skill of a choice": Bad(
        "needs: {selling: 3}",
        "needs: {dutch: 3}",
        "flows.main.nodes.menu.choices.1.needs.dutch",
        "dutch",
        "no skill",
        "selling, english",
    ),
    "unreachable": Bad(
        "bye: {do: hangup}",
        "bye: {do: hangup}\n      lost: {do: hangup}",
        "flows.closed.nodes.lost",
        "lost",
        "no way leads",
        "remove",
    ),
    "circle that never listens": Bad(
        "bye: {do: hangup}",
        "bye: {do: say, prompt: bell, next: bye}",
        "flows.closed.nodes.bye",
        "bye",
        "nothing listens to them: bye → bye",
        "lead on",
    ),
    "circle without end": Bad(
        "otherwise: sales",
        "otherwise: hello",
        "flows.main.nodes.hello",
        "hello",
        "presses nothing goes round for ever: hello → menu → hello",
        "otherwise",
    ),
    "needs nobody meets": Bad(
        "english: 2}}",
        "english: 10}}",
        "flows.main.nodes.sales",
        "sales",
        "needing english 10 and selling 1",
        "raise",
    ),
    "choice nobody serves": Bad(
        "needs: {selling: 3}",
        "needs: {selling: 6}",
        "flows.main.nodes.sales",
        "sales",
        "needing english 2 and selling 6",
        "ask for less",
    ),
    "queue nobody serves": Bad(
        "ring_s: 15}",
        "ring_s: 15}\n  empty: {name: Empty, needs: {selling: 9}}",
        "queues.empty",
        "empty",
        "no agent serves",
        "skills",
    ),
}

START = "    start: hello\n    nodes:\n"
WANTED = (
    "    start: whom\n    nodes:\n"
    "      whom: {do: ask, asks_for: extension, prompt: menu, unknown: bell, no_key: bell, "
    "next: sales, otherwise: hello}\n"
)
QUESTIONS = {
    "prompt for what is unknown": Bad(
        START,
        WANTED.replace("unknown: bell", "unknown: bel"),
        "flows.main.nodes.whom.unknown",
        "bel",
        "no prompt",
        '"bell"?',
    ),
    "next": Bad(
        START,
        WANTED.replace("next: sales", "next: sails"),
        "flows.main.nodes.whom.next",
        "sails",
        "no node",
        '"sales"?',
    ),
    "circle": Bad(
        START,
        WANTED.replace("next: sales, otherwise: hello", "next: hello, otherwise: whom"),
        "flows.main.nodes.whom",
        "whom",
        "presses nothing goes round for ever: whom → whom",
        "question",
    ),
    "too many digits": Bad(
        START,
        WANTED.replace("extension,", "extension, min_digits: 9,"),
        "flows.main.nodes.whom.min_digits",
        "9",
        "9 at least and 8 at most",
        "lower min_digits",
    ),
    "no agent has such a number": Bad(
        START,
        WANTED.replace("extension,", "extension, max_digits: 2,"),
        "flows.main.nodes.whom.asks_for",
        "extension",
        "no agent's number has 2 digits",
        "change min_digits",
    ),
    "no postal codes": Bad(
        START,
        WANTED.replace("extension,", "postal_code,"),
        "flows.main.nodes.whom.asks_for",
        "postal_code",
        "no region has postal codes",
        "add postal_codes",
    ),
    "answer unknown to the schema": Bad(
        START,
        WANTED.replace("extension,", "birthday,"),
        "flows.main.nodes.whom.asks_for",
        "birthday",
        "not known here",
        "postal_code",
    ),
}

test_a_question_without_an_answer_is_told = each_is_told(QUESTIONS)

test_it_is_told_and_nothing_else_is = each_is_told(FLOWS)
