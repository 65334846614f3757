Who waits may look into the menu of the queue, and keeps the place meanwhile.

0     AsteriskSeen
0     PolicyApplied menu_while_waiting
        · PolicyChanged version=2 [sales]
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
A key of the menu counts at once; then the caller waits on.
1     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
5     KeyPressed call-1 2
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 2
        · PromptBegan c1-1 hours closed
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:closed
8     PlaybackEnded c1-1-p1
        · WaitGoesOn c1-1
        → StartMusic call-1 sales_music
Any other key lets the menu be spoken; silence leads back into the line.
10    KeyPressed call-1 7
        · MenuOpened c1-1 meanwhile
        · PromptBegan c1-1 ask menu
        → StopMusic call-1
        → Play call-1 c1-1-p2 sound:menu
12    PlaybackEnded c1-1-p2
17    TimePassed
        · KeyMissed c1-1 ask
        · WaitGoesOn c1-1
        → StartMusic call-1 sales_music
Something else in the same queue: the place is kept.
20    KeyPressed call-1 3
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 3
        · QueueChosen c1-1 sales [german≥4]
        · PlaceKept c1-1 sales [german≥4 sales≥1]
        · NobodyFound c1-1 sales
        → StopMusic call-1
        → StartMusic call-1 sales_music
Another queue: with the time waited so far. That one has no menu.
22    CallArrived call-2 200 +362
        · ContactArrived c1-2 call-2 200 +362 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=22
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
25    KeyPressed call-2 1
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 1
        · QueueChosen c1-2 repair []
        · WaitEnded c1-2 sales waited_s=3 left
        · PlaceTaken c1-2 repair [repair≥1] order_key=22
        · WaitPromised c1-2 repair nobody
        → StopMusic call-2
        → StartMusic call-2 repair_music
26    KeyPressed call-2 2
Whoever has enough hangs up, or lets us do so.
27    KeyPressed call-1 9
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 9
        · FlowEnded c1-1 bye
        · ContactEnded c1-1 flow_ended
        · WaitEnded c1-1 sales waited_s=26 left
        → StopMusic call-1
        → EndLeg call-1 normal
28    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
29    LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · WaitEnded c1-2 repair waited_s=4 abandoned
An agent answers while the caller hears the menu.
30    CallArrived call-3 200 +363
        · ContactArrived c1-3 call-3 200 +363 straight open policy_version=2
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=30
        · WaitPromised c1-3 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
31    KeyPressed call-3 7
        · MenuOpened c1-3 meanwhile
        · PromptBegan c1-3 ask menu
        → StopMusic call-3
        → Play call-3 c1-3-p1 sound:menu
