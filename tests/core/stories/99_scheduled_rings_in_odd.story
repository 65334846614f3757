Of two appointments the earlier one is asked for first. One caller at a time is asked for each of them.

0     AsteriskSeen
0     PolicyApplied dropping_by_appointment
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=11 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
0     GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
1     ScheduleCallback +436601111111 sales 700 boss
        · CallbackScheduled c1-1 +436601111111 sales not_before=700 expires_at=4300 boss -
        = done
2     ScheduleCallback +436601111111 sales 600 boss
        · CallbackScheduled c1-2 +436601111111 sales not_before=600 expires_at=4200 boss -
        = done
3     CallArrived call-1 200 +436601111111
        · ContactArrived c1-3 call-1 200 +436601111111 again open policy_version=11 c1-2
        · PromptBegan c1-3 known menu
        → AnswerLeg call-1
        → Play call-1 c1-3-p1 sound:menu
4     CallArrived call-2 200 +436601111111
        · ContactArrived c1-4 call-2 200 +436601111111 again open policy_version=11 c1-1
        · PromptBegan c1-4 known menu
        → AnswerLeg call-2
        → Play call-2 c1-4-p1 sound:menu
5     CallArrived call-3 200 +436601111111
        · ContactArrived c1-5 call-3 200 +436601111111 straight open policy_version=11
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=5
        · WaitPromised c1-5 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
6     LegVanished call-3 16
        · LegEnded call-3 c1-5 caller cause=16
        · ContactEnded c1-5 abandoned
        · WaitEnded c1-5 sales waited_s=1 abandoned
7     KeyPressed call-1 2
        · KeyTaken c1-3 known 2
        · CallbackGivenUp c1-2 declined c1-3
        · PromptBegan c1-3 done goodbye
        · ContactEnded c1-2 cancelled
        → StopPlayback c1-3-p1
        → Play call-1 c1-3-p2 sound:goodbye
8     KeyPressed call-2 1
        · KeyTaken c1-4 known 1
        · CallbackBroughtForward c1-4 c1-1
        · QueueChosen c1-4 sales [] brought_forward
        · CallbackGivenUp c1-1 taken c1-4
        · PlaceTaken c1-4 sales [sales≥1] order_key=8
        · WaitPromised c1-4 sales nobody
        · ContactEnded c1-1 withdrawn
        → StopPlayback c1-4-p1
        → StartMusic call-2 sales_music
9     LegVanished call-1 16
        · LegEnded call-1 c1-3 caller cause=16
        · ContactEnded c1-3 left_in_menu
Who has fallen into a hole goes on in that place; the appointment is left alone.
10    LegVanished call-2 16
        · LegEnded call-2 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=2 abandoned
11    ScheduleCallback +436601111111 sales 800 boss
        · CallbackScheduled c1-6 +436601111111 sales not_before=800 expires_at=4400 boss -
        = done
12    CallArrived call-4 200 +436601111111
        · ContactArrived c1-7 call-4 200 +436601111111 again open policy_version=11 c1-4
        · PromptBegan c1-7 known menu
        → AnswerLeg call-4
        → Play call-4 c1-7-p1 sound:menu
13    KeyPressed call-4 1
        · KeyTaken c1-7 known 1
        · PlaceResumed c1-7 c1-4 waits_since=8 []
        · PlacePassedOn c1-4 c1-7
        · PlaceTaken c1-7 sales [sales≥1] order_key=8
        · WaitPromised c1-7 sales nobody
        → StopPlayback c1-7-p1
        → StartMusic call-4 sales_music
14    CallArrived call-5 200 +436601111111
        · ContactArrived c1-8 call-5 200 +436601111111 again open policy_version=11 c1-5
        · PromptBegan c1-8 known menu
        → AnswerLeg call-5
        → Play call-5 c1-8-p1 sound:menu
15    LegVanished call-5 16
        · LegEnded call-5 c1-8 caller cause=16
        · ContactEnded c1-8 left_in_menu
