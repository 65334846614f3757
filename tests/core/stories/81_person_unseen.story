Somebody is asked for the key, and the service or Asterisk is away: the word is said again, nobody is dialled again.

0     AsteriskSeen
0     PolicyApplied asking_for_a_key
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=2 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601234567
        · ContactArrived c1-1 call-1 200 +436601234567 straight open policy_version=2
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
3     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
10    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 9 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436601234567
        = done
10.1  LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
10.2  LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
11    LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · WaitEnded c1-1 sales waited_s=10 answered
        → Play o1-2-leg o1-2-b sound:welcome
12    PlaybackEnded o1-2-b
        · CustomerWanted c1-1 bob o1-2-leg
        · CustomerDialled c1-1 c1-1-d1 +436601234567 attempt=1
        → StartMusic o1-2-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601234567@out +431234 o1-2-leg
12.1  LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
12.5  LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
The service is killed while the word is said.
15    LegAnswered c1-1-d1
        · LegCameUp c1-1-d1 c1-1 caller
        · CallPickedUp c1-1 c1-1-d1
        → Play c1-1-d1 c1-1-d1-w1 sound:menu
16    Restart
17    PolicyApplied asking_for_a_key
        · PolicyChanged version=2 []
17    AsteriskSeen o1-2-leg:up c1-1-d1:up
        → StopPlayback c1-1-d1-w1
        → Play c1-1-d1 c1-1-d1-w2 sound:menu
17.1  PlaybackEnded c1-1-d1-w1
18    PlaybackEnded c1-1-d1-w2
Asterisk is not heard while the key is waited for: one may have come.
19    AsteriskLost
22    TimePassed
27    TimePassed
30    AsteriskSeen o1-2-leg:up c1-1-d1:up
        → Play c1-1-d1 c1-1-d1-w3 sound:menu
The company asks for no key any more: of whoever has taken the call it does. A wrong one, and the right one.
31    PolicyApplied asking_no_more
        · PolicyChanged version=4 [sales]
        · PlaceAmended c1-1 sales [sales≥1] ring=1 -
31.1  LegSeen c1-1-d1
31.2  LegRang c1-1-d1
31.3  PlaybackEnded c1-1-d1-w3
32    KeyPressed c1-1-d1 9
        → Play c1-1-d1 c1-1-d1-w4 sound:menu
33    KeyPressed c1-1-d1 1
        · CustomerReached c1-1 c1-1-d1 confirmed
        · TalkBegan c1-1 bob o1-2 o1-2-bridge
        → StopPlayback c1-1-d1-w4
        → StopMusic o1-2-leg
        → StopMusic c1-1-d1
        → Join o1-2-bridge [c1-1-d1 o1-2-leg]
33.1  PlaybackEnded c1-1-d1-w4
33.1  LegJoined c1-1-d1 o1-2-bridge
33.2  LegJoined o1-2-leg o1-2-bridge
        · TalkJoined c1-1 bob
40    LegVanished c1-1-d1 16
        · LegEnded c1-1-d1 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-2-leg o1-2-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=50
        → EndBridge o1-2-bridge
        → EndLeg o1-2-leg normal
40.1  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
41    EndWrapUp bob
        · WrapUpEnded bob
        = done
42    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
The next one: the company has given up its word, so that only the key is waited for.
43    PolicyApplied asking_wordlessly
        · PolicyChanged version=3 [sales]
50    CallArrived call-2 200 +436607654321
        · ContactArrived c2-1 call-2 200 +436607654321 straight open policy_version=3
        · QueueChosen c2-1 sales []
        · PlaceTaken c2-1 sales [sales≥1] order_key=50
        · WaitPromised c2-1 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
50.2  KeyPressed call-2 1
        · MenuOpened c2-1 meanwhile
        · KeyTaken c2-1 ask 1
        · CallbackAgreed c2-1 +436607654321
        · PromptBegan c2-1 thanks goodbye
        → StopMusic call-2
        → Play call-2 c2-1-p1 sound:goodbye
51    LegVanished call-2 16
        · LegEnded call-2 c2-1 caller cause=16
        · CustomerParted c2-1 call-2
        · CallbackFellDue c2-1
