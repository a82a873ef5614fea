-- What an authority brings into the register: issuing body, day of promulgation, and with which file a law came.
ALTER TABLE standards_legal_bases ADD COLUMN issuer TEXT NOT NULL DEFAULT '';
ALTER TABLE standards_legal_bases ADD COLUMN promulgated_on TEXT;
ALTER TABLE standards_legal_bases ADD COLUMN import_id BIGINT NOT NULL DEFAULT 0;

CREATE TABLE standards_law_imports (
  id {id},
  file_id BIGINT NOT NULL,
  file_name TEXT NOT NULL,
  uploaded_by TEXT NOT NULL,
  uploaded_at BIGINT NOT NULL,
  taken_by TEXT NOT NULL,
  taken_at BIGINT,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  edit INTEGER NOT NULL
);