32    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-4 c1-3 bob 202 o1-4-leg sales (waited 2 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 call-3 Sales +363
        = done
32.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-3 agent
        → Ring o1-4-leg give_up_s=24
32.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-3 agent
        · OfferRang o1-4 c1-3 bob
32.3  LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-3 agent
        · OfferAnswered o1-4 c1-3 bob o1-4-leg
        · TalkBegan c1-3 bob o1-4 o1-4-bridge
        · WaitEnded c1-3 sales waited_s=2.3 answered
        → StopMusic call-3
        → Join o1-4-bridge [call-3 o1-4-leg]
        → StopPlayback c1-3-p1
32.4  LegJoined call-3 o1-4-bridge
32.5  LegJoined o1-4-leg o1-4-bridge
        · TalkJoined c1-3 bob
33    LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16
        · TalkEnded c1-3 bob o1-4-leg o1-4-bridge caller
        · ContactEnded c1-3 served
        · WrapUpBegan bob c1-3 until=43
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
33.1  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-3 agent cause=16 asked
33.5  EndWrapUp bob
        · WrapUpEnded bob
        = done
The phone that rings for somebody who asks for something else meanwhile falls silent.
34    CallArrived call-4 200 +364
        · ContactArrived c1-5 call-4 200 +364 straight open policy_version=2
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=34
        · WaitPromised c1-5 sales promise=0-0
        · OfferOpened o1-6 c1-5 bob 202 o1-6-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 0.5 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
        → CreateLeg o1-6-leg 202 202 o1-6 call-4 Sales +364
34.1  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-5 agent
        → Ring o1-6-leg give_up_s=24
34.2  LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-5 agent
        · OfferRang o1-6 c1-5 bob
35    KeyPressed call-4 1
        · MenuOpened c1-5 meanwhile
        · KeyTaken c1-5 ask 1
        · QueueChosen c1-5 repair []
        · OfferWithdrawn o1-6 c1-5 bob o1-6-leg chosen_anew
        · WaitEnded c1-5 sales waited_s=1 left
        · PlaceTaken c1-5 repair [repair≥1] order_key=34
        · WaitPromised c1-5 repair promise=0-0
        → StopMusic call-4
        → EndLeg o1-6-leg no_answer
        → StartMusic call-4 repair_music
36    LegVanished call-4 16
        · LegEnded call-4 c1-5 caller cause=16
        · ContactEnded c1-5 abandoned
        · WaitEnded c1-5 repair waited_s=1 abandoned
37    LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-5 agent cause=16 asked
37.5  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
In the middle of the menu the time in the queue is up: the menu goes on, and the next queue keeps the time waited.
40    CallArrived call-5 200 +365
        · ContactArrived c1-7 call-5 200 +365 straight open policy_version=2
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=40
        · WaitPromised c1-7 sales nobody
        → AnswerLeg call-5
        → StartMusic call-5 sales_music
99    KeyPressed call-5 7
        · MenuOpened c1-7 meanwhile
        · PromptBegan c1-7 ask menu
        → StopMusic call-5
        → Play call-5 c1-7-p1 sound:menu
100   TimePassed
        · Overflowed c1-7 sales queue=repair waited []
        · WaitEnded c1-7 sales waited_s=60 left
        · PlaceTaken c1-7 repair [repair≥1] order_key=40
        · WaitPromised c1-7 repair nobody
101   PlaybackEnded c1-7-p1
102   KeyPressed call-5 2
        · KeyTaken c1-7 ask 2
        · PromptBegan c1-7 hours closed
        → Play call-5 c1-7-p2 sound:closed
103   PlaybackEnded c1-7-p2
        · WaitGoesOn c1-7
        → StartMusic call-5 repair_music
104   LegVanished call-5 16
        · LegEnded call-5 c1-7 caller cause=16
        · ContactEnded c1-7 abandoned
        · WaitEnded c1-7 repair waited_s=4 abandoned
An incident that has begun meanwhile is told of when the menu is left.
110   CallArrived call-6 200 +366
        · ContactArrived c1-8 call-6 200 +366 straight open policy_version=2
        · QueueChosen c1-8 sales []
        · PlaceTaken c1-8 sales [sales≥1] order_key=110
        · WaitPromised c1-8 sales nobody
        → AnswerLeg call-6
        → StartMusic call-6 sales_music
111   KeyPressed call-6 7
        · MenuOpened c1-8 meanwhile
        · PromptBegan c1-8 ask menu
        → StopMusic call-6
        → Play call-6 c1-8-p1 sound:menu
112   EnterOverlay incident boss storm prompt=goodbye
        · OverlayBegan v1-9 incident=0 storm -
        = done
113   KeyPressed call-6 2
        · KeyTaken c1-8 ask 2
        · PromptBegan c1-8 hours closed
        → StopPlayback c1-8-p1
        → Play call-6 c1-8-p2 sound:closed
114   PlaybackEnded c1-8-p2
        · WaitGoesOn c1-8
        · IncidentTold c1-8 v1-9 goodbye storm
        → Play call-6 c1-8-a1 sound:goodbye
        → StartMusic call-6 sales_music
115   LegVanished call-6 16
        · LegEnded call-6 c1-8 caller cause=16
        · ContactEnded c1-8 abandoned
        · WaitEnded c1-8 sales waited_s=5 abandoned
Asterisk is away meanwhile: the menu begins anew.
120   CallArrived call-7 200 +367
        · ContactArrived c1-10 call-7 200 +367 straight open policy_version=2
        · QueueChosen c1-10 sales []
        · PlaceTaken c1-10 sales [sales≥1] order_key=120
        · WaitPromised c1-10 sales nobody
        · IncidentTold c1-10 v1-9 goodbye storm
        → AnswerLeg call-7
        → Play call-7 c1-10-a1 sound:goodbye
        → StartMusic call-7 sales_music
121   KeyPressed call-7 7
        · MenuOpened c1-10 meanwhile
        · PromptBegan c1-10 ask menu
        → StopMusic call-7
        → Play call-7 c1-10-p1 sound:menu
        → StopPlayback c1-10-a1
122   AsteriskLost
123   AsteriskSeen call-7:up
        · LegCameUp call-7 c1-10 caller
        · PromptBegan c1-10 ask menu
        → StopPlayback c1-10-a1
        → StopMusic call-7
        → StopPlayback c1-10-p1
        → Play call-7 c1-10-p2 sound:menu
124   LegVanished call-7 16
        · LegEnded call-7 c1-10 caller cause=16
        · ContactEnded c1-10 abandoned
        · WaitEnded c1-10 sales waited_s=4 abandoned
While a key is awaited, too, the time in the queue may be up.
130   CallArrived call-8 200 +368
        · ContactArrived c1-11 call-8 200 +368 straight open policy_version=2
        · QueueChosen c1-11 sales []
        · PlaceTaken c1-11 sales [sales≥1] order_key=130
        · WaitPromised c1-11 sales nobody
        · IncidentTold c1-11 v1-9 goodbye storm
        → AnswerLeg call-8
        → Play call-8 c1-11-a1 sound:goodbye
        → StartMusic call-8 sales_music
185   KeyPressed call-8 7
        · MenuOpened c1-11 meanwhile
        · PromptBegan c1-11 ask menu
        → StopMusic call-8
        → Play call-8 c1-11-p1 sound:menu
        → StopPlayback c1-11-a1
189   PlaybackEnded c1-11-p1
190   TimePassed
        · Overflowed c1-11 sales queue=repair waited []
        · WaitEnded c1-11 sales waited_s=60 left
        · PlaceTaken c1-11 repair [repair≥1] order_key=130
        · WaitPromised c1-11 repair nobody
194   TimePassed
        · KeyMissed c1-11 ask
        · WaitGoesOn c1-11
        → StopPlayback c1-11-a1
        → StartMusic call-8 repair_music
195   LegVanished call-8 16
        · LegEnded call-8 c1-11 caller cause=16
        · ContactEnded c1-11 abandoned
        · WaitEnded c1-11 repair waited_s=5 abandoned
In the middle of the menu another version of the company comes.
200   CallArrived call-9 200 +369
        · ContactArrived c1-12 call-9 200 +369 straight open policy_version=2
        · QueueChosen c1-12 sales []
        · PlaceTaken c1-12 sales [sales≥1] order_key=200
        · WaitPromised c1-12 sales nobody
        · IncidentTold c1-12 v1-9 goodbye storm
        → AnswerLeg call-9
        → Play call-9 c1-12-a1 sound:goodbye
        → StartMusic call-9 sales_music
201   KeyPressed call-9 7
        · MenuOpened c1-12 meanwhile
        · PromptBegan c1-12 ask menu
        → StopMusic call-9
        → Play call-9 c1-12-p1 sound:menu
        → StopPlayback c1-12-a1
202   PolicyApplied menu_everywhere
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=3 [repair sales]
        · PlaceAmended c1-12 sales [sales≥1] ring=0 -
203   LegVanished call-9 16
        · LegEnded call-9 c1-12 caller cause=16
        · ContactEnded c1-12 abandoned
        · WaitEnded c1-12 sales waited_s=3 abandoned
