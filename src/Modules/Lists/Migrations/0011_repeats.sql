-- 相似需求: by few keys a demand is found by those that want the same; two that are alike are a row, with what was decided about them.
CREATE TABLE lists_demand_keys (
    value TEXT NOT NULL,
    demand_id BIGINT NOT NULL,
    PRIMARY KEY (value, demand_id)
);
CREATE INDEX lists_demand_keys_demand ON lists_demand_keys (demand_id);

CREATE TABLE lists_demand_repeats (
    id {id},
    first_id BIGINT NOT NULL,
    second_id BIGINT NOT NULL,
    common INTEGER NOT NULL,
    smaller INTEGER NOT NULL,
    same_scenario BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    first_wants TEXT NOT NULL,
    second_wants TEXT NOT NULL,
    why TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at BIGINT,
    UNIQUE (first_id, second_id)
);
CREATE INDEX lists_demand_repeats_second ON lists_demand_repeats (second_id);
