"""Simulation for planning: the engine that routes live calls, on a simulated clock, Asterisk and people.

There are no faults here and no network (`acd.sim` has those): what is asked is how a company fares on a day
like the one a scenario describes, and whether another company file would fare better. The Asterisk of this
room takes no time, so that textbook models come out exactly.

=============  ==========================================================
schema         what a scenario file may say
reading        a file → a scenario, or all its mistakes
carried        the company that a scenario carries itself
history        the facts of a day → a scenario
lived_through  its absences and incidents
what_if        the same, but for the hours of some agents
keys           whether what callers press has a meaning
chance         durations, and one stream of chance for each purpose
arrivals       when callers come, and what each of them is like
calendar       shifts and breaks
staff          what agents do
meanwhile      absences and incidents
agenda         the clock, and what is to happen when
public         what callers do
exchange       an Asterisk that takes no time
world          all of them around one engine
tally          facts → what one run measured
figures        a tally → figures by name
estimate       many runs → means with confidence intervals
runs           many runs, on all cores
report         what is written, for scripts
words          the same for people
plot           the same as a picture
compare        two companies under the same callers
=============  ==========================================================
"""
