The first line ends while the second caller hears an announcement, looks into the menu, or is to be called back. What was
said on the first line of what it is about goes along.

0     AsteriskSeen
0     PolicyApplied dropping_with_more
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=13 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=13
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
5     RecordingEnded acd-1767607201-c1-1-n2 2
        · NoteLeft c1-1 acd-1767607201-c1-1-n2 length_s=2
        · WaitGoesOn c1-1
        → StartMusic call-1 sales_music
10    CallArrived call-2 200 +436601111111
        · ContactArrived c1-2 call-2 200 +436601111111 back open policy_version=13 c1-1
        · PromptBegan c1-2 known menu
        → AnswerLeg call-2
        → Play call-2 c1-2-p1 sound:menu
11    KeyPressed call-2 1
        · KeyTaken c1-2 known 1
        · PlaceAwaited c1-2 c1-1
        · QueueChosen c1-2 sales [] brought_forward
        · PlaceTaken c1-2 sales [sales≥1] order_key=11
        · WaitPromised c1-2 sales nobody
        → StopPlayback c1-2-p1
        → StartMusic call-2 sales_music
11    TimePassed
        · RingOpened c1-1 sales ring=1
21    TimePassed
        · RingOpened c1-2 sales ring=1
31    TimePassed
        · Announced c1-1 sales welcome - -
        → Play call-1 c1-1-a1 sound:welcome
        → StartMusic call-1 sales_music
41    TimePassed
        · Announced c1-2 sales welcome - -
        → Play call-2 c1-2-a1 sound:welcome
        → StartMusic call-2 sales_music
41.5  LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · WaitEnded c1-1 sales waited_s=40.5 abandoned
        · PlaceInherited c1-2 c1-1 waits_since=1
        · PlacePassedOn c1-1 c1-2
        · WaitEnded c1-2 sales waited_s=30.5 left
        · WaitPromised c1-2 sales nobody
Both have said what it is about: the last one counts.
42    PlaybackEnded c1-2-a1
43    KeyPressed call-2 5
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 5
        · PromptBegan c1-2 note welcome
        → StopMusic call-2
        → Play call-2 c1-2-p2 sound:welcome,sound:beep
44    PlaybackEnded c1-2-p2
        · NoteBegan c1-2 acd-1767607210-c1-2-n3
        → Record call-2 acd-1767607210-c1-2-n3 longest_s=30 silence_s=4 had_tone
46    RecordingEnded acd-1767607210-c1-2-n3 2
        · NoteLeft c1-2 acd-1767607210-c1-2-n3 length_s=2
        · WaitGoesOn c1-2
        → StartMusic call-2 sales_music
50    CallArrived call-3 200 +436601111111
        · ContactArrived c1-3 call-3 200 +436601111111 back open policy_version=13 c1-2
        · PromptBegan c1-3 known menu
        → AnswerLeg call-3
        → Play call-3 c1-3-p1 sound:menu
51    KeyPressed call-3 1
        · KeyTaken c1-3 known 1
        · PlaceAwaited c1-3 c1-2
        · QueueChosen c1-3 sales [] brought_forward
        · PlaceTaken c1-3 sales [sales≥1] order_key=51
        · WaitPromised c1-3 sales nobody
        → StopPlayback c1-3-p1
        → StartMusic call-3 sales_music
52    KeyPressed call-3 5
        · MenuOpened c1-3 meanwhile
        · KeyTaken c1-3 ask 5
        · PromptBegan c1-3 note welcome
        → StopMusic call-3
        → Play call-3 c1-3-p2 sound:welcome,sound:beep
53    PlaybackEnded c1-3-p2
        · NoteBegan c1-3 acd-1767607250-c1-3-n3
        → Record call-3 acd-1767607250-c1-3-n3 longest_s=30 silence_s=4 had_tone
