-- 集中梳理: a notice, the tables asked for, a day.
CREATE TABLE records_rounds (
    id {id},
    title TEXT NOT NULL,
    notice_number TEXT NOT NULL,
    notice_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    note TEXT NOT NULL,
    tables TEXT NOT NULL,
    state TEXT NOT NULL,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    closed_at BIGINT
);

-- 报送: what one unit owes of one table. Its figures are kept, so that a board never counts rows.
CREATE TABLE records_reports (
    id {id},
    round_id BIGINT NOT NULL REFERENCES records_rounds (id),
    unit_id BIGINT NOT NULL,
    table_key TEXT NOT NULL,
    state TEXT NOT NULL,
    since BIGINT NOT NULL,
    edit INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    check_code TEXT NOT NULL,
    rows INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    added INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    cells_prefilled BIGINT NOT NULL,
    cells_inferred BIGINT NOT NULL,
    cells_picked BIGINT NOT NULL,
    cells_typed BIGINT NOT NULL,
    returned INTEGER NOT NULL,
    reminded INTEGER NOT NULL,
    first_handed_in_at BIGINT,
    decided_at BIGINT,
    decided_by TEXT NOT NULL,
    opinion TEXT NOT NULL,
    UNIQUE (round_id, unit_id, table_key)
);
CREATE INDEX records_reports_unit ON records_reports (unit_id, state);
CREATE INDEX records_reports_state ON records_reports (state);

-- The rows of a report as taken over from its workbooks; complete when it is handed in.
CREATE TABLE records_report_rows (
    report_id BIGINT NOT NULL REFERENCES records_reports (id),
    place INTEGER NOT NULL,
    record_id BIGINT NOT NULL,
    edit INTEGER NOT NULL,
    change TEXT NOT NULL,
    name TEXT NOT NULL,
    named_values TEXT NOT NULL,
    part_id BIGINT NOT NULL,
    prefilled INTEGER NOT NULL,
    inferred INTEGER NOT NULL,
    picked INTEGER NOT NULL,
    typed INTEGER NOT NULL,
    PRIMARY KEY (report_id, place)
);
CREATE INDEX records_report_rows_record ON records_report_rows (report_id, record_id);

-- 分处室: an office inside the unit that fills its part.
CREATE TABLE records_parts (
    id {id},
    report_id BIGINT NOT NULL REFERENCES records_reports (id),
    name TEXT NOT NULL,
    contact TEXT NOT NULL,
    sent_at BIGINT,
    returned_at BIGINT
);
CREATE UNIQUE INDEX records_parts_name ON records_parts (report_id, name);

-- Which stored rows an office answers for.
CREATE TABLE records_part_rows (
    report_id BIGINT NOT NULL,
    record_id BIGINT NOT NULL,
    part_id BIGINT NOT NULL REFERENCES records_parts (id),
    PRIMARY KEY (report_id, record_id)
);

-- 交回: one workbook that came back, read and compared, not yet taken over.
CREATE TABLE records_returns (
    id {id},
    report_id BIGINT NOT NULL REFERENCES records_reports (id),
    part_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    file_digest TEXT NOT NULL,
    state TEXT NOT NULL,
    edit INTEGER NOT NULL,
    choice TEXT NOT NULL,
    mapping TEXT NOT NULL,
    known BOOLEAN NOT NULL,
    notes TEXT NOT NULL,
    figures TEXT NOT NULL,
    actor_id BIGINT NOT NULL,
    actor_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    taken_at BIGINT
);
CREATE INDEX records_returns_report ON records_returns (report_id, at);

CREATE TABLE records_return_rows (
    return_id BIGINT NOT NULL REFERENCES records_returns (id),
    number INTEGER NOT NULL,
    record_id BIGINT NOT NULL,
    edit INTEGER NOT NULL,
    change TEXT NOT NULL,
    faulty BOOLEAN NOT NULL,
    renamed BOOLEAN NOT NULL,
    name TEXT NOT NULL,
    named_values TEXT NOT NULL,
    cells TEXT NOT NULL,
    prefilled INTEGER NOT NULL,
    inferred INTEGER NOT NULL,
    picked INTEGER NOT NULL,
    typed INTEGER NOT NULL,
    PRIMARY KEY (return_id, number)
);
CREATE INDEX records_return_rows_kind ON records_return_rows (return_id, change, number);

-- 催办.
CREATE TABLE records_reminders (
    id {id},
    report_id BIGINT NOT NULL REFERENCES records_reports (id),
    note TEXT NOT NULL,
    actor_id BIGINT NOT NULL,
    actor_name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX records_reminders_report ON records_reminders (report_id, at);
