"""The shell round the engine: the loop, the clock, and the ports through which it reaches the world."""
