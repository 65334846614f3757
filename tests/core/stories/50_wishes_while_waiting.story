Who waits may ask for the place in the line, for another language, or to leave a message.

0     AsteriskSeen
0     PolicyApplied wishes_while_waiting
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=2 [sales]
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
The place, as often as the caller likes; what was said before is cut short.
1     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     CallArrived call-2 200 +362
        · ContactArrived c1-2 call-2 200 +362 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
5     KeyPressed call-2 1
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 1
        · WaitGoesOn c1-2 say=place
        · Announced c1-2 sales place position=2 -
        → StopMusic call-2
        → Play call-2 c1-2-a1 sound:you_are,sound:en/2
        → StartMusic call-2 sales_music
6     KeyPressed call-2 1
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 1
        · WaitGoesOn c1-2 say=place
        · Announced c1-2 sales place position=2 -
        → StopMusic call-2
        → StopPlayback c1-2-a1
        → StopPlayback c1-2-a1
        → Play call-2 c1-2-a2 sound:you_are,sound:en/2
        → StartMusic call-2 sales_music
7     PlaybackEnded c1-2-a2
Another language: what is asked of an agent goes by it, and prompts are spoken in it.
10    CallArrived call-3 200 +363
        · ContactArrived c1-3 call-3 200 +363 straight open policy_version=2
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=10
        · WaitPromised c1-3 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
11    KeyPressed call-3 2
        · MenuOpened c1-3 meanwhile
        · KeyTaken c1-3 ask 2
        · LanguageChosen c1-3 de
        · WaitGoesOn c1-3
        · PlaceKept c1-3 sales [german≥3 sales≥1]
        · RingOpened c1-3 sales ring=1 skipped
        → StopMusic call-3
        → StartMusic call-3 sales_music
11    TimePassed
        · RingOpened c1-1 sales ring=1
12    KeyPressed call-3 1
        · MenuOpened c1-3 meanwhile
        · KeyTaken c1-3 ask 1
        · WaitGoesOn c1-3 say=place
        · Announced c1-3 sales place position=3 -
        → StopMusic call-3
        → Play call-3 c1-3-a1 sound:sie_sind,sound:de/3
        → StartMusic call-3 sales_music
12    TimePassed
        · RingOpened c1-2 sales ring=1
15    PlaybackEnded c1-3-a1
A farther place is never told: with somebody before it whom an incident moves, nobody knows.
15.5  EnterOverlay incident boss storm head_start_s=100 needs=german:3
        · OverlayBegan v1-4 incident=100 storm -
        · PlaceMoved c1-3 order_key=-90 storm head_start_s=100
        = done
17    KeyPressed call-2 1
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 1
        · WaitGoesOn c1-2 say=place
        · Announced c1-2 sales unsure - -
        → StopMusic call-2
        → StopPlayback c1-2-a1
        → StopPlayback c1-2-a1
        → Play call-2 c1-2-a3 sound:unsure
        → StartMusic call-2 sales_music
18    PlaybackEnded c1-2-a3
The menu may have more to say in that language, and it is left by another queue.
20    KeyPressed call-1 3
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 3
        · LanguageChosen c1-1 de
        · PromptBegan c1-1 word menu
        · PlaceKept c1-1 sales [german≥3 sales≥1] [storm 100 s]
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:menue
21    PlaybackEnded c1-1-p1
        · WaitGoesOn c1-1
        → StartMusic call-1 sales_music
22    KeyPressed call-2 5
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 5
        · LanguageChosen c1-2 de
        · QueueChosen c1-2 repair []
        · PlaceKept c1-2 sales [german≥3 sales≥1] [storm 100 s]
        · WaitEnded c1-2 sales waited_s=20 left
        · PlaceTaken c1-2 repair [german≥3 repair≥1] order_key=-98 [storm 100 s]
        · WaitPromised c1-2 repair nobody
        → StopMusic call-2
        → StopPlayback c1-2-a1
        → StopPlayback c1-2-a1
        → StartMusic call-2 repair_music
        → StopPlayback c1-2-a1
        → StartMusic call-2 repair_music
