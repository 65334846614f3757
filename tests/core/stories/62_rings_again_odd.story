Two wait to be called back at one number, for they share a line: the first is asked first, the second after that.

0     AsteriskSeen
0     PolicyApplied ringing_again
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=5 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=5
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        · RingOpened c1-1 sales ring=1 skipped
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     CallArrived call-2 200 +436601111111
        · ContactArrived c1-2 call-2 200 +436601111111 straight open policy_version=5
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2
        · WaitPromised c1-2 sales nobody
        · RingOpened c1-2 sales ring=1 skipped
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
3     KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601111111
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
4     KeyPressed call-2 1
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 1
        · CallbackAgreed c1-2 +436601111111
        · PromptBegan c1-2 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-2-p1 sound:goodbye
5     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackPutOff c1-1 until=35 in_use
6     LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · CustomerParted c1-2 call-2
        · CallbackPutOff c1-2 until=36 in_use
7     CallArrived call-3 200 +436601111111
        · ContactArrived c1-3 call-3 200 +436601111111 again open policy_version=5 c1-1
        · PromptBegan c1-3 known menu
        → AnswerLeg call-3
        → Play call-3 c1-3-p1 sound:menu
8     CallArrived call-4 200 +436601111111
        · ContactArrived c1-4 call-4 200 +436601111111 again open policy_version=5 c1-2
        · PromptBegan c1-4 known menu
        → AnswerLeg call-4
        → Play call-4 c1-4-p1 sound:menu
9     CallArrived call-5 200 +436601111111
        · ContactArrived c1-5 call-5 200 +436601111111 straight open policy_version=5
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=9
        · WaitPromised c1-5 sales nobody
        · RingOpened c1-5 sales ring=1 skipped
        → AnswerLeg call-5
        → StartMusic call-5 sales_music
10    KeyPressed call-4 1
        · KeyTaken c1-4 known 1
        · PlaceResumed c1-4 c1-2 waits_since=2 []
        · CallbackGivenUp c1-2 taken c1-4
        · PlaceTaken c1-4 sales [sales≥1] order_key=2
        · WaitPromised c1-4 sales nobody
        · ContactEnded c1-2 withdrawn
        · WaitEnded c1-2 sales waited_s=8 left
        → StopPlayback c1-4-p1
        → StartMusic call-4 sales_music
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
12    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · WaitEnded c1-3 sales waited_s=1 abandoned
13    LegVanished call-4 16
        · LegEnded call-4 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=3 abandoned
14    LegVanished call-5 16
        · LegEnded call-5 c1-5 caller cause=16
        · ContactEnded c1-5 abandoned
        · WaitEnded c1-5 sales waited_s=5 abandoned
A withheld number is nobody's, nor is one that stands for nobody.
20    CallArrived call-6 200 -
        · ContactArrived c1-6 call-6 200 - straight open policy_version=5
        · QueueChosen c1-6 sales []
        · PlaceTaken c1-6 sales [sales≥1] order_key=20
        · WaitPromised c1-6 sales nobody
        · RingOpened c1-6 sales ring=1 skipped
        → AnswerLeg call-6
        → StartMusic call-6 sales_music
21    KeyPressed call-6 1
        · MenuOpened c1-6 meanwhile
        · KeyTaken c1-6 ask 1
        · NumberMissing c1-6 call - withheld
        · WaitGoesOn c1-6
        → StopMusic call-6
        → StartMusic call-6 sales_music
22    CallArrived call-7 200 -
        · ContactArrived c1-7 call-7 200 - straight open policy_version=5
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=22
        · WaitPromised c1-7 sales nobody
        · RingOpened c1-7 sales ring=1 skipped
        → AnswerLeg call-7
        → StartMusic call-7 sales_music
23    LegVanished call-6 16
        · LegEnded call-6 c1-6 caller cause=16
        · ContactEnded c1-6 abandoned
        · WaitEnded c1-6 sales waited_s=3 abandoned
24    LegVanished call-7 16
        · LegEnded call-7 c1-7 caller cause=16
        · ContactEnded c1-7 abandoned
        · WaitEnded c1-7 sales waited_s=2 abandoned
The controller is killed while the caller is being asked: who was asked may still take the place.
30    CallArrived call-8 200 +436602222222
        · ContactArrived c1-8 call-8 200 +436602222222 straight open policy_version=5
        · QueueChosen c1-8 sales []
        · PlaceTaken c1-8 sales [sales≥1] order_key=30
        · WaitPromised c1-8 sales nobody
        · RingOpened c1-8 sales ring=1 skipped
        → AnswerLeg call-8
        → StartMusic call-8 sales_music
