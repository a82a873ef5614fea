-- Answers to requests with an Idempotency-Key, kept for a day; status 0 while the request runs.
CREATE TABLE platform_idempotency (
    person_id BIGINT NOT NULL,
    idempotency_key TEXT NOT NULL,
    request TEXT NOT NULL,
    status INTEGER NOT NULL,
    content_type TEXT NOT NULL,
    location TEXT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person_id, idempotency_key)
);
CREATE INDEX platform_idempotency_at ON platform_idempotency (at);
