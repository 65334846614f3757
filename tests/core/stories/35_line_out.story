A line to the outside is answered by networks, machines and people. Only a key proves a person.

0     AsteriskSeen
0     PolicyApplied line_out
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=2 [sales]
0     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
1     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales promise=0-60
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
11    TimePassed
        · RingOpened c1-1 sales ring=1
        · OfferOpened o1-2 c1-1 night night o1-2-leg sales (waited 10 s, 0 ahead; candidates: night 0 idle 11 s; others: 1 logged out, 1 not ready: logged in, 1 serves other queues)
        → CreateLeg o1-2-leg night +43@out o1-2 call-1 Sales 200
11.1  LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=43
11.2  LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 night
A voicemail box answers, and hears the question until its time is up.
15    LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        → Play o1-2-leg o1-2-q1 sound:menu
17    PlaybackEnded o1-2-q1
        → Play o1-2-leg o1-2-q2 sound:menu
19    KeyPressed o1-2-leg 5
30    TimePassed
        · OfferFailed o1-2 c1-1 night o1-2-leg no_answer unconfirmed
        → EndLeg o1-2-leg no_answer
30.1  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
35    TimePassed
        · OfferOpened o1-3 c1-1 night night o1-3-leg sales (waited 34 s, 0 ahead; candidates: night 0 idle 5 s; others: 1 logged out, 1 not ready: logged in, 1 serves other queues)
        → CreateLeg o1-3-leg night +43@out o1-3 call-1 Sales 200
35.1  LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=43
A network that answers without ringing; somebody hangs up at once.
36    LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        → Play o1-3-leg o1-3-q1 sound:menu
37    LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16
        · OfferFailed o1-3 c1-1 night o1-3-leg no_answer unconfirmed
42    TimePassed
        · OfferOpened o1-4 c1-1 night night o1-4-leg sales (waited 41 s, 0 ahead; candidates: night 0 idle 5 s; others: 1 logged out, 1 not ready: logged in, 1 serves other queues)
        → CreateLeg o1-4-leg night +43@out o1-4 call-1 Sales 200
42.1  LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=43
42.2  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 night
43    LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        → Play o1-4-leg o1-4-q1 sound:menu
A moment without Asterisk: the question is put again.
43.5  AsteriskLost
44    AsteriskSeen call-1:up o1-4-leg:up
        · LegCameUp call-1 c1-1 caller
        → StopPlayback o1-4-q1
        → Play o1-4-leg o1-4-q2 sound:menu
        → StartMusic call-1 sales_music
45    PlaybackEnded o1-4-q1
46    KeyPressed o1-4-leg 1
        · OfferAnswered o1-4 c1-1 night o1-4-leg confirmed
        · TalkBegan c1-1 night o1-4 o1-4-bridge
        · WaitEnded c1-1 sales waited_s=45 answered
        → StopPlayback o1-4-q2
        → StopMusic call-1
        → Join o1-4-bridge [call-1 o1-4-leg]
46.1  PlaybackEnded o1-4-q2
46.2  LegJoined call-1 o1-4-bridge
46.3  LegJoined o1-4-leg o1-4-bridge
        · TalkJoined c1-1 night
50    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · TalkEnded c1-1 night o1-4-leg o1-4-bridge caller
        · ContactEnded c1-1 served
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
50.1  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16 asked
60    TimePassed
The caller leaves while somebody outside thinks.
61    CallArrived call-2 200 +362
        · ContactArrived c1-5 call-2 200 +362 straight open policy_version=2
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=61
        · WaitPromised c1-5 sales promise=0-60
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
71    TimePassed
        · RingOpened c1-5 sales ring=1
        · OfferOpened o1-6 c1-5 night night o1-6-leg sales (waited 10 s, 0 ahead; candidates: night 0 idle 21 s; others: 1 logged out, 1 not ready: logged in, 1 serves other queues)
        → CreateLeg o1-6-leg night +43@out o1-6 call-2 Sales 200
71.1  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-5 agent
        → Ring o1-6-leg give_up_s=43
71.2  LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-5 agent
        → Play o1-6-leg o1-6-q1 sound:menu
72    LegVanished call-2 16
        · LegEnded call-2 c1-5 caller cause=16
        · ContactEnded c1-5 abandoned
        · OfferWithdrawn o1-6 c1-5 night o1-6-leg caller_left
        · WaitEnded c1-5 sales waited_s=11 abandoned
        → EndLeg o1-6-leg normal
