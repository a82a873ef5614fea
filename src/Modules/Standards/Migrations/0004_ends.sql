-- The day from which a version holds no more, as a file or a person states it; which version it took the place of, where the register does not hold that one; guard against two savers.
ALTER TABLE standards_legal_bases ADD COLUMN ended_on TEXT;
ALTER TABLE standards_legal_bases ADD COLUMN replaces TEXT NOT NULL DEFAULT '';
ALTER TABLE standards_legal_bases ADD COLUMN edit INTEGER NOT NULL DEFAULT 0;
