A callback for a moment to come is a contact without a line: asked for twice it is one, and until then it stands nowhere.

0     AsteriskSeen
0     PolicyApplied scheduling
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=2 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
0     LogIn bob 202
        · AgentLoggedIn bob 202
        = done
0     GoNotReady bob break
        · AgentBecameNotReady bob break
        = done
1     ScheduleCallback 0 sales 60 boss
        = refused: 0 is never called: it is no number of an ordinary telephone in the countries of callbacks:, or it is the company's own.
2     ScheduleCallback +436601111111 sales 60 boss wanted=bob name="Mr Late" note="wants to know more"
        · CallbackScheduled c1-1 +436601111111 sales not_before=60 expires_at=3660 boss bob “Mr Late” “wants to know more”
        = done
3     ScheduleCallback +436601111111 sales 60 boss wanted=bob name="Mr Late" note="wants to know more"
        = done
4     ScheduleCallback +436601111111 sales 60 boss
        = refused: That number is to be called at that moment already (c1-1), but with another agent, end, name, note or language: `acd callback cancel c1-1` first.
5     ScheduleCallback +436602222222 sales 50 boss expires_at=55
        · CallbackScheduled c1-2 +436602222222 sales not_before=50 expires_at=55 boss -
        = done
6     ScheduleCallback +436603333333 sales 7000 boss
        · CallbackScheduled c1-3 +436603333333 sales not_before=7000 expires_at=10600 boss -
        = done
7     CancelCallback c1-3 boss
        · CallbackGivenUp c1-3 cancelled boss
        · ContactEnded c1-3 cancelled
        = done
8     AsteriskSeen asked=8
Who rings from that number meanwhile is a customer like any other where nobody is recognised, and leaves it alone. Nobody overtakes whom it does not stand before.
10    CallArrived call-1 200 +436601111111
        · ContactArrived c1-4 call-1 200 +436601111111 straight open policy_version=2
        · QueueChosen c1-4 sales []
        · PlaceTaken c1-4 sales [sales≥1] order_key=10
        · WaitPromised c1-4 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
20    LegVanished call-1 16
        · LegEnded call-1 c1-4 caller cause=16
        · ContactEnded c1-4 abandoned
        · WaitEnded c1-4 sales waited_s=10 abandoned
50    TimePassed
        · QueueChosen c1-2 sales [] to_be_called
        · CallbackFellDue c1-2
        · PlaceTaken c1-2 sales [sales≥1] order_key=50
        · WaitPromised c1-2 sales nobody
52    CallArrived call-2 200 +436604444444
        · ContactArrived c1-5 call-2 200 +436604444444 straight open policy_version=2
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=52
        · WaitPromised c1-5 sales nobody
        → AnswerLeg call-2
        → StartMusic call-2 sales_music
The end that was entered for one has come before anybody had time.
56    TimePassed
        · CallbackGivenUp c1-2 expired -
        · ContactEnded c1-2 unreached
        · WaitEnded c1-2 sales waited_s=6 left
60    TimePassed
        · QueueChosen c1-1 sales [] wanted=bob to_be_called
        · CallbackFellDue c1-1
        · PlaceTaken c1-1 sales [sales≥1] order_key=60 (for bob, asked_for)
        · WaitPromised c1-1 sales nobody
61    GoReady bob
        · AgentBecameReady bob
        · OfferOpened o1-6 c1-5 bob 202 o1-6-leg sales (waited 9 s, 0 ahead; candidates: bob 5 idle 0 s; others: 2 logged out, 1 serves other queues)
        → CreateLeg o1-6-leg 202 202 o1-6 call-2 Sales +436604444444
        = done
61.1  LegSeen o1-6-leg
        · LegAppeared o1-6-leg c1-5 agent
        → Ring o1-6-leg give_up_s=24
61.2  LegRang o1-6-leg
        · LegStartedRinging o1-6-leg c1-5 agent
        · OfferRang o1-6 c1-5 bob
62    LegAnswered o1-6-leg
        · LegCameUp o1-6-leg c1-5 agent
        · OfferAnswered o1-6 c1-5 bob o1-6-leg
        · TalkBegan c1-5 bob o1-6 o1-6-bridge
        · WaitEnded c1-5 sales waited_s=10 answered
        → StopMusic call-2
        → Join o1-6-bridge [call-2 o1-6-leg]
62.1  LegJoined call-2 o1-6-bridge
62.2  LegJoined o1-6-leg o1-6-bridge
        · TalkJoined c1-5 bob
64    LegVanished call-2 16
        · LegEnded call-2 c1-5 caller cause=16
        · TalkEnded c1-5 bob o1-6-leg o1-6-bridge caller
        · ContactEnded c1-5 served
        · WrapUpBegan bob c1-5 until=74
        → EndBridge o1-6-bridge
        → EndLeg o1-6-leg normal
64.1  LegVanished o1-6-leg 16
        · LegEnded o1-6-leg c1-5 agent cause=16 asked
65    EndWrapUp bob
        · WrapUpEnded bob
        · OfferOpened o1-7 c1-1 bob 202 o1-7-leg sales (waited 5 s, 0 ahead; candidates: bob 5 idle 0 s; others: 3 is not the one it is meant for)
        → CreateLeg o1-7-leg 202 202 o1-7 - “Sales: Mr Late” +436601111111
        = done
The phone shows the customer's name; the rest is a callback like any other.
65.1  LegSeen o1-7-leg
        · LegAppeared o1-7-leg c1-1 agent
        → Ring o1-7-leg give_up_s=24
65.2  LegRang o1-7-leg
        · LegStartedRinging o1-7-leg c1-1 agent
        · OfferRang o1-7 c1-1 bob
66    LegAnswered o1-7-leg
        · LegCameUp o1-7-leg c1-1 agent
        · OfferAnswered o1-7 c1-1 bob o1-7-leg
        · WaitEnded c1-1 sales waited_s=6 answered
        → Play o1-7-leg o1-7-b sound:welcome
67    PlaybackEnded o1-7-b
        · CustomerWanted c1-1 bob o1-7-leg
        · CustomerDialled c1-1 c1-1-d1 +436601111111 attempt=1
        → StartMusic o1-7-leg sales_music
        → DialOut c1-1-d1 c1-1 +436601111111@out +431234 o1-7-leg
67.1  LegSeen c1-1-d1
        · LegAppeared c1-1-d1 c1-1 caller
        → Ring c1-1-d1 give_up_s=35
68    LegAnswered c1-1-d1
        · LegCameUp c1-1-d1 c1-1 caller
        · CustomerReached c1-1 c1-1-d1
        · TalkBegan c1-1 bob o1-7 o1-7-bridge
        → StopMusic o1-7-leg
        → StopMusic c1-1-d1
        → Join o1-7-bridge [c1-1-d1 o1-7-leg]
69    LegVanished c1-1-d1 16
        · LegEnded c1-1-d1 c1-1 caller cause=16
        · TalkEnded c1-1 bob o1-7-leg o1-7-bridge caller
        · ContactEnded c1-1 served
        · WrapUpBegan bob c1-1 until=79
        → EndBridge o1-7-bridge
        → EndLeg o1-7-leg normal
69.1  LegVanished o1-7-leg 16
        · LegEnded o1-7-leg c1-1 agent cause=16 asked
