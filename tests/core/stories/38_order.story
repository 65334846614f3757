A head start is worth so many seconds and no more than the cap; a rule for a region holds for all within it.

0     AsteriskSeen
0     PolicyApplied valued
        · PolicyChanged version=2 []
1     CallArrived call-1 200 +363
        · ContactArrived c1-1 call-1 200 +363 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     CallArrived call-2 200 +362
        · ContactArrived c1-2 call-2 200 +362 straight open policy_version=2 region=north
        · QueueChosen c1-2 sales [] region=north
        · PlaceTaken c1-2 sales [sales≥6] order_key=2
        · WaitPromised c1-2 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
601.5 CallArrived call-3 200 +361
        · ContactArrived c1-3 call-3 200 +361 straight open policy_version=2 customer_class=gold
        · QueueChosen c1-3 sales [] customer_class=gold
        · PlaceTaken c1-3 sales [sales≥1] order_key=1.5 [gold 700 s]
        · WaitPromised c1-3 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
Ten minutes later would be too late to overtake the first, but the second is overtaken.
602   LogIn bob 201
        · AgentLoggedIn bob 201
        = done
602   LogIn eva 202
        · AgentLoggedIn eva 202
        = done
602   LogIn joe 203
        · AgentLoggedIn joe 203
        = done
603   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-4 c1-1 bob 201 o1-4-leg sales (waited 602 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 not ready: logged in, 1 serves other queues)
        → CreateLeg o1-4-leg 201 201 o1-4 call-1 Sales +363
        = done
604   GoReady eva
        · AgentBecameReady eva
        · OfferOpened o1-5 c1-3 eva 202 o1-5-leg sales (waited 2.5 s, 0 ahead; candidates: eva 8 idle 0 s; others: 1 being rung, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 call-3 Sales +361
        = done