72.1  LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-5 agent cause=16 asked
The company gives the line up while somebody outside thinks; it comes back with the next version.
73    CallArrived call-3 200 +363
        · ContactArrived c1-7 call-3 200 +363 straight open policy_version=2
        · QueueChosen c1-7 sales []
        · PlaceTaken c1-7 sales [sales≥1] order_key=73
        · WaitPromised c1-7 sales promise=0-60
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
83    TimePassed
        · RingOpened c1-7 sales ring=1
        · OfferOpened o1-8 c1-7 night night o1-8-leg sales (waited 10 s, 0 ahead; candidates: night 0 idle 33 s; others: 1 logged out, 1 not ready: logged in, 1 serves other queues)
        → CreateLeg o1-8-leg night +43@out o1-8 call-3 Sales 200
83.1  LegSeen o1-8-leg
        · LegAppeared o1-8-leg c1-7 agent
        → Ring o1-8-leg give_up_s=43
83.2  LegAnswered o1-8-leg
        · LegCameUp o1-8-leg c1-7 agent
        → Play o1-8-leg o1-8-q1 sound:menu
84    PolicyApplied small
        · AgentLoggedOut night “logged out”
        · OfferWithdrawn o1-8 c1-7 night o1-8-leg agent_left
        · PolicyChanged version=1 [sales]
        · PlaceAmended c1-7 sales [sales≥1] ring=0 -
        → EndLeg o1-8-leg no_answer
84.1  LegVanished o1-8-leg 16
        · LegEnded o1-8-leg c1-7 agent cause=16 asked
85    PolicyApplied line_out
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=2 [sales]
        · PlaceAmended c1-7 sales [sales≥1] ring=1 -
        · OfferOpened o1-9 c1-7 night night o1-9-leg sales (waited 12 s, 0 ahead; candidates: night 0 idle 0 s; others: 1 logged out, 1 not ready: logged in, 1 serves other queues)
        → CreateLeg o1-9-leg night +43@out o1-9 call-3 Sales 200
85.1  LegSeen o1-9-leg
        · LegAppeared o1-9-leg c1-7 agent
        → Ring o1-9-leg give_up_s=43
85.2  LegAnswered o1-9-leg
        · LegCameUp o1-9-leg c1-7 agent
        → Play o1-9-leg o1-9-q1 sound:menu
The line is lost in a gap while somebody outside thinks.
86    AsteriskSeen call-3:up
        · LegEnded o1-9-leg c1-7 agent - lost
        · OfferWithdrawn o1-9 c1-7 night o1-9-leg interrupted
        · LegCameUp call-3 c1-7 caller
        · OfferOpened o1-10 c1-7 night night o1-10-leg sales (waited 13 s, 0 ahead; candidates: night 0 idle 1 s; others: 1 logged out, 1 not ready: logged in, 1 serves other queues)
        → StartMusic call-3 sales_music
        → CreateLeg o1-10-leg night +43@out o1-10 call-3 Sales 200
86.1  LegSeen o1-10-leg
        · LegAppeared o1-10-leg c1-7 agent
        → Ring o1-10-leg give_up_s=43
86.2  LegAnswered o1-10-leg
        · LegCameUp o1-10-leg c1-7 agent
        → Play o1-10-leg o1-10-q1 sound:menu
Somebody closes the line for a while.
87    GoNotReady night break
        · AgentBecameNotReady night break
        · OfferWithdrawn o1-10 c1-7 night o1-10-leg agent_left
        → EndLeg o1-10-leg no_answer
        = done
A line is nobody's desk, and at a desk sits nobody but a person.
87    LogIn bob night
        = refused: The company has no desk phone night; its file names them under `phones`.
87    LogIn night 202
        = refused: night is a line to the outside: it sits at no desk.
Who was put through to the line at last is not meant for it now: only the ring opens it.
88    LegVanished call-3 16
        · LegEnded call-3 c1-7 caller cause=16
        · ContactEnded c1-7 abandoned
        · WaitEnded c1-7 sales waited_s=15 abandoned
88.1  LegVanished o1-10-leg 16
        · LegEnded o1-10-leg c1-7 agent cause=16 asked
89    GoReady night
        · AgentBecameReady night
        = done
90    CallArrived call-4 200 +361
        · ContactArrived c1-11 call-4 200 +361 straight open policy_version=2
        · QueueChosen c1-11 sales []
        · PlaceTaken c1-11 sales [sales≥1] order_key=90
        · WaitPromised c1-11 sales promise=0-60
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
100   TimePassed
        · RingOpened c1-11 sales ring=1
        · OfferOpened o1-12 c1-11 night night o1-12-leg sales (waited 10 s, 0 ahead; candidates: night 0 idle 11 s; others: 1 logged out, 1 not ready: logged in, 1 serves other queues)
        → CreateLeg o1-12-leg night +43@out o1-12 call-4 Sales 200
