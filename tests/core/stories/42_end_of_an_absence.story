The end of an absence is moved: of one that is planned and of one in force, later, earlier, and open.

0     AsteriskSeen
0     PolicyApplied one_person
        · PolicyChanged version=2 [sales]
0     EnterOverlay absence boss holiday agent=bob begins_at=10 ends_at=100
        = done
0     MoveOverlayEnd v1-1 boss 5
        = refused: It would be over before it begins: choose a later end.
0     MoveOverlayEnd v1-1 boss 50
        · OverlayEndMoved v1-1 absence=bob until=50 boss
        = done
10    TimePassed
        · OverlayBegan v1-1 absence=bob holiday until=50
He is ill on the way home.
20    MoveOverlayEnd v1-1 eva 200
        · OverlayEndMoved v1-1 absence=bob until=200 eva
        = done
30    MoveOverlayEnd v1-1 eva 30
        = refused: It would be over already: choose a later end.
40    MoveOverlayEnd v1-1 eva
        · OverlayEndMoved v1-1 absence=bob - eva
        = done
300   MoveOverlayEnd v1-1 eva 310
        · OverlayEndMoved v1-1 absence=bob until=310 eva
        = done
310   TimePassed
        · OverlayEnded v1-1 absence=bob
311   MoveOverlayEnd v1-1 eva 400
        = refused: There is no change v1-1, or it is over.
