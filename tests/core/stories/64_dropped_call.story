A line ends while its caller waits. Whoever rings again from that number within a minute is asked, and goes on in
the same place: before those who have come since.

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
2     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · WaitEnded c1-1 sales waited_s=1 abandoned
3     CallArrived call-2 200 +436602222222
        · ContactArrived c1-2 call-2 200 +436602222222 straight open policy_version=8
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=3
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
10    CallArrived call-3 200 06601111111
        · ContactArrived c1-3 call-3 200 06601111111 back open policy_version=8 c1-1
        · PromptBegan c1-3 known menu
        → AnswerLeg call-3
        → Play call-3 c1-3-p1 sound:menu
Somebody else who rings from there meanwhile is asked nothing.
11    CallArrived call-4 200 +436601111111
        · ContactArrived c1-4 call-4 200 +436601111111 straight open policy_version=8
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=11
        · WaitPromised c1-4 sales nobody
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
12    KeyPressed call-3 1
        · KeyTaken c1-3 known 1
        · PlaceResumed c1-3 c1-1 waits_since=1 []
        · PlacePassedOn c1-1 c1-3
        · PlaceTaken c1-3 sales [sales≥1] order_key=1
        · WaitPromised c1-3 sales nobody
        → StopPlayback c1-3-p1
        → StartMusic call-3 sales_music
13    LegVanished call-4 16
        · LegEnded call-4 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=2 abandoned
13    TimePassed
        · RingOpened c1-2 sales ring=1
