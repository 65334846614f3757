We are away while an agent is offered a call, at every stage of it.

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
        · OfferOpened o1-2 c1-1 eva 201 o1-2-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 1 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 201 o1-2 call-1 Sales +361
The leg was asked for, and never made: nobody is blamed, eva is rung again.
3     Restart
3     AsteriskSeen call-1:up:200:+361
        · LegEnded o1-2-leg c1-1 agent - lost
        · OfferWithdrawn o1-2 c1-1 eva o1-2-leg interrupted
        · LegCameUp call-1 c1-1 caller
        · OfferOpened o2-1 c1-1 eva 201 o2-1-leg sales (waited 1 s, 0 ahead; candidates: eva 8 idle 2 s; others: 1 logged out, 1 serves other queues)
        → StartMusic call-1 sales_music
        → CreateLeg o2-1-leg 201 o2-1 call-1 Sales +361
The leg was asked for and is there, but not rung. Whether it can be rung is doubtful: it is taken back.
4     Restart
4     AsteriskSeen call-1:up:200:+361 o2-1-leg:down
        · LegAppeared o2-1-leg c1-1 agent
        · OfferWithdrawn o2-1 c1-1 eva o2-1-leg interrupted
        · OfferOpened o3-1 c1-1 eva 201 o3-1-leg sales (waited 2 s, 0 ahead; candidates: eva 8 idle 3 s; others: 1 logged out, 1 serves other queues)
        → Ring o2-1-leg give_up_s=24
        → StartMusic call-1 sales_music
        → EndLeg o2-1-leg no_answer
        → CreateLeg o3-1-leg 201 o3-1 call-1 Sales +361
4.1   LegVanished o2-1-leg 16
        · LegEnded o2-1-leg c1-1 agent cause=16 asked
4.2   LegSeen o3-1-leg
        · LegAppeared o3-1-leg c1-1 agent
        → Ring o3-1-leg give_up_s=24
4.3   LegRang o3-1-leg
        · LegStartedRinging o3-1-leg c1-1 agent
        · OfferRang o3-1 c1-1 eva
It still rings: nothing to do but ring on.
5     Restart
5     AsteriskSeen call-1:up:200:+361 o3-1-leg:ringing
        → StartMusic call-1 sales_music
It has rung off while nobody watched: withdrawn, not missed.
6     Restart
6     AsteriskSeen call-1:up:200:+361
        · LegEnded o3-1-leg c1-1 agent - lost
        · OfferWithdrawn o3-1 c1-1 eva o3-1-leg interrupted
        · OfferOpened o5-1 c1-1 eva 201 o5-1-leg sales (waited 4 s, 0 ahead; candidates: eva 8 idle 5 s; others: 1 logged out, 1 serves other queues)
        → StartMusic call-1 sales_music
        → CreateLeg o5-1-leg 201 o5-1 call-1 Sales +361
6.1   LegSeen o5-1-leg
        · LegAppeared o5-1-leg c1-1 agent
        → Ring o5-1-leg give_up_s=24
6.2   LegRang o5-1-leg
        · LegStartedRinging o5-1-leg c1-1 agent
        · OfferRang o5-1 c1-1 eva
Its time runs out while nobody can hear an answer: withdrawn, not missed.
7     AsteriskLost
21.2  TimePassed
        · OfferWithdrawn o5-1 c1-1 eva o5-1-leg interrupted
        → EndLeg o5-1-leg no_answer
22    AsteriskSeen call-1:up:200:+361 o5-1-leg:up
        · OfferOpened o5-2 c1-1 eva 201 o5-2-leg sales (waited 20 s, 0 ahead; candidates: eva 8 idle 21 s; others: 1 logged out, 1 serves other queues)
        → EndLeg o5-1-leg normal
        → StartMusic call-1 sales_music
        → CreateLeg o5-2-leg 201 o5-2 call-1 Sales +361
22.1  LegVanished o5-1-leg 16
        · LegEnded o5-1-leg c1-1 agent cause=16 asked
22.2  LegSeen o5-2-leg
        · LegAppeared o5-2-leg c1-1 agent
        → Ring o5-2-leg give_up_s=24
22.3  LegRang o5-2-leg
        · LegStartedRinging o5-2-leg c1-1 agent
        · OfferRang o5-2 c1-1 eva
It was answered while we were away: the two are brought together.
23    AsteriskLost
24    AsteriskSeen call-1:up:200:+361 o5-2-leg:up
        · LegCameUp o5-2-leg c1-1 agent
        · OfferAnswered o5-2 c1-1 eva o5-2-leg
        · TalkBegan c1-1 eva o5-2 o5-2-bridge
        → StopMusic call-1
        → Join o5-2-bridge [call-1 o5-2-leg]
24.1  LegJoined call-1 o5-2-bridge
24.1  LegJoined o5-2-leg o5-2-bridge
        · TalkJoined c1-1 eva
25    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 eva o5-2-leg o5-2-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan eva c1-1 until=35
        → EndBridge o5-2-bridge
        → EndLeg o5-2-leg normal
25    LegVanished o5-2-leg 16
        · LegEnded o5-2-leg c1-1 agent cause=16 asked
25.1  EndWrapUp eva
        · WrapUpEnded eva
        = done
The caller leaves while we are away: the phone stops at once when we are back.
26    CallArrived call-2 200 +362
        · ContactArrived c5-3 call-2 200 +362 straight open policy_version=1
        · QueueChosen c5-3 sales []
        · PlaceTaken c5-3 sales [sales≥1] order_key=26
        · OfferOpened o5-4 c5-3 eva 201 o5-4-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 0.9 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
        → CreateLeg o5-4-leg 201 o5-4 call-2 Sales +362
26.1  LegSeen o5-4-leg
        · LegAppeared o5-4-leg c5-3 agent
        → Ring o5-4-leg give_up_s=24
26.2  LegRang o5-4-leg
        · LegStartedRinging o5-4-leg c5-3 agent
        · OfferRang o5-4 c5-3 eva
27    Restart
27    AsteriskSeen o5-4-leg:ringing
        · LegEnded call-2 c5-3 caller - lost
        · ContactEnded c5-3 lost
        · OfferWithdrawn o5-4 c5-3 eva o5-4-leg caller_left
        → EndLeg o5-4-leg normal
27.1  LegVanished o5-4-leg 16
        · LegEnded o5-4-leg c5-3 agent cause=16 asked
A leg that is ended, and is still there, is ended again; a look begun before a leg was asked for says nothing of it.
28    CallArrived call-3 200 +363
        · ContactArrived c6-1 call-3 200 +363 straight open policy_version=1
        · QueueChosen c6-1 sales []
        · PlaceTaken c6-1 sales [sales≥1] order_key=28
        · OfferOpened o6-2 c6-1 eva 201 o6-2-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 2.9 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
        → CreateLeg o6-2-leg 201 o6-2 call-3 Sales +363
28.1  AsteriskSeen call-3:up:200:+363 asked=27.5
        · LegCameUp call-3 c6-1 caller
28.2  LegVanished call-3 16
        · LegEnded call-3 c6-1 caller cause=16
        · ContactEnded c6-1 abandoned
        · OfferWithdrawn o6-2 c6-1 eva o6-2-leg caller_left
        → EndLeg o6-2-leg normal
28.3  AsteriskSeen o6-2-leg:down
        → EndLeg o6-2-leg normal
28.4  LegVanished o6-2-leg 16
        · LegEnded o6-2-leg c6-1 agent cause=16 asked
