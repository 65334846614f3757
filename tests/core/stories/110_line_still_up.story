A telephone falls into a hole, and its caller rings again while the network still holds the first line up. Nobody can
tell whether anybody is on that line, so it is not ended; when it ends, its place is the caller's.

0     AsteriskSeen
0     PolicyApplied dropping
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=8 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=8
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     CallArrived call-2 200 +436602222222
        · ContactArrived c1-2 call-2 200 +436602222222 straight open policy_version=8
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
10    CallArrived call-3 200 06601111111
        · ContactArrived c1-3 call-3 200 06601111111 back open policy_version=8 c1-1
        · PromptBegan c1-3 known menu
        → AnswerLeg call-3
        → Play call-3 c1-3-p1 sound:menu
11    TimePassed
        · RingOpened c1-1 sales ring=1
12    KeyPressed call-3 1
        · KeyTaken c1-3 known 1
        · PlaceAwaited c1-3 c1-1
        · QueueChosen c1-3 sales [] brought_forward
        · PlaceTaken c1-3 sales [sales≥1] order_key=12
        · WaitPromised c1-3 sales nobody
        → StopPlayback c1-3-p1
        → StartMusic call-3 sales_music
Somebody else who rings from there is asked about the place at the end, and never about that of the first line.
12    TimePassed
        · RingOpened c1-2 sales ring=1
13    CallArrived call-4 200 +436601111111
        · ContactArrived c1-4 call-4 200 +436601111111 back open policy_version=8 c1-3
        · PromptBegan c1-4 known menu
        → AnswerLeg call-4
        → Play call-4 c1-4-p1 sound:menu
14    LegVanished call-4 16
        · LegEnded call-4 c1-4 caller cause=16
        · ContactEnded c1-4 left_in_menu
20    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · WaitEnded c1-1 sales waited_s=19 abandoned
        · PlaceInherited c1-3 c1-1 waits_since=1
        · PlacePassedOn c1-1 c1-3
        · WaitEnded c1-3 sales waited_s=8 left
        · WaitPromised c1-3 sales nobody
It is had once: whoever rings now is asked about the place as it stands.
21    CallArrived call-5 200 +436601111111
        · ContactArrived c1-5 call-5 200 +436601111111 back open policy_version=8 c1-3
        · PromptBegan c1-5 known menu
        → AnswerLeg call-5
        → Play call-5 c1-5-p1 sound:menu
22    LegVanished call-5 16
        · LegEnded call-5 c1-5 caller cause=16
        · ContactEnded c1-5 left_in_menu
