Who is to be called at a moment to come rings in before it, is recognised, and waits on the line instead: called no more.

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
0     GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
1     ScheduleCallback +436601111111 sales 600 boss wanted=bob
        · CallbackScheduled c1-1 +436601111111 sales not_before=600 expires_at=4200 boss bob
        = done
2     CallArrived call-1 200 +436602222222
        · ContactArrived c1-2 call-1 200 +436602222222 straight open policy_version=5
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
Whoever stands in the line already comes first: the place counts from the key, for until then nobody has stood there.
10    CallArrived call-2 200 06601111111
        · ContactArrived c1-3 call-2 200 06601111111 again open policy_version=5 c1-1
        · PromptBegan c1-3 known menu
        → AnswerLeg call-2
        → Play call-2 c1-3-p1 sound:menu
11    KeyPressed call-2 1
        · KeyTaken c1-3 known 1
        · CallbackBroughtForward c1-3 c1-1
        · QueueChosen c1-3 sales [] wanted=bob brought_forward
        · CallbackGivenUp c1-1 taken c1-3
        · PlaceTaken c1-3 sales [sales≥1] order_key=11 (for bob, asked_for)
        · WaitPromised c1-3 sales nobody
        · ContactEnded c1-1 withdrawn
        → StopPlayback c1-3-p1
        → StartMusic call-2 sales_music
12    CallArrived call-3 200 +436603333333
        · ContactArrived c1-4 call-3 200 +436603333333 straight open policy_version=5
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=12
        · WaitPromised c1-4 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
12    TimePassed
        · RingOpened c1-2 sales ring=1
13    CallArrived call-4 200 +436601111111
        · ContactArrived c1-5 call-4 200 +436601111111 straight open policy_version=5
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=13
        · WaitPromised c1-5 sales nobody
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
14    LegVanished call-4 16
        · LegEnded call-4 c1-5 caller cause=16
        · ContactEnded c1-5 abandoned
        · WaitEnded c1-5 sales waited_s=1 abandoned
