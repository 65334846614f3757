import pytest

from acd.asterisk.agi.errors import ChannelGone, CommandRefused, Malformed, PromptMissing, UnsafeValue
from acd.asterisk.agi.session import Session
from tests.asterisk.agi.peer import Script, request


def session(*lines: str) -> tuple[Session, Script]:
    script = Script(*lines)
    return Session(request=request("lookup"), wire=script), script


async def test_a_value_is_one_word_of_the_command() -> None:
    asked, script = session("200 result=1")
    await asked.set_variable("NAME", 'O"Neil \\ Sons')
    assert script.sent == [b'SET VARIABLE NAME "O\\"Neil \\\\ Sons"\n']


async def test_plain_words_are_set_together_and_nothing_else_is() -> None:
    asked, script = session("200 result=0")
    await asked.set_variables({"A": "1", "B": "", "C": "main-flow_2"})
    assert script.sent == [b'EXEC MSet "A=1,B=,C=main-flow_2"\n']
    for value in ("a,SHELL(x)=1", "${B}", "two words", 'a"b', "a=b"):
        with pytest.raises(UnsafeValue):
            await asked.set_variables({"A": value})


async def test_a_variable_that_is_not_set_is_not_an_empty_one() -> None:
    asked, _ = session("200 result=0", "200 result=1 ()", "200 result=1 (a (b))")
    assert await asked.get_variable("A") is None
    assert await asked.get_variable("A") == ""
    assert await asked.get_full_variable("${A}") == "a (b)"


async def test_replies_that_are_not_to_our_question_end_the_session() -> None:
    asked, _ = session("200 result=1 (0123456789abcdef)")
    with pytest.raises(Malformed):
        await asked.prove_in_step()


async def test_the_notice_that_the_caller_left_is_no_reply() -> None:
    asked, _ = session("HANGUP", "200 result=1 (x)")
    assert await asked.get_variable("A") == "x"


async def test_digits_with_and_without_a_time_out() -> None:
    asked, script = session("200 result=1234", "200 result= (timeout)", "200 result=9 (timeout)")
    assert await asked.get_data("ask", wait_s=1.5, max_digits=4) == "1234"
    assert await asked.get_data("ask", wait_s=1.5, max_digits=4) == ""
    assert await asked.get_data("ask", wait_s=1.5, max_digits=4) == "9"
    assert script.sent[0] == b'GET DATA "ask" 1500 4\n'


async def test_the_key_that_ended_a_sound() -> None:
    asked, script = session("200 result=0 endpos=10", "200 result=35 endpos=3", "200 result=52")
    assert await asked.stream_file("hello") == ""
    assert await asked.stream_file("hello", escape_digits="#") == "#"
    assert await asked.say_digits("12", escape_digits="4") == "4"
    assert script.sent[1] == b'STREAM FILE "hello" "#"\n'


async def test_a_missing_sound_and_a_hang_up_are_told_apart() -> None:
    asked, _ = session("200 result=-1 endpos=0", "200 result=6")
    with pytest.raises(PromptMissing):
        await asked.stream_file("nope")
    asked, _ = session("200 result=-1", "HANGUP", "511 Command Not Permitted on a dead channel")
    with pytest.raises(ChannelGone):
        await asked.get_data("ask", wait_s=1, max_digits=4)
    asked, _ = session("200 result=-1")
    with pytest.raises(ChannelGone):
        await asked.answer()


async def test_a_usage_text_is_read_to_its_end() -> None:
    asked, _ = session(
        "520-Invalid command syntax.  Proper usage follows:",
        "Usage: SET VARIABLE",
        "200 result=1 (not a reply)",
        "520 End of proper usage.",
        "200 result=1 (next)",
    )
    with pytest.raises(CommandRefused):
        await asked.get_variable("A")
    assert await asked.get_variable("A") == "next"


async def test_an_unknown_command_is_refused() -> None:
    asked, _ = session("510 Invalid or unknown command")
    with pytest.raises(CommandRefused):
        await asked.verbose("hello")


@pytest.mark.parametrize("line", ["agi_callerid: 4711", "200 result=", "200 nothing", "200-result=1", ""])
async def test_a_reply_that_is_none(line: str) -> None:
    asked, _ = session(line)
    with pytest.raises(Malformed) as raised:
        await asked.stream_file("hello")
    assert "4711" not in str(raised.value)


async def test_a_usage_text_without_an_end_is_given_up() -> None:
    asked, _ = session("520-Usage", *["more"] * 100)
    with pytest.raises(Malformed):
        await asked.hangup()
