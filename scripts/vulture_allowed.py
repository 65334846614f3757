"""Names that nobody here uses because somebody outside does: `vulture` may not call them dead."""

from typing import Any


def used_outside(it: Any) -> tuple[object, ...]:
    """Each name with who uses it."""
    a_protocol_names = (it.__call__, it.trace)
    asyncio_calls = (it.connection_lost, it.datagram_received, it.addr)
    panoramisk_reads = (it.awaiting_actions, it.dispatch, it.factory, it.forgetable_actions)
    phones_read = (it.FRAME_BYTES, it.target_uri)
    prometheus_calls = it.collect
    pytest_reads = it.pytestmark
    sqlalchemy_reads = it.statement_compiler
    templates_print = (it.control_host, it.control_networks, it.email, it.sip_host)
    templates_print_too = (it.qualify_s, it.rtp_timeout_s)
    told_as_json = (it.agents_ready, it.longest_wait_s, it.medium, it.since_s)
    told_of_simulations = (it.service_level_formula, it.units)
    uvicorn_calls = (it.capture_signals, it.should_exit)
    return (
        a_protocol_names,
        asyncio_calls,
        panoramisk_reads,
        phones_read,
        prometheus_calls,
        pytest_reads,
        sqlalchemy_reads,
        templates_print,
        templates_print_too,
        told_as_json,
        told_of_simulations,
        uvicorn_calls,
        used_outside,
    )
