An absence is entered ahead, now, and taken back. Substitutes take what is meant for somebody who is away.

0     AsteriskSeen
0     PolicyApplied one_person
        · PolicyChanged version=2 [sales]
0     EnterOverlay absence boss holiday agent=bob begins_at=10 ends_at=100
        = done
0     EnterOverlay absence boss duty agent=bob begins_at=50
        = done
0     WithdrawOverlay v1-2 boss
        = done
0     WithdrawOverlay v1-2 boss
        = refused: There is no change v1-2, or it is over.
1     LogIn bob 201
        · AgentLoggedIn bob 201
        = done
1     LogIn joe 202
        · AgentLoggedIn joe 202
        = done
1     GoReady bob
        · AgentBecameReady bob
        = done
1     GoReady joe
        · AgentBecameReady joe
        = done
10    TimePassed
        · OverlayBegan v1-1 absence=bob holiday until=100
        · AgentBecameNotReady bob holiday
11    CallArrived call-1 200 +361
        · ContactArrived c1-3 call-1 200 +361 straight open policy_version=2
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=11 (for bob, owner)
        · WaitPromised c1-3 sales promise=0-0
        · OfferOpened o1-4 c1-3 joe 202 o1-4-leg sales (waited 0 s, 0 ahead; candidates: joe 9 idle 10 s; others: 2 is not the one it is meant for; instead_of=bob/absent)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-4-leg 202 202 o1-4 call-1 Sales +361
11.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-3 agent
        → Ring o1-4-leg give_up_s=24
11.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-3 agent
        · OfferRang o1-4 c1-3 joe
11.3  LegVanished o1-4-leg 21
        · LegEnded o1-4-leg c1-3 agent cause=21
        · OfferFailed o1-4 c1-3 joe o1-4-leg rejected
Joe rests. Bob is back early, and says so: he gets what still waits for him.
12    GoReady bob
        · AgentReturned bob
        · AgentBecameReady bob
        · OverlayEnded v1-1 absence=bob
        · OfferOpened o1-5 c1-3 bob 201 o1-5-leg sales (waited 1 s, 0 ahead; candidates: bob 5 idle 0 s; others: 2 is not the one it is meant for)
        → CreateLeg o1-5-leg 201 201 o1-5 call-1 Sales +361
        = done
12.1  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-3 agent
        → Ring o1-5-leg give_up_s=24
12.2  LegVanished call-1 16
        · LegEnded call-1 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · OfferWithdrawn o1-5 c1-3 bob o1-5-leg caller_left
        · WaitEnded c1-3 sales waited_s=1.2 abandoned
        → EndLeg o1-5-leg normal
12.3  LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-3 agent cause=16 asked
Joe is ill, for a minute.
13    EnterOverlay absence joe ill agent=joe ends_at=73
        · OverlayBegan v1-6 absence=joe ill until=73
        · AgentBecameNotReady joe ill
        = done
73    TimePassed
        · OverlayEnded v1-6 absence=joe
74    EnterOverlay absence joe ill agent=joe
        · OverlayBegan v1-7 absence=joe ill -
        · AgentBecameNotReady joe ill
        = done
74.5  WithdrawOverlay v1-7 boss
        · OverlayEnded v1-7 absence=joe
        = done
75    WithdrawOverlay v1-7 boss
        = refused: There is no change v1-7, or it is over.
An absence is over for whoever logs in, too.
76    EnterOverlay absence joe ill agent=joe
        · OverlayBegan v1-8 absence=joe ill -
        · AgentBecameNotReady joe ill
        = done
76.5  LogOut joe
        · AgentLoggedOut joe “logged out”
        = done
77    LogIn joe 202
        · AgentReturned joe
        · AgentLoggedIn joe 202
        · OverlayEnded v1-8 absence=joe
        = done
Both are away: Bob's substitute is Joe, and nobody is asked who is away, too.
78    GoReady joe
        · AgentBecameReady joe
        = done
78    EnterOverlay absence boss ill agent=bob
        · OverlayBegan v1-9 absence=bob ill -
        · AgentBecameNotReady bob ill
        = done
79    CallArrived call-2 200 +361
        · ContactArrived c1-10 call-2 200 +361 straight open policy_version=2
        · QueueChosen c1-10 sales []
        · PlaceTaken c1-10 sales [sales≥1] order_key=79 (for bob, owner)
        · WaitPromised c1-10 sales promise=0-0
        · OfferOpened o1-11 c1-10 joe 202 o1-11-leg sales (waited 0 s, 0 ahead; candidates: joe 9 idle 1 s; others: 2 is not the one it is meant for; instead_of=bob/absent)
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
        → CreateLeg o1-11-leg 202 202 o1-11 call-2 Sales +361
79.1  LegSeen o1-11-leg
        · LegAppeared o1-11-leg c1-10 agent
        → Ring o1-11-leg give_up_s=24
79.2  LegVanished call-2 16
        · LegEnded call-2 c1-10 caller cause=16
        · ContactEnded c1-10 abandoned
        · OfferWithdrawn o1-11 c1-10 joe o1-11-leg caller_left
        · WaitEnded c1-10 sales waited_s=0.2 abandoned
        → EndLeg o1-11-leg normal
79.3  LegVanished o1-11-leg 16
        · LegEnded o1-11-leg c1-10 agent cause=16 asked
80    EnterOverlay absence boss ill agent=joe
        · OverlayBegan v1-12 absence=joe ill -
        · AgentBecameNotReady joe ill
        = done
81    CallArrived call-3 200 +361
        · ContactArrived c1-13 call-3 200 +361 straight open policy_version=2
        · QueueChosen c1-13 sales []
        · PlaceTaken c1-13 sales [sales≥1] order_key=81 (for bob, owner)
        · WaitPromised c1-13 sales nobody
        · PersonGivenUp c1-13 bob substitutes skipped instead_of=bob/absent
        · PersonGivenUp c1-13 bob skipped instead_of=bob/absent
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
