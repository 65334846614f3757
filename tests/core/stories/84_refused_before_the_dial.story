The number comes onto the do-not-call list while an agent hears what it is about, and the agent hangs up before the dial.

0     AsteriskSeen
0     PolicyApplied calling_back
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=2 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601234567
        · ContactArrived c1-1 call-1 200 +436601234567 straight open policy_version=2
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
4     GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 3 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436601234567
        = done
4.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
4.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
5     LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · WaitEnded c1-1 sales waited_s=4 answered
        → Play o1-2-leg o1-2-b sound:welcome
6     EnterOverlay refusal boss wish number=+436601234567
        · OverlayBegan v1-3 refusal=+436601234567 wish -
        = done
7     LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        · CallbackGivenUp c1-1 refused -
        · ContactEnded c1-1 cancelled
        · WaitEnded c1-1 sales waited_s=0 left
        → EndBridge o1-2-bridge
8     PlaybackEnded o1-2-b
