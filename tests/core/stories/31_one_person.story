A caller whose account somebody looks after waits for that person first, then for the substitutes, then for anybody.

0     AsteriskSeen
0     PolicyApplied one_person
        · PolicyChanged version=2 [sales]
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
0     LogIn joe 203
        · AgentLoggedIn joe 203
        = done
0     GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
0     GoNotReady joe training
        · AgentBecameNotReady joe training
        = done
1     GoReady eva
        · AgentBecameReady eva
        = done
2     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=2 (for bob, owner)
        · WaitPromised c1-1 sales promise=0-60
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
Eva is free all the time. Joe comes back too late for his turn.
12    TimePassed
        · PersonGivenUp c1-1 bob substitutes
22    TimePassed
        · PersonGivenUp c1-1 bob
        · OfferOpened o1-2 c1-1 eva 201 o1-2-leg sales (waited 20 s, 0 ahead; candidates: eva 8 idle 21 s; others: 1 not ready: break, 1 not ready: training)
        → CreateLeg o1-2-leg 201 201 o1-2 call-1 Sales +361
22.1  LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
22.2  LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · OfferWithdrawn o1-2 c1-1 eva o1-2-leg caller_left
        · WaitEnded c1-1 sales waited_s=20.2 abandoned
        → EndLeg o1-2-leg normal
22.3  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
23    GoReady joe
        · AgentBecameReady joe
        = done
24    CallArrived call-2 200 +361
        · ContactArrived c1-3 call-2 200 +361 straight open policy_version=2
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=24 (for bob, owner)
        · WaitPromised c1-3 sales promise=0-60
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
34    TimePassed
        · PersonGivenUp c1-3 bob substitutes
        · OfferOpened o1-4 c1-3 joe 203 o1-4-leg sales (waited 10 s, 0 ahead; candidates: joe 9 idle 11 s; others: 1 is not the one it is meant for, 1 not ready: break; instead_of=bob/time_up)
        → CreateLeg o1-4-leg 203 203 o1-4 call-2 Sales +361
34.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-3 agent
        → Ring o1-4-leg give_up_s=24
34.2  LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · OfferWithdrawn o1-4 c1-3 joe o1-4-leg caller_left
        · WaitEnded c1-3 sales waited_s=10.2 abandoned
        → EndLeg o1-4-leg normal
34.3  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-3 agent cause=16 asked
Whoever has logged out will not come: nobody waits for that.
35    LogOut bob
        · AgentLoggedOut bob “logged out”
        = done
36    CallArrived call-3 200 +361
        · ContactArrived c1-5 call-3 200 +361 straight open policy_version=2
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=36 (for bob, owner)
        · WaitPromised c1-5 sales promise=0-0
        · PersonGivenUp c1-5 bob substitutes skipped
        · OfferOpened o1-6 c1-5 joe 203 o1-6-leg sales (waited 0 s, 0 ahead; candidates: joe 9 idle 13 s; others: 1 is not the one it is meant for, 1 logged out; instead_of=bob/logged_out)
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
        → CreateLeg o1-6-leg 203 203 o1-6 call-3 Sales +361
