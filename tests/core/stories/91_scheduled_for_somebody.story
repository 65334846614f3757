A callback that is scheduled for an agent waits for that agent. Bob is absent: it goes to his substitute at once.

0     AsteriskSeen
0     PolicyApplied scheduling
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=2 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
0     LogIn joe 203
        · AgentLoggedIn joe 203
        = done
0     GoReady joe
        · AgentBecameReady joe
        = done
0     EnterOverlay absence boss ill agent=bob ends_at=30
        · OverlayBegan v1-1 absence=bob ill until=30
        · AgentBecameNotReady bob ill
        = done
1     ScheduleCallback +436601111111 sales 5 boss wanted=bob
        · CallbackScheduled c1-2 +436601111111 sales not_before=5 expires_at=3605 boss bob
        = done
2     ScheduleCallback +436602222222 sales 60 boss wanted=bob
        · CallbackScheduled c1-3 +436602222222 sales not_before=60 expires_at=3660 boss bob
        = done
5     TimePassed
        · QueueChosen c1-2 sales [] wanted=bob to_be_called
        · CallbackFellDue c1-2
        · PlaceTaken c1-2 sales [sales≥1] order_key=5 (for bob, asked_for)
        · WaitPromised c1-2 sales promise=0-0
        · OfferOpened o1-4 c1-2 joe 203 o1-4-leg sales (waited 0 s, 0 ahead; candidates: joe 9 idle 5 s; others: 3 is not the one it is meant for; instead_of=bob/absent)
        → CreateLeg o1-4-leg 203 203 o1-4 - Sales +436601111111
6     LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-2 agent
        → Ring o1-4-leg give_up_s=24
6.1   LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-2 agent
        · OfferRang o1-4 c1-2 joe
7     LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-2 agent
        · OfferAnswered o1-4 c1-2 joe o1-4-leg
        · WaitEnded c1-2 sales waited_s=2 answered
        → Play o1-4-leg o1-4-b sound:welcome
8     PlaybackEnded o1-4-b
        · CustomerWanted c1-2 joe o1-4-leg
        · CustomerDialled c1-2 c1-2-d1 +436601111111 attempt=1
        → StartMusic o1-4-leg sales_music
        → DialOut c1-2-d1 c1-2 +436601111111@out +431234 o1-4-leg
8.1   LegSeen c1-2-d1
        · LegAppeared c1-2-d1 c1-2 caller
        → Ring c1-2-d1 give_up_s=35
9     LegAnswered c1-2-d1
        · LegCameUp c1-2-d1 c1-2 caller
        · CustomerReached c1-2 c1-2-d1
        · TalkBegan c1-2 joe o1-4 o1-4-bridge
        → StopMusic o1-4-leg
        → StopMusic c1-2-d1
        → Join o1-4-bridge [c1-2-d1 o1-4-leg]
10    LegVanished c1-2-d1 16
        · LegEnded c1-2-d1 c1-2 caller cause=16
        · TalkEnded c1-2 joe o1-4-leg o1-4-bridge caller
        · ContactEnded c1-2 served
        · WrapUpBegan joe c1-2 until=20
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
10.1  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-2 agent cause=16 asked
11    EndWrapUp joe
        · WrapUpEnded joe
        = done
Bob is there again, but on a break: for 10 s the second one waits for him, and then for Joe, too.
30    TimePassed
        · OverlayEnded v1-1 absence=bob
40    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
60    TimePassed
        · QueueChosen c1-3 sales [] wanted=bob to_be_called
        · CallbackFellDue c1-3
        · PlaceTaken c1-3 sales [sales≥1] order_key=60 (for bob, asked_for)
        · WaitPromised c1-3 sales promise=0-60
