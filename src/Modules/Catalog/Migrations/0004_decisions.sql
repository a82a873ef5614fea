-- Which resources one bulk decision touched, and what they were before: so that it can be undone as one.
CREATE TABLE catalog_decision_rows (
    decision_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    was TEXT NOT NULL,
    edit INTEGER NOT NULL,
    PRIMARY KEY (decision_id, resource_id)
);
