What comes between while an agent decides: silence, gaps, lines that are lost, a company that changes its mind.

0     AsteriskSeen
0     PolicyApplied looking_first_or_not
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=9 [repair sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601234567
        · ContactArrived c1-1 call-1 200 +436601234567 straight open policy_version=9
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
3     PlaybackEnded c1-1-p1
        · FlowEnded c1-1 bye
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
        → EndLeg call-1 normal
Bob presses nothing, and Asterisk is away: keys may have been pressed, so he is waited for, and told again.
8     TimePassed
        → EndLeg call-1 normal
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
        · CustomerPreviewed c1-1 bob
        · WaitEnded c1-1 sales waited_s=10 answered
        → Play o1-2-leg o1-2-k1 sound:welcome
11.5  LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
12    PlaybackEnded o1-2-k1
        → Play o1-2-leg o1-2-k2 sound:menu
13    PlaybackEnded o1-2-k2
14    AsteriskLost
18    TimePassed
23    TimePassed
24    AsteriskSeen o1-2-leg:up
        → Play o1-2-leg o1-2-k3 sound:welcome
25    PlaybackEnded o1-2-k3
        → Play o1-2-leg o1-2-k4 sound:menu
A key without meaning: here nothing is said of it but the keys. Then he is silent, and somebody else shall do it.
26    KeyPressed o1-2-leg 8
        → StopPlayback o1-2-k4
        → Play o1-2-leg o1-2-k5 sound:menu
26.1  LegJoined o1-2-leg o1-2-bridge
        → EndBridge o1-2-bridge
26.2  JoinRefused o1-2-bridge "late"
        → EndBridge o1-2-bridge
27    PlaybackEnded o1-2-k5
32    TimePassed
        · CallbackPassedOn c1-1 bob
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge listened
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09 listened
        · WaitPromised c1-1 sales too_few
        · RingOpened c1-1 sales ring=1
        → EndLeg o1-2-leg normal
33    LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
A line that is lost counts for nothing.
37    TimePassed
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 36 s, 0 ahead; candidates: bob 5 idle 5 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601234567
38    LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
38.1  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
39    LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · CustomerPreviewed c1-1 bob
        · WaitEnded c1-1 sales waited_s=7 answered
        → Play o1-3-leg o1-3-k1 sound:welcome
40    AsteriskLost
41    AsteriskSeen
        · LegEnded o1-3-leg c1-1 agent - lost
        · TalkFailed c1-1 bob o1-3-leg o1-3-bridge lost listened
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09 listened
        · WaitPromised c1-1 sales too_few
        → StopPlayback o1-3-k1
A new version asks nobody: what was begun goes on as well as it may, and whoever is silent calls.
46    TimePassed
        · OfferOpened o1-4 c1-1 bob 202 o1-4-leg sales (waited 45 s, 0 ahead; candidates: bob 5 idle 5 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601234567
47    LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
47.1  LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 bob
48    LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        · OfferAnswered o1-4 c1-1 bob o1-4-leg
        · CustomerPreviewed c1-1 bob
        · WaitEnded c1-1 sales waited_s=7 answered
        → Play o1-4-leg o1-4-k1 sound:welcome
49    PolicyApplied leaving_notes
        · PolicyChanged version=5 [sales]
50    KeyPressed o1-4-leg 2
        → StopPlayback o1-4-k1
50    TimePassed
        · CustomerWanted c1-1 bob o1-4-leg
        · CustomerDialled c1-1 c1-1-d1 +436601234567 attempt=1
        → StartMusic o1-4-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601234567@out +431234 o1-4-leg
51    LegVanished c1-1-d1 17
        · LegEnded c1-1-d1 c1-1 caller cause=17
        · CustomerMissed c1-1 c1-1-d1 busy again_at=81
        · TalkFailed c1-1 bob o1-4-leg o1-4-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
51.1  LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16 asked
56    TimePassed
60    CancelCallback c1-1 boss
        · CallbackGivenUp c1-1 cancelled boss
        · ContactEnded c1-1 cancelled
        · WaitEnded c1-1 sales waited_s=9 left
        = done
A key: call now.
65    GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
70    PolicyApplied looking_first_or_not
        · PolicyChanged version=9 [sales]
71    CallArrived call-2 200 +436607654321
        · ContactArrived c1-5 call-2 200 +436607654321 straight open policy_version=9
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=71
        · WaitPromised c1-5 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
72    KeyPressed call-2 1
        · MenuOpened c1-5 meanwhile
        · KeyTaken c1-5 ask 1
        · CallbackAgreed c1-5 +436607654321
        · PromptBegan c1-5 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-5-p1 sound:goodbye
73    LegVanished call-2 16
        · LegEnded call-2 c1-5 caller cause=16
        · CustomerParted c1-5 call-2
        · CallbackFellDue c1-5
74    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-6 c1-5 bob 202 o1-6-leg sales (waited 3 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-6-leg 202 202 o1-6 - Sales +436607654321
        = done
74.1  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-5 agent
        → Ring o1-6-leg give_up_s=24
74.2  LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-5 agent
        · OfferRang o1-6 c1-5 bob
75    LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-5 agent
        · OfferAnswered o1-6 c1-5 bob o1-6-leg
        · CustomerPreviewed c1-5 bob
        · WaitEnded c1-5 sales waited_s=4 answered
        → Play o1-6-leg o1-6-k1 sound:welcome
76    KeyPressed o1-6-leg 1
        · CustomerWanted c1-5 bob o1-6-leg
        · CustomerDialled c1-5 c1-5-d1 +436607654321 attempt=1
        → StopPlayback o1-6-k1
        → StartMusic o1-6-leg sales_music
        → DialOut c1-5-d1 c1-5 +436607654321@out +431234 o1-6-leg
77    LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-5 agent cause=16
        · TalkFailed c1-5 bob o1-6-leg o1-6-bridge
        · CustomerMissed c1-5 c1-5-d1 agent_left again_at=137
        · PlaceRestored c1-5 sales order_key=71 answered_at=1.76761e+09
        · WaitPromised c1-5 sales too_few
        → EndBridge o1-6-bridge
        → EndLeg c1-5-d1 no_answer
78    CancelCallback c1-5 boss
        · CallbackGivenUp c1-5 cancelled boss
        · ContactEnded c1-5 cancelled
        · WaitEnded c1-5 sales waited_s=1 left
        = done
