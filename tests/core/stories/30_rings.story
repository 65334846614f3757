Who waits longer is served by more people. A ring opens when its time has come, or at once when nobody could serve.

0     AsteriskSeen
0     PolicyApplied rings
        · PolicyChanged version=2 [sales]
Eva, who is good enough, has not said that she is ready; Bob would do only after 20 s, Joe, of repairs, after 40 s.
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
0     LogIn joe 203
        · AgentLoggedIn joe 203
        = done
1     GoReady bob
        · AgentBecameReady bob
        = done
1     GoReady joe
        · AgentBecameReady joe
        = done
2     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥6] order_key=2
        · WaitPromised c1-1 sales promise=0-60
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     CallArrived call-2 200 +362
        · ContactArrived c1-2 call-2 200 +362 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥6] order_key=2
        · WaitPromised c1-2 sales promise=0-60
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
22    TimePassed
        · RingOpened c1-1 sales ring=1
        · RingOpened c1-2 sales ring=1
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 20 s, 0 ahead; candidates: bob 5 idle 21 s; others: 1 not ready: logged in, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 call-1 Sales +361
22.1  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
22.2  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
22.3  LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · TalkBegan c1-1 bob o1-3 o1-3-bridge
        · WaitEnded c1-1 sales waited_s=20.3 answered
        → StopMusic call-1
        → Join o1-3-bridge [call-1 o1-3-leg]
22.4  LegJoined call-1 o1-3-bridge
22.5  LegJoined o1-3-leg o1-3-bridge
        · TalkJoined c1-1 bob
42    TimePassed
        · RingOpened c1-2 sales ring=2
        · OfferOpened o1-4 c1-2 joe 203 o1-4-leg sales (waited 40 s, 0 ahead; candidates: joe 0 idle 41 s; others: 1 not ready: logged in, 1 on a call)
        → CreateLeg o1-4-leg 203 203 o1-4 call-2 Sales +362
42.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-2 agent
        → Ring o1-4-leg give_up_s=24
42.2  LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · OfferWithdrawn o1-4 c1-2 joe o1-4-leg caller_left
        · WaitEnded c1-2 sales waited_s=40.2 abandoned
        → EndLeg o1-4-leg normal
42.3  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-2 agent cause=16 asked
Eva goes home; nobody who is logged in is good enough, so the next caller does not wait for the rings.
43    LogOut eva
        · AgentLoggedOut eva “logged out”
        = done
44    CallArrived call-3 200 +363
        · ContactArrived c1-5 call-3 200 +363 straight open policy_version=2
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥6] order_key=44
        · WaitPromised c1-5 sales promise=0-60
        · RingOpened c1-5 sales ring=1 skipped
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
