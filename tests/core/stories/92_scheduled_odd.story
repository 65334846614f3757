A number that comes onto the do-not-call list, and one that a new version of the company does not call: told of at once.

0     AsteriskSeen
0     PolicyApplied scheduling
        · AgentLoggedIn night night
        · AgentBecameReady night
        · PolicyChanged version=2 [sales]
0     GoNotReady night break
        · AgentBecameNotReady night break
        = done
1     ScheduleCallback +436601111111 sales 600 boss
        · CallbackScheduled c1-1 +436601111111 sales not_before=600 expires_at=4200 boss -
        = done
2     ScheduleCallback +436602222222 sales 600 boss
        · CallbackScheduled c1-2 +436602222222 sales not_before=600 expires_at=4200 boss -
        = done
3     EnterOverlay refusal boss wishes number=+436601111111
        · OverlayBegan v1-3 refusal=+436601111111 wishes -
        · CallbackGivenUp c1-1 refused -
        · ContactEnded c1-1 cancelled
        = done
4     ScheduleCallback +436601111111 sales 600 boss
        = refused: +436601111111 is on the do-not-call list: `acd callback allow` takes it off.
5     PolicyApplied calling_another_country
        · PolicyChanged version=7 [sales]
        · CallbackGivenUp c1-2 forbidden -
        · ContactEnded c1-2 unreached
6     ScheduleCallback +3614567890 sales 600 boss
        = refused: +3614567890 is never called: it is no number of an ordinary telephone in the countries of callbacks:, or it is the company's own.
7     PolicyApplied scheduling
        · PolicyChanged version=2 [sales]
The number is in use when its moment has come: looked at again, and the place counts from the moment that was agreed.
10    ScheduleCallback +436603333333 sales 40 boss
        · CallbackScheduled c1-4 +436603333333 sales not_before=40 expires_at=3640 boss -
        = done
20    PolicyApplied scheduling
        · PolicyChanged version=2 []
30    CallArrived call-1 200 +436603333333
        · ContactArrived c1-5 call-1 200 +436603333333 straight open policy_version=2
        · QueueChosen c1-5 sales []
        · PlaceTaken c1-5 sales [sales≥1] order_key=30
        · WaitPromised c1-5 sales nobody
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
40    TimePassed
        · QueueChosen c1-4 sales [] to_be_called
        · CallbackPutOff c1-4 until=70 in_use
        · PlaceTaken c1-4 sales [sales≥1] order_key=40
        · WaitPromised c1-4 sales nobody
45    LegVanished call-1 16
        · LegEnded call-1 c1-5 caller cause=16
        · ContactEnded c1-5 abandoned
        · WaitEnded c1-5 sales waited_s=15 abandoned
70    TimePassed
        · CallbackFellDue c1-4
71    CancelCallback c1-4 boss
        · CallbackGivenUp c1-4 cancelled boss
        · ContactEnded c1-4 cancelled
        · WaitEnded c1-4 sales waited_s=31 left
        = done
The service was away when the moment came, or until it was too late for it.
80    ScheduleCallback +436604444444 sales 100 boss
        · CallbackScheduled c1-6 +436604444444 sales not_before=100 expires_at=3700 boss -
        = done
81    ScheduleCallback +436605555555 sales 90 boss expires_at=110
        · CallbackScheduled c1-7 +436605555555 sales not_before=90 expires_at=110 boss -
        = done
81    Restart
120   TimePassed
        · CallbackGivenUp c1-7 expired -
        · ContactEnded c1-7 unreached
        · QueueChosen c1-6 sales [] to_be_called
        · CallbackFellDue c1-6
        · PlaceTaken c1-6 sales [sales≥1] order_key=100
        · WaitPromised c1-6 sales nobody
120   AsteriskSeen
