Whoever goes on to another queue keeps the time waited so far, and never comes back to where he or she came from.

0     AsteriskSeen
0     PolicyApplied in_circles
        · PolicyChanged version=2 [repair sales]
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
11    TimePassed
        · Overflowed c1-1 sales queue=repair waited []
        · WaitEnded c1-1 sales waited_s=10 left
        · PlaceTaken c1-1 repair [repair≥1] order_key=1
        · WaitPromised c1-1 repair nobody
        → StartMusic call-1 repair_music
12    CallArrived call-2 200 +362
        · ContactArrived c1-2 call-2 200 +362 straight open policy_version=2
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=12
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
22    TimePassed
        · Overflowed c1-2 sales queue=repair waited []
        · WaitEnded c1-2 sales waited_s=10 left
        · PlaceTaken c1-2 repair [repair≥1] order_key=12
        · WaitPromised c1-2 repair nobody
        → StartMusic call-2 repair_music
23    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg repair (waited 22 s, 0 ahead; candidates: bob 7 idle 0 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 call-1 Repair +361
        = done
