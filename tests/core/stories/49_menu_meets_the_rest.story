Whatever happens to the place, the phone or the line while the menu is open: it is left in order.

0     AsteriskSeen
0     PolicyApplied menu_everywhere
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=3 [repair sales]
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
0     GoReady bob
        · AgentBecameReady bob
        = done
A phone that does not ring yet is let go by a choice, and rings anew for that.
1     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=3
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 1 s; others: 1 logged out, 2 serves other queues)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 202 202 o1-2 call-1 Sales +361
2     KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · QueueChosen c1-1 repair []
        · OfferWithdrawn o1-2 c1-1 bob o1-2-leg chosen_anew
        · WaitEnded c1-1 sales waited_s=1 left
        · PlaceTaken c1-1 repair [repair≥1] order_key=1
        · WaitPromised c1-1 repair promise=0-0
        → StopMusic call-1
        → EndLeg o1-2-leg no_answer
        → StartMusic call-1 repair_music
3     LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg repair (waited 2 s, 0 ahead; candidates: bob 7 idle 3 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 call-1 Repair +361
4     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · OfferWithdrawn o1-3 c1-1 bob o1-3-leg caller_left
        · WaitEnded c1-1 repair waited_s=2 abandoned
        → EndLeg o1-3-leg normal
4.1   LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
5     GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
Somebody outside is asked for a key; the caller asks for something else.
10    CallArrived call-2 200 +362
        · ContactArrived c1-4 call-2 200 +362 straight open policy_version=3
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=10
        · WaitPromised c1-4 sales promise=0-60
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
20    TimePassed
        · RingOpened c1-4 sales ring=1
        · OfferOpened o1-5 c1-4 night night o1-5-leg sales (waited 10 s, 0 ahead; candidates: night 0 idle 20 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg night +43@out o1-5 call-2 Sales 200
20.1  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-4 agent
        → Ring o1-5-leg give_up_s=43
20.2  LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-4 agent
        → Play o1-5-leg o1-5-q1 sound:menu
21    KeyPressed call-2 1
        · MenuOpened c1-4 meanwhile
        · KeyTaken c1-4 ask 1
        · QueueChosen c1-4 repair []
        · OfferWithdrawn o1-5 c1-4 night o1-5-leg chosen_anew
        · WaitEnded c1-4 sales waited_s=11 left
        · PlaceTaken c1-4 repair [repair≥1] order_key=10
        · WaitPromised c1-4 repair promise=0-60
        → StopMusic call-2
        → EndLeg o1-5-leg no_answer
        → StartMusic call-2 repair_music
21.1  LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-4 agent cause=16 asked
Who looks into the menu when the time in the queue is up may leave a message now.
25    KeyPressed call-2 7
        · MenuOpened c1-4 meanwhile
        · PromptBegan c1-4 ask menu
        → StopMusic call-2
        → Play call-2 c1-4-p1 sound:menu
51    TimePassed
        · Overflowed c1-4 repair voicemail=100 waited []
        · CallPassedOn c1-4 call-2 100
        · ContactEnded c1-4 voicemail
        · WaitEnded c1-4 repair waited_s=30 left
        → StopPlayback c1-4-p1
        → PassOn call-2 100
52    LegVanished call-2 16
        · LegEnded call-2 c1-4 caller cause=16
The same while a key is awaited.
60    CallArrived call-3 200 +363
        · ContactArrived c1-6 call-3 200 +363 straight open policy_version=3
        · QueueChosen c1-6 sales []
        · PlaceTaken c1-6 sales [sales≥1] order_key=60
        · WaitPromised c1-6 sales promise=0-60
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
61    KeyPressed call-3 1
        · MenuOpened c1-6 meanwhile
        · KeyTaken c1-6 ask 1
        · QueueChosen c1-6 repair []
        · WaitEnded c1-6 sales waited_s=1 left
        · PlaceTaken c1-6 repair [repair≥1] order_key=60
        · WaitPromised c1-6 repair promise=0-60
        → StopMusic call-3
        → StartMusic call-3 repair_music
80    KeyPressed call-3 7
        · MenuOpened c1-6 meanwhile
        · PromptBegan c1-6 ask menu
        → StopMusic call-3
        → Play call-3 c1-6-p1 sound:menu
88    PlaybackEnded c1-6-p1
91    TimePassed
        · Overflowed c1-6 repair voicemail=100 waited []
        · CallPassedOn c1-6 call-3 100
        · ContactEnded c1-6 voicemail
        · WaitEnded c1-6 repair waited_s=30 left
        → PassOn call-3 100
92    LegVanished call-3 16
        · LegEnded call-3 c1-6 caller cause=16
Or we say that we are closed: in the middle of the menu, or while a key is awaited.
100   CallArrived call-4 200 +364
        · ContactArrived c1-7 call-4 200 +364 straight open policy_version=3
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=100
        · WaitPromised c1-7 sales promise=0-60
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
101   GoNotReady night break
        · AgentBecameNotReady night break
        = done
110   TimePassed
        · RingOpened c1-7 sales ring=1
159   KeyPressed call-4 7
        · MenuOpened c1-7 meanwhile
        · PromptBegan c1-7 ask menu
        → StopMusic call-4
        → Play call-4 c1-7-p1 sound:menu
160   TimePassed
        · Overflowed c1-7 sales flow=closed waited []
        · WaitEnded c1-7 sales waited_s=60 left
        · PromptBegan c1-7 closed closed
        → StopPlayback c1-7-p1
        → Play call-4 c1-7-p2 sound:closed
161   LegVanished call-4 16
        · LegEnded call-4 c1-7 caller cause=16
        · ContactEnded c1-7 left_in_menu
170   CallArrived call-5 200 +365
        · ContactArrived c1-8 call-5 200 +365 straight open policy_version=3
        · QueueChosen c1-8 sales []
        · PlaceTaken c1-8 sales [sales≥1] order_key=170
        · WaitPromised c1-8 sales nobody
        → AnswerLeg call-5
        → StartMusic call-5 sales_music
180   TimePassed
        · RingOpened c1-8 sales ring=1
226   KeyPressed call-5 7
        · MenuOpened c1-8 meanwhile
        · PromptBegan c1-8 ask menu
        → StopMusic call-5
        → Play call-5 c1-8-p1 sound:menu
227   PlaybackEnded c1-8-p1
230   TimePassed
        · Overflowed c1-8 sales flow=closed waited []
        · WaitEnded c1-8 sales waited_s=60 left
        · PromptBegan c1-8 closed closed
        → Play call-5 c1-8-p2 sound:closed
231   LegVanished call-5 16
        · LegEnded call-5 c1-8 caller cause=16
        · ContactEnded c1-8 left_in_menu
An agent answers while a key is awaited.
240   CallArrived call-6 200 +366
        · ContactArrived c1-9 call-6 200 +366 straight open policy_version=3
        · QueueChosen c1-9 sales []
        · PlaceTaken c1-9 sales [sales≥1] order_key=240
        · WaitPromised c1-9 sales nobody
        → AnswerLeg call-6
        → StartMusic call-6 sales_music
241   KeyPressed call-6 7
        · MenuOpened c1-9 meanwhile
        · PromptBegan c1-9 ask menu
        → StopMusic call-6
        → Play call-6 c1-9-p1 sound:menu
242   PlaybackEnded c1-9-p1
243   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-10 c1-9 bob 202 o1-10-leg sales (waited 3 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-10-leg 202 202 o1-10 call-6 Sales +366
        = done
243.1 LegSeen o1-10-leg
        · LegAppeared o1-10-leg c1-9 agent
        → Ring o1-10-leg give_up_s=24
243.2 LegRang o1-10-leg
        · LegStartedRinging o1-10-leg c1-9 agent
        · OfferRang o1-10 c1-9 bob
244   LegAnswered o1-10-leg
        · LegCameUp o1-10-leg c1-9 agent
        · OfferAnswered o1-10 c1-9 bob o1-10-leg
        · TalkBegan c1-9 bob o1-10 o1-10-bridge
        · WaitEnded c1-9 sales waited_s=4 answered
        → StopMusic call-6
        → Join o1-10-bridge [call-6 o1-10-leg]
245   LegVanished call-6 16
        · LegEnded call-6 c1-9 caller cause=16
        · TalkEnded c1-9 bob o1-10-leg o1-10-bridge caller
        · ContactEnded c1-9 served
        · WrapUpBegan bob c1-9 until=255
        → EndBridge o1-10-bridge
        → EndLeg o1-10-leg normal
245.1 LegVanished o1-10-leg 16
        · LegEnded o1-10-leg c1-9 agent cause=16 asked
245.2 EndWrapUp bob
        · WrapUpEnded bob
        = done
245.3 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
What has begun while the menu was open is told of, in this queue or in the next one.
250   CallArrived call-7 200 +367
        · ContactArrived c1-11 call-7 200 +367 straight open policy_version=3
        · QueueChosen c1-11 sales []
        · PlaceTaken c1-11 sales [sales≥1] order_key=250
        · WaitPromised c1-11 sales nobody
        → AnswerLeg call-7
        → StartMusic call-7 sales_music
251   KeyPressed call-7 7
        · MenuOpened c1-11 meanwhile
        · PromptBegan c1-11 ask menu
        → StopMusic call-7
        → Play call-7 c1-11-p1 sound:menu
252   EnterOverlay incident boss storm prompt=goodbye
        · OverlayBegan v1-12 incident=0 storm -
        = done
253   KeyPressed call-7 3
        · KeyTaken c1-11 ask 3
        · QueueChosen c1-11 sales [german≥4]
        · PlaceKept c1-11 sales [german≥4 sales≥1]
        · IncidentTold c1-11 v1-12 goodbye storm
        · RingOpened c1-11 sales ring=1 skipped
        → StopPlayback c1-11-p1
        → Play call-7 c1-11-a1 sound:goodbye
        → StartMusic call-7 sales_music
254   KeyPressed call-7 7
        · MenuOpened c1-11 meanwhile
        · PromptBegan c1-11 ask menu
        → StopMusic call-7
        → Play call-7 c1-11-p2 sound:menu
        → StopPlayback c1-11-a1
255   EnterOverlay incident boss flood prompt=goodbye
        · OverlayBegan v1-13 incident=0 flood -
        = done
255.5 PlaybackEnded c1-11-a1
256   KeyPressed call-7 1
        · KeyTaken c1-11 ask 1
        · QueueChosen c1-11 repair [german≥4]
        · WaitEnded c1-11 sales waited_s=6 left
        · PlaceTaken c1-11 repair [german≥4 repair≥1] order_key=250
        · WaitPromised c1-11 repair nobody
        · IncidentTold c1-11 v1-13 goodbye flood
        → StopPlayback c1-11-p2
        → Play call-7 c1-11-a2 sound:goodbye
        → StartMusic call-7 repair_music
257   LegVanished call-7 16
        · LegEnded call-7 c1-11 caller cause=16
        · ContactEnded c1-11 abandoned
        · WaitEnded c1-11 repair waited_s=1 abandoned
While Asterisk is away the time in the queue is up: what was said before is stopped as soon as it is back.
260   CallArrived call-8 200 +368
        · ContactArrived c1-14 call-8 200 +368 straight open policy_version=3
        · QueueChosen c1-14 sales []
        · PlaceTaken c1-14 sales [sales≥1] order_key=260
        · WaitPromised c1-14 sales nobody
        · IncidentTold c1-14 v1-13 goodbye flood
        → AnswerLeg call-8
        → Play call-8 c1-14-a1 sound:goodbye
        → StartMusic call-8 sales_music
261   KeyPressed call-8 7
        · MenuOpened c1-14 meanwhile
        · PromptBegan c1-14 ask menu
        → StopMusic call-8
        → Play call-8 c1-14-p1 sound:menu
        → StopPlayback c1-14-a1
270   AsteriskLost
320   TimePassed
        · Overflowed c1-14 sales flow=closed waited []
        · WaitEnded c1-14 sales waited_s=60 left
        · PromptBegan c1-14 closed closed
        → StopPlayback c1-14-p1
        → Play call-8 c1-14-p2 sound:closed
321   AsteriskSeen call-8:up
        · LegCameUp call-8 c1-14 caller
        · PromptBegan c1-14 closed closed
        → StopPlayback c1-14-a1
        → StopMusic call-8
        → StopPlayback c1-14-p1
        → StopPlayback c1-14-p2
        → Play call-8 c1-14-p3 sound:closed
322   LegVanished call-8 16
        · LegEnded call-8 c1-14 caller cause=16
        · ContactEnded c1-14 left_in_menu
Of what had begun before only the newest is told of, and that not again when the menu is left.
330   CallArrived call-9 200 +369
        · ContactArrived c1-15 call-9 200 +369 straight open policy_version=3
        · QueueChosen c1-15 sales []
        · PlaceTaken c1-15 sales [sales≥1] order_key=330
        · WaitPromised c1-15 sales nobody
        · IncidentTold c1-15 v1-13 goodbye flood
        → AnswerLeg call-9
        → Play call-9 c1-15-a1 sound:goodbye
        → StartMusic call-9 sales_music
331   KeyPressed call-9 2
        · MenuOpened c1-15 meanwhile
        · KeyTaken c1-15 ask 2
        · PromptBegan c1-15 hours closed
        → StopMusic call-9
        → Play call-9 c1-15-p1 sound:closed
        → StopPlayback c1-15-a1
332   PlaybackEnded c1-15-p1
        · WaitGoesOn c1-15
        → StopPlayback c1-15-a1
        → StartMusic call-9 sales_music
333   LegVanished call-9 16
        · LegEnded call-9 c1-15 caller cause=16
        · ContactEnded c1-15 abandoned
        · WaitEnded c1-15 sales waited_s=3 abandoned