16    LegVanished call-4 16
        · LegEnded call-4 c1-7 caller cause=16
        · ContactEnded c1-7 abandoned
        · WaitEnded c1-7 sales waited_s=3 abandoned
17    CallArrived call-6 200 +436601111111
        · ContactArrived c1-9 call-6 200 +436601111111 again open policy_version=11 c1-7
        · PromptBegan c1-9 known menu
        → AnswerLeg call-6
        → Play call-6 c1-9-p1 sound:menu
18    KeyPressed call-6 3
        · KeyTaken c1-9 known 3
        · StartedAnew c1-9 c1-7
        · QueueChosen c1-9 sales []
        · PlaceTaken c1-9 sales [sales≥1] order_key=18
        · WaitPromised c1-9 sales nobody
        → StopPlayback c1-9-p1
        → StartMusic call-6 sales_music
19    LegVanished call-6 16
        · LegEnded call-6 c1-9 caller cause=16
        · ContactEnded c1-9 abandoned
        · WaitEnded c1-9 sales waited_s=1 abandoned
Somebody cancels it while the caller listens, or the number is not to be called any more: too late for both keys.
20    ScheduleCallback +436602222222 sales 600 boss
        · CallbackScheduled c1-10 +436602222222 sales not_before=600 expires_at=4200 boss -
        = done
21    CallArrived call-7 200 +436602222222
        · ContactArrived c1-11 call-7 200 +436602222222 again open policy_version=11 c1-10
        · PromptBegan c1-11 known menu
        → AnswerLeg call-7
        → Play call-7 c1-11-p1 sound:menu
22    CancelCallback c1-10 boss
        · CallbackGivenUp c1-10 cancelled boss
        · ContactEnded c1-10 cancelled
        = done
23    KeyPressed call-7 1
        · KeyTaken c1-11 known 1
        · PromptBegan c1-11 sorry closed
        → StopPlayback c1-11-p1
        → Play call-7 c1-11-p2 sound:closed
24    LegVanished call-7 16
        · LegEnded call-7 c1-11 caller cause=16
        · ContactEnded c1-11 left_in_menu
25    ScheduleCallback +436603333333 sales 600 boss
        · CallbackScheduled c1-12 +436603333333 sales not_before=600 expires_at=4200 boss -
        = done
26    CallArrived call-8 200 +436603333333
        · ContactArrived c1-13 call-8 200 +436603333333 again open policy_version=11 c1-12
        · PromptBegan c1-13 known menu
        → AnswerLeg call-8
        → Play call-8 c1-13-p1 sound:menu
27    EnterOverlay refusal boss wishes number=+436603333333
        · OverlayBegan v1-14 refusal=+436603333333 wishes -
        · CallbackGivenUp c1-12 refused -
        · ContactEnded c1-12 cancelled
        = done
28    KeyPressed call-8 2
        · KeyTaken c1-13 known 2
        · PromptBegan c1-13 sorry closed
        → StopPlayback c1-13-p1
        → Play call-8 c1-13-p2 sound:closed
29    LegVanished call-8 16
        · LegEnded call-8 c1-13 caller cause=16
        · ContactEnded c1-13 left_in_menu
The controller is killed while the caller is asked, and the moment passes meanwhile: the caller may take the place.
30    ScheduleCallback +436604444444 sales 40 boss
        · CallbackScheduled c1-15 +436604444444 sales not_before=40 expires_at=3640 boss -
        = done
31    CallArrived call-9 200 +436604444444
        · ContactArrived c1-16 call-9 200 +436604444444 again open policy_version=11 c1-15
        · PromptBegan c1-16 known menu
        → AnswerLeg call-9
        → Play call-9 c1-16-p1 sound:menu
32    Restart
41    TimePassed
        · QueueChosen c1-15 sales [] to_be_called
        · CallbackPutOff c1-15 until=71 in_use
        · PlaceTaken c1-15 sales [sales≥1] order_key=40
        · WaitPromised c1-15 sales nobody
