Hot desks: the phone is where the agent logged in; a desk can be taken; requests are refused with a reason.

0     AsteriskSeen
1     GoReady eva
        = refused: Agent eva is not logged in; log in at a desk phone first.
1     GoNotReady eva break
        = refused: Agent eva is not logged in; log in at a desk phone first.
1     LogOut eva
        = done
1     LogIn eva 999
        = refused: The company has no desk phone 999; its file names them under `phones`.
1     LogIn nobody 201
        = refused: The company has no agent nobody.
2     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
2     LogIn eva 201
        = done
2     GoNotReady eva fishing
        = refused: There is no reason “fishing”; choose of: break, training.
3     GoNotReady eva training
        · AgentBecameNotReady eva training
        = done
4     GoReady eva
        · AgentBecameReady eva
        = done
4     GoReady eva
        = done
4     EndWrapUp eva
        = refused: Agent eva is not in wrap-up, so there is nothing to end.
Eva moves to another desk; she has to say ready there.
4     GoNotReady eva fishing
        = refused: There is no reason “fishing”; choose of: break, training.
5     LogIn eva 202
        · AgentLoggedIn eva 202
        = done
6     GoReady eva
        · AgentBecameReady eva
        = done
Bob takes that desk.
7     LogIn bob 202
        · DeskTaken eva 202
        · AgentLoggedIn bob 202
        · AgentLoggedOut eva “desk taken”
        = done in place of eva
8     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
9     GoReady eva
        · AgentBecameReady eva
        = done
10    CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=1
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=10
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 eva 201 o1-2-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 1 s; others: 1 not ready: logged in, 1 serves other queues)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 201 201 o1-2 call-1 Sales +361
10.1  LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
10.2  LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 eva
A desk whose phone rings cannot be taken, nor left for another one.
11    LogIn bob 201
        = refused: Agent eva is busy at this phone; wait until the call is over.
11    LogIn eva 203
        = refused: Agent eva is busy at another phone; finish there first.
11    EndWrapUp eva
        = refused: Agent eva is not in wrap-up, so there is nothing to end.
12    LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 eva o1-2-leg
        · TalkBegan c1-1 eva o1-2 o1-2-bridge
        · WaitEnded c1-1 sales waited_s=2 answered
        → StopMusic call-1
        → Join o1-2-bridge [call-1 o1-2-leg]
12.1  LegJoined call-1 o1-2-bridge
12.1  LegJoined o1-2-leg o1-2-bridge
        · TalkJoined c1-1 eva
Who goes not ready or leaves during a talk finishes it first.
13    EndWrapUp eva
        = refused: Agent eva is not in wrap-up, so there is nothing to end.
13    GoNotReady eva break
        · AgentBecameNotReady eva break
        = done
14    LogOut eva
        · AgentLoggedOut eva “logged out”
        = done
20    LogIn eva 203
        = refused: Agent eva is busy at another phone; finish there first.
30    LegVanished o1-2-leg 16
        · LegEnded o1-2-leg c1-1 agent cause=16
        · TalkEnded c1-1 eva o1-2-leg o1-2-bridge agent
        · ContactEnded c1-1 served
        → EndBridge o1-2-bridge
        → EndLeg call-1 normal
30    LegVanished call-1 16
        · LegEnded call-1 c1-1 caller cause=16 asked
31    LogIn eva 203
        · AgentLoggedIn eva 203
        = done