55    RecordingEnded acd-1767607250-c1-3-n3 2
        · NoteLeft c1-3 acd-1767607250-c1-3-n3 length_s=2
        · WaitGoesOn c1-3
        → StartMusic call-3 sales_music
56    KeyPressed call-3 5
        · MenuOpened c1-3 meanwhile
        · KeyTaken c1-3 ask 5
        · PromptBegan c1-3 note welcome
        → StopMusic call-3
        → Play call-3 c1-3-p4 sound:welcome,sound:beep
57    LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · WaitEnded c1-2 sales waited_s=15.5 abandoned
        · PlaceInherited c1-3 c1-2 waits_since=1
        · PlacePassedOn c1-2 c1-3
        · WaitEnded c1-3 sales waited_s=6 left
        · WaitPromised c1-3 sales nobody
58    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · WaitEnded c1-3 sales waited_s=1 abandoned
Whoever asks to be called back, having rung again, is called back in the turn of the first line.
60    CallArrived call-4 200 +436602222222
        · ContactArrived c1-4 call-4 200 +436602222222 straight open policy_version=13
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=60
        · WaitPromised c1-4 sales nobody
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
61    CallArrived call-5 200 +436602222222
        · ContactArrived c1-5 call-5 200 +436602222222 back open policy_version=13 c1-4
        · PromptBegan c1-5 known menu
        → AnswerLeg call-5
        → Play call-5 c1-5-p1 sound:menu
62    KeyPressed call-5 1
        · KeyTaken c1-5 known 1
        · PlaceAwaited c1-5 c1-4
        · QueueChosen c1-5 sales [] brought_forward
        · PlaceTaken c1-5 sales [sales≥1] order_key=62
        · WaitPromised c1-5 sales nobody
        → StopPlayback c1-5-p1
        → StartMusic call-5 sales_music
63    KeyPressed call-5 1
        · MenuOpened c1-5 meanwhile
        · KeyTaken c1-5 ask 1
        · CallbackAgreed c1-5 +436602222222
        · PromptBegan c1-5 thanks goodbye
        → StopMusic call-5
        → Play call-5 c1-5-p2 sound:goodbye
64    LegVanished call-5 16
        · LegEnded call-5 c1-5 caller cause=16
        · CustomerParted c1-5 call-5
        · CallbackPutOff c1-5 until=94 in_use
65    LegVanished call-4 16
        · LegEnded call-4 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=5 abandoned
        · PlaceInherited c1-5 c1-4 waits_since=60
        · PlacePassedOn c1-4 c1-5
        · WaitEnded c1-5 sales waited_s=3 left
        · WaitPromised c1-5 sales nobody
66    CancelCallback c1-5 boss
        · CallbackGivenUp c1-5 cancelled boss
        · ContactEnded c1-5 cancelled
        · WaitEnded c1-5 sales waited_s=1 left
        = done
A message takes no place in the line of the calls, nor does who has gone to another one.
70    CallArrived call-6 200 +436603333333
        · ContactArrived c1-6 call-6 200 +436603333333 straight open policy_version=13
        · QueueChosen c1-6 sales []
        · PlaceTaken c1-6 sales [sales≥1] order_key=70
        · WaitPromised c1-6 sales nobody
        → AnswerLeg call-6
        → StartMusic call-6 sales_music
71    CallArrived call-7 200 +436603333333
        · ContactArrived c1-7 call-7 200 +436603333333 back open policy_version=13 c1-6
        · PromptBegan c1-7 known menu
        → AnswerLeg call-7
        → Play call-7 c1-7-p1 sound:menu
72    KeyPressed call-7 1
        · KeyTaken c1-7 known 1
        · PlaceAwaited c1-7 c1-6
        · QueueChosen c1-7 sales [] brought_forward
        · PlaceTaken c1-7 sales [sales≥1] order_key=72
        · WaitPromised c1-7 sales nobody
        → StopPlayback c1-7-p1
        → StartMusic call-7 sales_music
