What may come between while a note is recorded, and who hears it whose customer is on the line.

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
Nothing is said: there is no note, and the menu asks again. Then nothing can be recorded.
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
3     PlaybackEnded c1-1-p1
        · NoteBegan c1-1 acd-1767607201-c1-1-n2
        → Record call-1 acd-1767607201-c1-1-n2 longest_s=30 silence_s=4 had_tone
7     RecordingEnded acd-1767607201-c1-1-n2 0
        · NoteMissed c1-1 acd-1767607201-c1-1-n2
        · PromptBegan c1-1 ask menu
        → Play call-1 c1-1-p3 sound:menu
7.1   RecordingEnded acd-1767607201-c1-1-n2 0
7.2   NoteRead c1-1 acd-1767607201-c1-1-n2 "nothing"
8     KeyPressed call-1 5
        · KeyTaken c1-1 ask 5
        · PromptBegan c1-1 note welcome
        → StopPlayback c1-1-p3
        → Play call-1 c1-1-p4 sound:welcome,sound:beep
8.5   KeyPressed call-1 5
        → StopPlayback c1-1-p4
        → Play call-1 c1-1-p5 sound:beep
8.6   KeyPressed call-1 5
8.8   PlaybackEnded c1-1-p5
        · NoteBegan c1-1 acd-1767607201-c1-1-n6
        → Record call-1 acd-1767607201-c1-1-n6 longest_s=30 silence_s=4 had_tone
9     RecordingEnded acd-1767607201-c1-1-n6 failed=true
        · NoteMissed c1-1 acd-1767607201-c1-1-n6 failed
        · PromptBegan c1-1 ask menu
        → Play call-1 c1-1-p7 sound:menu
9.5   PlaybackEnded c1-1-p7
9.6   RecordingEnded acd-1767607201-c1-1-n6 failed=true
A gap while it is recorded: it is looked for, and is there, of a length that nobody knows.
10    KeyPressed call-1 5
        · KeyTaken c1-1 ask 5
        · PromptBegan c1-1 note welcome
        → Play call-1 c1-1-p8 sound:welcome,sound:beep
10.5  KeyPressed call-1 5
        → StopPlayback c1-1-p8
        → Play call-1 c1-1-p9 sound:beep
11    PlaybackEnded c1-1-p9
        · NoteBegan c1-1 acd-1767607201-c1-1-n10
        → Record call-1 acd-1767607201-c1-1-n10 longest_s=30 silence_s=4 had_tone
11    TimePassed
        · RingOpened c1-1 sales ring=1
12    AsteriskLost
15    AsteriskSeen call-1:up
        · LegCameUp call-1 c1-1 caller
        → StopMusic call-1
        → FindRecording acd-1767607201-c1-1-n10
15.1  RecordingEnded acd-1767607201-c1-1-n10
        · NoteLeft c1-1 acd-1767607201-c1-1-n10 length_s=4.1
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 thanks goodbye
        → Play call-1 c1-1-p11 sound:goodbye
16    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
16.1  RecordingEnded acd-1767607201-c1-1-n10
Who rings in and takes the place has said there what it is about. Said once more, that counts.
20    CallArrived call-2 200 +436601234567
        · ContactArrived c1-2 call-2 200 +436601234567 again open policy_version=5 c1-1
        · CallbackPutOff c1-1 until=50 in_use
        · PromptBegan c1-2 known menu
        → AnswerLeg call-2
        → Play call-2 c1-2-p1 sound:menu
21    KeyPressed call-2 1
        · KeyTaken c1-2 known 1
        · PlaceResumed c1-2 c1-1 waits_since=1 []
        · CallbackGivenUp c1-1 taken c1-2
        · PlaceTaken c1-2 sales [sales≥1] order_key=1
        · WaitPromised c1-2 sales nobody
        · ContactEnded c1-1 withdrawn
        · WaitEnded c1-1 sales waited_s=20 left
        → StopPlayback c1-2-p1
        → StartMusic call-2 sales_music
21.5  NoteRead c1-2 acd-1767607201-c1-1-n10 "what was said first"
        · NoteTranscribed c1-2 “what was said first”
22    KeyPressed call-2 5
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 5
        · PromptBegan c1-2 note welcome
        → StopMusic call-2
        → Play call-2 c1-2-p2 sound:welcome,sound:beep
23    PlaybackEnded c1-2-p2
        · NoteBegan c1-2 acd-1767607220-c1-2-n3
        → Record call-2 acd-1767607220-c1-2-n3 longest_s=30 silence_s=4 had_tone
26    RecordingEnded acd-1767607220-c1-2-n3 3
        · NoteLeft c1-2 acd-1767607220-c1-2-n3 length_s=3
        · CallbackAgreed c1-2 +436601234567
        · PromptBegan c1-2 thanks goodbye
        → Play call-2 c1-2-p4 sound:goodbye
27    LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · CustomerParted c1-2 call-2
        · CallbackFellDue c1-2
