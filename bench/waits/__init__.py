"""What P9 is made of: simulated calls, and everybody's estimate of each of their waits.

=========  ====================================================================
scenarios  the call centres
rivals     the delay of the last to enter service, and app_queue's average
contest    one run: who was how wrong
=========  ====================================================================
"""
