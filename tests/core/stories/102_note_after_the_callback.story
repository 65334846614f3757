First it is agreed to be called back, and then the customer says what it is about: nothing is lost, whoever hangs
up when.

0     AsteriskSeen
0     PolicyApplied leaving_notes_afterwards
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=11 [repair sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
Said to its end, it is followed by thanks. Somebody who becomes free meanwhile is not rung for it yet.
1     CallArrived call-1 200 +436601234567
        · ContactArrived c1-1 call-1 200 +436601234567 straight open policy_version=11
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     KeyPressed call-1 5
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 5
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 note welcome
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:welcome,sound:beep
3     PlaybackEnded c1-1-p1
        · NoteBegan c1-1 acd-1767607201-c1-1-n2
        → Record call-1 acd-1767607201-c1-1-n2 longest_s=30 silence_s=4 had_tone
4     GoReady bob
        · AgentBecameReady bob
        = done
6     RecordingEnded acd-1767607201-c1-1-n2 3
        · NoteLeft c1-1 acd-1767607201-c1-1-n2 length_s=3
        · PromptBegan c1-1 thanks goodbye
        → Play call-1 c1-1-p3 sound:goodbye
7     PlaybackEnded c1-1-p3
        · FlowEnded c1-1 bye
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 6 s, 0 ahead; candidates: bob 5 idle 3 s; others: 1 logged out, 2 serves other queues)
        → EndLeg call-1 normal
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436601234567
7.1   LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
The agent hears it, and the customer is reached, but the agent has gone: the customer waits on the line, and says
something else. Of what was said before hanging up nothing is heard: it is looked for.
7.2   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
7.3   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
8     LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · WaitEnded c1-1 sales waited_s=7 answered
        → Play o1-2-leg o1-2-b sound:welcome
8.1   PlaybackEnded o1-2-b
        · NotePlayed c1-1 bob
        → Play o1-2-leg o1-2-n recording:acd-1767607201-c1-1-n2
9     PlaybackEnded o1-2-n
        · CustomerWanted c1-1 bob o1-2-leg
        · CustomerDialled c1-1 c1-1-d1 +436601234567 attempt=1
        → StartMusic o1-2-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601234567@out +431234 o1-2-leg
9.1   LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
9.2   LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
10    LegAnswered c1-1-d1
        · LegCameUp c1-1-d1 c1-1 caller
        · CustomerReached c1-1 c1-1-d1
        · TalkBegan c1-1 bob o1-2 o1-2-bridge
        → StopMusic o1-2-leg
        → StopMusic c1-1-d1
        → Join o1-2-bridge [c1-1-d1 o1-2-leg]
10.1  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-2-bridge
        → StartMusic c1-1-d1 sales_music
10.2  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
11    KeyPressed c1-1-d1 5
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 5
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 note welcome
        → StopMusic c1-1-d1
        → Play c1-1-d1 c1-1-p4 sound:welcome,sound:beep
11    TimePassed
        · RingOpened c1-1 sales ring=1
12    PlaybackEnded c1-1-p4
        · NoteBegan c1-1 acd-1767607201-c1-1-n5
        → Record c1-1-d1 acd-1767607201-c1-1-n5 longest_s=30 silence_s=4 had_tone
15    LegVanished c1-1-d1 16
        · LegEnded c1-1-d1 c1-1 caller cause=16
        · CustomerParted c1-1 c1-1-d1
        · CallbackFellDue c1-1
        · NoteCutShort c1-1 acd-1767607201-c1-1-n5 since=1.76761e+09
15.1  TimePassed
15.1  NoteRead c1-1 acd-1767607201-c1-1-n2 "too late"
17    TimePassed
        → FindRecording acd-1767607201-c1-1-n5
19    TimePassed
        → FindRecording acd-1767607201-c1-1-n5
19.5  GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 18.5 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601234567
        = done
19.6  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
19.7  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
20    LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=9.9 answered
        → Play o1-3-leg o1-3-b sound:welcome
