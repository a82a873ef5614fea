-- Of what the units were told: that a round of an edition has begun, and (round 0) that it was issued. A job that is run twice tells once.
CREATE TABLE records_edition_news (
    edition_id BIGINT NOT NULL,
    round BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, round)
);