70    TimePassed
        · PersonGivenUp c1-3 bob substitutes
        · OfferOpened o1-5 c1-3 joe 203 o1-5-leg sales (waited 10 s, 0 ahead; candidates: joe 9 idle 59 s; others: 2 is not the one it is meant for, 1 not ready: break; instead_of=bob/time_up)
        → CreateLeg o1-5-leg 203 203 o1-5 - Sales +436602222222
70.1  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-3 agent
        → Ring o1-5-leg give_up_s=24
70.2  LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-3 agent
        · OfferRang o1-5 c1-3 joe
71    LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-3 agent
        · OfferAnswered o1-5 c1-3 joe o1-5-leg
        · WaitEnded c1-3 sales waited_s=11 answered
        → Play o1-5-leg o1-5-b sound:welcome
72    PlaybackEnded o1-5-b
        · CustomerWanted c1-3 joe o1-5-leg
        · CustomerDialled c1-3 c1-3-d1 +436602222222 attempt=1
        → StartMusic o1-5-leg sales_music
        → DialOut c1-3-d1 c1-3 +436602222222@out +431234 o1-5-leg
72.1  LegSeen c1-3-d1
        · LegAppeared c1-3-d1 c1-3 caller
        → Ring c1-3-d1 give_up_s=35
The customer was busy; 30 s later it is Bob's again first.
73    LegVanished c1-3-d1 17
        · LegEnded c1-3-d1 c1-3 caller cause=17
        · CustomerMissed c1-3 c1-3-d1 busy again_at=103
        · TalkFailed c1-3 joe o1-5-leg o1-5-bridge
        · PlaceRestored c1-3 sales order_key=60 answered_at=1.76761e+09
        · WaitPromised c1-3 sales promise=0-60
        → EndBridge o1-5-bridge
        → EndLeg o1-5-leg normal
73.1  LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-3 agent cause=16 asked
78    TimePassed
80    TimePassed
        · PersonGivenUp c1-3 bob
90    GoReady bob
        · AgentBecameReady bob
        = done
103   TimePassed
        · CallbackFellDue c1-3
        · PersonWanted c1-3 bob until=113
        · OfferOpened o1-6 c1-3 bob 202 o1-6-leg sales (waited 43 s, 0 ahead; candidates: bob 5 idle 13 s; others: 3 is not the one it is meant for)
        → CreateLeg o1-6-leg 202 202 o1-6 - Sales +436602222222
103.1 LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-3 agent
        → Ring o1-6-leg give_up_s=24
103.2 LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-3 agent
        · OfferRang o1-6 c1-3 bob
104   LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-3 agent
        · OfferAnswered o1-6 c1-3 bob o1-6-leg
        · WaitEnded c1-3 sales waited_s=31 answered
        → Play o1-6-leg o1-6-b sound:welcome
105   PlaybackEnded o1-6-b
        · CustomerWanted c1-3 bob o1-6-leg
        · CustomerDialled c1-3 c1-3-d2 +436602222222 attempt=2
        → StartMusic o1-6-leg sales_music
        → DialOut c1-3-d2 c1-3 +436602222222@out +431234 o1-6-leg
105.1 LegSeen c1-3-d2
        · LegAppeared c1-3-d2 c1-3 caller
        → Ring c1-3-d2 give_up_s=35
106   LegAnswered c1-3-d2
        · LegCameUp c1-3-d2 c1-3 caller
        · CustomerReached c1-3 c1-3-d2
        · TalkBegan c1-3 bob o1-6 o1-6-bridge
        → StopMusic o1-6-leg
        → StopMusic c1-3-d2
        → Join o1-6-bridge [c1-3-d2 o1-6-leg]
107   LegVanished c1-3-d2 16
        · LegEnded c1-3-d2 c1-3 caller cause=16
        · TalkEnded c1-3 bob o1-6-leg o1-6-bridge caller
        · ContactEnded c1-3 served
        · WrapUpBegan bob c1-3 until=117
        → EndBridge o1-6-bridge
        → EndLeg o1-6-leg normal
107.1 LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-3 agent cause=16 asked
