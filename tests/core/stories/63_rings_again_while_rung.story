The company calls nobody back any more, so nothing puts off a callback of before while the customer rings. A phone
that rings for it is let go when the place is taken; who would cancel the callback then is too late.

0     AsteriskSeen
0     PolicyApplied ringing_again
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=5 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=5
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601111111
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
3     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
4     PolicyApplied ringing_again_uncalled
        · PolicyChanged version=7 []
5     GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 4 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436601111111
        = done
5.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
5.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
6     CallArrived call-2 200 +436601111111
        · ContactArrived c1-3 call-2 200 +436601111111 again open policy_version=7 c1-1
        · PromptBegan c1-3 known menu
        → AnswerLeg call-2
        → Play call-2 c1-3-p1 sound:menu
7     KeyPressed call-2 1
        · KeyTaken c1-3 known 1
        · PlaceResumed c1-3 c1-1 waits_since=1 []
        · CallbackGivenUp c1-1 taken c1-3
        · PlaceTaken c1-3 sales [sales≥1] order_key=1
        · WaitPromised c1-3 sales too_few
        · ContactEnded c1-1 withdrawn
        · OfferWithdrawn o1-2 c1-1 bob o1-2-leg rang_in
        · WaitEnded c1-1 sales waited_s=6 left
        → StopPlayback c1-3-p1
        → StartMusic call-2 sales_music
        → EndLeg o1-2-leg normal
7.1   CancelCallback c1-1 boss
        = refused: The callback c1-1 cannot be cancelled: the customer is not called any more.
7.2   LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
        · OfferOpened o1-4 c1-3 bob 202 o1-4-leg sales (waited 6.2 s, 0 ahead; candidates: bob 5 idle 2.2 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 call-2 Sales +436601111111
7.3   GoNotReady bob break
        · AgentBecameNotReady bob break
        · OfferWithdrawn o1-4 c1-3 bob o1-4-leg agent_left
        → EndLeg o1-4-leg no_answer
        = done
8     LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · WaitEnded c1-3 sales waited_s=1 abandoned
9     LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-3 agent cause=16 asked
