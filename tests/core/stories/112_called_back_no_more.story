Who has asked twice to be called back, and cancels, is called back no more: not for the other one either.

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
4     CallArrived call-2 200 +436601111111
        · ContactArrived c1-2 call-2 200 +436601111111 again open policy_version=5 c1-1
        · CallbackPutOff c1-1 until=34 in_use
        · PromptBegan c1-2 known menu
        → AnswerLeg call-2
        → Play call-2 c1-2-p1 sound:menu
5     KeyPressed call-2 3
        · KeyTaken c1-2 known 3
        · StartedAnew c1-2 c1-1
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=5
        · WaitPromised c1-2 sales nobody
        · RingOpened c1-2 sales ring=1 skipped
        → StopPlayback c1-2-p1
        → StartMusic call-2 sales_music
6     KeyPressed call-2 1
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 1
        · CallbackAgreed c1-2 +436601111111
        · PromptBegan c1-2 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-2-p2 sound:goodbye
7     LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · CustomerParted c1-2 call-2
        · CallbackPutOff c1-2 until=37 in_use
8     CallArrived call-3 200 +436601111111
        · ContactArrived c1-3 call-3 200 +436601111111 again open policy_version=5 c1-1
        · PromptBegan c1-3 known menu
        → AnswerLeg call-3
        → Play call-3 c1-3-p1 sound:menu
9     KeyPressed call-3 2
        · KeyTaken c1-3 known 2
        · CallbackGivenUp c1-1 declined c1-3
        · CallbackGivenUp c1-2 declined c1-3
        · PromptBegan c1-3 done goodbye
        · ContactEnded c1-1 cancelled
        · ContactEnded c1-2 cancelled
        · WaitEnded c1-1 sales waited_s=8 left
        · WaitEnded c1-2 sales waited_s=4 left
        → StopPlayback c1-3-p1
        → Play call-3 c1-3-p2 sound:goodbye
10    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · ContactEnded c1-3 left_in_menu
11    CallArrived call-4 200 +436601111111
        · ContactArrived c1-4 call-4 200 +436601111111 straight open policy_version=5
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=11
        · WaitPromised c1-4 sales nobody
        · RingOpened c1-4 sales ring=1 skipped
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
12    LegVanished call-4 16
        · LegEnded call-4 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=1 abandoned
What somebody of the company has agreed on is another matter, also when its moment has come; and nobody cancels what
another caller is being asked about.
20    ScheduleCallback +436602222222 sales 30 boss
        · CallbackScheduled c1-5 +436602222222 sales not_before=30 expires_at=3630 boss -
        = done
20.1  ScheduleCallback +436602222222 sales 600 boss
        · CallbackScheduled c1-6 +436602222222 sales not_before=600 expires_at=4200 boss -
        = done
21    CallArrived call-10 200 +436602222222
        · ContactArrived c1-7 call-10 200 +436602222222 again open policy_version=5 c1-5
        · PromptBegan c1-7 known menu
        → AnswerLeg call-10
        → Play call-10 c1-7-p1 sound:menu
21.1  KeyPressed call-10 3
        · KeyTaken c1-7 known 3
        · StartedAnew c1-7 c1-5
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=21.1
        · WaitPromised c1-7 sales nobody
        · RingOpened c1-7 sales ring=1 skipped
        → StopPlayback c1-7-p1
        → StartMusic call-10 sales_music
21.2  KeyPressed call-10 1
        · MenuOpened c1-7 meanwhile
        · KeyTaken c1-7 ask 1
        · CallbackAgreed c1-7 +436602222222
        · PromptBegan c1-7 thanks goodbye
        → StopMusic call-10
        → Play call-10 c1-7-p2 sound:goodbye
21.3  LegVanished call-10 16
        · LegEnded call-10 c1-7 caller cause=16
        · CustomerParted c1-7 call-10
        · CallbackFellDue c1-7
22    CallArrived call-11 200 +436602222222
        · ContactArrived c1-8 call-11 200 +436602222222 again open policy_version=5 c1-7
        · CallbackPutOff c1-7 until=52 in_use
        · PromptBegan c1-8 known menu
        → AnswerLeg call-11
        → Play call-11 c1-8-p1 sound:menu
