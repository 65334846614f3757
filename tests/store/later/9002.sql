-- Removes what code of 9001 pretends not to use any more; older code does.
ALTER TABLE lease DROP COLUMN taken_at;
