"""What the operator is told while a disk is full."""

from acd.web.bodies import CompanyText
from acd.web.client import ControlClient, RequestRefused
from bench.faults.house import House


def is_told_of_the_full_disk(house: House) -> list[str]:
    """A company with a new prompt is refused, and the reason says that the disk is full."""
    centre = house.centre
    text = centre.company_file.read_text(encoding="utf-8")
    spoken = "prompts:\n  news: {text: We have news for you.}\n"
    company = CompanyText(
        text=text.replace("prompts:\n", spoken), path=str(centre.company_file), author="the operator"
    )
    with ControlClient(centre.stack.control_socket) as client:
        try:
            client.apply(company)
        except RequestRefused as refused:
            said = str(refused)
            return [] if "No space left" in said else [f"the operator was told something else: {said}"]
    return ["a prompt for which there is no room was put in force without a word"]
