What comes of an offer that is not taken goes by its kind.

0     AsteriskSeen
0     PolicyApplied by_kind
        · PolicyChanged version=2 []
0     PhonesSeen 201=not_in_use 202=not_in_use
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     GoReady eva
        · AgentBecameReady eva
        = done
2     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=2
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 eva 201 o1-2-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 1 s; others: 1 not ready: logged in, 1 serves other queues)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 201 201 o1-2 call-1 Sales +361
2.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
2.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 eva
Nobody answers: out of the line for a minute.
17.2  TimePassed
        · OfferFailed o1-2 c1-1 eva o1-2-leg no_answer
        · AgentBecameNotReady eva RONA
        → EndLeg o1-2-leg no_answer
17.3  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
77.2  TimePassed
        · AgentBecameReady eva
        · OfferOpened o1-3 c1-1 eva 201 o1-3-leg sales (waited 75.2 s, 0 ahead; candidates: eva 8 idle 0 s; others: 1 not ready: logged in, 1 serves other queues)
        → CreateLeg o1-3-leg 201 201 o1-3 call-1 Sales +361
77.3  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
Unreachable: out of the line until the phone is there again.
78    LegVanished o1-3-leg 20
        · LegEnded o1-3-leg c1-1 agent cause=20
        · OfferFailed o1-3 c1-1 eva o1-3-leg unreachable
        · AgentBecameNotReady eva RONA
79    PhoneSeen 201 unavailable
80    PhoneSeen 201 not_in_use
        · AgentBecameReady eva
83    TimePassed
        · OfferOpened o1-4 c1-1 eva 201 o1-4-leg sales (waited 81 s, 0 ahead; candidates: eva 8 idle 3 s; others: 1 not ready: logged in, 1 serves other queues)
        → CreateLeg o1-4-leg 201 201 o1-4 call-1 Sales +361
83.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
Rejected: out of the line until the agent says otherwise.
84    LegVanished o1-4-leg 21
        · LegEnded o1-4-leg c1-1 agent cause=21
        · OfferFailed o1-4 c1-1 eva o1-4-leg rejected
        · AgentBecameNotReady eva RONA
85    PhoneSeen 201 unavailable
86    PhoneSeen 201 not_in_use
89    TimePassed
90    GoReady eva
        · AgentBecameReady eva
        · OfferOpened o1-5 c1-1 eva 201 o1-5-leg sales (waited 88 s, 0 ahead; candidates: eva 8 idle 0 s; others: 1 not ready: logged in, 1 serves other queues)
        → CreateLeg o1-5-leg 201 201 o1-5 call-1 Sales +361
        = done
