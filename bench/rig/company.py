"""The company of the bench: one queue without a menu and without wrap-up, and as many agents as wanted."""

OURS = "7300"
"""The number behind which our service answers."""
TRUNK = "street"


def desk(place: int) -> str:
    """The desk phone of the agent at this place, counted from 0."""
    return f"desk{place + 1}"


def agent(place: int) -> str:
    """The number of the agent at this place, counted from 0."""
    return str(20_001 + place)


def company(agents: int) -> str:
    """The company file. The trunk is this machine itself: callers need not prove who they are."""
    people = "\n".join(
        f'  "{agent(place)}": {{name: Agent {place + 1}, skills: {{talking: 5}}}}' for place in range(agents)
    )
    phones = "\n".join(f'  {desk(place)}: {{extension: "{40_001 + place}"}}' for place in range(agents))
    return f"""\
company: Bench
timezone: Europe/Vienna
languages: [en]
numbers:
  "{OURS}": {{name: Straight to the queue, flow: direct}}
prompts: {{}}
flows:
  direct:
    start: queue
    nodes:
      queue: {{do: enqueue, queue: line}}
skills:
  talking: {{name: Talking}}
queues:
  line: {{name: Line, needs: {{talking: 1}}, ring_s: 15, wrap_up_s: 0}}
agents:
{people}
phones:
{phones}
trunks:
  {TRUNK}: {{name: The street, host: 127.0.0.1, port: 9}}
fallback: {{phones: [desk1]}}
not_ready_reasons: {{"1": Break}}
"""
