"""An hour of calls, and every minute the question whether everything is as it should be: `make soak`."""
