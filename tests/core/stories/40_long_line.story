Whoever keeps a caller waiting for too long gets help from the substitutes, for that caller and for those who come after.

0     AsteriskSeen
0     PolicyApplied long_line
        · PolicyChanged version=2 [sales]
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
0     LogIn joe 203
        · AgentLoggedIn joe 203
        = done
0     GoNotReady joe break
        · AgentBecameNotReady joe break
        = done
1     GoReady bob
        · AgentBecameReady bob
        = done
2     CallArrived call-1 200 +363
        · ContactArrived c1-1 call-1 200 +363 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=2
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 0 s, 0 ahead; candidates: bob 5 idle 1 s; others: 1 logged out, 1 not ready: break)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 202 202 o1-2 call-1 Sales +363
2.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
2.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
3     LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · TalkBegan c1-1 bob o1-2 o1-2-bridge
        · WaitEnded c1-1 sales waited_s=1 answered
        → StopMusic call-1
        → Join o1-2-bridge [call-1 o1-2-leg]
3.1   LegJoined call-1 o1-2-bridge
3.2   LegJoined o1-2-leg o1-2-bridge
        · TalkJoined c1-1 bob
Bob talks. The first who waits for him is to wait for 10 s alone, but after 6 s Bob has too much to do.
10    CallArrived call-2 200 +361
        · ContactArrived c1-3 call-2 200 +361 straight open policy_version=2
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=10 (for bob, owner)
        · WaitPromised c1-3 sales too_few
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
16    TimePassed
        · PersonGivenUp c1-3 bob substitutes
Who comes then need not wait alone at all: Joe, back from his break, is rung for the first, and then for this one.
18    CallArrived call-3 200 +362
        · ContactArrived c1-4 call-3 200 +362 straight open policy_version=2
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=18 (for bob, owner; somebody has waited 8 s)
        · WaitPromised c1-4 sales too_few
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
19    GoReady joe
        · AgentBecameReady joe
        · OfferOpened o1-5 c1-3 joe 203 o1-5-leg sales (waited 9 s, 0 ahead; candidates: joe 9 idle 0 s; others: 1 is not the one it is meant for, 1 on a call; instead_of=bob/time_up)
        → CreateLeg o1-5-leg 203 203 o1-5 call-2 Sales +361
        = done
19.1  LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-3 agent
        → Ring o1-5-leg give_up_s=24
19.2  LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-3 agent
        · OfferRang o1-5 c1-3 joe
19.3  LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · OfferWithdrawn o1-5 c1-3 joe o1-5-leg caller_left
        · WaitEnded c1-3 sales waited_s=9.3 abandoned
        → EndLeg o1-5-leg normal
19.4  LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-3 agent cause=16 asked
        · OfferOpened o1-6 c1-4 joe 203 o1-6-leg sales (waited 1.4 s, 0 ahead; candidates: joe 9 idle 0.4 s; others: 1 is not the one it is meant for, 1 on a call; instead_of=bob/long_line)
        → CreateLeg o1-6-leg 203 203 o1-6 call-3 Sales +362
19.5  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-4 agent
        → Ring o1-6-leg give_up_s=24
19.6  LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-4 agent
        · OfferRang o1-6 c1-4 joe
20    LegVanished call-3 16
        · LegEnded call-3 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · OfferWithdrawn o1-6 c1-4 joe o1-6-leg caller_left
        · WaitEnded c1-4 sales waited_s=2 abandoned
        → EndLeg o1-6-leg normal
20.1  LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-4 agent cause=16 asked
Nobody waits for Bob when the next one comes, who is his alone again, though Joe is free.
21    CallArrived call-4 200 +361
        · ContactArrived c1-7 call-4 200 +361 straight open policy_version=2
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=21 (for bob, owner)
        · WaitPromised c1-7 sales promise=0-60
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
22    GoNotReady joe break
        · AgentBecameNotReady joe break
        = done
27    TimePassed
        · PersonGivenUp c1-7 bob substitutes
Sent on, the caller is the only one who has waited for Bob, and does not count against himself: again 6 s alone.
35    TimePassed
        · Overflowed c1-7 sales queue=repair waited []
        · WaitEnded c1-7 sales waited_s=14 left
        · PlaceTaken c1-7 repair [repair≥1] order_key=21 (for bob, owner)
        · WaitPromised c1-7 repair promise=0-60
        → StartMusic call-4 repair_music
41    TimePassed
        · PersonGivenUp c1-7 bob substitutes
42    LegVanished call-4 16
        · LegEnded call-4 c1-7 caller cause=16
        · ContactEnded c1-7 abandoned
        · WaitEnded c1-7 repair waited_s=7 abandoned
