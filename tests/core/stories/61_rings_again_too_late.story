Who rings again while an agent's phone rings for the callback: it is let go, and the place can be taken.

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
4     GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 3 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436601111111
        = done
4.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
4.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
5     CallArrived call-2 200 +436601111111
        · ContactArrived c1-3 call-2 200 +436601111111 again open policy_version=5 c1-1
        · CallbackPutOff c1-1 until=35 in_use
        · PromptBegan c1-3 known menu
        · OfferWithdrawn o1-2 c1-1 bob o1-2-leg put_off
        → AnswerLeg call-2
        → Play call-2 c1-3-p1 sound:menu
        → EndLeg o1-2-leg no_answer
5.1   LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
Somebody else who rings from that number meanwhile is asked nothing: there is one place.
6     CallArrived call-3 200 +436601111111
        · ContactArrived c1-4 call-3 200 +436601111111 straight open policy_version=5
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=6
        · WaitPromised c1-4 sales promise=0-0
        · OfferOpened o1-5 c1-4 bob 202 o1-5-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 2 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
        → CreateLeg o1-5-leg 202 202 o1-5 call-3 Sales +436601111111
6.1   LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-4 agent
        → Ring o1-5-leg give_up_s=24
6.2   LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-4 agent
        · OfferRang o1-5 c1-4 bob
7     GoNotReady bob break
        · AgentBecameNotReady bob break
        · OfferWithdrawn o1-5 c1-4 bob o1-5-leg agent_left
        → EndLeg o1-5-leg no_answer
        = done
7.1   LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-4 agent cause=16 asked
8     LegVanished call-3 16
        · LegEnded call-3 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=2 abandoned
Whoever hangs up without a choice is called back as before.
9     LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · ContactEnded c1-3 left_in_menu
35    TimePassed
        · RingOpened c1-1 sales ring=1
        · CallbackFellDue c1-1
40    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-6 c1-1 bob 202 o1-6-leg sales (waited 39 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-6-leg 202 202 o1-6 - Sales +436601111111
        = done
40.1  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-1 agent
        → Ring o1-6-leg give_up_s=24
40.2  LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-1 agent
        · OfferRang o1-6 c1-1 bob
41    LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-1 agent
        · OfferAnswered o1-6 c1-1 bob o1-6-leg
        · WaitEnded c1-1 sales waited_s=40 answered
        → Play o1-6-leg o1-6-b sound:welcome
When an agent has answered, or dials, it is too late: neither the place can be had nor the call be cancelled.
42    CallArrived call-4 200 +436601111111
        · ContactArrived c1-7 call-4 200 +436601111111 again open policy_version=5 c1-1
        · PromptBegan c1-7 known menu
        → AnswerLeg call-4
        → Play call-4 c1-7-p1 sound:menu
43    KeyPressed call-4 1
        · KeyTaken c1-7 known 1
        · PromptBegan c1-7 sorry closed
        → StopPlayback c1-7-p1
        → Play call-4 c1-7-p2 sound:closed
44    PlaybackEnded c1-7-p2
        · PromptBegan c1-7 known menu
        → Play call-4 c1-7-p3 sound:menu
45    KeyPressed call-4 2
        · KeyTaken c1-7 known 2
        · PromptBegan c1-7 sorry closed
        → StopPlayback c1-7-p3
        → Play call-4 c1-7-p4 sound:closed
46    PlaybackEnded o1-6-b
        · CustomerWanted c1-1 bob o1-6-leg
        · CustomerDialled c1-1 c1-1-d1 +436601111111 attempt=1
        → StartMusic o1-6-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601111111@out +431234 o1-6-leg
46.1  LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
47    PlaybackEnded c1-7-p4
        · PromptBegan c1-7 known menu
        → Play call-4 c1-7-p5 sound:menu
48    KeyPressed call-4 1
        · KeyTaken c1-7 known 1
        · PromptBegan c1-7 sorry closed
        → StopPlayback c1-7-p5
        → Play call-4 c1-7-p6 sound:closed
The customer's line is busy, of course. Then the place can be taken.
49    LegVanished c1-1-d1 17
        · LegEnded c1-1-d1 c1-1 caller cause=17
        · CustomerMissed c1-1 c1-1-d1 busy again_at=79
        · TalkFailed c1-1 bob o1-6-leg o1-6-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-6-bridge
        → EndLeg o1-6-leg normal
49.1  LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-1 agent cause=16 asked
50    PlaybackEnded c1-7-p6
        · PromptBegan c1-7 known menu
        → Play call-4 c1-7-p7 sound:menu
51    KeyPressed call-4 1
        · KeyTaken c1-7 known 1
        · PlaceResumed c1-7 c1-1 waits_since=1 []
        · CallbackGivenUp c1-1 taken c1-7
        · PlaceTaken c1-7 sales [sales≥1] order_key=1
        · WaitPromised c1-7 sales too_few
        · ContactEnded c1-1 withdrawn
        · WaitEnded c1-1 sales waited_s=2 left
        → StopPlayback c1-7-p7
        → StartMusic call-4 sales_music
53    LegVanished call-4 16
        · LegEnded call-4 c1-7 caller cause=16
        · ContactEnded c1-7 abandoned
        · WaitEnded c1-7 sales waited_s=2 abandoned