31    KeyPressed call-8 1
        · MenuOpened c1-8 meanwhile
        · KeyTaken c1-8 ask 1
        · CallbackAgreed c1-8 +436602222222
        · PromptBegan c1-8 thanks goodbye
        → StopMusic call-8
        → Play call-8 c1-8-p1 sound:goodbye
32    LegVanished call-8 16
        · LegEnded call-8 c1-8 caller cause=16
        · CustomerParted c1-8 call-8
        · CallbackFellDue c1-8
33    CallArrived call-9 200 +436602222222
        · ContactArrived c1-9 call-9 200 +436602222222 again open policy_version=5 c1-8
        · CallbackPutOff c1-8 until=63 in_use
        · PromptBegan c1-9 known menu
        → AnswerLeg call-9
        → Play call-9 c1-9-p1 sound:menu
34    Restart
34.1  AsteriskSeen call-9:up
        · LegCameUp call-9 c1-9 caller
        · PromptBegan c1-9 known menu
        → StopMusic call-9
        → StopPlayback c1-9-p1
        → Play call-9 c1-9-p2 sound:menu
35    CallArrived call-10 200 +436602222222
        · ContactArrived c2-1 call-10 200 +436602222222 straight open policy_version=5
        · QueueChosen c2-1 sales []
        · PlaceTaken c2-1 sales [sales≥1] order_key=35
        · WaitPromised c2-1 sales nobody
        · RingOpened c2-1 sales ring=1 skipped
        → AnswerLeg call-10
        → StartMusic call-10 sales_music
36    KeyPressed call-9 1
        · KeyTaken c1-9 known 1
        · PlaceResumed c1-9 c1-8 waits_since=30 []
        · CallbackGivenUp c1-8 taken c1-9
        · PlaceTaken c1-9 sales [sales≥1] order_key=30
        · WaitPromised c1-9 sales nobody
        · ContactEnded c1-8 withdrawn
        · WaitEnded c1-8 sales waited_s=6 left
        → StopPlayback c1-9-p2
        → StartMusic call-9 sales_music
37    LegVanished call-9 16
        · LegEnded call-9 c1-9 caller cause=16
        · ContactEnded c1-9 abandoned
        · WaitEnded c1-9 sales waited_s=1 abandoned
38    LegVanished call-10 16
        · LegEnded call-10 c2-1 caller cause=16
        · ContactEnded c2-1 abandoned
        · WaitEnded c2-1 sales waited_s=3 abandoned
The queue is no more when the place is asked for. Nobody has to be called back there, either.
40    CallArrived call-11 200 +436603333333
        · ContactArrived c2-2 call-11 200 +436603333333 straight open policy_version=5
        · QueueChosen c2-2 sales []
        · PlaceTaken c2-2 sales [sales≥1] order_key=40
        · WaitPromised c2-2 sales nobody
        · RingOpened c2-2 sales ring=1 skipped
        → AnswerLeg call-11
        → StartMusic call-11 sales_music
41    KeyPressed call-11 1
        · MenuOpened c2-2 meanwhile
        · KeyTaken c2-2 ask 1
        · CallbackAgreed c2-2 +436603333333
        · PromptBegan c2-2 thanks goodbye
        → StopMusic call-11
        → Play call-11 c2-2-p1 sound:goodbye
42    LegVanished call-11 16
        · LegEnded call-11 c2-2 caller cause=16
        · CustomerParted c2-2 call-11
        · CallbackFellDue c2-2
43    CallArrived call-12 200 +436603333333
        · ContactArrived c2-3 call-12 200 +436603333333 again open policy_version=5 c2-2
        · CallbackPutOff c2-2 until=73 in_use
        · PromptBegan c2-3 known menu
        → AnswerLeg call-12
        → Play call-12 c2-3-p1 sound:menu
44    PolicyApplied ringing_again_for_repair
        · PolicyChanged version=6 []
45    KeyPressed call-12 1
        · KeyTaken c2-3 known 1
        · PromptBegan c2-3 sorry closed
        → StopPlayback c2-3-p1
        → Play call-12 c2-3-p2 sound:closed
46    LegVanished call-12 16
        · LegEnded call-12 c2-3 caller cause=16
        · ContactEnded c2-3 left_in_menu
