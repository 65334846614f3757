"""What fits the schema and makes no sense for what is said to those who wait, and in what languages."""

from tests.company.small import Bad, changed, each_is_told, mistakes_in

TOLD_ALL_ALONG = """
    announcements:
      - {say: place, after_s: 10, every_s: 30}
      - {say: wait, every_s: 60, if_soon: soon, if_unsure: unsure}
      - {say: patience}
"""
TEXT = changed(
    (
        "  bell: {file: sounds/bell.wav}\n",
        "  bell: {file: sounds/bell.wav}\n"
        "  place: {text: 'You are number {position}.', translations: {de: {text: 'Platz {position}.'}}}\n"
        "  wait: {text: 'It takes {low} to {high} minutes.'}\n"
        "  soon: {text: 'It takes less than {high} minutes.'}\n"
        "  unsure: {text: Nobody knows.}\n"
        "  patience: {text: One moment., translations: {de: {file: sounds/bell.wav}}}\n",
    ),
    (
        "  sales: {name: Sales, needs: {selling: 1}, ring_s: 15}",
        f"  sales:\n    name: Sales\n    needs: {{selling: 1}}{TOLD_ALL_ALONG}",
    ),
)

TOLD = {
    "said": Bad(
        "say: patience",
        "say: patient",
        "queues.sales.announcements[2].say",
        "patient",
        "no prompt",
        '"patience"',
    ),
    "soon": Bad(
        "if_soon: soon",
        "if_soon: son",
        "queues.sales.announcements[1].if_soon",
        "son",
        "no prompt",
        '"soon"?',
    ),
    "unsure": Bad(
        "if_unsure: unsure",
        "if_unsure: x",
        "queues.sales.announcements[1].if_unsure",
        "x",
        "no pro",
        "define",
    ),
    "twice": Bad(
        "say: patience",
        "say: place",
        "queues.sales.announcements[2].say",
        "place",
        "said here already",
        "another",
    ),
    "alternative of what says nothing of the wait": Bad(
        "{say: patience}",
        "{say: patience, if_unsure: unsure}",
        "queues.sales.announcements[2].if_unsure",
        "unsure",
        "says nothing of the wait",
        "remove",
    ),
    "unknown blank": Bad(
        "number {position}",
        "number {pos}",
        "prompts.place.text",
        "'You",
        "nothing to put into {pos}",
        "{position}",
    ),
    "unknown blank in a translation": Bad(
        "Platz {position}",
        "Platz {platz}",
        "prompts.place.translations.de.text",
        "'Platz",
        "{platz}",
        "{position}",
    ),
    "nothing but a number": Bad(
        "You are number {position}.",
        "{position}.",
        "prompts.place.text",
        "'{position}.'",
        "nothing to speak but a number",
        "say what it is",
    ),
    "nothing but a number in a translation": Bad(
        "Platz {position}",
        "{position}",
        "prompts.place.translations.de.text",
        "'{position}",
        "nothing to speak but a number",
        "say what it is",
    ),
    "blank where nobody waits": Bad(
        "{text: Hello.}",
        "{text: 'Hello {low}.'}",
        "prompts.hello.text",
        "'Hello",
        "while somebody",
        "without",
    ),
    "blank where nobody need wait": Bad(
        "prompt: hello,",
        "prompt: wait,",
        "prompts.wait.text",
        "'It",
        "while somebody",
        "nowhere else",
    ),
    "own language": Bad(
        "{de: {text: 'Platz",
        "{en: {text: 'Platz",
        "prompts.place.translations.en",
        "en",
        "own language",
        "remove",
    ),
    "language that nobody speaks": Bad(
        "{de: {text: 'Platz",
        "{hu: {text: 'Platz",
        "prompts.place.translations.hu",
        "{text",
        "hu",
        "languages",
    ),
    "neither text nor file": Bad(
        "{de: {file: sounds/bell.wav}}",
        "{de: {}}",
        "prompts.patience.translations.de",
        "de",
        "neither",
        "text",
    ),
    "no file": Bad(
        "{de: {file: sounds/bell.wav}}",
        "{de: {file: sounds/x.wav}}",
        "prompts.patience.translations.de.file",
        "sounds/x",
        "no file",
        "counted from",
    ),
}


def test_the_company_itself_has_no_mistake() -> None:
    assert mistakes_in(TEXT) == []


test_a_mistake_is_told = each_is_told(TOLD, TEXT)


def test_a_company_of_which_no_language_can_be_read_is_told_only_that() -> None:
    told = mistakes_in(TEXT.replace("languages: [en, de]", "languages: [EN]"))
    assert [mistake.path for mistake in told] == ["languages[0]"]
