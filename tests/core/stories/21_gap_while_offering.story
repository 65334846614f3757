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
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 eva 201 o1-2-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 1 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 201 201 o1-2 call-1 Sales +361
The leg was asked for, and never made: nobody is blamed, eva is rung again.
3     Restart
3     AsteriskSeen call-1:up:200:+361
        · LegEnded o1-2-leg c1-1 agent - lost
        · OfferWithdrawn o1-2 c1-1 eva o1-2-leg interrupted
        · LegCameUp call-1 c1-1 caller
        · OfferOpened o2-1 c1-1 eva 201 o2-1-leg sales (waited 1 s, 0 ahead; candidates: eva 8 idle 2 s; others: 1 logged out, 1 serves other queues)
        → StartMusic call-1 sales_music
        → CreateLeg o2-1-leg 201 201 o2-1 call-1 Sales +361
The leg was asked for and is there, but not rung. Whether it can be rung is doubtful: it is taken back.
4     Restart
4     AsteriskSeen call-1:up:200:+361 o2-1-leg:down
        · LegAppeared o2-1-leg c1-1 agent
        · OfferWithdrawn o2-1 c1-1 eva o2-1-leg interrupted
        → Ring o2-1-leg give_up_s=24
        → StartMusic call-1 sales_music
        → EndLeg o2-1-leg no_answer
4.1   LegVanished o2-1-leg 16
        · LegEnded o2-1-leg c1-1 agent cause=16 asked
        · OfferOpened o3-1 c1-1 eva 201 o3-1-leg sales (waited 2.1 s, 0 ahead; candidates: eva 8 idle 3.1 s; others: 1 logged out, 1 serves other queues)
        → CreateLeg o3-1-leg 201 201 o3-1 call-1 Sales +361
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
        → CreateLeg o5-1-leg 201 201 o5-1 call-1 Sales +361
6.1   LegSeen o5-1-leg
        · LegAppeared o5-1-leg c1-1 agent
        → Ring o5-1-leg give_up_s=24
6.2   LegRang o5-1-leg
        · LegStartedRinging o5-1-leg c1-1 agent
        · OfferRang o5-1 c1-1 eva
Its time runs out while nobody can hear an answer. It was answered, late: the two are brought together.
7     AsteriskLost
21.2  TimePassed
22    AsteriskSeen call-1:up:200:+361 o5-1-leg:up
        · LegCameUp o5-1-leg c1-1 agent
        · OfferAnswered o5-1 c1-1 eva o5-1-leg
        · TalkBegan c1-1 eva o5-1 o5-1-bridge
        · WaitEnded c1-1 sales waited_s=20 answered
        → StopMusic call-1
        → Join o5-1-bridge [call-1 o5-1-leg]
22.1  LegJoined call-1 o5-1-bridge
22.1  LegJoined o5-1-leg o5-1-bridge
        · TalkJoined c1-1 eva
23    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 eva o5-1-leg o5-1-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan eva c1-1 until=33
        → EndBridge o5-1-bridge
        → EndLeg o5-1-leg normal
23    LegVanished o5-1-leg 16
        · LegEnded o5-1-leg c1-1 agent cause=16 asked
23.1  EndWrapUp eva
        · WrapUpEnded eva
        = done
We are away for longer than the phone can have rung: withdrawn, not missed.
24    CallArrived call-4 200 +364
        · ContactArrived c5-2 call-4 200 +364 straight open policy_version=1
        · QueueChosen c5-2 sales []
        · PlaceTaken c5-2 sales [sales≥1] order_key=24
        · WaitPromised c5-2 sales promise=0-0
        · OfferOpened o5-3 c5-2 eva 201 o5-3-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 0.9 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
        → CreateLeg o5-3-leg 201 201 o5-3 call-4 Sales +364
24.1  LegSeen o5-3-leg
        · LegAppeared o5-3-leg c5-2 agent
        → Ring o5-3-leg give_up_s=24
24.2  LegRang o5-3-leg
        · LegStartedRinging o5-3-leg c5-2 agent
        · OfferRang o5-3 c5-2 eva
24.3  AsteriskLost
39.2  TimePassed
48    TimePassed
        · OfferWithdrawn o5-3 c5-2 eva o5-3-leg interrupted
        → EndLeg o5-3-leg no_answer
