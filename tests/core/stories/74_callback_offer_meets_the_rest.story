A callback is offered in a ring: and what else may happen at that moment.

0     AsteriskSeen
0     PolicyApplied proposing
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=2 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
What an incident has to say comes first, and then the offer.
1     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
2     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=2
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     TimePassed
11    EnterOverlay incident boss storm prompt=closed
        · OverlayBegan v1-2 incident=0 storm -
        · IncidentTold c1-1 v1-2 closed storm
        → Play call-1 c1-1-a1 sound:closed
        → StartMusic call-1 sales_music
        = done
12    TimePassed
        · RingOpened c1-1 sales ring=1
13    PlaybackEnded c1-1-a1
13.1  TimePassed
        · CallbackProposed c1-1 sales offered ring -
        · MenuOpened c1-1 offered
        · PromptBegan c1-1 confirm is_it
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:we_call,sound:0,sound:6,sound:6,sound:0,sound:1,sound:1,sound:1,sound:1,sound:1,sound:1,sound:1,sound:is_it
The service is killed while it is made: it is made from its beginning.
14    Restart
14    AsteriskSeen call-1:up:200:+436601111111
        · LegCameUp call-1 c1-1 caller
        · PromptBegan c1-1 confirm is_it
        → StopMusic call-1
        → StopPlayback c1-1-p1
        → Play call-1 c1-1-p2 sound:we_call,sound:0,sound:6,sound:6,sound:0,sound:1,sound:1,sound:1,sound:1,sound:1,sound:1,sound:1,sound:is_it
15    KeyPressed call-1 9
        · KeyTaken c1-1 confirm 9
        · WaitGoesOn c1-1
        → StopPlayback c1-1-p2
        → StartMusic call-1 sales_music
16    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · WaitEnded c1-1 sales waited_s=14 abandoned
A phone rings when the ring opens: nothing is offered then, and it is looked at again when the phone is silent.
20    CallArrived call-2 200 +436602222222
        · ContactArrived c2-1 call-2 200 +436602222222 straight open policy_version=2
        · QueueChosen c2-1 sales []
        · PlaceTaken c2-1 sales [sales≥1] order_key=20
        · WaitPromised c2-1 sales nobody
        · IncidentTold c2-1 v1-2 closed storm
        → AnswerLeg call-2
        → Play call-2 c2-1-a1 sound:closed
        → StartMusic call-2 sales_music
22    PlaybackEnded c2-1-a1
22    TimePassed
29    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o2-2 c2-1 bob 202 o2-2-leg sales (waited 9 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o2-2-leg 202 202 o2-2 call-2 Sales +436602222222
        = done
29.1  LegSeen o2-2-leg
        · LegAppeared o2-2-leg c2-1 agent
        → Ring o2-2-leg give_up_s=24
29.2  LegRang o2-2-leg
        · LegStartedRinging o2-2-leg c2-1 agent
        · OfferRang o2-2 c2-1 bob
30    TimePassed
        · RingOpened c2-1 sales ring=1
40    LegVanished o2-2-leg 17
        · LegEnded o2-2-leg c2-1 agent cause=17
        · OfferFailed o2-2 c2-1 bob o2-2-leg busy
50    TimePassed
        · RingOpened c2-1 sales ring=2
        · CallbackProposed c2-1 sales offered ring -
        · MenuOpened c2-1 offered
        · PromptBegan c2-1 confirm is_it
        · OfferOpened o2-3 c2-1 bob 202 o2-3-leg sales (waited 30 s, 0 ahead; candidates: bob 5 idle 10 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → StopMusic call-2
        → Play call-2 c2-1-p1 sound:we_call,sound:0,sound:6,sound:6,sound:0,sound:2,sound:2,sound:2,sound:2,sound:2,sound:2,sound:2,sound:is_it
        → CreateLeg o2-3-leg 202 202 o2-3 call-2 Sales +436602222222
The phone rings again, and is answered: the offer ends in the middle of a word.
50.1  LegSeen o2-3-leg
        · LegAppeared o2-3-leg c2-1 agent
        → Ring o2-3-leg give_up_s=24
50.2  LegRang o2-3-leg
        · LegStartedRinging o2-3-leg c2-1 agent
        · OfferRang o2-3 c2-1 bob
53    LegAnswered o2-3-leg
        · LegCameUp o2-3-leg c2-1 agent
        · OfferAnswered o2-3 c2-1 bob o2-3-leg
        · TalkBegan c2-1 bob o2-3 o2-3-bridge
        · WaitEnded c2-1 sales waited_s=33 answered
        → StopMusic call-2
        → Join o2-3-bridge [call-2 o2-3-leg]
        → StopPlayback c2-1-p1
53.1  LegJoined call-2 o2-3-bridge
53.2  LegJoined o2-3-leg o2-3-bridge
        · TalkJoined c2-1 bob
Somebody who shows no number hears nothing of it.
60    CallArrived call-3 200 -
        · ContactArrived c2-4 call-3 200 - straight open policy_version=2
        · QueueChosen c2-4 sales []
        · PlaceTaken c2-4 sales [sales≥1] order_key=60
        · WaitPromised c2-4 sales too_few
        · IncidentTold c2-4 v1-2 closed storm
        → AnswerLeg call-3
        → Play call-3 c2-4-a1 sound:closed
        → StartMusic call-3 sales_music
61    PlaybackEnded c2-4-a1
70    TimePassed
        · RingOpened c2-4 sales ring=1
        · CallbackProposed c2-4 sales offered ring -
        · MenuOpened c2-4 offered
        · NumberMissing c2-4 confirm - withheld
        · WaitGoesOn c2-4
        → StopMusic call-3
        → StartMusic call-3 sales_music