25    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-6 c1-3 bob 202 o1-6-leg sales (waited 24 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-6-leg 202 202 o1-6 call-3 Sales 06601111111
        = done
25.1  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-3 agent
        → Ring o1-6-leg give_up_s=24
25.2  LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-3 agent
        · OfferRang o1-6 c1-3 bob
26    LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-3 agent
        · OfferAnswered o1-6 c1-3 bob o1-6-leg
        · TalkBegan c1-3 bob o1-6 o1-6-bridge
        · WaitEnded c1-3 sales waited_s=6 answered
        → StopMusic call-3
        → Join o1-6-bridge [call-3 o1-6-leg]
26.1  LegJoined call-3 o1-6-bridge
26.2  LegJoined o1-6-leg o1-6-bridge
        · TalkJoined c1-3 bob
27    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · TalkEnded c1-3 bob o1-6-leg o1-6-bridge caller
        · ContactEnded c1-3 served
        · WrapUpBegan bob c1-3 until=37
        → EndBridge o1-6-bridge
        → EndLeg o1-6-leg normal
27.1  LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-3 agent cause=16 asked
28    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
29    LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · WaitEnded c1-2 sales waited_s=27 abandoned
The first line ends while the caller is asked: the place is had at once. Who begins anew leaves the other line alone.
37    TimePassed
        · WrapUpEnded bob by_limit
100   CallArrived call-11 200 +436603333333
        · ContactArrived c1-7 call-11 200 +436603333333 straight open policy_version=8
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=100
        · WaitPromised c1-7 sales nobody
        → AnswerLeg call-11
        → StartMusic call-11 sales_music
101   CallArrived call-12 200 +436603333333
        · ContactArrived c1-8 call-12 200 +436603333333 back open policy_version=8 c1-7
        · PromptBegan c1-8 known menu
        → AnswerLeg call-12
        → Play call-12 c1-8-p1 sound:menu
102   LegVanished call-11 16
        · LegEnded call-11 c1-7 caller cause=16
        · ContactEnded c1-7 abandoned
        · WaitEnded c1-7 sales waited_s=2 abandoned
103   KeyPressed call-12 1
        · KeyTaken c1-8 known 1
        · PlaceResumed c1-8 c1-7 waits_since=100 []
        · PlacePassedOn c1-7 c1-8
        · PlaceTaken c1-8 sales [sales≥1] order_key=100
        · WaitPromised c1-8 sales nobody
        → StopPlayback c1-8-p1
        → StartMusic call-12 sales_music
104   CallArrived call-13 200 +436603333333
        · ContactArrived c1-9 call-13 200 +436603333333 back open policy_version=8 c1-8
        · PromptBegan c1-9 known menu
        → AnswerLeg call-13
        → Play call-13 c1-9-p1 sound:menu
105   KeyPressed call-13 3
        · KeyTaken c1-9 known 3
        · StartedAnew c1-9 c1-8
        · QueueChosen c1-9 sales []
        · PlaceTaken c1-9 sales [sales≥1] order_key=105
        · WaitPromised c1-9 sales nobody
        → StopPlayback c1-9-p1
        → StartMusic call-13 sales_music
106   LegVanished call-12 16
        · LegEnded call-12 c1-8 caller cause=16
        · ContactEnded c1-8 abandoned
        · WaitEnded c1-8 sales waited_s=3 abandoned
107   LegVanished call-13 16
        · LegEnded call-13 c1-9 caller cause=16
        · ContactEnded c1-9 abandoned
        · WaitEnded c1-9 sales waited_s=2 abandoned
An agent answers the first line, on which there is somebody: the second caller stands where he or she came.
110   CallArrived call-21 200 +436604444444
        · ContactArrived c1-10 call-21 200 +436604444444 straight open policy_version=8
        · QueueChosen c1-10 sales []
        · PlaceTaken c1-10 sales [sales≥1] order_key=110
        · WaitPromised c1-10 sales nobody
        → AnswerLeg call-21
        → StartMusic call-21 sales_music
111   CallArrived call-22 200 +436604444444
        · ContactArrived c1-11 call-22 200 +436604444444 back open policy_version=8 c1-10
        · PromptBegan c1-11 known menu
        → AnswerLeg call-22
        → Play call-22 c1-11-p1 sound:menu
112   KeyPressed call-22 1
        · KeyTaken c1-11 known 1
        · PlaceAwaited c1-11 c1-10
        · QueueChosen c1-11 sales [] brought_forward
        · PlaceTaken c1-11 sales [sales≥1] order_key=112
        · WaitPromised c1-11 sales nobody
        → StopPlayback c1-11-p1
        → StartMusic call-22 sales_music
113   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-12 c1-10 bob 202 o1-12-leg sales (waited 3 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-12-leg 202 202 o1-12 call-21 Sales +436604444444
        = done
113.1 LegSeen o1-12-leg
        · LegAppeared o1-12-leg c1-10 agent
        → Ring o1-12-leg give_up_s=24
113.2 LegRang o1-12-leg
        · LegStartedRinging o1-12-leg c1-10 agent
        · OfferRang o1-12 c1-10 bob
114   LegAnswered o1-12-leg
        · LegCameUp o1-12-leg c1-10 agent
        · OfferAnswered o1-12 c1-10 bob o1-12-leg
        · TalkBegan c1-10 bob o1-12 o1-12-bridge
        · WaitEnded c1-10 sales waited_s=4 answered
        → StopMusic call-21
        → Join o1-12-bridge [call-21 o1-12-leg]
114.1 LegJoined call-21 o1-12-bridge
114.2 LegJoined o1-12-leg o1-12-bridge
        · TalkJoined c1-10 bob
115   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
116   LegVanished call-21 16
        · LegEnded call-21 c1-10 caller cause=16
        · TalkEnded c1-10 bob o1-12-leg o1-12-bridge caller
        · ContactEnded c1-10 served
        · WrapUpBegan bob c1-10 until=126
        → EndBridge o1-12-bridge
        → EndLeg o1-12-leg normal
116.1 LegVanished o1-12-leg 16
        · LegEnded o1-12-leg c1-10 agent cause=16 asked
122   TimePassed
        · RingOpened c1-11 sales ring=1
126   TimePassed
        · WrapUpEnded bob by_limit
127   LegVanished call-22 16
        · LegEnded call-22 c1-11 caller cause=16
        · ContactEnded c1-11 abandoned
        · WaitEnded c1-11 sales waited_s=15 abandoned
The first line is served while the caller is asked: it is too late.
130   CallArrived call-31 200 +436605555555
        · ContactArrived c1-13 call-31 200 +436605555555 straight open policy_version=8
        · QueueChosen c1-13 sales []
        · PlaceTaken c1-13 sales [sales≥1] order_key=130
        · WaitPromised c1-13 sales nobody
        → AnswerLeg call-31
        → StartMusic call-31 sales_music
131   CallArrived call-32 200 +436605555555
        · ContactArrived c1-14 call-32 200 +436605555555 back open policy_version=8 c1-13
        · PromptBegan c1-14 known menu
        → AnswerLeg call-32
        → Play call-32 c1-14-p1 sound:menu
132   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-15 c1-13 bob 202 o1-15-leg sales (waited 2 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-15-leg 202 202 o1-15 call-31 Sales +436605555555
        = done
132.1 LegSeen o1-15-leg
        · LegAppeared o1-15-leg c1-13 agent
        → Ring o1-15-leg give_up_s=24
132.2 LegRang o1-15-leg
        · LegStartedRinging o1-15-leg c1-13 agent
        · OfferRang o1-15 c1-13 bob
133   LegAnswered o1-15-leg
        · LegCameUp o1-15-leg c1-13 agent
        · OfferAnswered o1-15 c1-13 bob o1-15-leg
        · TalkBegan c1-13 bob o1-15 o1-15-bridge
        · WaitEnded c1-13 sales waited_s=3 answered
        → StopMusic call-31
        → Join o1-15-bridge [call-31 o1-15-leg]
134   KeyPressed call-32 1
        · KeyTaken c1-14 known 1
        · StartedAnew c1-14 c1-13
        · QueueChosen c1-14 sales []
        · PlaceTaken c1-14 sales [sales≥1] order_key=134
        · WaitPromised c1-14 sales too_few
        → StopPlayback c1-14-p1
        → StartMusic call-32 sales_music
135   LegVanished call-31 16
        · LegEnded call-31 c1-13 caller cause=16
        · TalkEnded c1-13 bob o1-15-leg o1-15-bridge caller
        · ContactEnded c1-13 served
        · WrapUpBegan bob c1-13 until=145
        → EndBridge o1-15-bridge
        → EndLeg o1-15-leg normal
135.1 LegVanished o1-15-leg 16
        · LegEnded o1-15-leg c1-13 agent cause=16 asked
136   LegVanished call-32 16
        · LegEnded call-32 c1-14 caller cause=16
        · ContactEnded c1-14 abandoned
        · WaitEnded c1-14 sales waited_s=2 abandoned
