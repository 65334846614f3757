An agent looks before the customer is called, and decides by a key.

0     AsteriskSeen
0     PolicyApplied looking_first
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=8 [repair sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601234567
        · ContactArrived c1-1 call-1 200 +436601234567 straight open policy_version=8
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
2     KeyPressed call-1 5
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 5
        · PromptBegan c1-1 note welcome
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:welcome,sound:beep
3     PlaybackEnded c1-1-p1
        · NoteBegan c1-1 acd-1767607201-c1-1-n2
        → Record call-1 acd-1767607201-c1-1-n2 longest_s=30 silence_s=4 had_tone
8     RecordingEnded acd-1767607201-c1-1-n2 4
        · NoteLeft c1-1 acd-1767607201-c1-1-n2 length_s=4
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 thanks goodbye
        → Play call-1 c1-1-p3 sound:goodbye
9     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
Bob hears the briefing, the note, and what the keys mean; all of it again; and wants it later.
11    TimePassed
        · RingOpened c1-1 sales ring=1
20    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 19 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436601234567
        = done
20.1  LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
20.2  LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
21    LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 bob o1-2-leg
        · CustomerPreviewed c1-1 bob
        · WaitEnded c1-1 sales waited_s=20 answered
        → Play o1-2-leg o1-2-k1 sound:welcome
22    PlaybackEnded o1-2-k1
        · NotePlayed c1-1 bob
        → Play o1-2-leg o1-2-k2 recording:acd-1767607201-c1-1-n2
25    PlaybackEnded o1-2-k2
        → Play o1-2-leg o1-2-k3 sound:menu
27    PlaybackEnded o1-2-k3
27.1  PlaybackEnded o1-2-k3
28    KeyPressed o1-2-leg 4
        → Play o1-2-leg o1-2-k4 sound:welcome
28.1  PlaybackEnded o1-2-k3
29    KeyPressed o1-2-leg 2
        · CallbackDeferred c1-1 bob until=129
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge listened
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09 listened
        · WaitPromised c1-1 sales too_few
        → StopPlayback o1-2-k4
        → EndLeg o1-2-leg normal
29.1  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
A second time that is not to be had, and is told so. Somebody else shall do it.
34    TimePassed
129   TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 128 s, 0 ahead; candidates: bob 5 idle 100 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601234567
130   LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
130.1 LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
131   LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · CustomerPreviewed c1-1 bob
        · WaitEnded c1-1 sales waited_s=102 answered
        → Play o1-3-leg o1-3-k1 sound:welcome
132   KeyPressed o1-3-leg 2
        → StopPlayback o1-3-k1
        → Play o1-3-leg o1-3-k2 sound:wrong_key
133   PlaybackEnded o1-3-k2
        → Play o1-3-leg o1-3-k3 sound:menu
134   KeyPressed o1-3-leg 3
        · CallbackPassedOn c1-1 bob
        · TalkFailed c1-1 bob o1-3-leg o1-3-bridge listened
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09 listened
        · WaitPromised c1-1 sales too_few
        → StopPlayback o1-3-k3
        → EndLeg o1-3-leg normal
134.1 LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
Whoever presses nothing lets the customer be called. First a gap: it is said again.
139   TimePassed
        · OfferOpened o1-4 c1-1 bob 202 o1-4-leg sales (waited 138 s, 0 ahead; candidates: bob 5 idle 5 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-4-leg 202 202 o1-4 - Sales +436601234567
140   LegSeen o1-4-leg
        · LegAppeared o1-4-leg c1-1 agent
        → Ring o1-4-leg give_up_s=24
140.1 LegRang o1-4-leg
        · LegStartedRinging o1-4-leg c1-1 agent
        · OfferRang o1-4 c1-1 bob
141   LegAnswered o1-4-leg
        · LegCameUp o1-4-leg c1-1 agent
        · OfferAnswered o1-4 c1-1 bob o1-4-leg
        · CustomerPreviewed c1-1 bob
        · WaitEnded c1-1 sales waited_s=7 answered
        → Play o1-4-leg o1-4-k1 sound:welcome
142   AsteriskLost
143   AsteriskSeen o1-4-leg:up
        → StopPlayback o1-4-k1
        → Play o1-4-leg o1-4-k2 sound:welcome
144   KeyPressed o1-4-leg 9
        → StopPlayback o1-4-k2
        → Play o1-4-leg o1-4-k3 sound:wrong_key
145   PlaybackEnded o1-4-k3
        → Play o1-4-leg o1-4-k4 sound:menu
146   PlaybackEnded o1-4-k4
151   TimePassed
        · CustomerWanted c1-1 bob o1-4-leg
        · CustomerDialled c1-1 c1-1-d1 +436601234567 attempt=1
        → StartMusic o1-4-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601234567@out +431234 o1-4-leg
151.1 LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
151.2 LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
152   LegVanished c1-1-d1 17
        · LegEnded c1-1-d1 c1-1 caller cause=17
        · CustomerMissed c1-1 c1-1-d1 busy again_at=182
        · TalkFailed c1-1 bob o1-4-leg o1-4-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-4-bridge
        → EndLeg o1-4-leg normal
152.1 LegVanished o1-4-leg 16
        · LegEnded o1-4-leg c1-1 agent cause=16 asked
Hanging up leaves it to somebody else, too; and after two of those nobody is asked any more.
157   TimePassed
182   TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-5 c1-1 bob 202 o1-5-leg sales (waited 181 s, 0 ahead; candidates: bob 5 idle 30 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 - Sales +436601234567
183   LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-1 agent
        → Ring o1-5-leg give_up_s=24
183.1 LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-1 agent
        · OfferRang o1-5 c1-1 bob
184   LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-1 agent
        · OfferAnswered o1-5 c1-1 bob o1-5-leg
        · CustomerPreviewed c1-1 bob
        · WaitEnded c1-1 sales waited_s=32 answered
        → Play o1-5-leg o1-5-k1 sound:welcome
185   LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-1 agent cause=16
        · CallbackPassedOn c1-1 bob hung_up
        · TalkFailed c1-1 bob o1-5-leg o1-5-bridge listened
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09 listened
        · WaitPromised c1-1 sales too_few
        → StopPlayback o1-5-k1
190   TimePassed
        · OfferOpened o1-6 c1-1 bob 202 o1-6-leg sales (waited 189 s, 0 ahead; candidates: bob 5 idle 5 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-6-leg 202 202 o1-6 - Sales +436601234567
191   LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-1 agent
        → Ring o1-6-leg give_up_s=24
191.1 LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-1 agent
        · OfferRang o1-6 c1-1 bob
192   LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-1 agent
        · OfferAnswered o1-6 c1-1 bob o1-6-leg
        · WaitEnded c1-1 sales waited_s=7 answered
        → Play o1-6-leg o1-6-b sound:welcome
193   KeyPressed o1-6-leg 3
        · NotePlayed c1-1 bob
        → StopPlayback o1-6-b
        → Play o1-6-leg o1-6-n recording:acd-1767607201-c1-1-n2
194   KeyPressed o1-6-leg 3
        · CustomerWanted c1-1 bob o1-6-leg
        · CustomerDialled c1-1 c1-1-d2 +436601234567 attempt=2
        → StopPlayback o1-6-n
        → StartMusic o1-6-leg sales_music
        → DialOut c1-1-d2 c1-1 +436601234567@out +431234 o1-6-leg
195   LegSeen c1-1-d2
        · LegAppeared c1-1-d2 c1-1 caller
        → Ring c1-1-d2 give_up_s=35
195.1 LegRang c1-1-d2
        · LegStartedRinging c1-1-d2 c1-1 caller
196   LegAnswered c1-1-d2
        · LegCameUp c1-1-d2 c1-1 caller
        · CustomerReached c1-1 c1-1-d2
        · TalkBegan c1-1 bob o1-6 o1-6-bridge
        → StopMusic o1-6-leg
        → StopMusic c1-1-d2
        → Join o1-6-bridge [c1-1-d2 o1-6-leg]
196.1 LegJoined c1-1-d2 o1-6-bridge
196.1 LegJoined o1-6-leg o1-6-bridge
        · TalkJoined c1-1 bob
210   LegVanished c1-1-d2 16
        · LegEnded c1-1-d2 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-6-leg o1-6-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=220
        → EndBridge o1-6-bridge
        → EndLeg o1-6-leg normal
210.1 LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-1 agent cause=16 asked