52    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o2-2 c2-1 bob 202 o2-2-leg sales (waited 2 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o2-2-leg 202 202 o2-2 - Sales +436607654321
        = done
52.1  LegSeen o2-2-leg
        · LegAppeared o2-2-leg c2-1 agent
        → Ring o2-2-leg give_up_s=24
52.2  LegRang o2-2-leg
        · LegStartedRinging o2-2-leg c2-1 agent
        · OfferRang o2-2 c2-1 bob
53    LegAnswered o2-2-leg
        · LegCameUp o2-2-leg c2-1 agent
        · OfferAnswered o2-2 c2-1 bob o2-2-leg
        · WaitEnded c2-1 sales waited_s=3 answered
        → Play o2-2-leg o2-2-b sound:welcome
54    PlaybackEnded o2-2-b
        · CustomerWanted c2-1 bob o2-2-leg
        · CustomerDialled c2-1 c2-1-d1 +436607654321 attempt=1
        → StartMusic o2-2-leg sales_music
        → DialOut c2-1-d1 c2-1 +436607654321@out +431234 o2-2-leg
54.1  LegSeen c2-1-d1
        · LegAppeared c2-1-d1 c2-1 caller
        → Ring c2-1-d1 give_up_s=35
54.5  LegRang c2-1-d1
        · LegStartedRinging c2-1-d1 c2-1 caller
55    LegAnswered c2-1-d1
        · LegCameUp c2-1-d1 c2-1 caller
        · CallPickedUp c2-1 c2-1-d1
57    KeyPressed c2-1-d1 2
Asterisk is restarted: nobody knows who was there, and it is tried again later.
58    PolicyApplied asking_for_a_key
        · PolicyChanged version=2 [sales]
58    AsteriskLost
59    AsteriskSeen
        · LegEnded o2-2-leg c2-1 agent - lost
        · TalkFailed c2-1 bob o2-2-leg o2-2-bridge lost
        · PlaceRestored c2-1 sales order_key=50 answered_at=1.76761e+09
        · WaitPromised c2-1 sales too_few
        · LegEnded c2-1-d1 c2-1 caller - lost
        · CustomerMissed c2-1 c2-1-d1 unknown again_at=119
        → EndBridge o2-2-bridge
The agent has gone, but whoever has taken the call is asked on; and waits on the line in the old place.
60    TimePassed
        · RingOpened c2-1 sales ring=1
64    TimePassed
119   TimePassed
        · CallbackFellDue c2-1
        · OfferOpened o2-3 c2-1 bob 202 o2-3-leg sales (waited 69 s, 0 ahead; candidates: bob 5 idle 60 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o2-3-leg 202 202 o2-3 - Sales +436607654321
119.1 LegSeen o2-3-leg
        · LegAppeared o2-3-leg c2-1 agent
        → Ring o2-3-leg give_up_s=24
119.2 LegRang o2-3-leg
        · LegStartedRinging o2-3-leg c2-1 agent
        · OfferRang o2-3 c2-1 bob
120   LegAnswered o2-3-leg
        · LegCameUp o2-3-leg c2-1 agent
        · OfferAnswered o2-3 c2-1 bob o2-3-leg
        · WaitEnded c2-1 sales waited_s=61 answered
        → Play o2-3-leg o2-3-b sound:welcome
121   PlaybackEnded o2-3-b
        · CustomerWanted c2-1 bob o2-3-leg
        · CustomerDialled c2-1 c2-1-d2 +436607654321 attempt=2
        → StartMusic o2-3-leg sales_music
        → DialOut c2-1-d2 c2-1 +436607654321@out +431234 o2-3-leg
121.1 LegSeen c2-1-d2
        · LegAppeared c2-1-d2 c2-1 caller
        → Ring c2-1-d2 give_up_s=35
121.5 LegRang c2-1-d2
        · LegStartedRinging c2-1-d2 c2-1 caller
122   LegAnswered c2-1-d2
        · LegCameUp c2-1-d2 c2-1 caller
        · CallPickedUp c2-1 c2-1-d2
        → Play c2-1-d2 c2-1-d2-w1 sound:menu
123   LegVanished o2-3-leg 16
        · LegEnded o2-3-leg c2-1 agent cause=16
        · TalkFailed c2-1 bob o2-3-leg o2-3-bridge
        · PlaceRestored c2-1 sales order_key=50 answered_at=1.76761e+09
        · WaitPromised c2-1 sales too_few
        → EndBridge o2-3-bridge
124   PlaybackEnded c2-1-d2-w1
125   KeyPressed c2-1-d2 1
        · CustomerReached c2-1 c2-1-d2 confirmed
        → StartMusic c2-1-d2 sales_music
126   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
127   KeyPressed c2-1-d2 2
        · MenuOpened c2-1 meanwhile
        · KeyTaken c2-1 ask 2
        · WaitGoesOn c2-1
        → StopMusic c2-1-d2
        → StartMusic c2-1-d2 sales_music
127.1 PlaybackEnded c2-1-p1
128   LegVanished c2-1-d2 16
        · LegEnded c2-1-d2 c2-1 caller cause=16
        · ContactEnded c2-1 left_again
        · WaitEnded c2-1 sales waited_s=5 abandoned