73    KeyPressed call-7 4
        · MenuOpened c1-7 meanwhile
        · KeyTaken c1-7 ask 4
        · MessageChosen c1-7 100 []
        · MessageInvited c1-7 100
        · WaitEnded c1-7 sales waited_s=1 left
        → StopMusic call-7
        → Play call-7 c1-7-g1 sound:goodbye
74    PlaybackEnded c1-7-g1
        · RecordingBegan c1-7 acd-1767607271-c1-7
        → Record call-7 acd-1767607271-c1-7 longest_s=180 silence_s=6
76    LegVanished call-7 16
        · LegEnded call-7 c1-7 caller cause=16
76.1  RecordingEnded acd-1767607271-c1-7 2
        · MessageLeft c1-7 call-7 acd-1767607271-c1-7 length_s=2
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=71
        · WaitPromised c1-7 sales nobody
77    LegVanished call-6 16
        · LegEnded call-6 c1-6 caller cause=16
        · ContactEnded c1-6 abandoned
        · WaitEnded c1-6 sales waited_s=7 abandoned
80    CallArrived call-8 200 +436604444444
        · ContactArrived c1-8 call-8 200 +436604444444 straight open policy_version=13
        · QueueChosen c1-8 sales []
        · PlaceTaken c1-8 sales [sales≥1] order_key=80
        · WaitPromised c1-8 sales nobody
        → AnswerLeg call-8
        → StartMusic call-8 sales_music
81    CallArrived call-9 200 +436604444444
        · ContactArrived c1-9 call-9 200 +436604444444 back open policy_version=13 c1-8
        · PromptBegan c1-9 known menu
        → AnswerLeg call-9
        → Play call-9 c1-9-p1 sound:menu
82    KeyPressed call-9 1
        · KeyTaken c1-9 known 1
        · PlaceAwaited c1-9 c1-8
        · QueueChosen c1-9 sales [] brought_forward
        · PlaceTaken c1-9 sales [sales≥1] order_key=82
        · WaitPromised c1-9 sales nobody
        → StopPlayback c1-9-p1
        → StartMusic call-9 sales_music
83    KeyPressed call-9 3
        · MenuOpened c1-9 meanwhile
        · KeyTaken c1-9 ask 3
        · QueueChosen c1-9 repair []
        · WaitEnded c1-9 sales waited_s=1 left
        · PlaceTaken c1-9 repair [repair≥1] order_key=82
        · WaitPromised c1-9 repair nobody
        → StopMusic call-9
        → StartMusic call-9 repair_music
84    LegVanished call-8 16
        · LegEnded call-8 c1-8 caller cause=16
        · ContactEnded c1-8 abandoned
        · WaitEnded c1-8 sales waited_s=4 abandoned
85    LegVanished call-9 16
        · LegEnded call-9 c1-9 caller cause=16
        · ContactEnded c1-9 abandoned
        · WaitEnded c1-9 repair waited_s=2 abandoned
Whose line ends and who has wanted nothing of a second caller finds the place still: whatever that one did instead.
86.1  TimePassed
        · RingOpened c1-7 sales ring=1
90    CallArrived call-10 200 +436605555555
        · ContactArrived c1-10 call-10 200 +436605555555 straight open policy_version=13
        · QueueChosen c1-10 sales []
        · PlaceTaken c1-10 sales [sales≥1] order_key=90
        · WaitPromised c1-10 sales nobody
        → AnswerLeg call-10
        → StartMusic call-10 sales_music
91    CallArrived call-11 200 +436605555555
        · ContactArrived c1-11 call-11 200 +436605555555 back open policy_version=13 c1-10
        · PromptBegan c1-11 known menu
        → AnswerLeg call-11
        → Play call-11 c1-11-p1 sound:menu
92    KeyPressed call-11 4
        · KeyTaken c1-11 known 4
        · MessageChosen c1-11 100 []
        · MessageInvited c1-11 100
        → StopPlayback c1-11-p1
        → Play call-11 c1-11-g1 sound:goodbye
