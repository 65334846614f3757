Whom nobody could stand in for was not waited for. When that person is back, whoever still waits waits for him or her again: once.

0     AsteriskSeen
0     PolicyApplied one_person
        · PolicyChanged version=2 [sales]
0     EnterOverlay absence boss ill agent=bob
        · OverlayBegan v1-1 absence=bob ill -
        = done
1     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
2     CallArrived call-1 200 +361
        · ContactArrived c1-2 call-1 200 +361 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=2 (for bob, owner)
        · WaitPromised c1-2 sales nobody
        · PersonGivenUp c1-2 bob substitutes skipped instead_of=bob/absent
        · PersonGivenUp c1-2 bob skipped instead_of=bob/absent
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
Bob logs in: he is not absent any more, and is waited for. He says ready.
3     LogIn bob 202
        · AgentReturned bob
        · AgentLoggedIn bob 202
        · OverlayEnded v1-1 absence=bob
        · PersonBack c1-2 bob until=13
        = done
4     GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-3 c1-2 bob 202 o1-3-leg sales (waited 2 s, 0 ahead; candidates: bob 5 idle 0 s; others: 2 is not the one it is meant for)
        → CreateLeg o1-3-leg 202 202 o1-3 call-1 Sales +361
        = done
4.1   LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-2 agent
        → Ring o1-3-leg give_up_s=24
4.2   LegVanished call-1 16
        · LegEnded call-1 c1-2 caller cause=16
        · ContactEnded c1-2 abandoned
        · OfferWithdrawn o1-3 c1-2 bob o1-3-leg caller_left
        · WaitEnded c1-2 sales waited_s=2.2 abandoned
        → EndLeg o1-3-leg normal
4.3   LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-2 agent cause=16 asked
Somebody who is not logged in is back when he says ready.
5     LogOut bob
        · AgentLoggedOut bob “logged out”
        = done
6     CallArrived call-2 200 +361
        · ContactArrived c1-4 call-2 200 +361 straight open policy_version=2
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=6 (for bob, owner)
        · WaitPromised c1-4 sales nobody
        · PersonGivenUp c1-4 bob substitutes skipped
        · PersonGivenUp c1-4 bob skipped
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
7     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
8     GoReady bob
        · AgentBecameReady bob
        · PersonBack c1-4 bob until=18
        · OfferOpened o1-5 c1-4 bob 202 o1-5-leg sales (waited 2 s, 0 ahead; candidates: bob 5 idle 0 s; others: 2 is not the one it is meant for)
        → CreateLeg o1-5-leg 202 202 o1-5 call-2 Sales +361
        = done
8.1   LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-4 agent
        → Ring o1-5-leg give_up_s=24
8.2   LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-4 agent
        · OfferRang o1-5 c1-4 bob
8.3   LegVanished o1-5-leg 21
        · LegEnded o1-5-leg c1-4 agent cause=21
        · OfferFailed o1-5 c1-4 bob o1-5-leg rejected
He goes again, and comes again: nobody waits for him a third time.
9     LogOut bob
        · AgentLoggedOut bob “logged out”
        · PersonGivenUp c1-4 bob substitutes skipped
        · PersonGivenUp c1-4 bob skipped
        = done
10    LogIn bob 202
        · AgentLoggedIn bob 202
        = done
11    GoReady bob
        · AgentBecameReady bob
        = done
11.1  LegVanished call-2 16
        · LegEnded call-2 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=5.1 abandoned
13.3  TimePassed
Back from afar, but on a break: he is waited for as at the beginning, and no longer.
20    EnterOverlay absence boss ill agent=bob
        · OverlayBegan v1-6 absence=bob ill -
        · AgentBecameNotReady bob ill
        = done
21    CallArrived call-3 200 +361
        · ContactArrived c1-7 call-3 200 +361 straight open policy_version=2
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=21 (for bob, owner)
        · WaitPromised c1-7 sales nobody
        · PersonGivenUp c1-7 bob substitutes skipped instead_of=bob/absent
        · PersonGivenUp c1-7 bob skipped instead_of=bob/absent
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
22    WithdrawOverlay v1-6 boss
        · OverlayEnded v1-6 absence=bob
        · PersonBack c1-7 bob until=32
        = done
32    TimePassed
        · PersonGivenUp c1-7 bob substitutes
33    LegVanished call-3 16
        · LegEnded call-3 c1-7 caller cause=16
        · ContactEnded c1-7 abandoned
        · WaitEnded c1-7 sales waited_s=12 abandoned
While a phone rings for the caller, nobody is waited for.
40    LogOut bob
        · AgentLoggedOut bob “logged out”
        = done
41    CallArrived call-4 200 +361
        · ContactArrived c1-8 call-4 200 +361 straight open policy_version=2
        · QueueChosen c1-8 sales []
        · PlaceTaken c1-8 sales [sales≥1] order_key=41 (for bob, owner)
        · WaitPromised c1-8 sales nobody
        · PersonGivenUp c1-8 bob substitutes skipped
        · PersonGivenUp c1-8 bob skipped
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
42    GoReady eva
        · AgentBecameReady eva
        · OfferOpened o1-9 c1-8 eva 201 o1-9-leg sales (waited 1 s, 0 ahead; candidates: eva 8 idle 0 s; others: 2 logged out)
        → CreateLeg o1-9-leg 201 201 o1-9 call-4 Sales +361
        = done
43    LogIn bob 202
        · AgentLoggedIn bob 202
        = done
44    GoReady bob
        · AgentBecameReady bob
        = done
