Whoever is recognised and chooses something else has begun anew, and leaves the place to who rings next.

0     AsteriskSeen
0     PolicyApplied ringing_again_for_something_else
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=12 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=12
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
A message, which waits for somebody to listen.
10    CallArrived call-2 200 +436601111111
        · ContactArrived c1-2 call-2 200 +436601111111 again open policy_version=12 c1-1
        · CallbackPutOff c1-1 until=40 in_use
        · PromptBegan c1-2 known menu
        → AnswerLeg call-2
        → Play call-2 c1-2-p1 sound:menu
11    KeyPressed call-2 4
        · KeyTaken c1-2 known 4
        · MessageChosen c1-2 100 []
        · MessageInvited c1-2 100
        → StopPlayback c1-2-p1
        → Play call-2 c1-2-g1 sound:goodbye
12    PlaybackEnded c1-2-g1
        · RecordingBegan c1-2 acd-1767607210-c1-2
        → Record call-2 acd-1767607210-c1-2 longest_s=180 silence_s=6
20    RecordingEnded acd-1767607210-c1-2 7
        · MessageLeft c1-2 call-2 acd-1767607210-c1-2 length_s=7
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=10
        · WaitPromised c1-2 sales nobody
        · RingOpened c1-2 sales ring=1 skipped
        → EndLeg call-2 normal
20.1  LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16 asked
Another line: while this caller waits there the next one is asked about the place, and takes it, but a message is all it comes to.
30    CallArrived call-3 200 +436601111111
        · ContactArrived c1-3 call-3 200 +436601111111 again open policy_version=12 c1-1
        · PromptBegan c1-3 known menu
        → AnswerLeg call-3
        → Play call-3 c1-3-p1 sound:menu
31    KeyPressed call-3 5
        · KeyTaken c1-3 known 5
        · QueueChosen c1-3 repair []
        · PlaceTaken c1-3 repair [repair≥1] order_key=31
        · WaitPromised c1-3 repair nobody
        → StopPlayback c1-3-p1
        → StartMusic call-3 repair_music
32    CallArrived call-4 200 +436601111111
        · ContactArrived c1-4 call-4 200 +436601111111 again open policy_version=12 c1-1
        · PromptBegan c1-4 known menu
        → AnswerLeg call-4
        → Play call-4 c1-4-p1 sound:menu
33    KeyPressed call-4 1
        · KeyTaken c1-4 known 1
        · PlaceResumed c1-4 c1-1 waits_since=1 []
        · CallbackGivenUp c1-1 taken c1-4
        · PlaceTaken c1-4 sales [sales≥1] order_key=1
        · WaitPromised c1-4 sales nobody
        · ContactEnded c1-1 withdrawn
        · WaitEnded c1-1 sales waited_s=32 left
        → StopPlayback c1-4-p1
        → StartMusic call-4 sales_music
34    KeyPressed call-4 4
        · MenuOpened c1-4 meanwhile
        · KeyTaken c1-4 ask 4
        · MessageChosen c1-4 100 []
        · MessageInvited c1-4 100
        · WaitEnded c1-4 sales waited_s=1 left
        → StopMusic call-4
        → Play call-4 c1-4-g1 sound:goodbye
35    LegVanished call-4 16
        · LegEnded call-4 c1-4 caller cause=16
        · ContactEnded c1-4 no_message
36    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · WaitEnded c1-3 repair waited_s=5 abandoned
Nobody has a place any more; somebody who has begun anew, and waits, may leave a message, too.
40    CallArrived call-5 200 +436601111111
        · ContactArrived c1-5 call-5 200 +436601111111 straight open policy_version=12
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=40
        · WaitPromised c1-5 sales nobody
        · RingOpened c1-5 sales ring=1 skipped
        → AnswerLeg call-5
        → StartMusic call-5 sales_music
41    KeyPressed call-5 1
        · MenuOpened c1-5 meanwhile
        · KeyTaken c1-5 ask 1
        · CallbackAgreed c1-5 +436601111111
        · PromptBegan c1-5 thanks goodbye
        → StopMusic call-5
        → Play call-5 c1-5-p1 sound:goodbye
42    LegVanished call-5 16
        · LegEnded call-5 c1-5 caller cause=16
        · CustomerParted c1-5 call-5
        · CallbackFellDue c1-5
43    CallArrived call-6 200 +436601111111
        · ContactArrived c1-6 call-6 200 +436601111111 again open policy_version=12 c1-5
        · CallbackPutOff c1-5 until=73 in_use
        · PromptBegan c1-6 known menu
        → AnswerLeg call-6
        → Play call-6 c1-6-p1 sound:menu
44    KeyPressed call-6 3
        · KeyTaken c1-6 known 3
        · StartedAnew c1-6 c1-5
        · QueueChosen c1-6 sales []
        · PlaceTaken c1-6 sales [sales≥1] order_key=44
        · WaitPromised c1-6 sales nobody
        · RingOpened c1-6 sales ring=1 skipped
        → StopPlayback c1-6-p1
        → StartMusic call-6 sales_music
45    KeyPressed call-6 4
        · MenuOpened c1-6 meanwhile
        · KeyTaken c1-6 ask 4
        · MessageChosen c1-6 100 []
        · MessageInvited c1-6 100
        · WaitEnded c1-6 sales waited_s=1 left
        → StopMusic call-6
        → Play call-6 c1-6-g1 sound:goodbye
46    LegVanished call-6 16
        · LegEnded call-6 c1-6 caller cause=16
        · ContactEnded c1-6 no_message
