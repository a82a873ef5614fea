-- Whose turn it is to generate: one run at a time, in whichever process. The one row is taken until it is given back or its term is over.
CREATE TABLE lists_generation_lease (
    id {id},
    run_id BIGINT NOT NULL,
    until BIGINT NOT NULL
);
INSERT INTO lists_generation_lease (id, run_id, until) VALUES (1, 0, 0);
