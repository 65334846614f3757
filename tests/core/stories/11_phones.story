A phone in a private call, or out of reach, is not rung; an unknown one may be.

0     AsteriskSeen
0     PhonesSeen 201=in_use 202=unavailable
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     GoReady eva
        · AgentBecameReady eva
        = done
1     GoReady bob
        · AgentBecameReady bob
        = done
2     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=1
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=2
        · WaitPromised c1-1 sales too_few
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
3     PhoneSeen 202 not_in_use
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 1 s, 0 ahead; candidates: bob 5 idle 2 s; others: 1 phone is in use, 1 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 call-1 Sales +361
3.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
3.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
3.2   PhoneSeen 202 ringing
4     CallArrived call-2 200 +362
        · ContactArrived c1-3 call-2 200 +362 straight open policy_version=1
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=4
        · WaitPromised c1-3 sales too_few
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
5     PhonesLost
        · OfferOpened o1-4 c1-3 eva 201 o1-4-leg sales (waited 1 s, 0 ahead; candidates: eva 8 idle 4 s; others: 1 being rung, 1 serves other queues)
        → CreateLeg o1-4-leg 201 201 o1-4 call-2 Sales +362
5.1   LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-3 agent
        → Ring o1-4-leg give_up_s=24
5.2   LegRefused o1-4-leg dial_failed
        → EndLeg o1-4-leg normal
5.3   LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-3 agent cause=16 asked
        · OfferFailed o1-4 c1-3 eva o1-4-leg unreachable
A phone that Asterisk does not name cannot be called.
6     PhonesSeen 201=busy
7     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · OfferWithdrawn o1-2 c1-1 bob o1-2-leg caller_left
        · WaitEnded c1-1 sales waited_s=5 abandoned
        → EndLeg o1-2-leg normal
7     LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
8     PhoneSeen 202 not_in_use
        · OfferOpened o1-5 c1-3 bob 202 o1-5-leg sales (waited 4 s, 0 ahead; candidates: bob 5 idle 7 s; others: 1 resting after a failed offer, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 call-2 Sales +362
10.3  TimePassed
11    LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · OfferWithdrawn o1-5 c1-3 bob o1-5-leg caller_left
        · WaitEnded c1-3 sales waited_s=7 abandoned
        → EndLeg o1-5-leg normal
11    LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-3 agent cause=16 asked
