Customers are called at the hours of the company, on their own clocks. It is 11:00 in Vienna, 5:00 in New York.

0     AsteriskSeen
0     PolicyApplied calling_by_day
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=5 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
The first one is due until 11:02; the telephone that rings for it then is let go.
1     CallArrived call-1 200 +436601111111
        · ContactArrived c1-1 call-1 200 +436601111111 straight open policy_version=5
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=1
        · WaitPromised c1-1 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
3     KeyPressed call-1 1
        · MenuOpened c1-1 meanwhile
        · KeyTaken c1-1 ask 1
        · CallbackAgreed c1-1 +436601111111
        · PromptBegan c1-1 thanks goodbye
        → StopMusic call-1
        → Play call-1 c1-1-p1 sound:goodbye
4     LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16
        · CustomerParted c1-1 call-1
        · CallbackFellDue c1-1
11    TimePassed
        · RingOpened c1-1 sales ring=1
110   GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-2 c1-1 bob 202 o1-2-leg sales (waited 109 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-2-leg 202 202 o1-2 - Sales +436601111111
        = done
110.1 LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
110.2 LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 bob
120   TimePassed
        · CallbackPutOff c1-1 until=600 hours
        · OfferWithdrawn o1-2 c1-1 bob o1-2-leg put_off
        → EndLeg o1-2-leg no_answer
120.1 LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
121   GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
Who asks for it in between rests at once, until 11:10; somebody in New York until it is 8:00 there.
130   CallArrived call-2 200 +436602222222
        · ContactArrived c1-3 call-2 200 +436602222222 straight open policy_version=5
        · QueueChosen c1-3 sales []
        · PlaceTaken c1-3 sales [sales≥1] order_key=130
        · WaitPromised c1-3 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
133   KeyPressed call-2 1
        · MenuOpened c1-3 meanwhile
        · KeyTaken c1-3 ask 1
        · CallbackAgreed c1-3 +436602222222
        · PromptBegan c1-3 thanks goodbye
        → StopMusic call-2
        → Play call-2 c1-3-p1 sound:goodbye
134   LegVanished call-2 16
        · LegEnded call-2 c1-3 caller cause=16
        · CustomerParted c1-3 call-2
        · CallbackPutOff c1-3 until=600 hours
140   CallArrived call-3 200 +12122345678
        · ContactArrived c1-4 call-3 200 +12122345678 straight open policy_version=5
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=140
        · WaitPromised c1-4 sales nobody
        → AnswerLeg call-3
        → StartMusic call-3 sales_music
140   TimePassed
        · RingOpened c1-3 sales ring=1
143   KeyPressed call-3 1
        · MenuOpened c1-4 meanwhile
        · KeyTaken c1-4 ask 1
        · CallbackAgreed c1-4 +12122345678
        · PromptBegan c1-4 thanks goodbye
        → StopMusic call-3
        → Play call-3 c1-4-p1 sound:goodbye
144   LegVanished call-3 16
        · LegEnded call-3 c1-4 caller cause=16
        · CustomerParted c1-4 call-3
        · CallbackPutOff c1-4 until=10800 hours
600   TimePassed
        · RingOpened c1-4 sales ring=1
        · CallbackFellDue c1-1
        · CallbackFellDue c1-3
At 12:00 an agent has answered for the first one, and still hears what it is about: too late.
3590  GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-5 c1-1 bob 202 o1-5-leg sales (waited 3589 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 1 not ready: break, 1 serves other queues)
        → CreateLeg o1-5-leg 202 202 o1-5 - Sales +436601111111
        = done
3590.1 LegSeen o1-5-leg
        · LegAppeared o1-5-leg c1-1 agent
        → Ring o1-5-leg give_up_s=24
3590.2 LegRang o1-5-leg
        · LegStartedRinging o1-5-leg c1-1 agent
        · OfferRang o1-5 c1-1 bob
3591  LegAnswered o1-5-leg
        · LegCameUp o1-5-leg c1-1 agent
        · OfferAnswered o1-5 c1-1 bob o1-5-leg
        · WaitEnded c1-1 sales waited_s=3590 answered
        → Play o1-5-leg o1-5-b sound:welcome
3600  TimePassed
        · CallbackPutOff c1-3 until=75600 hours
3601  PlaybackEnded o1-5-b
        · CustomerWanted c1-1 bob o1-5-leg
        · CustomerMissed c1-1 c1-1-d1 too_late again_at=75600
        · TalkFailed c1-1 bob o1-5-leg o1-5-bridge
        · PlaceRestored c1-1 sales order_key=1 answered_at=1.76761e+09
        · WaitPromised c1-1 sales too_few
        → StartMusic o1-5-leg sales_music
        → EndBridge o1-5-bridge
        → EndLeg o1-5-leg normal
3601.1 GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
3601.2 LegVanished o1-5-leg 16
        · LegEnded o1-5-leg c1-1 agent cause=16 asked
Its time would be up before the next day: it is when the hours of that day are over.
3603  TimePassed
A new version lets them be called until the evening, or for a shorter time again; the one in New York sleeps on.
3606  TimePassed
3610  PolicyApplied calling_until_evening
        · PolicyChanged version=6 []
        · CallbackFellDue c1-1
        · CallbackFellDue c1-3
3620  PolicyApplied calling_until_evening
        · PolicyChanged version=6 []
3630  PolicyApplied calling_by_day
        · PolicyChanged version=5 []
        · CallbackPutOff c1-1 until=75600 hours
        · CallbackPutOff c1-3 until=75600 hours
3640  PolicyApplied calling_until_evening
        · PolicyChanged version=6 []
        · CallbackFellDue c1-1
        · CallbackFellDue c1-3
Should the company call nobody in Austria any more, nobody there is called, whatever was agreed.
3650  PolicyApplied calling_another_country
        · PolicyChanged version=7 []
        · CallbackGivenUp c1-1 forbidden -
        · CallbackGivenUp c1-3 forbidden -
        · ContactEnded c1-1 unreached
        · ContactEnded c1-3 unreached
        · WaitEnded c1-1 sales waited_s=49 left
        · WaitEnded c1-3 sales waited_s=3520 left
3660  PolicyApplied calling_until_evening
        · PolicyChanged version=6 []
So it is where an agent is about to call: the customer is not dialled.
3700  CallArrived call-4 200 +436605555555
        · ContactArrived c1-6 call-4 200 +436605555555 straight open policy_version=6
        · QueueChosen c1-6 sales []
        · PlaceTaken c1-6 sales [sales≥1] order_key=3700
        · WaitPromised c1-6 sales nobody
        → AnswerLeg call-4
        → StartMusic call-4 sales_music
3703  KeyPressed call-4 1
        · MenuOpened c1-6 meanwhile
        · KeyTaken c1-6 ask 1
        · CallbackAgreed c1-6 +436605555555
        · PromptBegan c1-6 thanks goodbye
        → StopMusic call-4
        → Play call-4 c1-6-p1 sound:goodbye
3704  LegVanished call-4 16
        · LegEnded call-4 c1-6 caller cause=16
        · CustomerParted c1-6 call-4
        · CallbackFellDue c1-6
3710  GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-7 c1-6 bob 202 o1-7-leg sales (waited 10 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-7-leg 202 202 o1-7 - Sales +436605555555
        = done
3710  TimePassed
        · RingOpened c1-6 sales ring=1
3710.1 LegSeen o1-7-leg
        · LegAppeared o1-7-leg c1-6 agent
        → Ring o1-7-leg give_up_s=24
3710.2 LegRang o1-7-leg
        · LegStartedRinging o1-7-leg c1-6 agent
        · OfferRang o1-7 c1-6 bob
3711  LegAnswered o1-7-leg
        · LegCameUp o1-7-leg c1-6 agent
        · OfferAnswered o1-7 c1-6 bob o1-7-leg
        · WaitEnded c1-6 sales waited_s=11 answered
        → Play o1-7-leg o1-7-b sound:welcome
3711.5 PolicyApplied calling_another_country
        · PolicyChanged version=7 []
3712  PlaybackEnded o1-7-b
        · CustomerWanted c1-6 bob o1-7-leg
        · CustomerMissed c1-6 c1-6-d1 forbidden -
        · TalkFailed c1-6 bob o1-7-leg o1-7-bridge
        · PlaceRestored c1-6 sales order_key=3700 answered_at=1.76761e+09
        · WaitPromised c1-6 sales too_few
        · CallbackGivenUp c1-6 forbidden -
        · ContactEnded c1-6 unreached
        · WaitEnded c1-6 sales waited_s=0 left
        → StartMusic o1-7-leg sales_music
        → EndBridge o1-7-bridge
        → EndLeg o1-7-leg normal
3712.2 LegVanished o1-7-leg 16
        · LegEnded o1-7-leg c1-6 agent cause=16 asked
3713  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
3714  PolicyApplied calling_until_evening
        · PolicyChanged version=6 []
Who was missed is tried again in its time, whatever version comes.
3717  TimePassed
3720  CallArrived call-5 200 +436606666666
        · ContactArrived c1-8 call-5 200 +436606666666 straight open policy_version=6
        · QueueChosen c1-8 sales []
        · PlaceTaken c1-8 sales [sales≥1] order_key=3720
        · WaitPromised c1-8 sales nobody
        → AnswerLeg call-5
        → StartMusic call-5 sales_music
3723  KeyPressed call-5 1
        · MenuOpened c1-8 meanwhile
        · KeyTaken c1-8 ask 1
        · CallbackAgreed c1-8 +436606666666
        · PromptBegan c1-8 thanks goodbye
        → StopMusic call-5
        → Play call-5 c1-8-p1 sound:goodbye
3724  LegVanished call-5 16
        · LegEnded call-5 c1-8 caller cause=16
        · CustomerParted c1-8 call-5
        · CallbackFellDue c1-8
3725  GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-9 c1-8 bob 202 o1-9-leg sales (waited 5 s, 0 ahead; candidates: bob 5 idle 0 s; others: 1 logged out, 2 serves other queues)
        → CreateLeg o1-9-leg 202 202 o1-9 - Sales +436606666666
        = done
3725.1 LegSeen o1-9-leg
        · LegAppeared o1-9-leg c1-8 agent
        → Ring o1-9-leg give_up_s=24
3725.2 LegRang o1-9-leg
        · LegStartedRinging o1-9-leg c1-8 agent
        · OfferRang o1-9 c1-8 bob
3726  LegAnswered o1-9-leg
        · LegCameUp o1-9-leg c1-8 agent
        · OfferAnswered o1-9 c1-8 bob o1-9-leg
        · WaitEnded c1-8 sales waited_s=6 answered
        → Play o1-9-leg o1-9-b sound:welcome
3727  PlaybackEnded o1-9-b
        · CustomerWanted c1-8 bob o1-9-leg
        · CustomerDialled c1-8 c1-8-d1 +436606666666 attempt=1
        → StartMusic o1-9-leg sales_music
        → DialOut c1-8-d1 c1-8 +436606666666@out +431234 o1-9-leg
3728  LegSeen c1-8-d1
        · LegAppeared c1-8-d1 c1-8 caller
        → Ring c1-8-d1 give_up_s=35
3728.1 LegVanished c1-8-d1 17
        · LegEnded c1-8-d1 c1-8 caller cause=17
        · CustomerMissed c1-8 c1-8-d1 busy again_at=3758.1
        · TalkFailed c1-8 bob o1-9-leg o1-9-bridge
        · PlaceRestored c1-8 sales order_key=3720 answered_at=1.76761e+09
        · WaitPromised c1-8 sales too_few
        → EndBridge o1-9-bridge
        → EndLeg o1-9-leg normal
3728.2 LegVanished o1-9-leg 16
        · LegEnded o1-9-leg c1-8 agent cause=16 asked
3729  GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
3730  PolicyApplied calling_until_evening
        · PolicyChanged version=6 []
One who hears good-bye while the version changes is not promised what cannot be kept.
3730  TimePassed
        · RingOpened c1-8 sales ring=1
3733.1 TimePassed
3740  CallArrived call-6 200 +436607777777
        · ContactArrived c1-10 call-6 200 +436607777777 straight open policy_version=6
        · QueueChosen c1-10 sales []
        · PlaceTaken c1-10 sales [sales≥1] order_key=3740
        · WaitPromised c1-10 sales nobody
        → AnswerLeg call-6
        → StartMusic call-6 sales_music
3743  KeyPressed call-6 1
        · MenuOpened c1-10 meanwhile
        · KeyTaken c1-10 ask 1
        · CallbackAgreed c1-10 +436607777777
        · PromptBegan c1-10 thanks goodbye
        → StopMusic call-6
        → Play call-6 c1-10-p1 sound:goodbye
3744  PolicyApplied calling_another_country
        · PolicyChanged version=7 []
3745  LegVanished call-6 16
        · LegEnded call-6 c1-10 caller cause=16
        · CustomerParted c1-10 call-6
        · CallbackGivenUp c1-10 forbidden -
        · ContactEnded c1-10 unreached
        · WaitEnded c1-10 sales waited_s=5 left
3746  PolicyApplied calling_until_evening
        · PolicyChanged version=6 []
3747  CallArrived call-8 200 +436608888888
        · ContactArrived c1-11 call-8 200 +436608888888 straight open policy_version=6
        · QueueChosen c1-11 sales []
        · PlaceTaken c1-11 sales [sales≥1] order_key=3747
        · WaitPromised c1-11 sales nobody
        → AnswerLeg call-8
        → StartMusic call-8 sales_music
3748  KeyPressed call-8 1
        · MenuOpened c1-11 meanwhile
        · KeyTaken c1-11 ask 1
        · CallbackAgreed c1-11 +436608888888
        · PromptBegan c1-11 thanks goodbye
        → StopMusic call-8
        → Play call-8 c1-11-p1 sound:goodbye
3748.1 PolicyApplied calling_another_country
        · PolicyChanged version=7 []
3748.2 PlaybackEnded c1-11-p1
        · FlowEnded c1-11 bye
        · CustomerParted c1-11 call-8
        · CallbackGivenUp c1-11 forbidden -
        · ContactEnded c1-11 unreached
        · WaitEnded c1-11 sales waited_s=1.2 left
        → EndLeg call-8 normal
3748.3 LegVanished call-8 16
        · LegEnded call-8 c1-11 caller cause=16 asked
3748.4 PolicyApplied calling_by_day
        · PolicyChanged version=5 []
3748.5 CallArrived call-9 200 +436609999999
        · ContactArrived c1-12 call-9 200 +436609999999 straight open policy_version=5
        · QueueChosen c1-12 sales []
        · PlaceTaken c1-12 sales [sales≥1] order_key=3748.5
        · WaitPromised c1-12 sales nobody
        → AnswerLeg call-9
        → StartMusic call-9 sales_music
3748.6 KeyPressed call-9 1
        · MenuOpened c1-12 meanwhile
        · KeyTaken c1-12 ask 1
        · CallbackAgreed c1-12 +436609999999
        · PromptBegan c1-12 thanks goodbye
        → StopMusic call-9
        → Play call-9 c1-12-p1 sound:goodbye
3748.7 LegVanished call-9 16
        · LegEnded call-9 c1-12 caller cause=16
        · CustomerParted c1-12 call-9
        · CallbackPutOff c1-12 until=75600 hours
3748.8 PolicyApplied calling_another_country
        · PolicyChanged version=7 []
        · CallbackGivenUp c1-12 forbidden -
        · ContactEnded c1-12 unreached
        · WaitEnded c1-12 sales waited_s=0.3 left
3748.9 PolicyApplied calling_until_evening
        · PolicyChanged version=6 []
3750  CallArrived call-7 200 +436604444444
        · ContactArrived c1-13 call-7 200 +436604444444 straight open policy_version=6
        · QueueChosen c1-13 sales []
        · PlaceTaken c1-13 sales [sales≥1] order_key=3750
        · WaitPromised c1-13 sales nobody
        → AnswerLeg call-7
        → StartMusic call-7 sales_music
3753  KeyPressed call-7 1
        · MenuOpened c1-13 meanwhile
        · KeyTaken c1-13 ask 1
        · NumberMissing c1-13 call +436604444444 refused
        · WaitGoesOn c1-13
        → StopMusic call-7
        → StartMusic call-7 sales_music
3754  LegVanished call-7 16
        · LegEnded call-7 c1-13 caller cause=16
        · ContactEnded c1-13 abandoned
        · WaitEnded c1-13 sales waited_s=4 abandoned
10800 TimePassed
        · CallbackGivenUp c1-8 expired -
        · ContactEnded c1-8 unreached
        · WaitEnded c1-8 sales waited_s=7071.9 left
        · CallbackFellDue c1-4
