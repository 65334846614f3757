"""The command line: `acd`, or `python -m acd`."""

from acd.cli.root import main

if __name__ == "__main__":
    main(prog_name="acd")
