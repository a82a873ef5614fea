-- 文书: the final files of letters as they went out, with their digest.
CREATE TABLE workflow_letters (
    id {id},
    case_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    file_id BIGINT NOT NULL,
    digest TEXT NOT NULL,
    person TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX workflow_letters_case ON workflow_letters (case_id, id);

-- The working days that running clocks were last counted by.
CREATE TABLE workflow_calendar (
    digest TEXT NOT NULL
);