15    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-6 c1-2 bob 202 o1-6-leg sales (waited 13 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-6-leg 202 202 o1-6 call-1 Sales +436602222222
        = done
15.1  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-2 agent
        → Ring o1-6-leg give_up_s=24
15.2  LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-2 agent
        · OfferRang o1-6 c1-2 bob
16    LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-2 agent
        · OfferAnswered o1-6 c1-2 bob o1-6-leg
        · TalkBegan c1-2 bob o1-6 o1-6-bridge
        · WaitEnded c1-2 sales waited_s=14 answered
        → StopMusic call-1
        → Join o1-6-bridge [call-1 o1-6-leg]
16.1  LegJoined call-1 o1-6-bridge
16.2  LegJoined o1-6-leg o1-6-bridge
        · TalkJoined c1-2 bob
20    LegVanished call-1 16
        · LegEnded call-1 c1-2 caller cause=16
        · TalkEnded c1-2 bob o1-6-leg o1-6-bridge caller
        · ContactEnded c1-2 served
        · WrapUpBegan bob c1-2 until=30
        → EndBridge o1-6-bridge
        → EndLeg o1-6-leg normal
20.1  LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-2 agent cause=16 asked
21    EndWrapUp bob
        · WrapUpEnded bob
        · OfferOpened o1-7 c1-3 bob 202 o1-7-leg sales (waited 10 s, 0 ahead; candidates: bob 5 idle 0 s; others: 3 is not the one it is meant for)
        → CreateLeg o1-7-leg 202 202 o1-7 call-2 Sales 06601111111
        = done
21.1  LegSeen o1-7-leg
        · LegAppeared o1-7-leg c1-3 agent
        → Ring o1-7-leg give_up_s=24
21.2  LegRang o1-7-leg
        · LegStartedRinging o1-7-leg c1-3 agent
        · OfferRang o1-7 c1-3 bob
22    LegAnswered o1-7-leg
        · LegCameUp o1-7-leg c1-3 agent
        · OfferAnswered o1-7 c1-3 bob o1-7-leg
        · TalkBegan c1-3 bob o1-7 o1-7-bridge
        · WaitEnded c1-3 sales waited_s=11 answered
        → StopMusic call-2
        → Join o1-7-bridge [call-2 o1-7-leg]
22    TimePassed
        · RingOpened c1-4 sales ring=1
22.1  LegJoined call-2 o1-7-bridge
22.2  LegJoined o1-7-leg o1-7-bridge
        · TalkJoined c1-3 bob
25    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
26    LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · TalkEnded c1-3 bob o1-7-leg o1-7-bridge caller
        · ContactEnded c1-3 served
        · WrapUpBegan bob c1-3 until=36
        → EndBridge o1-7-bridge
        → EndLeg o1-7-leg normal
26.1  LegVanished o1-7-leg 16
        · LegEnded o1-7-leg c1-3 agent cause=16 asked
27    LegVanished call-3 16
        · LegEnded call-3 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=15 abandoned
29    EndWrapUp bob
        · WrapUpEnded bob
        = done
Whoever wants nobody to call says so.
30    ScheduleCallback +436604444444 sales 600 boss
        · CallbackScheduled c1-8 +436604444444 sales not_before=600 expires_at=4200 boss -
        = done
31    CallArrived call-5 200 +436604444444
        · ContactArrived c1-9 call-5 200 +436604444444 again open policy_version=5 c1-8
        · PromptBegan c1-9 known menu
        → AnswerLeg call-5
        → Play call-5 c1-9-p1 sound:menu
32    KeyPressed call-5 2
        · KeyTaken c1-9 known 2
        · CallbackGivenUp c1-8 declined c1-9
        · PromptBegan c1-9 done goodbye
        · ContactEnded c1-8 cancelled
        → StopPlayback c1-9-p1
        → Play call-5 c1-9-p2 sound:goodbye
33    LegVanished call-5 16
        · LegEnded call-5 c1-9 caller cause=16
        · ContactEnded c1-9 left_in_menu
Whoever rings for something else begins anew, and is called all the same; so is who hangs up without a choice.
40    ScheduleCallback +436605555555 sales 100 boss
        · CallbackScheduled c1-10 +436605555555 sales not_before=100 expires_at=3700 boss -
        = done
41    CallArrived call-6 200 +436605555555
        · ContactArrived c1-11 call-6 200 +436605555555 again open policy_version=5 c1-10
        · PromptBegan c1-11 known menu
        → AnswerLeg call-6
        → Play call-6 c1-11-p1 sound:menu
42    KeyPressed call-6 3
        · KeyTaken c1-11 known 3
        · StartedAnew c1-11 c1-10
        · QueueChosen c1-11 sales []
        · PlaceTaken c1-11 sales [sales≥1] order_key=42
        · WaitPromised c1-11 sales nobody
        → StopPlayback c1-11-p1
        → StartMusic call-6 sales_music
43    LegVanished call-6 16
        · LegEnded call-6 c1-11 caller cause=16
        · ContactEnded c1-11 abandoned
        · WaitEnded c1-11 sales waited_s=1 abandoned
44    CallArrived call-7 200 +436605555555
        · ContactArrived c1-12 call-7 200 +436605555555 again open policy_version=5 c1-10
        · PromptBegan c1-12 known menu
        → AnswerLeg call-7
        → Play call-7 c1-12-p1 sound:menu
45    LegVanished call-7 16
        · LegEnded call-7 c1-12 caller cause=16
        · ContactEnded c1-12 left_in_menu
The moment comes while the caller is asked: nobody is rung for it, and the place that can be taken is that of the moment.
99    CallArrived call-8 200 +436605555555
        · ContactArrived c1-13 call-8 200 +436605555555 again open policy_version=5 c1-10
        · PromptBegan c1-13 known menu
        → AnswerLeg call-8
        → Play call-8 c1-13-p1 sound:menu
99.5  CallArrived call-9 200 +436606666666
        · ContactArrived c1-14 call-9 200 +436606666666 straight open policy_version=5
        · QueueChosen c1-14 sales []
        · PlaceTaken c1-14 sales [sales≥1] order_key=99.5
        · WaitPromised c1-14 sales nobody
        → AnswerLeg call-9
        → StartMusic call-9 sales_music
100   TimePassed
        · QueueChosen c1-10 sales [] to_be_called
        · CallbackPutOff c1-10 until=130 in_use
        · PlaceTaken c1-10 sales [sales≥1] order_key=100
        · WaitPromised c1-10 sales nobody
100.5 GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-15 c1-14 bob 202 o1-15-leg sales (waited 1 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-15-leg 202 202 o1-15 call-9 Sales +436606666666
        = done
101   KeyPressed call-8 1
        · KeyTaken c1-13 known 1
        · PlaceResumed c1-13 c1-10 waits_since=100 []
        · CallbackGivenUp c1-10 taken c1-13
        · PlaceTaken c1-13 sales [sales≥1] order_key=100
        · WaitPromised c1-13 sales too_few
        · ContactEnded c1-10 withdrawn
        · WaitEnded c1-10 sales waited_s=1 left
        → StopPlayback c1-13-p1
        → StartMusic call-8 sales_music
101.1 LegSeen o1-15-leg
        · LegAppeared o1-15-leg c1-14 agent
        → Ring o1-15-leg give_up_s=24
102   LegVanished o1-15-leg 17
        · LegEnded o1-15-leg c1-14 agent cause=17
        · OfferFailed o1-15 c1-14 bob o1-15-leg busy
103   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
104   LegVanished call-8 16
        · LegEnded call-8 c1-13 caller cause=16
        · ContactEnded c1-13 abandoned
        · WaitEnded c1-13 sales waited_s=3 abandoned
105   LegVanished call-9 16
        · LegEnded call-9 c1-14 caller cause=16
        · ContactEnded c1-14 abandoned
        · WaitEnded c1-14 sales waited_s=5.5 abandoned
