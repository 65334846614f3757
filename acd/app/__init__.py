"""The composition root: the only room that knows everyone. It builds the service and runs it to its end."""
