A new version of the company while calls are in flight: each call goes on under the flow it came with.

0     AsteriskSeen
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     GoReady bob
        · AgentBecameReady bob
        = done
2     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=1
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=2
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 1 s; others: 1 not ready: logged in, 1 serves other queues)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 202 202 o1-2 call-1 Sales +361
2.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
2.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
3     CallArrived call-2 100 +362
        · ContactArrived c1-3 call-2 100 +362 main open policy_version=1
        · PromptBegan c1-3 welcome welcome
        → AnswerLeg call-2
        → Play call-2 c1-3-p1 sound:welcome
4     CallArrived call-3 200 +363
        · ContactArrived c1-4 call-3 200 +363 straight open policy_version=1
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=4
        · WaitPromised c1-4 sales too_few
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
Bob leaves the company while his phone rings.
5     PolicyApplied without_bob
        · AgentLoggedOut bob “logged out”
        · OfferWithdrawn o1-2 c1-1 bob o1-2-leg agent_left
        · PolicyChanged version=2 [sales]
        · PlaceAmended c1-1 sales [sales≥6] ring=0 -
        · PlaceAmended c1-4 sales [sales≥6] ring=0 -
        → EndLeg o1-2-leg no_answer
5.1   LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
6     LogIn bob 202
        = refused: The company has no agent bob any more.
Eva does meet what sales asks for now, also of those who wait already: they keep their places.
7     GoReady eva
        · AgentBecameReady eva
        · OfferOpened o1-5 c1-1 eva 201 o1-5-leg sales (waited 5 s, 0 ahead; candidates: eva 8 idle 0 s; others: 1 serves other queues)
        → CreateLeg o1-5-leg 201 201 o1-5 call-1 Sales +361
        = done
7.1   LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-1 agent
        → Ring o1-5-leg give_up_s=24
8     LogIn joe 203
        · AgentLoggedIn joe 203
        = done
9     GoReady joe
        · AgentBecameReady joe
        = done
Desk 203 is removed: joe has no desk any more. Ann joins.
10    PolicyApplied with_ann
        · AgentLoggedOut joe “logged out”
        · PolicyChanged version=3 [repair sales]
        · PlaceAmended c1-1 sales [sales≥1] ring=0 -
        · PlaceAmended c1-4 sales [sales≥1] ring=0 -
10.1  LogIn ann 202
        · AgentLoggedIn ann 202
        = done
10.2  GoReady ann
        · AgentBecameReady ann
        · OfferOpened o1-6 c1-4 ann 202 o1-6-leg sales (waited 6.2 s, 0 ahead; candidates: ann 9 idle 0 s; others: 1 being rung, 1 logged out, 1 serves other queues)
        → CreateLeg o1-6-leg 202 202 o1-6 call-3 Sales +363
        = done
10.3  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-4 agent
        → Ring o1-6-leg give_up_s=24
10.4  LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-4 agent
        · OfferAnswered o1-6 c1-4 ann o1-6-leg
        · TalkBegan c1-4 ann o1-6 o1-6-bridge
        · WaitEnded c1-4 sales waited_s=6.4 answered
        → StopMusic call-3
        → Join o1-6-bridge [call-3 o1-6-leg]
10.5  LegJoined call-3 o1-6-bridge
10.5  LegJoined o1-6-leg o1-6-bridge
        · TalkJoined c1-4 ann
The queue for repairs goes; call-2, who chooses it in the menu of before, comes into the menu of now.
10.6  PolicyApplied without_repair
        · AgentLoggedOut ann “logged out”
        · PolicyChanged version=4 [sales]
10.7  KeyPressed call-2 2
        · KeyTaken c1-3 menu 2
        · QueueChosen c1-3 repair [repair≥5]
        · PlaceTaken c1-3 repair [repair≥5] order_key=10.7
        · WaitPromised c1-3 repair nobody
        · Overflowed c1-3 repair flow=main closed []
        · WaitEnded c1-3 repair waited_s=0 left
        · PromptBegan c1-3 welcome welcome
        → StopPlayback c1-3-p1
        → StartMusic call-2 repair_music
        → StopMusic call-2
        → Play call-2 c1-3-p2 sound:welcome
10.8  KeyPressed call-2 2
11    LegVanished call-3 16
        · LegEnded call-3 c1-4 caller cause=16
        · TalkEnded c1-4 ann o1-6-leg o1-6-bridge caller
        · ContactEnded c1-4 served
        → EndBridge o1-6-bridge
        → EndLeg o1-6-leg normal
11    LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-4 agent cause=16 asked
11    LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-1 agent cause=16
        · OfferFailed o1-5 c1-1 eva o1-5-leg unreachable
12    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · WaitEnded c1-1 sales waited_s=10 abandoned
12    LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · ContactEnded c1-3 left_in_menu
