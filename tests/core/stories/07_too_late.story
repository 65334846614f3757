Answers that come too late: after the caller left, and after the offer expired. No leg is left over.

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
2.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
2.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 eva
5     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · OfferWithdrawn o1-2 c1-1 eva o1-2-leg caller_left
        · WaitEnded c1-1 sales waited_s=3 abandoned
        → EndLeg o1-2-leg normal
The answer crossed our request to end the leg: it is asked to end again.
5.01  LegAnswered o1-2-leg
        → EndLeg o1-2-leg normal
No end is heard: asked once more.
10.01 TimePassed
        → EndLeg o1-2-leg normal
10.1  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
11    CallArrived call-2 200 +362
        · ContactArrived c1-3 call-2 200 +362 straight open policy_version=1
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=11
        · WaitPromised c1-3 sales promise=0-0
        · OfferOpened o1-4 c1-3 eva 201 o1-4-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 10 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
        → CreateLeg o1-4-leg 201 201 o1-4 call-2 Sales +362
11.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-3 agent
        → Ring o1-4-leg give_up_s=24
11.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-3 agent
        · OfferRang o1-4 c1-3 eva
26.2  TimePassed
        · OfferFailed o1-4 c1-3 eva o1-4-leg no_answer
        → EndLeg o1-4-leg no_answer
26.21 LegAnswered o1-4-leg
        → EndLeg o1-4-leg normal
26.3  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-3 agent cause=16 asked
A leg that we gave up before it was seen is ended when it shows.
31.2  TimePassed
        · OfferOpened o1-5 c1-3 eva 201 o1-5-leg sales (waited 20.2 s, 0 ahead; candidates: eva 8 idle 5 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o1-5-leg 201 201 o1-5 call-2 Sales +362
31.3  LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · ContactEnded c1-3 abandoned
        · OfferWithdrawn o1-5 c1-3 eva o1-5-leg caller_left
        · WaitEnded c1-3 sales waited_s=20.3 abandoned
        → EndLeg o1-5-leg normal
31.4  LegVanished o1-5-leg -
        · LegEnded o1-5-leg c1-3 agent - asked
31.5  LegSeen o1-5-leg
        → EndLeg o1-5-leg normal