22.1  KeyPressed call-11 3
        · KeyTaken c1-8 known 3
        · StartedAnew c1-8 c1-7
        · QueueChosen c1-8 sales []
        · PlaceTaken c1-8 sales [sales≥1] order_key=22.1
        · WaitPromised c1-8 sales nobody
        · RingOpened c1-8 sales ring=1 skipped
        → StopPlayback c1-8-p1
        → StartMusic call-11 sales_music
22.2  KeyPressed call-11 1
        · MenuOpened c1-8 meanwhile
        · KeyTaken c1-8 ask 1
        · CallbackAgreed c1-8 +436602222222
        · PromptBegan c1-8 thanks goodbye
        → StopMusic call-11
        → Play call-11 c1-8-p2 sound:goodbye
22.3  LegVanished call-11 16
        · LegEnded call-11 c1-8 caller cause=16
        · CustomerParted c1-8 call-11
        · CallbackPutOff c1-8 until=52.3 in_use
30    TimePassed
        · QueueChosen c1-5 sales [] to_be_called
        · CallbackPutOff c1-5 until=60 in_use
        · PlaceTaken c1-5 sales [sales≥1] order_key=30
        · WaitPromised c1-5 sales nobody
31    CallArrived call-12 200 +436602222222
        · ContactArrived c1-9 call-12 200 +436602222222 again open policy_version=5 c1-7
        · PromptBegan c1-9 known menu
        → AnswerLeg call-12
        → Play call-12 c1-9-p1 sound:menu
32    CallArrived call-13 200 +436602222222
        · ContactArrived c1-10 call-13 200 +436602222222 again open policy_version=5 c1-8
        · PromptBegan c1-10 known menu
        → AnswerLeg call-13
        → Play call-13 c1-10-p1 sound:menu
33    KeyPressed call-13 2
        · KeyTaken c1-10 known 2
        · CallbackGivenUp c1-8 declined c1-10
        · PromptBegan c1-10 done goodbye
        · ContactEnded c1-8 cancelled
        · WaitEnded c1-8 sales waited_s=10.9 left
        → StopPlayback c1-10-p1
        → Play call-13 c1-10-p2 sound:goodbye
34    LegVanished call-13 16
        · LegEnded call-13 c1-10 caller cause=16
        · ContactEnded c1-10 left_in_menu
35    KeyPressed call-12 2
        · KeyTaken c1-9 known 2
        · CallbackGivenUp c1-7 declined c1-9
        · PromptBegan c1-9 done goodbye
        · ContactEnded c1-7 cancelled
        · WaitEnded c1-7 sales waited_s=13.9 left
        → StopPlayback c1-9-p1
        → Play call-12 c1-9-p2 sound:goodbye
36    LegVanished call-12 16
        · LegEnded call-12 c1-9 caller cause=16
        · ContactEnded c1-9 left_in_menu
The one whose moment has come is asked about then, and after that the one of later.
37    CallArrived call-14 200 +436602222222
        · ContactArrived c1-11 call-14 200 +436602222222 again open policy_version=5 c1-5
        · PromptBegan c1-11 known menu
        → AnswerLeg call-14
        → Play call-14 c1-11-p1 sound:menu
38    KeyPressed call-14 2
        · KeyTaken c1-11 known 2
        · CallbackGivenUp c1-5 declined c1-11
        · PromptBegan c1-11 done goodbye
        · ContactEnded c1-5 cancelled
        · WaitEnded c1-5 sales waited_s=8 left
        → StopPlayback c1-11-p1
        → Play call-14 c1-11-p2 sound:goodbye
39    LegVanished call-14 16
        · LegEnded call-14 c1-11 caller cause=16
        · ContactEnded c1-11 left_in_menu
40    CallArrived call-15 200 +436602222222
        · ContactArrived c1-12 call-15 200 +436602222222 again open policy_version=5 c1-6
        · PromptBegan c1-12 known menu
        → AnswerLeg call-15
        → Play call-15 c1-12-p1 sound:menu
41    KeyPressed call-15 2
        · KeyTaken c1-12 known 2
        · CallbackGivenUp c1-6 declined c1-12
        · PromptBegan c1-12 done goodbye
        · ContactEnded c1-6 cancelled
        → StopPlayback c1-12-p1
        → Play call-15 c1-12-p2 sound:goodbye
42    LegVanished call-15 16
        · LegEnded call-15 c1-12 caller cause=16
        · ContactEnded c1-12 left_in_menu
