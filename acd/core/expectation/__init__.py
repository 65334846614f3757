"""The expected wait: what is said of it, and what is learnt from how it came out.

===========  ====================================================================
cold_start   the formula, which needs no more than rates
rates        how long calls take, how soon callers give up
regression   how the formula errs here, learnt wait by wait
rounding     what people are told
forecast     a promise, from who stands where and what has been learnt
learner      listens to what happens, and keeps what comes of it
===========  ====================================================================

Not a machine: like the matcher it looks at the floor and listens. What it has learnt is a record of each
queue (`acd.model.experience`), put down now and then.
"""
