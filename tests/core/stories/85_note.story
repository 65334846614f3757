Before hanging up a customer says what it is about; whoever calls back hears it first.

0     AsteriskSeen
0     PolicyApplied leaving_notes
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=5 [repair sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
1     CallArrived call-1 200 +436601234567
        · ContactArrived c1-1 call-1 200 +436601234567 straight open policy_version=5
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
After the prompt comes the tone. A key while the caller speaks means nothing, nor does what else is recorded.
2     KeyPressed call-1 5
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 5
        · PromptBegan c1-1 note welcome
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:welcome,sound:beep
4     PlaybackEnded c1-1-p1
        · NoteBegan c1-1 acd-1767607201-c1-1-n2
        → Record call-1 acd-1767607201-c1-1-n2 longest_s=30 silence_s=4 had_tone
5     KeyPressed call-1 7
6     PlaybackEnded c1-1-p1
7     RecordingEnded acd-1767607201-c1-1-n1 3
8     RecordingEnded acd-1767607201-c1-1-n2 6
        · NoteLeft c1-1 acd-1767607201-c1-1-n2 length_s=6
        · CallbackAgreed c1-1 +436601234567
        · PromptBegan c1-1 thanks goodbye
        → Play call-1 c1-1-p3 sound:goodbye
8.1   RecordingEnded acd-1767607201-c1-1-n2 6
A program understands it, and what was said before by mistake.
8.2   NoteRead c1-1 acd-1767607201-c1-1-n1 "wrong"
8.3   NoteRead c1-1 acd-1767607201-c1-1-n2 "my heating is cold"
        · NoteTranscribed c1-1 “my heating is cold”
9     PlaybackEnded c1-1-p3
        · FlowEnded c1-1 bye
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
        → EndLeg call-1 normal
9.1   LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
The agent is told that it is a callback, hears the note, and then the customer is dialled.
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
        · WaitEnded c1-1 sales waited_s=20 answered
        → Play o1-2-leg o1-2-b sound:welcome
22    PlaybackEnded o1-2-b
        · NotePlayed c1-1 bob
        → Play o1-2-leg o1-2-n recording:acd-1767607201-c1-1-n2
22.1  PlaybackEnded o1-2-b
26    PlaybackEnded o1-2-n
        · CustomerWanted c1-1 bob o1-2-leg
        · CustomerDialled c1-1 c1-1-d1 +436601234567 attempt=1
        → StartMusic o1-2-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601234567@out +431234 o1-2-leg
26.1  LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
26.2  LegRang c1-1-d1
        · LegStartedRinging c1-1-d1 c1-1 caller
30    LegVanished c1-1-d1 17
        · LegEnded c1-1-d1 c1-1 caller cause=17
        · CustomerMissed c1-1 c1-1-d1 busy again_at=60
        · TalkFailed c1-1 bob o1-2-leg o1-2-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → EndBridge o1-2-bridge
        → EndLeg o1-2-leg normal
30.1  LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
After a miss whoever is next hears it, too; a key each cuts them short.
35    TimePassed
60    TimePassed
        · CallbackFellDue c1-1
        · OfferOpened o1-3 c1-1 bob 202 o1-3-leg sales (waited 59 s, 0 ahead; candidates: bob 5 idle 30 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-3-leg 202 202 o1-3 - Sales +436601234567
61    LegSeen o1-3-leg
        · LegAppeared o1-3-leg c1-1 agent
        → Ring o1-3-leg give_up_s=24
61.1  LegRang o1-3-leg
        · LegStartedRinging o1-3-leg c1-1 agent
        · OfferRang o1-3 c1-1 bob
62    LegAnswered o1-3-leg
        · LegCameUp o1-3-leg c1-1 agent
        · OfferAnswered o1-3 c1-1 bob o1-3-leg
        · WaitEnded c1-1 sales waited_s=32 answered
        → Play o1-3-leg o1-3-b sound:welcome
62.5  KeyPressed o1-3-leg 1
        · NotePlayed c1-1 bob
        → StopPlayback o1-3-b
        → Play o1-3-leg o1-3-n recording:acd-1767607201-c1-1-n2
63    KeyPressed o1-3-leg 1
        · CustomerWanted c1-1 bob o1-3-leg
        · CustomerDialled c1-1 c1-1-d2 +436601234567 attempt=2
        → StopPlayback o1-3-n
        → StartMusic o1-3-leg sales_music
        → DialOut c1-1-d2 c1-1 +436601234567@out +431234 o1-3-leg
63.1  LegSeen c1-1-d2
        · LegAppeared c1-1-d2 c1-1 caller
        → Ring c1-1-d2 give_up_s=35
63.2  LegRang c1-1-d2
        · LegStartedRinging c1-1-d2 c1-1 caller
64    LegAnswered c1-1-d2
        · LegCameUp c1-1-d2 c1-1 caller
        · CustomerReached c1-1 c1-1-d2
        · TalkBegan c1-1 bob o1-3 o1-3-bridge
        → StopMusic o1-3-leg
        → StopMusic c1-1-d2
        → Join o1-3-bridge [c1-1-d2 o1-3-leg]
64.1  LegJoined o1-3-leg o1-3-bridge
64.1  LegJoined c1-1-d2 o1-3-bridge
        · TalkJoined c1-1 bob
120   LegVanished c1-1-d2 16
        · LegEnded c1-1-d2 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-3-leg o1-3-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=130
        → EndBridge o1-3-bridge
        → EndLeg o1-3-leg normal
121   LegVanished o1-3-leg 16
        · LegEnded o1-3-leg c1-1 agent cause=16 asked
Where the agent is told nothing else there is the note alone. After a gap it is not said again.
130   TimePassed
        · WrapUpEnded bob by_limit
140   PolicyApplied leaving_notes_unannounced
        · PolicyChanged version=6 []
141   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
142   CallArrived call-2 200 +436607654321
        · ContactArrived c1-4 call-2 200 +436607654321 straight open policy_version=6
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=142
        · WaitPromised c1-4 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
143   KeyPressed call-2 5
        · MenuOpened c1-4 meanwhile
        · KeyTaken c1-4 ask 5
        · PromptBegan c1-4 note welcome
        → StopMusic call-2
        → Play call-2 c1-4-p1 sound:welcome,sound:beep
144   PlaybackEnded c1-4-p1
        · NoteBegan c1-4 acd-1767607342-c1-4-n2
        → Record call-2 acd-1767607342-c1-4-n2 longest_s=30 silence_s=4 had_tone
150   RecordingEnded acd-1767607342-c1-4-n2 5
        · NoteLeft c1-4 acd-1767607342-c1-4-n2 length_s=5
        · CallbackAgreed c1-4 +436607654321
        · PromptBegan c1-4 thanks goodbye
        → Play call-2 c1-4-p3 sound:goodbye
151   LegVanished call-2 16
        · LegEnded call-2 c1-4 caller cause=16
        · CustomerParted c1-4 call-2
        · CallbackFellDue c1-4
152   TimePassed
        · RingOpened c1-4 sales ring=1
160   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-5 c1-4 bob 202 o1-5-leg sales (waited 18 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 - Sales +436607654321
        = done
160.1 LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-4 agent
        → Ring o1-5-leg give_up_s=24
160.2 LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-4 agent
        · OfferRang o1-5 c1-4 bob
161   LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-4 agent
        · OfferAnswered o1-5 c1-4 bob o1-5-leg
        · NotePlayed c1-4 bob
        · WaitEnded c1-4 sales waited_s=19 answered
        → Play o1-5-leg o1-5-n recording:acd-1767607342-c1-4-n2
162   AsteriskLost
163   AsteriskSeen o1-5-leg:up
        · CustomerWanted c1-4 bob o1-5-leg
        · CustomerDialled c1-4 c1-4-d1 +436607654321 attempt=1
        → StopPlayback o1-5-n
        → StartMusic o1-5-leg sales_music
        → DialOut c1-4-d1 c1-4 +436607654321@out +431234 o1-5-leg
164   LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-4 agent cause=16
        · TalkFailed c1-4 bob o1-5-leg o1-5-bridge
        · CustomerMissed c1-4 c1-4-d1 agent_left again_at=224
        · PlaceRestored c1-4 sales order_key=142 answered_at=1.76761e+09
        · WaitPromised c1-4 sales too_few
        → EndBridge o1-5-bridge
        → EndLeg c1-4-d1 no_answer
165   CancelCallback c1-4 boss
        · CallbackGivenUp c1-4 cancelled boss
        · ContactEnded c1-4 cancelled
        · WaitEnded c1-4 sales waited_s=1 left
        = done