A phone that rings for somebody who changes the language is let go: before it rings, while it does, outside.
30    GoReady bob
        · AgentBecameReady bob
        = done
30.1  LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · WaitEnded c1-1 sales waited_s=29.1 abandoned
30.2  LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · WaitEnded c1-2 repair waited_s=8.2 abandoned
30.3  LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · WaitEnded c1-3 sales waited_s=20.3 abandoned
31    CallArrived call-4 200 +364
        · ContactArrived c1-5 call-4 200 +364 straight open policy_version=2
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=31
        · WaitPromised c1-5 sales promise=0-0
        · OfferOpened o1-6 c1-5 bob 202 o1-6-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 1 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
        → CreateLeg o1-6-leg 202 202 o1-6 call-4 Sales +364
32    KeyPressed call-4 2
        · MenuOpened c1-5 meanwhile
        · KeyTaken c1-5 ask 2
        · LanguageChosen c1-5 de
        · WaitGoesOn c1-5
        · OfferWithdrawn o1-6 c1-5 bob o1-6-leg chosen_anew
        · PlaceKept c1-5 sales [german≥3 sales≥1] [storm 100 s]
        · RingOpened c1-5 sales ring=1 skipped
        → StopMusic call-4
        → StartMusic call-4 sales_music
        → EndLeg o1-6-leg no_answer
32.1  LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-5 agent cause=16 asked
33    LegVanished call-4 16
        · LegEnded call-4 c1-5 caller cause=16
        · ContactEnded c1-5 abandoned
        · WaitEnded c1-5 sales waited_s=2 abandoned
40    CallArrived call-5 200 +365
        · ContactArrived c1-7 call-5 200 +365 straight open policy_version=2
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=40
        · WaitPromised c1-7 sales promise=0-0
        · OfferOpened o1-8 c1-7 bob 202 o1-8-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 10 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-5
        → StartMusic call-5 sales_music
        → CreateLeg o1-8-leg 202 202 o1-8 call-5 Sales +365
40.1  LegSeen o1-8-leg
        · LegAppeared o1-8-leg c1-7 agent
        → Ring o1-8-leg give_up_s=24
40.2  LegRang o1-8-leg
        · LegStartedRinging o1-8-leg c1-7 agent
        · OfferRang o1-8 c1-7 bob
Who asks how long it will take, while a phone rings, is not told that nobody knows.
40.5  KeyPressed call-5 7
        · MenuOpened c1-7 meanwhile
        · KeyTaken c1-7 ask 7
        · WaitGoesOn c1-7 say=wait
        · Announced c1-7 sales soon - -
        → StopMusic call-5
        → Play call-5 c1-7-a1 sound:at_once,sound:en/1
        → StartMusic call-5 sales_music
40.8  PlaybackEnded c1-7-a1
41    KeyPressed call-5 2
        · MenuOpened c1-7 meanwhile
        · KeyTaken c1-7 ask 2
        · LanguageChosen c1-7 de
        · WaitGoesOn c1-7
        · OfferWithdrawn o1-8 c1-7 bob o1-8-leg chosen_anew
        · PlaceKept c1-7 sales [german≥3 sales≥1] [storm 100 s]
        · RingOpened c1-7 sales ring=1 skipped
        → StopMusic call-5
        → StartMusic call-5 sales_music
        → EndLeg o1-8-leg no_answer
41.1  LegVanished o1-8-leg 16
        · LegEnded o1-8-leg c1-7 agent cause=16 asked
A message, instead of a place.
42    KeyPressed call-5 4
        · MenuOpened c1-7 meanwhile
        · KeyTaken c1-7 ask 4
        · VoicemailChosen c1-7 100
        · CallPassedOn c1-7 call-5 100
        · ContactEnded c1-7 voicemail
        · WaitEnded c1-7 sales waited_s=2 left
        → StopMusic call-5
        → PassOn call-5 100
43    LegVanished call-5 16
        · LegEnded call-5 c1-7 caller cause=16
50    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
50    GoReady night
        · AgentBecameReady night
        = done
