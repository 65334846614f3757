Most people end a message by hanging up. Who does so while saying what it is about is called back all the same,
and what was said until then is heard.

0     AsteriskSeen
0     PolicyApplied leaving_notes
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=5 [repair sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
Before the callback is agreed: the end of the line comes first, and then what there is.
1     CallArrived call-1 200 +436601234567
        · ContactArrived c1-1 call-1 200 +436601234567 straight open policy_version=5
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     KeyPressed call-1 5
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 5
        · PromptBegan c1-1 note welcome
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:welcome,sound:beep
4     PlaybackEnded c1-1-p1
        · NoteBegan c1-1 acd-1767607201-c1-1-n2
        → Record call-1 acd-1767607201-c1-1-n2 longest_s=30 silence_s=4 had_tone
9     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CallbackAgreed c1-1 +436601234567
        · FlowEnded c1-1 note
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
        · NoteCutShort c1-1 acd-1767607201-c1-1-n2 since=1.76761e+09
9.1   RecordingEnded acd-1767607201-c1-1-n2 5
        · NoteLeft c1-1 acd-1767607201-c1-1-n2 length_s=5
9.2   RecordingEnded acd-1767607201-c1-1-n2 5
9.3   AsteriskLost
9.4   AsteriskSeen
10    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 9 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436601234567
        = done
10.1  LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
10.2  LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
11    LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · WaitEnded c1-1 sales waited_s=10 answered
        → Play o1-2-leg o1-2-b sound:welcome
12    PlaybackEnded o1-2-b
        · NotePlayed c1-1 bob
        → Play o1-2-leg o1-2-n recording:acd-1767607201-c1-1-n2
13    PlaybackEnded o1-2-n
        · CustomerWanted c1-1 bob o1-2-leg
        · CustomerDialled c1-1 c1-1-d1 +436601234567 attempt=1
        → StartMusic o1-2-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601234567@out +431234 o1-2-leg
13.1  LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
13.2  LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
14    LegAnswered c1-1-d1
        · LegCameUp c1-1-d1 c1-1 caller
        · CustomerReached c1-1 c1-1-d1
        · TalkBegan c1-1 bob o1-2 o1-2-bridge
        → StopMusic o1-2-leg
        → StopMusic c1-1-d1
        → Join o1-2-bridge [c1-1-d1 o1-2-leg]
14.1  LegJoined o1-2-leg o1-2-bridge
14.1  LegJoined c1-1-d1 o1-2-bridge
        · TalkJoined c1-1 bob
20    LegVanished c1-1-d1 16
        · LegEnded c1-1-d1 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-2-leg o1-2-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=30
        → EndBridge o1-2-bridge
        → EndLeg o1-2-leg normal
20.1  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
20.2  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
In the middle of the prompt, too: it was chosen to be called back. A premium number cannot be: that one is gone.
30    TimePassed
        · WrapUpEnded bob by_limit
31    CallArrived call-2 200 +436601234568
        · ContactArrived c1-3 call-2 200 +436601234568 straight open policy_version=5
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=31
        · WaitPromised c1-3 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
32    KeyPressed call-2 5
        · MenuOpened c1-3 meanwhile
        · KeyTaken c1-3 ask 5
        · PromptBegan c1-3 note welcome
        → StopMusic call-2
        → Play call-2 c1-3-p1 sound:welcome,sound:beep
33    LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · CallbackAgreed c1-3 +436601234568
        · FlowEnded c1-3 note
        · CustomerParted c1-3 call-2
        · CallbackFellDue c1-3
34    CancelCallback c1-3 boss
        · CallbackGivenUp c1-3 cancelled boss
        · ContactEnded c1-3 cancelled
        · WaitEnded c1-3 sales waited_s=3 left
        = done
35    CallArrived call-3 200 +43900123456
        · ContactArrived c1-4 call-3 200 +43900123456 straight open policy_version=5
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=35
        · WaitPromised c1-4 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
36    KeyPressed call-3 5
        · MenuOpened c1-4 meanwhile
        · KeyTaken c1-4 ask 5
        · PromptBegan c1-4 note welcome
        → StopMusic call-3
        → Play call-3 c1-4-p1 sound:welcome,sound:beep
37    PlaybackEnded c1-4-p1
        · NoteBegan c1-4 acd-1767607235-c1-4-n2
        → Record call-3 acd-1767607235-c1-4-n2 longest_s=30 silence_s=4 had_tone
40    LegVanished call-3 16
        · LegEnded call-3 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=5 abandoned
40.1  RecordingEnded acd-1767607235-c1-4-n2 2
What there is comes first, and then the end of the line: the flow went on meanwhile.
41    CallArrived call-4 200 +436601234569
        · ContactArrived c1-5 call-4 200 +436601234569 straight open policy_version=5
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=41
        · WaitPromised c1-5 sales nobody
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
42    KeyPressed call-4 5
        · MenuOpened c1-5 meanwhile
        · KeyTaken c1-5 ask 5
        · PromptBegan c1-5 note welcome
        → StopMusic call-4
        → Play call-4 c1-5-p1 sound:welcome,sound:beep
43    PlaybackEnded c1-5-p1
        · NoteBegan c1-5 acd-1767607241-c1-5-n2
        → Record call-4 acd-1767607241-c1-5-n2 longest_s=30 silence_s=4 had_tone
46    RecordingEnded acd-1767607241-c1-5-n2 3
        · NoteLeft c1-5 acd-1767607241-c1-5-n2 length_s=3
        · CallbackAgreed c1-5 +436601234569
        · PromptBegan c1-5 thanks goodbye
        → Play call-4 c1-5-p3 sound:goodbye
46.1  LegVanished call-4 16
        · LegEnded call-4 c1-5 caller cause=16
        · CustomerParted c1-5 call-4
        · CallbackFellDue c1-5
47    CancelCallback c1-5 boss
        · CallbackGivenUp c1-5 cancelled boss
        · ContactEnded c1-5 cancelled
        · WaitEnded c1-5 sales waited_s=6 left
        = done
The line is lost with Asterisk away, and with it what was recorded; it is looked for until it is known.
51    CallArrived call-5 200 +436601234570
        · ContactArrived c1-6 call-5 200 +436601234570 straight open policy_version=5
        · QueueChosen c1-6 sales []
        · PlaceTaken c1-6 sales [sales≥1] order_key=51
        · WaitPromised c1-6 sales nobody
        → AnswerLeg call-5
        → StartMusic call-5 sales_music
52    KeyPressed call-5 5
        · MenuOpened c1-6 meanwhile
        · KeyTaken c1-6 ask 5
        · PromptBegan c1-6 note welcome
        → StopMusic call-5
        → Play call-5 c1-6-p1 sound:welcome,sound:beep
53    PlaybackEnded c1-6-p1
        · NoteBegan c1-6 acd-1767607251-c1-6-n2
        → Record call-5 acd-1767607251-c1-6-n2 longest_s=30 silence_s=4 had_tone
54    AsteriskLost
58    AsteriskSeen
        · LegEnded call-5 c1-6 caller - lost
        · CallbackAgreed c1-6 +436601234570
        · FlowEnded c1-6 note
        · CustomerParted c1-6 call-5
        · CallbackFellDue c1-6
        · NoteCutShort c1-6 acd-1767607251-c1-6-n2 since=1.76761e+09
        → FindRecording acd-1767607251-c1-6-n2
59    RecordingEnded acd-1767607251-c1-6-n3 3
60    AsteriskLost
60    TimePassed
61    AsteriskSeen
        → FindRecording acd-1767607251-c1-6-n2
63    TimePassed
        · RingOpened c1-6 sales ring=1
        → FindRecording acd-1767607251-c1-6-n2
63.1  RecordingEnded acd-1767607251-c1-6-n2
        · NoteLeft c1-6 acd-1767607251-c1-6-n2 length_s=5
63.2  CancelCallback c1-6 boss
        · CallbackGivenUp c1-6 cancelled boss
        · ContactEnded c1-6 cancelled
        · WaitEnded c1-6 sales waited_s=12.2 left
        = done
Nobody knows anything of it, and the customer is not called any more.
71    CallArrived call-6 200 +436601234571
        · ContactArrived c1-7 call-6 200 +436601234571 straight open policy_version=5
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=71
        · WaitPromised c1-7 sales nobody
        → AnswerLeg call-6
        → StartMusic call-6 sales_music
72    KeyPressed call-6 5
        · MenuOpened c1-7 meanwhile
        · KeyTaken c1-7 ask 5
        · PromptBegan c1-7 note welcome
        → StopMusic call-6
        → Play call-6 c1-7-p1 sound:welcome,sound:beep
73    PlaybackEnded c1-7-p1
        · NoteBegan c1-7 acd-1767607271-c1-7-n2
        → Record call-6 acd-1767607271-c1-7-n2 longest_s=30 silence_s=4 had_tone
75    LegVanished call-6 16
        · LegEnded call-6 c1-7 caller cause=16
        · CallbackAgreed c1-7 +436601234571
        · FlowEnded c1-7 note
        · CustomerParted c1-7 call-6
        · CallbackFellDue c1-7
        · NoteCutShort c1-7 acd-1767607271-c1-7-n2 since=1.76761e+09
75.1  NoteRead c1-7 acd-1767607271-c1-7-n2 "too soon"
75.2  CancelCallback c1-7 boss
        · CallbackGivenUp c1-7 cancelled boss
        · ContactEnded c1-7 cancelled
        · WaitEnded c1-7 sales waited_s=4.2 left
        = done
Who does not wait in any line yet takes the place by it. Where agents decide, they hear it, too.
80    PolicyApplied leaving_notes_before_any_line
        · PolicyChanged version=12 []
81    CallArrived call-7 200 +436601234572
        · ContactArrived c1-8 call-7 200 +436601234572 straight open policy_version=12
        · PromptBegan c1-8 note welcome
        → AnswerLeg call-7
        → Play call-7 c1-8-p1 sound:welcome,sound:beep
82    PlaybackEnded c1-8-p1
        · NoteBegan c1-8 acd-1767607281-c1-8-n2
        → Record call-7 acd-1767607281-c1-8-n2 longest_s=30 silence_s=4 had_tone
85    LegVanished call-7 16
        · LegEnded call-7 c1-8 caller cause=16
        · QueueChosen c1-8 sales [] to_be_called
        · CallbackAgreed c1-8 +436601234572
        · FlowEnded c1-8 note
        · PlaceTaken c1-8 sales [sales≥1] order_key=85
        · WaitPromised c1-8 sales nobody
        · CustomerParted c1-8 call-7
        · CallbackFellDue c1-8
        · NoteCutShort c1-8 acd-1767607281-c1-8-n2 since=1.76761e+09
85.1  RecordingEnded acd-1767607281-c1-8-n2 3
        · NoteLeft c1-8 acd-1767607281-c1-8-n2 length_s=3
85.2  CancelCallback c1-8 boss
        · CallbackGivenUp c1-8 cancelled boss
        · ContactEnded c1-8 cancelled
        · WaitEnded c1-8 sales waited_s=0.2 left
        = done
90    PolicyApplied looking_first
        · PolicyChanged version=8 [sales]
91    CallArrived call-8 200 +436601234573
        · ContactArrived c1-9 call-8 200 +436601234573 straight open policy_version=8
        · QueueChosen c1-9 sales []
        · PlaceTaken c1-9 sales [sales≥1] order_key=91
        · WaitPromised c1-9 sales nobody
        → AnswerLeg call-8
        → StartMusic call-8 sales_music
92    KeyPressed call-8 5
        · MenuOpened c1-9 meanwhile
        · KeyTaken c1-9 ask 5
        · PromptBegan c1-9 note welcome
        → StopMusic call-8
        → Play call-8 c1-9-p1 sound:welcome,sound:beep
93    PlaybackEnded c1-9-p1
        · NoteBegan c1-9 acd-1767607291-c1-9-n2
        → Record call-8 acd-1767607291-c1-9-n2 longest_s=30 silence_s=4 had_tone
96    LegVanished call-8 16
        · LegEnded call-8 c1-9 caller cause=16
        · CallbackAgreed c1-9 +436601234573
        · FlowEnded c1-9 note
        · CustomerParted c1-9 call-8
        · CallbackFellDue c1-9
        · NoteCutShort c1-9 acd-1767607291-c1-9-n2 since=1.76761e+09
96.1  RecordingEnded acd-1767607291-c1-9-n2 3
        · NoteLeft c1-9 acd-1767607291-c1-9-n2 length_s=3
97    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-10 c1-9 bob 202 o1-10-leg sales (waited 6 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-10-leg 202 202 o1-10 - Sales +436601234573
        = done
97.1  LegSeen o1-10-leg
        · LegAppeared o1-10-leg c1-9 agent
        → Ring o1-10-leg give_up_s=24
97.2  LegRang o1-10-leg
        · LegStartedRinging o1-10-leg c1-9 agent
        · OfferRang o1-10 c1-9 bob
98    LegAnswered o1-10-leg
        · LegCameUp o1-10-leg c1-9 agent
        · OfferAnswered o1-10 c1-9 bob o1-10-leg
        · CustomerPreviewed c1-9 bob
        · WaitEnded c1-9 sales waited_s=7 answered
        → Play o1-10-leg o1-10-k1 sound:welcome
99    PlaybackEnded o1-10-k1
        · NotePlayed c1-9 bob
        → Play o1-10-leg o1-10-k2 recording:acd-1767607291-c1-9-n2
100   PlaybackEnded o1-10-k2
        → Play o1-10-leg o1-10-k3 sound:menu
101   LegVanished o1-10-leg 16
        · LegEnded o1-10-leg c1-9 agent cause=16
        · CallbackPassedOn c1-9 bob hung_up
        · TalkFailed c1-9 bob o1-10-leg o1-10-bridge listened
        · PlaceRestored c1-9 sales order_key=91 answered_at=1.76761e+09 listened
        · WaitPromised c1-9 sales too_few
        → StopPlayback o1-10-k3
101   TimePassed
        · RingOpened c1-9 sales ring=1
102   CancelCallback c1-9 boss
        · CallbackGivenUp c1-9 cancelled boss
        · ContactEnded c1-9 cancelled
        · WaitEnded c1-9 sales waited_s=1 left
        = done
