-- What people ask of the catalogue by unit and month: the last state of each month.
CREATE TABLE catalog_months (
    month TEXT NOT NULL,
    unit_id BIGINT NOT NULL,
    resources BIGINT NOT NULL,
    conforming BIGINT NOT NULL,
    systems BIGINT NOT NULL,
    covered BIGINT NOT NULL,
    timed BIGINT NOT NULL,
    fresh BIGINT NOT NULL,
    PRIMARY KEY (month, unit_id)
);
CREATE INDEX catalog_months_unit ON catalog_months (unit_id, month);
