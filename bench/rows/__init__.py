"""One module per row of the table, each with `measure(options) -> Row`."""
