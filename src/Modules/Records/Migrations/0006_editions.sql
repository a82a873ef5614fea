-- 版次: the three lists of a day, issued and frozen. The archive itself is a file; here is what pages need to find their lines in it.
CREATE TABLE records_editions (
    id {id},
    state TEXT NOT NULL,
    number BIGINT NOT NULL,
    title TEXT NOT NULL,
    issuer TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    scope TEXT NOT NULL,
    effective_on TEXT,
    summary TEXT NOT NULL,
    minutes TEXT NOT NULL,
    deliberated_on TEXT,
    document TEXT NOT NULL,
    issued_on TEXT,
    round BIGINT NOT NULL,
    opinions_due_on TEXT,
    created_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    edit BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX records_editions_number ON records_editions (number) WHERE number > 0;

CREATE TABLE records_edition_files (
    id {id},
    edition_id BIGINT NOT NULL,
    round BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    manifest_digest TEXT NOT NULL,
    suite TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX records_edition_files_round ON records_edition_files (edition_id, round);

CREATE TABLE records_edition_lists (
    edition_file_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    place BIGINT NOT NULL,
    count BIGINT NOT NULL,
    root TEXT NOT NULL,
    end_byte BIGINT NOT NULL,
    PRIMARY KEY (edition_file_id, name)
);

CREATE TABLE records_edition_marks (
    edition_file_id BIGINT NOT NULL,
    list TEXT NOT NULL,
    place BIGINT NOT NULL,
    first_byte BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    PRIMARY KEY (edition_file_id, list, place)
);
CREATE INDEX records_edition_marks_unit ON records_edition_marks (edition_file_id, list, unit_id, place);

CREATE TABLE records_edition_steps (
    id {id},
    edition_id BIGINT NOT NULL,
    act TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX records_edition_steps_edition ON records_edition_steps (edition_id, id);

CREATE TABLE records_edition_opinions (
    id {id},
    edition_id BIGINT NOT NULL,
    round BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    list TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    text TEXT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    answered_at BIGINT,
    edit BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX records_edition_opinions_edition ON records_edition_opinions (edition_id, round, unit_id);

CREATE TABLE records_edition_no_opinions (
    edition_id BIGINT NOT NULL,
    round BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, round, unit_id)
);
