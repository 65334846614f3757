"""Names that `vulture` takes for unused and that are used from outside: by a protocol, a framework or a library."""
