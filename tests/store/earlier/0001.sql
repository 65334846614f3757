-- What a service of revision 0001 had in its tables: one live row in each.

INSERT INTO lease (floor, epoch, commit_no, holder, backend_pid, backend_start)
VALUES ('main', 3, 71, 'host pid 1', 1, now());

INSERT INTO policy (floor, version, company, sha256, author)
VALUES ('main', 1, 'company: x', 'ab', 'anna');

INSERT INTO contact (floor, record) VALUES ('main', '{
  "id": "c3-1", "leg": "l1", "did": "061", "caller": null, "language": "en", "arrived_at": 1760000000.5,
  "policy_version": 1, "medium": "voice",
  "journey": {"type": "travelled", "turn": 1},
  "place": {"type": "queued", "queue": "sales", "needs": [], "since": 1760000001, "entered_at": 1760000001,
            "order_key": 1759999941},
  "waiting_room": {"type": "music"},
  "talk": {"type": "silent"},
  "callback": {"type": "on_the_line"},
  "message": {"type": "none"},
  "life": {"type": "live"}
}');

INSERT INTO leg (floor, record) VALUES ('main', '{
  "id": "l1", "contact": "c3-1", "side": "caller", "asked_at": 1760000000.5,
  "state": {"type": "up", "answered_at": 1760000000.6},
  "agent": null, "offer": null, "phone": null
}');

INSERT INTO offer (floor, record) VALUES ('main', '{
  "id": "o3-1", "contact": "c3-1", "agent": "anna", "phone": "101", "leg": "o3-1-leg", "queue": "sales",
  "ring_s": 15, "opened_at": 1760000001,
  "state": {"type": "opening", "until": 1760000005},
  "why": {"queue": "sales", "needs": [], "ring": 0, "region": null, "order_key": 1759999941, "waited_s": 0,
          "candidates": [], "decided_by": "alone", "excluded": {}, "ahead": 0, "policy_version": 1}
}');

INSERT INTO agent (floor, record) VALUES ('main', '{
  "id": "anna",
  "presence": {"type": "ready", "since": 1760000000, "phone": "101", "misses": {}},
  "activity": {"type": "reserved", "since": 1760000001, "offer": "o3-1", "idle_since": 1760000000}
}');

INSERT INTO overlay (floor, record) VALUES ('main', '{
  "id": "v3-1", "edit": {"type": "absence", "agent": "bob"}, "author": "boss", "reason": "ill",
  "begins_at": 1760000000, "ends_at": null, "state": {"type": "in_force", "since": 1760000000}
}');

INSERT INTO experience (floor, record) VALUES ('main', '{
  "id": "sales", "at": 1760000000, "handled": 12.5, "handled_s": 2500.0, "left": 0.0, "waited_s": 300.0,
  "lessons": []
}');

INSERT INTO fact (floor, epoch, commit_no, contacts, agents, entry)
VALUES ('main', 3, 71, '{c3-1}', '{}', '{"at": 1760000000.5, "facts": []}');
