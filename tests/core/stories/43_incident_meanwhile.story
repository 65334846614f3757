What began while an agent had answered concerns the caller as it does the others, if the two do not get together.

0     AsteriskSeen
1     LogIn eva 201
        · AgentLoggedIn eva 201
        = done
1     GoReady eva
        · AgentBecameReady eva
        = done
2     CallArrived call-1 200 +361
        · ContactArrived c1-1 call-1 200 +361 straight open policy_version=1
        · QueueChosen c1-1 sales []
        · PlaceTaken c1-1 sales [sales≥1] order_key=2
        · WaitPromised c1-1 sales promise=0-0
        · OfferOpened o1-2 c1-1 eva 201 o1-2-leg sales (waited 0 s, 0 ahead; candidates: eva 8 idle 1 s; others: 1 logged out, 1 serves other queues)
        → AnswerLeg call-1
        → StartMusic call-1 sales_music
        → CreateLeg o1-2-leg 201 201 o1-2 call-1 Sales +361
2.1   LegSeen o1-2-leg
        · LegAppeared o1-2-leg c1-1 agent
        → Ring o1-2-leg give_up_s=24
2.2   LegRang o1-2-leg
        · LegStartedRinging o1-2-leg c1-1 agent
        · OfferRang o1-2 c1-1 eva
3     LegAnswered o1-2-leg
        · LegCameUp o1-2-leg c1-1 agent
        · OfferAnswered o1-2 c1-1 eva o1-2-leg
        · TalkBegan c1-1 eva o1-2 o1-2-bridge
        · WaitEnded c1-1 sales waited_s=1 answered
        → StopMusic call-1
        → Join o1-2-bridge [call-1 o1-2-leg]
Who is being joined with an agent hears nothing of it.
3.5   EnterOverlay incident boss storm head_start_s=60 prompt=closed
        · OverlayBegan v1-3 incident=60 storm -
        = done
3.6   EnterOverlay incident boss flood head_start_s=10
        · OverlayBegan v1-4 incident=10 flood -
        = done
3.7   EnterOverlay incident boss rumour head_start_s=5 prompt=goodbye
        · OverlayBegan v1-5 incident=5 rumour -
        = done
3.8   WithdrawOverlay v1-5 boss
        · OverlayEnded v1-5 incident=5
        = done
4     JoinRefused o1-2-bridge gone
        · TalkFailed c1-1 eva o1-2-leg o1-2-bridge
        · PlaceRestored c1-1 sales order_key=2 answered_at=1.76761e+09
        · WaitPromised c1-1 sales promise=0-0
        · PlaceMoved c1-1 order_key=-58 storm head_start_s=60
        · PlaceMoved c1-1 order_key=-68 flood head_start_s=10
        · IncidentTold c1-1 v1-3 closed storm
        → EndBridge o1-2-bridge
        → EndLeg o1-2-leg normal
        → Play call-1 c1-1-a1 sound:closed
        → StartMusic call-1 sales_music
Nothing of it comes twice, and what changes nothing is no news.
5     PlaybackEnded c1-1-a1
6     LegVanished o1-2-leg cause=16
        · LegEnded o1-2-leg c1-1 agent cause=16 asked
7     EnterOverlay incident boss nothing
        · OverlayBegan v1-6 incident=0 nothing -
        = done
8     LogOut eva
        · AgentLoggedOut eva “logged out”
        = done
9     LegVanished call-1 cause=16
        · LegEnded call-1 c1-1 caller cause=16
        · ContactEnded c1-1 abandoned
        · WaitEnded c1-1 sales waited_s=5 abandoned