Lost in the middle of the prompt, it is said again; the caller hangs up while it is recorded, having said
nothing. That counts as agreed, and is cancelled.
30    CallArrived call-3 200 +436607654321
        · ContactArrived c1-3 call-3 200 +436607654321 straight open policy_version=5
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=30
        · WaitPromised c1-3 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
31    KeyPressed call-3 5
        · MenuOpened c1-3 meanwhile
        · KeyTaken c1-3 ask 5
        · PromptBegan c1-3 note welcome
        → StopMusic call-3
        → Play call-3 c1-3-p1 sound:welcome,sound:beep
32    AsteriskLost
33    AsteriskSeen call-3:up
        · LegCameUp call-3 c1-3 caller
        · PromptBegan c1-3 note welcome
        → StopMusic call-3
        → StopPlayback c1-3-p1
        → Play call-3 c1-3-p2 sound:welcome,sound:beep
34    PlaybackEnded c1-3-p2
        · NoteBegan c1-3 acd-1767607230-c1-3-n3
        → Record call-3 acd-1767607230-c1-3-n3 longest_s=30 silence_s=4 had_tone
35    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · CallbackAgreed c1-3 +436607654321
        · FlowEnded c1-3 note
        · CustomerParted c1-3 call-3
        · CallbackFellDue c1-3
        · NoteCutShort c1-3 acd-1767607230-c1-3-n3 since=1.76761e+09
35.1  RecordingEnded acd-1767607230-c1-3-n3 1
        · NoteMissed c1-3 acd-1767607230-c1-3-n3
35.2  CancelCallback c1-3 boss
        · CallbackGivenUp c1-3 cancelled boss
        · ContactEnded c1-3 cancelled
        · WaitEnded c1-3 sales waited_s=5.2 left
        = done
Who says something else before taking the place has said it last.
36    CallArrived call-4 200 +436601234567
        · ContactArrived c1-4 call-4 200 +436601234567 again open policy_version=5 c1-2
        · CallbackPutOff c1-2 until=66 in_use
        · PromptBegan c1-4 known menu
        → AnswerLeg call-4
        → Play call-4 c1-4-p1 sound:menu
37    KeyPressed call-4 5
        · KeyTaken c1-4 known 5
        · PromptBegan c1-4 note welcome
        → StopPlayback c1-4-p1
        → Play call-4 c1-4-p2 sound:welcome,sound:beep
37.5  KeyPressed call-4 5
        → StopPlayback c1-4-p2
        → Play call-4 c1-4-p3 sound:beep
38    PlaybackEnded c1-4-p3
        · NoteBegan c1-4 acd-1767607236-c1-4-n4
        → Record call-4 acd-1767607236-c1-4-n4 longest_s=30 silence_s=4 had_tone
39    RecordingEnded acd-1767607236-c1-4-n4 2
        · NoteLeft c1-4 acd-1767607236-c1-4-n4 length_s=2
        · PlaceResumed c1-4 c1-2 waits_since=1 []
        · CallbackGivenUp c1-2 taken c1-4
        · PlaceTaken c1-4 sales [sales≥1] order_key=1
        · WaitPromised c1-4 sales nobody
        · ContactEnded c1-2 withdrawn
        · WaitEnded c1-2 sales waited_s=18 left
        → StartMusic call-4 sales_music
39.1  NoteRead c1-4 acd-1767607236-c1-4-n4 "it is urgent"
        · NoteTranscribed c1-4 “it is urgent”
40    LegVanished call-4 16
        · LegEnded call-4 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=1 abandoned
Nothing is heard of a recording: it is looked for, when Asterisk hears us. It goes on in the next queue, until
that one gives the caller up.
50    CallArrived call-5 200 +436607777777
        · ContactArrived c1-5 call-5 200 +436607777777 straight open policy_version=5
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=50
        · WaitPromised c1-5 sales nobody
        → AnswerLeg call-5
        → StartMusic call-5 sales_music
60    TimePassed
        · RingOpened c1-5 sales ring=1
240   KeyPressed call-5 5
        · MenuOpened c1-5 meanwhile
        · KeyTaken c1-5 ask 5
        · PromptBegan c1-5 note welcome
        → StopMusic call-5
        → Play call-5 c1-5-p1 sound:welcome,sound:beep
241   PlaybackEnded c1-5-p1
        · NoteBegan c1-5 acd-1767607250-c1-5-n2
        → Record call-5 acd-1767607250-c1-5-n2 longest_s=30 silence_s=4 had_tone
242   AsteriskLost
250   TimePassed
        · Overflowed c1-5 sales queue=repair waited []
        · WaitEnded c1-5 sales waited_s=200 left
        · PlaceTaken c1-5 repair [repair≥1] order_key=50
        · WaitPromised c1-5 repair nobody
260   AsteriskSeen call-5:up
        · LegCameUp call-5 c1-5 caller
        → StopMusic call-5
        → FindRecording acd-1767607250-c1-5-n2
276   TimePassed
        → FindRecording acd-1767607250-c1-5-n2
