-- 问题清单 of all modules: what is wrong, where, and where it is mended. Each module replaces its own.
CREATE TABLE records_findings (
    id {id},
    source TEXT NOT NULL,
    provider_id BIGINT NOT NULL,
    code TEXT NOT NULL,
    resource_id BIGINT NOT NULL,
    entry_kind TEXT NOT NULL,
    entry_id BIGINT NOT NULL,
    subject TEXT NOT NULL,
    args TEXT NOT NULL,
    cells TEXT NOT NULL,
    place TEXT NOT NULL,
    form TEXT NOT NULL,
    waived BOOLEAN NOT NULL,
    run_id BIGINT NOT NULL
);
CREATE INDEX records_findings_resource ON records_findings (resource_id);
CREATE INDEX records_findings_provider ON records_findings (provider_id, code, id);
CREATE INDEX records_findings_code ON records_findings (code, id);

-- Kept with every write: no page counts rows.
CREATE TABLE records_finding_counts (
    provider_id BIGINT NOT NULL,
    code TEXT NOT NULL,
    total BIGINT NOT NULL,
    waived BIGINT NOT NULL,
    PRIMARY KEY (provider_id, code)
);

-- 质量得分 by unit and day, the last state of each day.
CREATE TABLE records_finding_days (
    day TEXT NOT NULL,
    provider_id BIGINT NOT NULL,
    checked BIGINT NOT NULL,
    severe BIGINT NOT NULL,
    warning BIGINT NOT NULL,
    hint BIGINT NOT NULL,
    waived BIGINT NOT NULL,
    score BIGINT NOT NULL,
    PRIMARY KEY (day, provider_id)
);
CREATE INDEX records_finding_days_provider ON records_finding_days (provider_id, day);

-- 豁免: a finding that a unit need not mend for a time, by consent of the authority.
CREATE TABLE records_waivers (
    id {id},
    provider_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    code TEXT NOT NULL,
    subject TEXT NOT NULL,
    place TEXT NOT NULL,
    reason TEXT NOT NULL,
    until_on TEXT NOT NULL,
    state TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    opinion TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at BIGINT,
    edit INTEGER NOT NULL
);
CREATE UNIQUE INDEX records_waivers_live ON records_waivers (resource_id, code) WHERE state IN ('Asked', 'Granted');
CREATE INDEX records_waivers_provider ON records_waivers (provider_id, state);
CREATE INDEX records_waivers_state ON records_waivers (state, until_on);

-- 整治: some kinds of findings are to be mended by a day.
CREATE TABLE records_campaigns (
    id {id},
    name TEXT NOT NULL,
    codes TEXT NOT NULL,
    note TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_by TEXT NOT NULL,
    closed_at BIGINT,
    edit INTEGER NOT NULL
);

-- How many findings a unit had when a campaign began, and when it ended.
CREATE TABLE records_campaign_units (
    campaign_id BIGINT NOT NULL,
    provider_id BIGINT NOT NULL,
    at_start BIGINT NOT NULL,
    at_end BIGINT,
    PRIMARY KEY (campaign_id, provider_id)
);
CREATE INDEX records_campaign_units_provider ON records_campaign_units (provider_id);
