-- In review by an accepted report of a round: what a further report of the unit says goes into it.
ALTER TABLE catalog_resources ADD COLUMN by_report BOOLEAN NOT NULL DEFAULT FALSE;
