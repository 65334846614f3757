Whoever waits to be called back rings, is recognised, and takes the place: in the order of the first call.

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
4     CallArrived call-2 200 +436602222222
        · ContactArrived c1-2 call-2 200 +436602222222 straight open policy_version=5
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=4
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
The number is the same, however it is written. While the caller listens the callback rests.
10    CallArrived call-3 200 06601111111
        · ContactArrived c1-3 call-3 200 06601111111 again open policy_version=5 c1-1
        · CallbackPutOff c1-1 until=40 in_use
        · PromptBegan c1-3 known menu
        → AnswerLeg call-3
        → Play call-3 c1-3-p1 sound:menu
11    KeyPressed call-3 1
        · KeyTaken c1-3 known 1
        · PlaceResumed c1-3 c1-1 waits_since=1 []
        · CallbackGivenUp c1-1 taken c1-3
        · PlaceTaken c1-3 sales [sales≥1] order_key=1
        · WaitPromised c1-3 sales nobody
        · ContactEnded c1-1 withdrawn
        · WaitEnded c1-1 sales waited_s=10 left
        → StopPlayback c1-3-p1
        → StartMusic call-3 sales_music
11    TimePassed
        · RingOpened c1-3 sales ring=1
12    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-4 c1-3 bob 202 o1-4-leg sales (waited 11 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 call-3 Sales 06601111111
        = done
12.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-3 agent
        → Ring o1-4-leg give_up_s=24
12.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-3 agent
        · OfferRang o1-4 c1-3 bob
13    LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-3 agent
        · OfferAnswered o1-4 c1-3 bob o1-4-leg
        · TalkBegan c1-3 bob o1-4 o1-4-bridge
        · WaitEnded c1-3 sales waited_s=2 answered
        → StopMusic call-3
        → Join o1-4-bridge [call-3 o1-4-leg]
13.1  LegJoined call-3 o1-4-bridge
13.2  LegJoined o1-4-leg o1-4-bridge
        · TalkJoined c1-3 bob
14    TimePassed
        · RingOpened c1-2 sales ring=1
20    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · TalkEnded c1-3 bob o1-4-leg o1-4-bridge caller
        · ContactEnded c1-3 served
        · WrapUpBegan bob c1-3 until=30
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
20.1  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-3 agent cause=16 asked
22    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
30    EndWrapUp bob
        · WrapUpEnded bob
        = done
31    LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · WaitEnded c1-2 sales waited_s=27 abandoned
Whoever wants nobody to call says so. The company has opened the flow with the same menu; good-bye.
40    CallArrived call-4 200 +436603333333
        · ContactArrived c1-5 call-4 200 +436603333333 straight open policy_version=5
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=40
        · WaitPromised c1-5 sales nobody
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
41    KeyPressed call-4 1
        · MenuOpened c1-5 meanwhile
        · KeyTaken c1-5 ask 1
        · CallbackAgreed c1-5 +436603333333
        · PromptBegan c1-5 thanks goodbye
        → StopMusic call-4
        → Play call-4 c1-5-p1 sound:goodbye
42    LegVanished call-4 16
        · LegEnded call-4 c1-5 caller cause=16
        · CustomerParted c1-5 call-4
        · CallbackFellDue c1-5
43    CallArrived call-5 200 +436603333333
        · ContactArrived c1-6 call-5 200 +436603333333 again open policy_version=5 c1-5
        · CallbackPutOff c1-5 until=73 in_use
        · PromptBegan c1-6 known menu
        → AnswerLeg call-5
        → Play call-5 c1-6-p1 sound:menu
44    KeyPressed call-5 2
        · KeyTaken c1-6 known 2
        · CallbackGivenUp c1-5 declined c1-6
        · PromptBegan c1-6 done goodbye
        · ContactEnded c1-5 cancelled
        · WaitEnded c1-5 sales waited_s=4 left
        → StopPlayback c1-6-p1
        → Play call-5 c1-6-p2 sound:goodbye
45    PlaybackEnded c1-6-p2
        · FlowEnded c1-6 bye
        · ContactEnded c1-6 flow_ended
        → EndLeg call-5 normal
46    LegVanished call-5 16
        · LegEnded call-5 c1-6 caller cause=16 asked
Whoever begins anew has a place of its own, at the end; and is called back all the same.
50    CallArrived call-6 200 +436604444444
        · ContactArrived c1-7 call-6 200 +436604444444 straight open policy_version=5
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=50
        · WaitPromised c1-7 sales nobody
        → AnswerLeg call-6
        → StartMusic call-6 sales_music
51    KeyPressed call-6 1
        · MenuOpened c1-7 meanwhile
        · KeyTaken c1-7 ask 1
        · CallbackAgreed c1-7 +436604444444
        · PromptBegan c1-7 thanks goodbye
        → StopMusic call-6
        → Play call-6 c1-7-p1 sound:goodbye
52    LegVanished call-6 16
        · LegEnded call-6 c1-7 caller cause=16
        · CustomerParted c1-7 call-6
        · CallbackFellDue c1-7
60    CallArrived call-7 200 +436604444444
        · ContactArrived c1-8 call-7 200 +436604444444 again open policy_version=5 c1-7
        · CallbackPutOff c1-7 until=90 in_use
        · PromptBegan c1-8 known menu
        → AnswerLeg call-7
        → Play call-7 c1-8-p1 sound:menu
60    TimePassed
        · RingOpened c1-7 sales ring=1
61    KeyPressed call-7 3
        · KeyTaken c1-8 known 3
        · StartedAnew c1-8 c1-7
        · QueueChosen c1-8 sales []
        · PlaceTaken c1-8 sales [sales≥1] order_key=61
        · WaitPromised c1-8 sales nobody
        → StopPlayback c1-8-p1
        → StartMusic call-7 sales_music
Ringing once more meanwhile, the place can still be taken; once.
65    CallArrived call-8 200 +436604444444
        · ContactArrived c1-9 call-8 200 +436604444444 again open policy_version=5 c1-7
        · PromptBegan c1-9 known menu
        → AnswerLeg call-8
        → Play call-8 c1-9-p1 sound:menu
66    KeyPressed call-8 1
        · KeyTaken c1-9 known 1
        · PlaceResumed c1-9 c1-7 waits_since=50 []
        · CallbackGivenUp c1-7 taken c1-9
        · PlaceTaken c1-9 sales [sales≥1] order_key=50
        · WaitPromised c1-9 sales nobody
        · ContactEnded c1-7 withdrawn
        · WaitEnded c1-7 sales waited_s=16 left
        → StopPlayback c1-9-p1
        → StartMusic call-8 sales_music
67    CallArrived call-9 200 +436604444444
        · ContactArrived c1-10 call-9 200 +436604444444 straight open policy_version=5
        · QueueChosen c1-10 sales []
        · PlaceTaken c1-10 sales [sales≥1] order_key=67
        · WaitPromised c1-10 sales nobody
        → AnswerLeg call-9
        → StartMusic call-9 sales_music
From the line the customer may ask for a callback again.
70    KeyPressed call-8 1
        · MenuOpened c1-9 meanwhile
        · KeyTaken c1-9 ask 1
        · CallbackAgreed c1-9 +436604444444
        · PromptBegan c1-9 thanks goodbye
        → StopMusic call-8
        → Play call-8 c1-9-p2 sound:goodbye
71    LegVanished call-8 16
        · LegEnded call-8 c1-9 caller cause=16
        · CustomerParted c1-9 call-8
        · CallbackPutOff c1-9 until=101 in_use
71    TimePassed
        · RingOpened c1-8 sales ring=1
72    LegVanished call-7 16
        · LegEnded call-7 c1-8 caller cause=16
        · ContactEnded c1-8 abandoned
        · WaitEnded c1-8 sales waited_s=11 abandoned
73    LegVanished call-9 16
        · LegEnded call-9 c1-10 caller cause=16
        · ContactEnded c1-10 abandoned
        · WaitEnded c1-10 sales waited_s=6 abandoned
