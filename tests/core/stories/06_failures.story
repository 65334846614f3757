Four ways not to take an offer are told apart; the caller keeps the place, the next agent is rung.

0     AsteriskSeen
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
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 eva 201 o1-2-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 1 s, bob 5 idle 1 s; others: 1 serves other queues)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 201 201 o1-2 call-1 Sales +361
2.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
2.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 eva
Nobody answers for 15 s: the offer expires.
17.2  TimePassed
        · OfferFailed o1-2 c1-1 eva o1-2-leg no_answer
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 15.2 s, 0 ahead; candidates: bob 5 idle 16.2 s; others: 1 resting after a failed offer, 1 serves other queues)
        → EndLeg o1-2-leg no_answer
        → CreateLeg o1-3-leg 202 202 o1-3 call-1 Sales +361
17.3  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
17.4  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
17.5  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
Rejected with 603. Eva still rests, bob rests now: the caller waits.
18    LegVanished o1-3-leg 21
        · LegEnded o1-3-leg c1-1 agent cause=21
        · OfferFailed o1-3 c1-1 bob o1-3-leg rejected
22.2  TimePassed
        · OfferOpened o1-4 c1-1 eva 201 o1-4-leg sales (waited 20.2 s, 0 ahead; candidates: eva 8 idle 5 s; others: 1 resting after a failed offer, 1 serves other queues)
        → CreateLeg o1-4-leg 201 201 o1-4 call-1 Sales +361
22.3  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
Busy. Not counted.
22.4  LegVanished o1-4-leg 17
        · LegEnded o1-4-leg c1-1 agent cause=17
        · OfferFailed o1-4 c1-1 eva o1-4-leg busy
23    TimePassed
        · OfferOpened o1-5 c1-1 bob 202 o1-5-leg sales (waited 21 s, 0 ahead; candidates: bob 5 idle 5 s; others: 1 resting after a failed offer, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 call-1 Sales +361
Bob's phone is not registered.
23.1  LegRefused o1-5-leg Allocation_failed
        · LegEnded o1-5-leg c1-1 agent - refused
        · OfferFailed o1-5 c1-1 bob o1-5-leg unreachable
27.4  TimePassed
        · OfferOpened o1-6 c1-1 eva 201 o1-6-leg sales (waited 25.4 s, 0 ahead; candidates: eva 8 idle 5 s; others: 1 resting after a failed offer, 1 serves other queues)
        → CreateLeg o1-6-leg 201 201 o1-6 call-1 Sales +361
27.5  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-1 agent
        → Ring o1-6-leg give_up_s=24
Rung, but it does not begin to ring: unreachable.
28.1  TimePassed
31.4  TimePassed
        · OfferFailed o1-6 c1-1 eva o1-6-leg unreachable
        · OfferOpened o1-7 c1-1 bob 202 o1-7-leg sales (waited 29.4 s, 0 ahead; candidates: bob 5 idle 8.3 s; others: 1 resting after a failed offer, 1 serves other queues)
        → EndLeg o1-6-leg no_answer
        → CreateLeg o1-7-leg 202 202 o1-7 call-1 Sales +361
31.5  LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-1 agent cause=16 asked
The second counted miss in a row takes bob out of the line (RONA); eva's row goes on after her rest.
31.6  LegSeen o1-7-leg
        · LegAppeared o1-7-leg c1-1 agent
        → Ring o1-7-leg give_up_s=24
31.7  LegRang o1-7-leg
        · LegStartedRinging o1-7-leg c1-1 agent
        · OfferRang o1-7 c1-1 bob
32    LegVanished o1-7-leg 19
        · LegEnded o1-7-leg c1-1 agent cause=19
        · OfferFailed o1-7 c1-1 bob o1-7-leg do_not_disturb
        · AgentBecameNotReady bob RONA
36.4  TimePassed
        · OfferOpened o1-8 c1-1 eva 201 o1-8-leg sales (waited 34.4 s, 0 ahead; candidates: eva 8 idle 5 s; others: 1 not ready: RONA, 1 serves other queues)
        → CreateLeg o1-8-leg 201 201 o1-8 call-1 Sales +361
36.5  LegSeen o1-8-leg
        · LegAppeared o1-8-leg c1-1 agent
        → Ring o1-8-leg give_up_s=24
36.6  LegRang o1-8-leg
        · LegStartedRinging o1-8-leg c1-1 agent
        · OfferRang o1-8 c1-1 eva
51.6  TimePassed
        · OfferFailed o1-8 c1-1 eva o1-8-leg no_answer
        · AgentBecameNotReady eva RONA
        → EndLeg o1-8-leg no_answer
51.7  LegVanished o1-8-leg 16
        · LegEnded o1-8-leg c1-1 agent cause=16 asked
Both have missed two in a row. Coming back is one word.
53    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-9 c1-1 bob 202 o1-9-leg sales (waited 51 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 not ready: RONA, 1 serves other queues)
        → CreateLeg o1-9-leg 202 202 o1-9 call-1 Sales +361
        = done
53.1  LegSeen o1-9-leg
        · LegAppeared o1-9-leg c1-1 agent
        → Ring o1-9-leg give_up_s=24
53.2  LegRang o1-9-leg
        · LegStartedRinging o1-9-leg c1-1 agent
        · OfferRang o1-9 c1-1 bob
55    LegAnswered o1-9-leg
        · LegCameUp o1-9-leg c1-1 agent
        · OfferAnswered o1-9 c1-1 bob o1-9-leg
        · TalkBegan c1-1 bob o1-9 o1-9-bridge
        · WaitEnded c1-1 sales waited_s=53 answered
        → StopMusic call-1
        → Join o1-9-bridge [call-1 o1-9-leg]
55.1  LegJoined call-1 o1-9-bridge
55.1  LegJoined o1-9-leg o1-9-bridge
        · TalkJoined c1-1 bob
56.6  TimePassed
99    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-9-leg o1-9-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=109
        → EndBridge o1-9-bridge
        → EndLeg o1-9-leg normal
99    LegVanished o1-9-leg 16
        · LegEnded o1-9-leg c1-1 agent cause=16 asked
109   TimePassed
        · WrapUpEnded bob by_limit