277   TimePassed
        · Overflowed c1-5 repair flow=closed waited []
        · WaitEnded c1-5 repair waited_s=27 left
        · PromptBegan c1-5 closed closed
        → DropRecording acd-1767607250-c1-5-n2
        → Play call-5 c1-5-p3 sound:closed
277.1 PlaybackEnded c1-5-p3
        · FlowEnded c1-5 end
        · ContactEnded c1-5 flow_ended
        → EndLeg call-5 normal
278   LegVanished call-5 16
        · LegEnded call-5 c1-5 caller cause=16 asked
An agent answers in the middle of it: what was being said is dropped, for it can be said now.
400   CallArrived call-6 200 +436608888888
        · ContactArrived c1-6 call-6 200 +436608888888 straight open policy_version=5
        · QueueChosen c1-6 sales []
        · PlaceTaken c1-6 sales [sales≥1] order_key=400
        · WaitPromised c1-6 sales nobody
        → AnswerLeg call-6
        → StartMusic call-6 sales_music
403   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-7 c1-6 bob 202 o1-7-leg sales (waited 3 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-7-leg 202 202 o1-7 call-6 Sales +436608888888
        = done
403.1 LegSeen o1-7-leg
        · LegAppeared o1-7-leg c1-6 agent
        → Ring o1-7-leg give_up_s=24
403.2 LegRang o1-7-leg
        · LegStartedRinging o1-7-leg c1-6 agent
        · OfferRang o1-7 c1-6 bob
404   KeyPressed call-6 5
        · MenuOpened c1-6 meanwhile
        · KeyTaken c1-6 ask 5
        · PromptBegan c1-6 note welcome
        → StopMusic call-6
        → Play call-6 c1-6-p1 sound:welcome,sound:beep
405   KeyPressed call-6 5
        → StopPlayback c1-6-p1
        → Play call-6 c1-6-p2 sound:beep
405.5 PlaybackEnded c1-6-p2
        · NoteBegan c1-6 acd-1767607600-c1-6-n3
        → Record call-6 acd-1767607600-c1-6-n3 longest_s=30 silence_s=4 had_tone
406   LegAnswered o1-7-leg
        · LegCameUp o1-7-leg c1-6 agent
        · OfferAnswered o1-7 c1-6 bob o1-7-leg
        · TalkBegan c1-6 bob o1-7 o1-7-bridge
        · WaitEnded c1-6 sales waited_s=6 answered
        → StopMusic call-6
        → Join o1-7-bridge [call-6 o1-7-leg]
        → DropRecording acd-1767607600-c1-6-n3
406.1 LegJoined call-6 o1-7-bridge
406.1 LegJoined o1-7-leg o1-7-bridge
        · TalkJoined c1-6 bob
406.2 RecordingEnded acd-1767607600-c1-6-n3 failed=true
410   LegVanished call-6 16
        · LegEnded call-6 c1-6 caller cause=16
        · TalkEnded c1-6 bob o1-7-leg o1-7-bridge caller
        · ContactEnded c1-6 served
        · WrapUpBegan bob c1-6 until=420
        → EndBridge o1-7-bridge
        → EndLeg o1-7-leg normal
410.1 LegVanished o1-7-leg 16
        · LegEnded o1-7-leg c1-6 agent cause=16 asked
So it is when a box is to take a message.
420   PolicyApplied leaving_notes_for_a_while
        · PolicyChanged version=7 [sales]
420   TimePassed
        · WrapUpEnded bob by_limit
421   CallArrived call-8 200 +436609999999
        · ContactArrived c1-8 call-8 200 +436609999999 straight open policy_version=7
        · QueueChosen c1-8 sales []
        · PlaceTaken c1-8 sales [sales≥1] order_key=421
        · WaitPromised c1-8 sales promise=0-0
        · OfferOpened o1-9 c1-8 bob 202 o1-9-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 1 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-8
        → StartMusic call-8 sales_music
        → CreateLeg o1-9-leg 202 202 o1-9 call-8 Sales +436609999999
422   KeyPressed call-8 5
        · MenuOpened c1-8 meanwhile
        · KeyTaken c1-8 ask 5
        · PromptBegan c1-8 note welcome
        → StopMusic call-8
        → Play call-8 c1-8-p1 sound:welcome,sound:beep
423   KeyPressed call-8 5
        → StopPlayback c1-8-p1
        → Play call-8 c1-8-p2 sound:beep
424   PlaybackEnded c1-8-p2
        · NoteBegan c1-8 acd-1767607621-c1-8-n3
        → Record call-8 acd-1767607621-c1-8-n3 longest_s=30 silence_s=4 had_tone
425   TimePassed
        · OfferFailed o1-9 c1-8 bob o1-9-leg unreachable
        → EndLeg o1-9-leg no_answer
426   TimePassed
        · Overflowed c1-8 sales voicemail=100 waited []
        · CallPassedOn c1-8 call-8 100
        · ContactEnded c1-8 voicemail
        · WaitEnded c1-8 sales waited_s=5 left
        → DropRecording acd-1767607621-c1-8-n3
        → PassOn call-8 100
427   LegVanished call-8 16
        · LegEnded call-8 c1-8 caller cause=16