20.1  PlaybackEnded o1-3-b
        · CustomerWanted c1-1 bob o1-3-leg
        · CustomerDialled c1-1 c1-1-d2 +436601234567 attempt=2
        → StartMusic o1-3-leg sales_music
        → DialOut c1-1-d2 c1-1 +436601234567@out +431234 o1-3-leg
The agent leaves again, and what is said now counts instead, but nothing is: the first note is heard.
20.2  LegSeen c1-1-d2
        · LegAppeared c1-1-d2 c1-1 caller
        → Ring c1-1-d2 give_up_s=35
20.3  LegRang c1-1-d2
        · LegStartedRinging c1-1-d2 c1-1 caller
21    LegAnswered c1-1-d2
        · LegCameUp c1-1-d2 c1-1 caller
        · CustomerReached c1-1 c1-1-d2
        · TalkBegan c1-1 bob o1-3 o1-3-bridge
        → StopMusic o1-3-leg
        → StopMusic c1-1-d2
        → Join o1-3-bridge [c1-1-d2 o1-3-leg]
21    TimePassed
        → FindRecording acd-1767607201-c1-1-n5
21.1  LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-3-leg o1-3-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-3-bridge
        → StartMusic c1-1-d2 sales_music
21.2  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
22    KeyPressed c1-1-d2 5
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 5
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 note welcome
        → StopMusic c1-1-d2
        → Play c1-1-d2 c1-1-p6 sound:welcome,sound:beep
23    PlaybackEnded c1-1-p6
        · NoteBegan c1-1 acd-1767607201-c1-1-n7
        → Record c1-1-d2 acd-1767607201-c1-1-n7 longest_s=30 silence_s=4 had_tone
23    TimePassed
        → FindRecording acd-1767607201-c1-1-n5
24    LegVanished c1-1-d2 16
        · LegEnded c1-1-d2 c1-1 caller cause=16
        · CustomerParted c1-1 c1-1-d2
        · CallbackFellDue c1-1
        · NoteCutShort c1-1 acd-1767607201-c1-1-n7 since=1.76761e+09
24.1  RecordingEnded acd-1767607201-c1-1-n5 2
24.2  RecordingEnded acd-1767607201-c1-1-n7 1
        · NoteMissed c1-1 acd-1767607201-c1-1-n7
