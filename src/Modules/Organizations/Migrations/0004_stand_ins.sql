-- 代理: for some days another person of the unit has a person's roles too. The roles are those the recorder might give.
CREATE TABLE organizations_stand_ins (
    id {id},
    person_id BIGINT NOT NULL REFERENCES organizations_people (id),
    deputy_id BIGINT NOT NULL REFERENCES organizations_people (id),
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL,
    roles TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    recorder_id BIGINT NOT NULL,
    recorder_name TEXT NOT NULL,
    ended_at BIGINT,
    ended_by TEXT NOT NULL
);
CREATE INDEX organizations_stand_ins_person ON organizations_stand_ins (person_id);
CREATE INDEX organizations_stand_ins_deputy ON organizations_stand_ins (deputy_id, until_day);