51    CallArrived call-6 200 +366
        · ContactArrived c1-9 call-6 200 +366 straight open policy_version=2
        · QueueChosen c1-9 sales []
        · PlaceTaken c1-9 sales [sales≥1] order_key=51
        · WaitPromised c1-9 sales promise=0-60
        → AnswerLeg call-6
        → StartMusic call-6 sales_music
61    TimePassed
        · RingOpened c1-9 sales ring=1
        · OfferOpened o1-10 c1-9 night night o1-10-leg sales (waited 10 s, 0 ahead; candidates: night 0 idle 11 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-10-leg night +43@out o1-10 call-6 Sales 200
61.1  LegSeen o1-10-leg
        · LegAppeared o1-10-leg c1-9 agent
        → Ring o1-10-leg give_up_s=43
62    LegAnswered o1-10-leg
        · LegCameUp o1-10-leg c1-9 agent
        → Play o1-10-leg o1-10-q1 sound:menu
63    KeyPressed call-6 2
        · MenuOpened c1-9 meanwhile
        · KeyTaken c1-9 ask 2
        · LanguageChosen c1-9 de
        · WaitGoesOn c1-9
        · OfferWithdrawn o1-10 c1-9 night o1-10-leg chosen_anew
        · PlaceKept c1-9 sales [german≥3 sales≥1] [storm 100 s]
        → StopMusic call-6
        → StartMusic call-6 sales_music
        → EndLeg o1-10-leg no_answer
63.1  LegVanished o1-10-leg 16
        · LegEnded o1-10-leg c1-9 agent cause=16 asked
        · OfferOpened o1-11 c1-9 night night o1-11-leg sales (waited 12.1 s, 0 ahead; candidates: night 0 idle 13.1 s; others: 2 lacks a skill or its level, 1 serves other queues)
        → CreateLeg o1-11-leg night +43@out o1-11 call-6 Sales 200
64    LegVanished call-6 16
        · LegEnded call-6 c1-9 caller cause=16
        · ContactEnded c1-9 abandoned
        · OfferWithdrawn o1-11 c1-9 night o1-11-leg caller_left
        · WaitEnded c1-9 sales waited_s=13 abandoned
        → EndLeg o1-11-leg normal
69    TimePassed
        → EndLeg o1-11-leg normal
70    LegVanished o1-11-leg 16
        · LegEnded o1-11-leg c1-9 agent cause=16 asked
In German from the beginning; and both wishes at once.
71    CallArrived call-7 300 +367
        · ContactArrived c1-12 call-7 300 +367 german open policy_version=2
        · LanguageChosen c1-12 de
        · QueueChosen c1-12 repair []
        · PlaceTaken c1-12 repair [german≥3 repair≥1] order_key=-29 [storm 100 s]
        · WaitPromised c1-12 repair nobody
        → AnswerLeg call-7
        → StartMusic call-7 repair_music
72    LegVanished call-7 16
        · LegEnded call-7 c1-12 caller cause=16
        · ContactEnded c1-12 abandoned
        · WaitEnded c1-12 repair waited_s=1 abandoned
73    GoNotReady night break
        · AgentBecameNotReady night break
        = done
74    CallArrived call-8 200 +368
        · ContactArrived c1-13 call-8 200 +368 straight open policy_version=2
        · QueueChosen c1-13 sales []
        · PlaceTaken c1-13 sales [sales≥1] order_key=74
        · WaitPromised c1-13 sales nobody
        → AnswerLeg call-8
        → StartMusic call-8 sales_music
75    KeyPressed call-8 6
        · MenuOpened c1-13 meanwhile
        · KeyTaken c1-13 ask 6
        · LanguageChosen c1-13 de
        · WaitGoesOn c1-13 say=place
        · PlaceKept c1-13 sales [german≥3 sales≥1] [storm 100 s]
        · Announced c1-13 sales place position=1 -
        · RingOpened c1-13 sales ring=1 skipped
        → StopMusic call-8
        → Play call-8 c1-13-a1 sound:sie_sind,sound:de/1
        → StartMusic call-8 sales_music
76    LegVanished call-8 16
        · LegEnded call-8 c1-13 caller cause=16
        · ContactEnded c1-13 abandoned
        · WaitEnded c1-13 sales waited_s=2 abandoned
