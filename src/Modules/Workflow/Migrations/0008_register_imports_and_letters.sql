-- A workbook of a register, looked at before its rows are entered.
CREATE TABLE workflow_register_imports (
    id {id},
    kind TEXT NOT NULL,
    file_id BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    choice TEXT NOT NULL,
    mapping TEXT NOT NULL,
    taken BOOLEAN NOT NULL,
    edit INTEGER NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    entered BIGINT NOT NULL,
    changed BIGINT NOT NULL
);

-- The final file of an order (督办单) or of an agenda (议题单): its order or meeting; 0 for a letter of the case itself.
ALTER TABLE workflow_letters ADD COLUMN subject_id BIGINT NOT NULL DEFAULT 0;
CREATE INDEX workflow_letters_subject ON workflow_letters (subject_id, id) WHERE subject_id <> 0;