93    LegVanished call-11 16
        · LegEnded call-11 c1-11 caller cause=16
        · ContactEnded c1-11 no_message
94    CallArrived call-12 200 +436605555555
        · ContactArrived c1-12 call-12 200 +436605555555 back open policy_version=13 c1-10
        · PromptBegan c1-12 known menu
        → AnswerLeg call-12
        → Play call-12 c1-12-p1 sound:menu
95    KeyPressed call-12 5
        · KeyTaken c1-12 known 5
        · QueueChosen c1-12 repair []
        · PlaceTaken c1-12 repair [repair≥1] order_key=95
        · WaitPromised c1-12 repair nobody
        → StopPlayback c1-12-p1
        → StartMusic call-12 repair_music
96    LegVanished call-12 16
        · LegEnded call-12 c1-12 caller cause=16
        · ContactEnded c1-12 abandoned
        · WaitEnded c1-12 repair waited_s=1 abandoned
97    LegVanished call-10 16
        · LegEnded call-10 c1-10 caller cause=16
        · ContactEnded c1-10 abandoned
        · WaitEnded c1-10 sales waited_s=7 abandoned
98    CallArrived call-13 200 +436605555555
        · ContactArrived c1-13 call-13 200 +436605555555 back open policy_version=13 c1-10
        · PromptBegan c1-13 known menu
        → AnswerLeg call-13
        → Play call-13 c1-13-p1 sound:menu
99    KeyPressed call-13 1
        · KeyTaken c1-13 known 1
        · PlaceResumed c1-13 c1-10 waits_since=90 []
        · PlacePassedOn c1-10 c1-13
        · PlaceTaken c1-13 sales [sales≥1] order_key=90
        · WaitPromised c1-13 sales nobody
        → StopPlayback c1-13-p1
        → StartMusic call-13 sales_music
100   LegVanished call-13 16
        · LegEnded call-13 c1-13 caller cause=16
        · ContactEnded c1-13 abandoned
        · WaitEnded c1-13 sales waited_s=1 abandoned
A hole on the way out of a hole: both lines are gone, and the place is that of the first one.
170   CallArrived call-20 200 +436606666666
        · ContactArrived c1-14 call-20 200 +436606666666 straight open policy_version=13
        · QueueChosen c1-14 sales []
        · PlaceTaken c1-14 sales [sales≥1] order_key=170
        · WaitPromised c1-14 sales nobody
        → AnswerLeg call-20
        → StartMusic call-20 sales_music
175   CallArrived call-21 200 +436606666666
        · ContactArrived c1-15 call-21 200 +436606666666 back open policy_version=13 c1-14
        · PromptBegan c1-15 known menu
        → AnswerLeg call-21
        → Play call-21 c1-15-p1 sound:menu
176   KeyPressed call-21 1
        · KeyTaken c1-15 known 1
        · PlaceAwaited c1-15 c1-14
        · QueueChosen c1-15 sales [] brought_forward
        · PlaceTaken c1-15 sales [sales≥1] order_key=176
        · WaitPromised c1-15 sales nobody
        → StopPlayback c1-15-p1
        → StartMusic call-21 sales_music
177   LegVanished call-21 16
        · LegEnded call-21 c1-15 caller cause=16
        · ContactEnded c1-15 abandoned
        · WaitEnded c1-15 sales waited_s=1 abandoned
178   CallArrived call-22 200 +436606666666
        · ContactArrived c1-16 call-22 200 +436606666666 back open policy_version=13 c1-14
        · PromptBegan c1-16 known menu
        → AnswerLeg call-22
        → Play call-22 c1-16-p1 sound:menu
179   KeyPressed call-22 1
        · KeyTaken c1-16 known 1
        · PlaceAwaited c1-16 c1-14
        · QueueChosen c1-16 sales [] brought_forward
        · PlaceTaken c1-16 sales [sales≥1] order_key=179
        · WaitPromised c1-16 sales nobody
        → StopPlayback c1-16-p1
        → StartMusic call-22 sales_music