42    AsteriskSeen call-9:up
        · LegCameUp call-9 c1-16 caller
        · PromptBegan c1-16 known menu
        → StopMusic call-9
        → StopPlayback c1-16-p1
        → Play call-9 c1-16-p2 sound:menu
43    KeyPressed call-9 1
        · KeyTaken c1-16 known 1
        · PlaceResumed c1-16 c1-15 waits_since=40 []
        · CallbackGivenUp c1-15 taken c1-16
        · PlaceTaken c1-16 sales [sales≥1] order_key=40
        · WaitPromised c1-16 sales nobody
        · ContactEnded c1-15 withdrawn
        · WaitEnded c1-15 sales waited_s=2 left
        → StopPlayback c1-16-p2
        → StartMusic call-9 sales_music
44    Restart
44.1  AsteriskSeen call-9:up
        → StartMusic call-9 sales_music
45    CallArrived call-10 200 +436604444444
        · ContactArrived c3-1 call-10 200 +436604444444 again open policy_version=11 c1-16
        · PromptBegan c3-1 known menu
        → AnswerLeg call-10
        → Play call-10 c3-1-p1 sound:menu
46    LegVanished call-10 16
        · LegEnded call-10 c3-1 caller cause=16
        · ContactEnded c3-1 left_in_menu
47    LegVanished call-9 16
        · LegEnded call-9 c1-16 caller cause=16
        · ContactEnded c1-16 abandoned
        · WaitEnded c1-16 sales waited_s=4 abandoned
Killed after the key: the callback is withdrawn for good, and at its moment nothing happens.
50    ScheduleCallback +436605555555 sales 60 boss
        · CallbackScheduled c3-2 +436605555555 sales not_before=60 expires_at=3660 boss -
        = done
51    CallArrived call-12 200 +436605555555
        · ContactArrived c3-3 call-12 200 +436605555555 again open policy_version=11 c3-2
        · PromptBegan c3-3 known menu
        → AnswerLeg call-12
        → Play call-12 c3-3-p1 sound:menu
52    KeyPressed call-12 1
        · KeyTaken c3-3 known 1
        · CallbackBroughtForward c3-3 c3-2
        · QueueChosen c3-3 sales [] brought_forward
        · CallbackGivenUp c3-2 taken c3-3
        · PlaceTaken c3-3 sales [sales≥1] order_key=52
        · WaitPromised c3-3 sales nobody
        · ContactEnded c3-2 withdrawn
        → StopPlayback c3-3-p1
        → StartMusic call-12 sales_music
53    Restart
53.1  AsteriskSeen call-12:up
        · LegCameUp call-12 c3-3 caller
        → StartMusic call-12 sales_music
61    TimePassed
62    LegVanished call-12 16
        · LegEnded call-12 c3-3 caller cause=16
        · ContactEnded c3-3 abandoned
        · WaitEnded c3-3 sales waited_s=10 abandoned
When nobody has left the line lately the appointment is asked for. The queue is no more: too late to wait there.
110   CallArrived call-11 200 +436601111111
        · ContactArrived c4-1 call-11 200 +436601111111 again open policy_version=11 c1-6
        · PromptBegan c4-1 known menu
        → AnswerLeg call-11
        → Play call-11 c4-1-p1 sound:menu
111   PolicyApplied ringing_again_for_repair
        · PolicyChanged version=6 []
112   KeyPressed call-11 1
        · KeyTaken c4-1 known 1
        · PromptBegan c4-1 sorry closed
        → StopPlayback c4-1-p1
        → Play call-11 c4-1-p2 sound:closed
114   KeyPressed call-11 2
        · KeyTaken c4-1 known 2
        · CallbackGivenUp c1-6 declined c4-1
        · PromptBegan c4-1 done goodbye
        · ContactEnded c1-6 cancelled
        → StopPlayback c4-1-p2
        → Play call-11 c4-1-p3 sound:goodbye
115   LegVanished call-11 16
        · LegEnded call-11 c4-1 caller cause=16
        · ContactEnded c4-1 left_in_menu
