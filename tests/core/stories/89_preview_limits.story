Later is to be had only where the customer may be called then.

0     AsteriskSeen
0     PolicyApplied looking_first
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=8 [repair sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601234567
        · ContactArrived c1-1 call-1 200 +436601234567 straight open policy_version=8
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
3     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
Too late for later: by then the time that was agreed would be up.
11    TimePassed
        · RingOpened c1-1 sales ring=1
3550  GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 3549 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436601234567
        = done
3550.1 LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
3550.2 LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
3551  LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · CustomerPreviewed c1-1 bob
        · WaitEnded c1-1 sales waited_s=3550 answered
        → Play o1-2-leg o1-2-k1 sound:welcome
3552  KeyPressed o1-2-leg 2
        → StopPlayback o1-2-k1
        → Play o1-2-leg o1-2-k2 sound:wrong_key
3553  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16
        · CallbackPassedOn c1-1 bob hung_up
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge listened
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09 listened
        · WaitPromised c1-1 sales too_few
        → StopPlayback o1-2-k2
3553.1 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
3554  CancelCallback c1-1 boss
        · CallbackGivenUp c1-1 cancelled boss
        · ContactEnded c1-1 cancelled
        · WaitEnded c1-1 sales waited_s=1 left
        = done
By then it would be no hour to call.
3558  TimePassed
3560  PolicyApplied looking_first_in_time
        · PolicyChanged version=10 []
3561  CallArrived call-2 200 +436607654321
        · ContactArrived c1-3 call-2 200 +436607654321 straight open policy_version=10
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=3561
        · WaitPromised c1-3 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
3562  KeyPressed call-2 1
        · MenuOpened c1-3 meanwhile
        · KeyTaken c1-3 ask 1
        · CallbackAgreed c1-3 +436607654321
        · PromptBegan c1-3 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-3-p1 sound:goodbye
3563  LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · CustomerParted c1-3 call-2
        · CallbackFellDue c1-3
3564  GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-4 c1-3 bob 202 o1-4-leg sales (waited 3 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436607654321
        = done
3564.1 LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-3 agent
        → Ring o1-4-leg give_up_s=24
3564.2 LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-3 agent
        · OfferRang o1-4 c1-3 bob
3565  LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-3 agent
        · OfferAnswered o1-4 c1-3 bob o1-4-leg
        · CustomerPreviewed c1-3 bob
        · WaitEnded c1-3 sales waited_s=4 answered
        → Play o1-4-leg o1-4-k1 sound:welcome
3566  KeyPressed o1-4-leg 2
        → StopPlayback o1-4-k1
        → Play o1-4-leg o1-4-k2 sound:wrong_key
3567  KeyPressed o1-4-leg 3
        · CallbackPassedOn c1-3 bob
        · TalkFailed c1-3 bob o1-4-leg o1-4-bridge listened
        · PlaceRestored c1-3 sales order_key=3561 answered_at=1.76761e+09 listened
        · WaitPromised c1-3 sales too_few
        → StopPlayback o1-4-k2
        → EndLeg o1-4-leg normal
3567.1 LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-3 agent cause=16 asked
3568  CancelCallback c1-3 boss
        · CallbackGivenUp c1-3 cancelled boss
        · ContactEnded c1-3 cancelled
        · WaitEnded c1-3 sales waited_s=1 left
        = done