49    AsteriskSeen call-4:up:200:+364
        · LegEnded o5-3-leg c5-2 agent - lost asked
        · LegCameUp call-4 c5-2 caller
        · OfferOpened o5-4 c5-2 eva 201 o5-4-leg sales (waited 25 s, 0 ahead; candidates: eva 8 idle 25.9 s; others: 1 logged out, 1 serves other queues)
        → StartMusic call-4 sales_music
        → CreateLeg o5-4-leg 201 201 o5-4 call-4 Sales +364
49.1  LegSeen o5-4-leg
        · LegAppeared o5-4-leg c5-2 agent
        → Ring o5-4-leg give_up_s=24
49.2  LegRang o5-4-leg
        · LegStartedRinging o5-4-leg c5-2 agent
        · OfferRang o5-4 c5-2 eva
It was answered while we were away: the two are brought together.
50    AsteriskLost
51    AsteriskSeen call-4:up:200:+364 o5-4-leg:up
        · LegCameUp o5-4-leg c5-2 agent
        · OfferAnswered o5-4 c5-2 eva o5-4-leg
        · TalkBegan c5-2 eva o5-4 o5-4-bridge
        · WaitEnded c5-2 sales waited_s=27 answered
        → StopMusic call-4
        → Join o5-4-bridge [call-4 o5-4-leg]
51.1  LegJoined call-4 o5-4-bridge
51.1  LegJoined o5-4-leg o5-4-bridge
        · TalkJoined c5-2 eva
52    LegVanished call-4 16
        · LegEnded call-4 c5-2 caller cause=16
        · TalkEnded c5-2 eva o5-4-leg o5-4-bridge caller
        · ContactEnded c5-2 served
        · WrapUpBegan eva c5-2 until=62
        → EndBridge o5-4-bridge
        → EndLeg o5-4-leg normal
52    LegVanished o5-4-leg 16
        · LegEnded o5-4-leg c5-2 agent cause=16 asked
52.1  EndWrapUp eva
        · WrapUpEnded eva
        = done
The caller leaves while we are away: the phone stops at once when we are back.
56    CallArrived call-2 200 +362
        · ContactArrived c5-5 call-2 200 +362 straight open policy_version=1
        · QueueChosen c5-5 sales []
        · PlaceTaken c5-5 sales [sales≥1] order_key=56
        · WaitPromised c5-5 sales promise=0-0
        · OfferOpened o5-6 c5-5 eva 201 o5-6-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 3.9 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
        → CreateLeg o5-6-leg 201 201 o5-6 call-2 Sales +362
56.1  LegSeen o5-6-leg
        · LegAppeared o5-6-leg c5-5 agent
        → Ring o5-6-leg give_up_s=24
56.2  LegRang o5-6-leg
        · LegStartedRinging o5-6-leg c5-5 agent
        · OfferRang o5-6 c5-5 eva
57    Restart
57    AsteriskSeen o5-6-leg:ringing
        · LegEnded call-2 c5-5 caller - lost
        · ContactEnded c5-5 lost
        · OfferWithdrawn o5-6 c5-5 eva o5-6-leg caller_left
        · WaitEnded c5-5 sales waited_s=1 left
        → EndLeg o5-6-leg normal
57.1  LegVanished o5-6-leg 16
        · LegEnded o5-6-leg c5-5 agent cause=16 asked
A leg that is ended, and is still there, is ended again; a look begun before a leg was asked for says nothing of it.
58    CallArrived call-3 200 +363
        · ContactArrived c6-1 call-3 200 +363 straight open policy_version=1
        · QueueChosen c6-1 sales []
        · PlaceTaken c6-1 sales [sales≥1] order_key=58
        · WaitPromised c6-1 sales promise=0-0
        · OfferOpened o6-2 c6-1 eva 201 o6-2-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 5.9 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
        → CreateLeg o6-2-leg 201 201 o6-2 call-3 Sales +363
58.1  AsteriskSeen call-3:up:200:+363 asked=57.5
        · LegCameUp call-3 c6-1 caller
58.2  LegVanished call-3 16
        · LegEnded call-3 c6-1 caller cause=16
        · ContactEnded c6-1 abandoned
        · OfferWithdrawn o6-2 c6-1 eva o6-2-leg caller_left
        · WaitEnded c6-1 sales waited_s=0.2 abandoned
        → EndLeg o6-2-leg normal
58.3  AsteriskSeen o6-2-leg:down
        → EndLeg o6-2-leg normal
58.4  LegVanished o6-2-leg 16
        · LegEnded o6-2-leg c6-1 agent cause=16 asked
