-- Leaves no older code going.
ALTER TABLE lease RENAME COLUMN holder TO held_by;
