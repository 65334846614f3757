A look at Asterisk takes its time, and we go on listening meanwhile.

0     AsteriskSeen
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
1     GoReady eva
        · AgentBecameReady eva
        = done
2     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=1
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=2
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 eva 201 o1-2-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 1 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 201 201 o1-2 call-1 Sales +361
The leg was asked for before the look, and came when Asterisk had counted already. It is taken back like any leg
whose ringing is in doubt, and ended: taken for lost, it would ring on, and the phone would be rung twice. So it
would be if the next offer did not wait for its end.
2.3   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
2.4   AsteriskSeen call-1:up:200:+361 asked=2.2 heard=o1-2-leg
        · LegCameUp call-1 c1-1 caller
        · OfferWithdrawn o1-2 c1-1 eva o1-2-leg interrupted
        → StartMusic call-1 sales_music
        → EndLeg o1-2-leg no_answer
2.5   LegRang o1-2-leg
3     LegAnswered o1-2-leg
        → EndLeg o1-2-leg normal
3.1   LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
        · OfferOpened o1-3 c1-1 eva 201 o1-3-leg sales (waited 1.1 s, 0 ahead; candidates: eva 8 idle 2.1 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-3-leg 201 201 o1-3 call-1 Sales +361
