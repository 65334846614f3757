Without a message nobody is rung; who cannot be recorded is led to Asterisk's own box.

0     AsteriskSeen
0     PolicyApplied leaving_messages
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=5 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
Who has waited long enough is asked to leave a message. It cannot be recorded.
1     CallArrived call-1 200 +436601234567
        · ContactArrived c1-1 call-1 200 +436601234567 straight open policy_version=5
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        · RingOpened c1-1 sales ring=1 skipped
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
601   TimePassed
        · Overflowed c1-1 sales voicemail=100 waited []
        · WaitEnded c1-1 sales waited_s=600 left
        · MessageInvited c1-1 100
        → StopMusic call-1
        → Play call-1 c1-1-g1 sound:goodbye
602   PlaybackEnded c1-1-g1
        · RecordingBegan c1-1 acd-1767607201-c1-1
        → Record call-1 acd-1767607201-c1-1 longest_s=180 silence_s=6
603   RecordingEnded acd-1767607201-c1-1 failed=true
        · MessageMissed c1-1 100
        · CallPassedOn c1-1 call-1 100
        · ContactEnded c1-1 voicemail
        → PassOn call-1 100
604   LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
The caller has hung up, and nothing of it is there.
610   CallArrived call-2 200 +436601234567
        · ContactArrived c1-2 call-2 200 +436601234567 straight open policy_version=5
        · QueueChosen c1-2 sales []
        · PlaceTaken c1-2 sales [sales≥1] order_key=610
        · WaitPromised c1-2 sales nobody
        · RingOpened c1-2 sales ring=1 skipped
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
611   KeyPressed call-2 4
        · MenuOpened c1-2 meanwhile
        · KeyTaken c1-2 ask 4
        · MessageChosen c1-2 100 []
        · MessageInvited c1-2 100
        · WaitEnded c1-2 sales waited_s=1 left
        → StopMusic call-2
        → Play call-2 c1-2-g1 sound:goodbye
612   PlaybackEnded c1-2-g1
        · RecordingBegan c1-2 acd-1767607810-c1-2
        → Record call-2 acd-1767607810-c1-2 longest_s=180 silence_s=6
620   LegVanished call-2 16
        · LegEnded call-2 c1-2 caller cause=16
621   RecordingEnded acd-1767607810-c1-2 failed=true
        · MessageMissed c1-2 -
        · ContactEnded c1-2 no_message
Nothing is heard of one for too long: it is looked for, and is there.
630   CallArrived call-3 200 +436601234567
        · ContactArrived c1-3 call-3 200 +436601234567 straight open policy_version=5
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=630
        · WaitPromised c1-3 sales nobody
        · RingOpened c1-3 sales ring=1 skipped
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
631   KeyPressed call-3 4
        · MenuOpened c1-3 meanwhile
        · KeyTaken c1-3 ask 4
        · MessageChosen c1-3 100 []
        · MessageInvited c1-3 100
        · WaitEnded c1-3 sales waited_s=1 left
        → StopMusic call-3
        → Play call-3 c1-3-g1 sound:goodbye
632   PlaybackEnded c1-3-g1
        · RecordingBegan c1-3 acd-1767607830-c1-3
        → Record call-3 acd-1767607830-c1-3 longest_s=180 silence_s=6
817   TimePassed
        → FindRecording acd-1767607830-c1-3
819   TimePassed
        → FindRecording acd-1767607830-c1-3
820   RecordingEnded acd-1767607830-c1-3 180
        · MessageLeft c1-3 call-3 acd-1767607830-c1-3 length_s=180
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=630
        · WaitPromised c1-3 sales nobody
        · RingOpened c1-3 sales ring=1 skipped
        → EndLeg call-3 normal
820.1 LegVanished call-3 16
        · LegEnded call-3 c1-3 caller cause=16 asked
The company has no such queue any more, and the message goes nowhere.
950   PolicyApplied calling_nobody_for_sales
        · PolicyChanged version=4 []
        · Overflowed c1-3 sales ToEnd() closed []
        · ContactEnded c1-3 unclosed
        · WaitEnded c1-3 sales waited_s=130 left
