A queue gives up whom it cannot serve: to another queue, back to a flow, to a voicemail box.

0     AsteriskSeen
0     PolicyApplied overflowing
        · PolicyChanged version=2 [sales]
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
Nobody is there for sales but Bob, who has a break: one may wait.
1     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     CallArrived call-2 200 +362
        · ContactArrived c1-2 call-2 200 +362 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2 is_sent_on
        · WaitPromised c1-2 sales nobody
        · Overflowed c1-2 sales flow=closed length []
        · WaitEnded c1-2 sales waited_s=0 left
        · PromptBegan c1-2 closed closed
        → AnswerLeg call-2
        → Play call-2 c1-2-p1 sound:closed
3     PlaybackEnded c1-2-p1
        · FlowEnded c1-2 end
        · ContactEnded c1-2 flow_ended
        → EndLeg call-2 normal
3.5   LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16 asked
31    TimePassed
        · Overflowed c1-1 sales voicemail=100 waited []
        · CallPassedOn c1-1 call-1 100
        · ContactEnded c1-1 voicemail
        · WaitEnded c1-1 sales waited_s=30 left
        → StopMusic call-1
        → PassOn call-1 100
The call is in the dialplan now. Until it ends it is not ours, and we look away and again meanwhile.
32    AsteriskLost
33    AsteriskSeen call-1:up
        → PassOn call-1 100
34    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
A phone rings when the time is up: that comes first.
40    CallArrived call-3 200 +363
        · ContactArrived c1-3 call-3 200 +363 straight open policy_version=2
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=40
        · WaitPromised c1-3 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
41    LegAnswered call-3
        · LegCameUp call-3 c1-3 caller
65    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-4 c1-3 bob 202 o1-4-leg sales (waited 25 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 call-3 Sales +363
        = done
65.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-3 agent
        → Ring o1-4-leg give_up_s=24
65.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-3 agent
        · OfferRang o1-4 c1-3 bob
70    TimePassed
71    LegVanished o1-4-leg 21
        · LegEnded o1-4-leg c1-3 agent cause=21
        · OfferFailed o1-4 c1-3 bob o1-4-leg rejected
        · Overflowed c1-3 sales voicemail=100 waited []
        · CallPassedOn c1-3 call-3 100
        · ContactEnded c1-3 voicemail
        · WaitEnded c1-3 sales waited_s=31 left
        → StopMusic call-3
        → PassOn call-3 100
72    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
Nobody is there at all: repairs get the call, which comes from there no further.
76    TimePassed
80    LogOut bob
        · AgentLoggedOut bob “logged out”
        = done
81    CallArrived call-4 200 +364
        · ContactArrived c1-5 call-4 200 +364 straight open policy_version=2
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=81
        · WaitPromised c1-5 sales nobody
        · Overflowed c1-5 sales queue=repair nobody []
        · WaitEnded c1-5 sales waited_s=0 left
        · PlaceTaken c1-5 repair [repair≥1] order_key=81
        · WaitPromised c1-5 repair nobody
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
        → StartMusic call-4 repair_music