180   LegVanished call-20 16
        · LegEnded call-20 c1-14 caller cause=16
        · ContactEnded c1-14 abandoned
        · WaitEnded c1-14 sales waited_s=10 abandoned
        · PlaceInherited c1-16 c1-14 waits_since=170
        · PlacePassedOn c1-14 c1-16
        · WaitEnded c1-16 sales waited_s=1 left
        · WaitPromised c1-16 sales nobody
180   TimePassed
        · RingOpened c1-16 sales ring=1
181   LegVanished call-22 16
        · LegEnded call-22 c1-16 caller cause=16
        · ContactEnded c1-16 abandoned
        · WaitEnded c1-16 sales waited_s=1 abandoned
A line that stands for more than a minute is somebody's. If it ends then, who rings next is asked.
250   CallArrived call-30 200 +436607777777
        · ContactArrived c1-17 call-30 200 +436607777777 straight open policy_version=13
        · QueueChosen c1-17 sales []
        · PlaceTaken c1-17 sales [sales≥1] order_key=250
        · WaitPromised c1-17 sales nobody
        → AnswerLeg call-30
        → StartMusic call-30 sales_music
255   CallArrived call-31 200 +436607777777
        · ContactArrived c1-18 call-31 200 +436607777777 back open policy_version=13 c1-17
        · PromptBegan c1-18 known menu
        → AnswerLeg call-31
        → Play call-31 c1-18-p1 sound:menu
256   KeyPressed call-31 1
        · KeyTaken c1-18 known 1
        · PlaceAwaited c1-18 c1-17
        · QueueChosen c1-18 sales [] brought_forward
        · PlaceTaken c1-18 sales [sales≥1] order_key=256
        · WaitPromised c1-18 sales nobody
        → StopPlayback c1-18-p1
        → StartMusic call-31 sales_music
260   TimePassed
        · RingOpened c1-17 sales ring=1
266   TimePassed
        · RingOpened c1-18 sales ring=1
280   TimePassed
        · Announced c1-17 sales welcome - -
        → Play call-30 c1-17-a1 sound:welcome
        → StartMusic call-30 sales_music
286   TimePassed
        · Announced c1-18 sales welcome - -
        → Play call-31 c1-18-a1 sound:welcome
        → StartMusic call-31 sales_music
320   LegVanished call-30 16
        · LegEnded call-30 c1-17 caller cause=16
        · ContactEnded c1-17 abandoned
        · WaitEnded c1-17 sales waited_s=70 abandoned
321   CallArrived call-32 200 +436607777777
        · ContactArrived c1-19 call-32 200 +436607777777 back open policy_version=13 c1-17
        · PromptBegan c1-19 known menu
        → AnswerLeg call-32
        → Play call-32 c1-19-p1 sound:menu
322   LegVanished call-32 16
        · LegEnded call-32 c1-19 caller cause=16
        · ContactEnded c1-19 left_in_menu
323   LegVanished call-31 16
        · LegEnded call-31 c1-18 caller cause=16
        · ContactEnded c1-18 abandoned
        · WaitEnded c1-18 sales waited_s=67 abandoned
The controller is killed meanwhile, and Asterisk takes the first line away: who has asked for the place has it.
400   CallArrived call-40 200 +436608888888
        · ContactArrived c1-20 call-40 200 +436608888888 straight open policy_version=13
        · QueueChosen c1-20 sales []
        · PlaceTaken c1-20 sales [sales≥1] order_key=400
        · WaitPromised c1-20 sales nobody
        → AnswerLeg call-40
        → StartMusic call-40 sales_music
401   CallArrived call-41 200 +436608888888
        · ContactArrived c1-21 call-41 200 +436608888888 back open policy_version=13 c1-20
        · PromptBegan c1-21 known menu
        → AnswerLeg call-41
        → Play call-41 c1-21-p1 sound:menu