14    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-5 c1-3 bob 202 o1-5-leg sales (waited 13 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 call-3 Sales 06601111111
        = done
14.1  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-3 agent
        → Ring o1-5-leg give_up_s=24
14.2  LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-3 agent
        · OfferRang o1-5 c1-3 bob
15    LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-3 agent
        · OfferAnswered o1-5 c1-3 bob o1-5-leg
        · TalkBegan c1-3 bob o1-5 o1-5-bridge
        · WaitEnded c1-3 sales waited_s=3 answered
        → StopMusic call-3
        → Join o1-5-bridge [call-3 o1-5-leg]
15.1  LegJoined call-3 o1-5-bridge
15.2  LegJoined o1-5-leg o1-5-bridge
        · TalkJoined c1-3 bob
16    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · TalkEnded c1-3 bob o1-5-leg o1-5-bridge caller
        · ContactEnded c1-3 served
        · WrapUpBegan bob c1-3 until=26
        → EndBridge o1-5-bridge
        → EndLeg o1-5-leg normal
16.1  LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-3 agent cause=16 asked
16.2  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
Who begins anew is not asked for that place again. A place that was taken along may be lost and found once more.
20    CallArrived call-5 200 +436601111111
        · ContactArrived c1-6 call-5 200 +436601111111 back open policy_version=8 c1-4
        · PromptBegan c1-6 known menu
        → AnswerLeg call-5
        → Play call-5 c1-6-p1 sound:menu
21    KeyPressed call-5 3
        · KeyTaken c1-6 known 3
        · StartedAnew c1-6 c1-4
        · QueueChosen c1-6 sales []
        · PlaceTaken c1-6 sales [sales≥1] order_key=21
        · WaitPromised c1-6 sales nobody
        → StopPlayback c1-6-p1
        → StartMusic call-5 sales_music
22    LegVanished call-5 16
        · LegEnded call-5 c1-6 caller cause=16
        · ContactEnded c1-6 abandoned
        · WaitEnded c1-6 sales waited_s=1 abandoned
23    CallArrived call-6 200 +436601111111
        · ContactArrived c1-7 call-6 200 +436601111111 back open policy_version=8 c1-6
        · PromptBegan c1-7 known menu
        → AnswerLeg call-6
        → Play call-6 c1-7-p1 sound:menu
24    KeyPressed call-6 1
        · KeyTaken c1-7 known 1
        · PlaceResumed c1-7 c1-6 waits_since=21 []
        · PlacePassedOn c1-6 c1-7
        · PlaceTaken c1-7 sales [sales≥1] order_key=21
        · WaitPromised c1-7 sales nobody
        → StopPlayback c1-7-p1
        → StartMusic call-6 sales_music
25    LegVanished call-6 16
        · LegEnded call-6 c1-7 caller cause=16
        · ContactEnded c1-7 abandoned
        · WaitEnded c1-7 sales waited_s=1 abandoned
26    CallArrived call-7 200 +436601111111
        · ContactArrived c1-8 call-7 200 +436601111111 back open policy_version=8 c1-7
        · PromptBegan c1-8 known menu
        → AnswerLeg call-7
        → Play call-7 c1-8-p1 sound:menu
The hole comes in the middle of the question: it is put again.
26    TimePassed
        · WrapUpEnded bob by_limit
27    LegVanished call-7 16
        · LegEnded call-7 c1-8 caller cause=16
        · ContactEnded c1-8 left_in_menu
28    CallArrived call-8 200 +436601111111
        · ContactArrived c1-9 call-8 200 +436601111111 back open policy_version=8 c1-7
        · PromptBegan c1-9 known menu
        → AnswerLeg call-8
        → Play call-8 c1-9-p1 sound:menu
29    KeyPressed call-8 3
        · KeyTaken c1-9 known 3
        · StartedAnew c1-9 c1-7
        · QueueChosen c1-9 sales []
        · PlaceTaken c1-9 sales [sales≥1] order_key=29
        · WaitPromised c1-9 sales nobody
        → StopPlayback c1-9-p1
        → StartMusic call-8 sales_music
30    LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · WaitEnded c1-2 sales waited_s=27 abandoned
31    LegVanished call-8 16
        · LegEnded call-8 c1-9 caller cause=16
        · ContactEnded c1-9 abandoned
        · WaitEnded c1-9 sales waited_s=2 abandoned
A minute later it is too late.
95    CallArrived call-9 200 +436601111111
        · ContactArrived c1-10 call-9 200 +436601111111 straight open policy_version=8
        · QueueChosen c1-10 sales []
        · PlaceTaken c1-10 sales [sales≥1] order_key=95
        · WaitPromised c1-10 sales nobody
        → AnswerLeg call-9
        → StartMusic call-9 sales_music
96    LegVanished call-9 16
        · LegEnded call-9 c1-10 caller cause=16
        · ContactEnded c1-10 abandoned
        · WaitEnded c1-10 sales waited_s=1 abandoned
The controller is killed after the line has ended: the place is in the books. Once taken, it is taken for good.
100   CallArrived call-10 200 +436603333333
        · ContactArrived c1-11 call-10 200 +436603333333 straight open policy_version=8
        · QueueChosen c1-11 sales []
        · PlaceTaken c1-11 sales [sales≥1] order_key=100
        · WaitPromised c1-11 sales nobody
        → AnswerLeg call-10
        → StartMusic call-10 sales_music
101   LegVanished call-10 16
        · LegEnded call-10 c1-11 caller cause=16
        · ContactEnded c1-11 abandoned
        · WaitEnded c1-11 sales waited_s=1 abandoned
102   Restart
102.1 AsteriskSeen
103   CallArrived call-11 200 +436603333333
        · ContactArrived c2-1 call-11 200 +436603333333 back open policy_version=8 c1-11
        · PromptBegan c2-1 known menu
        → AnswerLeg call-11
        → Play call-11 c2-1-p1 sound:menu
104   KeyPressed call-11 1
        · KeyTaken c2-1 known 1
        · PlaceResumed c2-1 c1-11 waits_since=100 []
        · PlacePassedOn c1-11 c2-1
        · PlaceTaken c2-1 sales [sales≥1] order_key=100
        · WaitPromised c2-1 sales nobody
        → StopPlayback c2-1-p1
        → StartMusic call-11 sales_music
105   Restart
105.1 AsteriskSeen call-11:up
        · LegCameUp call-11 c2-1 caller
        → StartMusic call-11 sales_music
106   CallArrived call-12 200 +436603333333
        · ContactArrived c3-1 call-12 200 +436603333333 back open policy_version=8 c2-1
        · PromptBegan c3-1 known menu
        → AnswerLeg call-12
        → Play call-12 c3-1-p1 sound:menu
107   LegVanished call-12 16
        · LegEnded call-12 c3-1 caller cause=16
        · ContactEnded c3-1 left_in_menu
A restart of Asterisk takes all lines away; those who waited ring again.
108   AsteriskSeen
        · LegEnded call-11 c2-1 caller - lost
        · ContactEnded c2-1 lost
        · WaitEnded c2-1 sales waited_s=4 left
109   CallArrived call-13 200 +436603333333
        · ContactArrived c3-2 call-13 200 +436603333333 back open policy_version=8 c2-1
        · PromptBegan c3-2 known menu
        → AnswerLeg call-13
        → Play call-13 c3-2-p1 sound:menu
110   KeyPressed call-13 1
        · KeyTaken c3-2 known 1
        · PlaceResumed c3-2 c2-1 waits_since=100 []
        · PlacePassedOn c2-1 c3-2
        · PlaceTaken c3-2 sales [sales≥1] order_key=100
        · WaitPromised c3-2 sales nobody
        → StopPlayback c3-2-p1
        → StartMusic call-13 sales_music
111   LegVanished call-13 16
        · LegEnded call-13 c3-2 caller cause=16
        · ContactEnded c3-2 abandoned
        · WaitEnded c3-2 sales waited_s=1 abandoned
A new version asks otherwise: the ring is the one that would be open. Of a queue that is no more there is no place.
120   PolicyApplied dropping_with_rings
        · PolicyChanged version=9 [sales]
120.1 CallArrived call-14 200 +436603333333
        · ContactArrived c3-3 call-14 200 +436603333333 back open policy_version=9 c3-2
        · PromptBegan c3-3 known menu
        → AnswerLeg call-14
        → Play call-14 c3-3-p1 sound:menu
120.2 KeyPressed call-14 1
        · KeyTaken c3-3 known 1
        · PlaceResumed c3-3 c3-2 waits_since=100 []
        · PlacePassedOn c3-2 c3-3
        · PlaceTaken c3-3 sales [sales≥1] order_key=100
        · WaitPromised c3-3 sales nobody
        → StopPlayback c3-3-p1
        → StartMusic call-14 sales_music
121   LegVanished call-14 16
        · LegEnded call-14 c3-3 caller cause=16
        · ContactEnded c3-3 abandoned
        · WaitEnded c3-3 sales waited_s=0.8 abandoned
122   PolicyApplied dropping_for_repair
        · PolicyChanged version=10 []
123   CallArrived call-15 100 +436603333333
        · ContactArrived c3-4 call-15 100 +436603333333 back open policy_version=10 c3-3
        · PromptBegan c3-4 known menu
        → AnswerLeg call-15
        → Play call-15 c3-4-p1 sound:menu
124   KeyPressed call-15 1
        · KeyTaken c3-4 known 1
        · StartedAnew c3-4 c3-3
        · PromptBegan c3-4 welcome welcome
        → StopPlayback c3-4-p1
        → Play call-15 c3-4-p2 sound:welcome
125   LegVanished call-15 16
        · LegEnded call-15 c3-4 caller cause=16
        · ContactEnded c3-4 left_in_menu
A withheld number is nobody's.
130   PolicyApplied dropping
        · PolicyChanged version=8 [sales]
131   CallArrived call-16 200 -
        · ContactArrived c3-5 call-16 200 - straight open policy_version=8
        · QueueChosen c3-5 sales []
        · PlaceTaken c3-5 sales [sales≥1] order_key=131
        · WaitPromised c3-5 sales nobody
        → AnswerLeg call-16
        → StartMusic call-16 sales_music
132   LegVanished call-16 16
        · LegEnded call-16 c3-5 caller cause=16
        · ContactEnded c3-5 abandoned
        · WaitEnded c3-5 sales waited_s=1 abandoned
133   CallArrived call-17 200 -
        · ContactArrived c3-6 call-17 200 - straight open policy_version=8
        · QueueChosen c3-6 sales []
        · PlaceTaken c3-6 sales [sales≥1] order_key=133
        · WaitPromised c3-6 sales nobody
        → AnswerLeg call-17
        → StartMusic call-17 sales_music
134   LegVanished call-17 16
        · LegEnded call-17 c3-6 caller cause=16
        · ContactEnded c3-6 abandoned
        · WaitEnded c3-6 sales waited_s=1 abandoned
Who waits for a callback is asked for that, before a call that broke off.
140   CallArrived call-18 200 +436604444444
        · ContactArrived c3-7 call-18 200 +436604444444 straight open policy_version=8
        · QueueChosen c3-7 sales []
        · PlaceTaken c3-7 sales [sales≥1] order_key=140
        · WaitPromised c3-7 sales nobody
        → AnswerLeg call-18
        → StartMusic call-18 sales_music
141   KeyPressed call-18 1
        · MenuOpened c3-7 meanwhile
        · KeyTaken c3-7 ask 1
        · CallbackAgreed c3-7 +436604444444
        · PromptBegan c3-7 thanks goodbye
        → StopMusic call-18
        → Play call-18 c3-7-p1 sound:goodbye
142   LegVanished call-18 16
        · LegEnded call-18 c3-7 caller cause=16
        · CustomerParted c3-7 call-18
        · CallbackFellDue c3-7
143   CallArrived call-19 200 +436604444444
        · ContactArrived c3-8 call-19 200 +436604444444 again open policy_version=8 c3-7
        · CallbackPutOff c3-7 until=173 in_use
        · PromptBegan c3-8 known menu
        → AnswerLeg call-19
        → Play call-19 c3-8-p1 sound:menu
144   KeyPressed call-19 3
        · KeyTaken c3-8 known 3
        · StartedAnew c3-8 c3-7
        · QueueChosen c3-8 sales []
        · PlaceTaken c3-8 sales [sales≥1] order_key=144
        · WaitPromised c3-8 sales nobody
        → StopPlayback c3-8-p1
        → StartMusic call-19 sales_music
145   LegVanished call-19 16
        · LegEnded call-19 c3-8 caller cause=16
        · ContactEnded c3-8 abandoned
        · WaitEnded c3-8 sales waited_s=1 abandoned
146   CallArrived call-20 200 +436604444444
        · ContactArrived c3-9 call-20 200 +436604444444 again open policy_version=8 c3-7
        · PromptBegan c3-9 known menu
        → AnswerLeg call-20
        → Play call-20 c3-9-p1 sound:menu
147   CallArrived call-21 200 +436604444444
        · ContactArrived c3-10 call-21 200 +436604444444 back open policy_version=8 c3-8
        · PromptBegan c3-10 known menu
        → AnswerLeg call-21
        → Play call-21 c3-10-p1 sound:menu
148   KeyPressed call-21 1
        · KeyTaken c3-10 known 1
        · PlaceResumed c3-10 c3-8 waits_since=144 []
        · PlacePassedOn c3-8 c3-10
        · PlaceTaken c3-10 sales [sales≥1] order_key=144
        · WaitPromised c3-10 sales nobody
        → StopPlayback c3-10-p1
        → StartMusic call-21 sales_music
149   LegVanished call-20 16
        · LegEnded call-20 c3-9 caller cause=16
        · ContactEnded c3-9 left_in_menu
150   LegVanished call-21 16
        · LegEnded call-21 c3-10 caller cause=16
        · ContactEnded c3-10 abandoned
        · WaitEnded c3-10 sales waited_s=2 abandoned
