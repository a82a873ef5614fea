-- A person's address for mail; empty where none was given.
ALTER TABLE organizations_people ADD COLUMN email TEXT NOT NULL DEFAULT '';