402   KeyPressed call-41 1
        · KeyTaken c1-21 known 1
        · PlaceAwaited c1-21 c1-20
        · QueueChosen c1-21 sales [] brought_forward
        · PlaceTaken c1-21 sales [sales≥1] order_key=402
        · WaitPromised c1-21 sales nobody
        → StopPlayback c1-21-p1
        → StartMusic call-41 sales_music
403   Restart
403.1 AsteriskSeen call-40:up call-41:up
        · LegCameUp call-40 c1-20 caller
        · LegCameUp call-41 c1-21 caller
        → StartMusic call-40 sales_music
        → StartMusic call-41 sales_music
404   AsteriskSeen call-41:up
        · LegEnded call-40 c1-20 caller - lost
        · ContactEnded c1-20 lost
        · WaitEnded c1-20 sales waited_s=4 left
        · PlaceInherited c1-21 c1-20 waits_since=400
        · PlacePassedOn c1-20 c1-21
        · WaitEnded c1-21 sales waited_s=2 left
        · WaitPromised c1-21 sales nobody
        → StartMusic call-41 sales_music
405   LegVanished call-41 16
        · LegEnded call-41 c1-21 caller cause=16
        · ContactEnded c1-21 abandoned
        · WaitEnded c1-21 sales waited_s=1 abandoned
Both are taken away at once: who rings again is asked for the place of the first line.
480   CallArrived call-50 200 +436608888888
        · ContactArrived c2-1 call-50 200 +436608888888 straight open policy_version=13
        · QueueChosen c2-1 sales []
        · PlaceTaken c2-1 sales [sales≥1] order_key=480
        · WaitPromised c2-1 sales nobody
        → AnswerLeg call-50
        → StartMusic call-50 sales_music
481   CallArrived call-51 200 +436608888888
        · ContactArrived c2-2 call-51 200 +436608888888 back open policy_version=13 c2-1
        · PromptBegan c2-2 known menu
        → AnswerLeg call-51
        → Play call-51 c2-2-p1 sound:menu
482   KeyPressed call-51 1
        · KeyTaken c2-2 known 1
        · PlaceAwaited c2-2 c2-1
        · QueueChosen c2-2 sales [] brought_forward
        · PlaceTaken c2-2 sales [sales≥1] order_key=482
        · WaitPromised c2-2 sales nobody
        → StopPlayback c2-2-p1
        → StartMusic call-51 sales_music
483   AsteriskSeen
        · LegEnded call-50 c2-1 caller - lost
        · ContactEnded c2-1 lost
        · WaitEnded c2-1 sales waited_s=3 left
        · PlaceInherited c2-2 c2-1 waits_since=480
        · PlacePassedOn c2-1 c2-2
        · WaitEnded c2-2 sales waited_s=1 left
        · WaitPromised c2-2 sales nobody
        · LegEnded call-51 c2-2 caller - lost
        · ContactEnded c2-2 lost
        · WaitEnded c2-2 sales waited_s=0 left
484   CallArrived call-52 200 +436608888888
        · ContactArrived c2-3 call-52 200 +436608888888 back open policy_version=13 c2-2
        · PromptBegan c2-3 known menu
        → AnswerLeg call-52
        → Play call-52 c2-3-p1 sound:menu
485   KeyPressed call-52 1
        · KeyTaken c2-3 known 1
        · PlaceResumed c2-3 c2-2 waits_since=480 []
        · PlacePassedOn c2-2 c2-3
        · PlaceTaken c2-3 sales [sales≥1] order_key=480
        · WaitPromised c2-3 sales nobody
        → StopPlayback c2-3-p1
        → StartMusic call-52 sales_music
486   LegVanished call-52 16
        · LegEnded call-52 c2-3 caller cause=16
        · ContactEnded c2-3 abandoned
        · WaitEnded c2-3 sales waited_s=1 abandoned