26.1  TimePassed
30    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-4 c1-1 bob 202 o1-4-leg sales (waited 29 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601234567
        = done
30.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
30.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 bob
31    LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        · OfferAnswered o1-4 c1-1 bob o1-4-leg
        · WaitEnded c1-1 sales waited_s=9.9 answered
        → Play o1-4-leg o1-4-b sound:welcome
32    PlaybackEnded o1-4-b
        · NotePlayed c1-1 bob
        → Play o1-4-leg o1-4-n recording:acd-1767607201-c1-1-n2
33    PlaybackEnded o1-4-n
        · CustomerWanted c1-1 bob o1-4-leg
        · CustomerDialled c1-1 c1-1-d3 +436601234567 attempt=3
        → StartMusic o1-4-leg sales_music
        → DialOut c1-1-d3 c1-1 +436601234567@out +431234 o1-4-leg
33.1  LegSeen c1-1-d3
        · LegAppeared c1-1-d3 c1-1 caller
        → Ring c1-1-d3 give_up_s=35
33.2  LegRang c1-1-d3
        · LegStartedRinging c1-1-d3 c1-1 caller
34    LegAnswered c1-1-d3
        · LegCameUp c1-1-d3 c1-1 caller
        · CustomerReached c1-1 c1-1-d3
        · TalkBegan c1-1 bob o1-4 o1-4-bridge
        → StopMusic o1-4-leg
        → StopMusic c1-1-d3
        → Join o1-4-bridge [c1-1-d3 o1-4-leg]
34.1  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-4-leg o1-4-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-4-bridge
        → StartMusic c1-1-d3 sales_music
34.2  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
Hung up once more, of which nothing is heard for long; and said to its end when the next agent has gone.
35    KeyPressed c1-1-d3 5
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 5
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 note welcome
        → StopMusic c1-1-d3
        → Play c1-1-d3 c1-1-p8 sound:welcome,sound:beep
36    PlaybackEnded c1-1-p8
        · NoteBegan c1-1 acd-1767607201-c1-1-n9
        → Record c1-1-d3 acd-1767607201-c1-1-n9 longest_s=30 silence_s=4 had_tone
39.1  TimePassed
40    LegVanished c1-1-d3 16
        · LegEnded c1-1-d3 c1-1 caller cause=16
        · CustomerParted c1-1 c1-1-d3
        · CallbackFellDue c1-1
        · NoteCutShort c1-1 acd-1767607201-c1-1-n9 since=1.76761e+09
40.1  GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-5 c1-1 bob 202 o1-5-leg sales (waited 39.1 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 - Sales +436601234567
        = done
40.2  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-1 agent
        → Ring o1-5-leg give_up_s=24
40.3  LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-1 agent
        · OfferRang o1-5 c1-1 bob
41    LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-1 agent
        · OfferAnswered o1-5 c1-1 bob o1-5-leg
        · WaitEnded c1-1 sales waited_s=6.9 answered
        → Play o1-5-leg o1-5-b sound:welcome
41.5  PlaybackEnded o1-5-b
        · CustomerWanted c1-1 bob o1-5-leg
        · CustomerDialled c1-1 c1-1-d4 +436601234567 attempt=4
        → StartMusic o1-5-leg sales_music
        → DialOut c1-1-d4 c1-1 +436601234567@out +431234 o1-5-leg
41.6  LegSeen c1-1-d4
        · LegAppeared c1-1-d4 c1-1 caller
        → Ring c1-1-d4 give_up_s=35
41.7  LegRang c1-1-d4
        · LegStartedRinging c1-1-d4 c1-1 caller
42    LegAnswered c1-1-d4
        · LegCameUp c1-1-d4 c1-1 caller
        · CustomerReached c1-1 c1-1-d4
        · TalkBegan c1-1 bob o1-5 o1-5-bridge
        → StopMusic o1-5-leg
        → StopMusic c1-1-d4
        → Join o1-5-bridge [c1-1-d4 o1-5-leg]
42    TimePassed
        → FindRecording acd-1767607201-c1-1-n9
42.1  LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-1 agent cause=16
        · TalkFailed c1-1 bob o1-5-leg o1-5-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-5-bridge
        → StartMusic c1-1-d4 sales_music
42.2  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
43    KeyPressed c1-1-d4 5
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 5
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 note welcome
        → StopMusic c1-1-d4
        → Play c1-1-d4 c1-1-p10 sound:welcome,sound:beep
44    PlaybackEnded c1-1-p10
        · NoteBegan c1-1 acd-1767607201-c1-1-n11
        → Record c1-1-d4 acd-1767607201-c1-1-n11 longest_s=30 silence_s=4 had_tone
44    TimePassed
        → FindRecording acd-1767607201-c1-1-n9
46    TimePassed
        → FindRecording acd-1767607201-c1-1-n9
47    RecordingEnded acd-1767607201-c1-1-n11 3
        · NoteLeft c1-1 acd-1767607201-c1-1-n11 length_s=3
        · PromptBegan c1-1 thanks goodbye
        → Play c1-1-d4 c1-1-p12 sound:goodbye
47.1  TimePassed
48    LegVanished c1-1-d4 16
        · LegEnded c1-1-d4 c1-1 caller cause=16
        · CustomerParted c1-1 c1-1-d4
        · CallbackFellDue c1-1
49    CancelCallback c1-1 boss
        · CallbackGivenUp c1-1 cancelled boss
        · ContactEnded c1-1 cancelled
        · WaitEnded c1-1 sales waited_s=6.9 left
        = done
