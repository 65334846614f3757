"""The company file: what a company wants, in one YAML file that people can read, check and compare.

`schema` says what may be in it, `load` reads it, `check` names every mistake at once, `compile` turns a
checked file into the `Policy` that the engine follows, `diff` says what would change. All of it is pure but
for reading the file and looking whether the sound files it names are there; nothing here knows a clock.
"""
