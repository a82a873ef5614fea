-- 责任清单: one row per catalogue resource, or one for data outside the catalogue (resource_id 0).
-- digest covers what generation says about the row (items included, see Generation/Proposal.cs): equal digest, nothing to propose.
CREATE TABLE lists_entries (
    id {id},
    number TEXT,
    provider_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    resource_version BIGINT NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    share TEXT,
    share_stated BOOLEAN NOT NULL,
    share_condition TEXT NOT NULL,
    share_ways TEXT NOT NULL,
    duty_type TEXT NOT NULL,
    frequency TEXT,
    data_level TEXT NOT NULL,
    system_name TEXT NOT NULL,
    promised_on TEXT,
    contact TEXT NOT NULL,
    origin TEXT NOT NULL,
    origin_demand_ids TEXT NOT NULL,
    rule TEXT NOT NULL,
    note TEXT NOT NULL,
    state TEXT NOT NULL,
    decision_id BIGINT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at BIGINT,
    edit BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    elements TEXT NOT NULL,
    digest TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX lists_entries_resource ON lists_entries (resource_id) WHERE resource_id <> 0 AND state <> 'Removed' AND state <> 'Dropped';
CREATE UNIQUE INDEX lists_entries_number ON lists_entries (number) WHERE number IS NOT NULL;
CREATE INDEX lists_entries_unnumbered ON lists_entries (provider_id) WHERE number IS NULL AND state = 'InForce';
CREATE INDEX lists_entries_provider ON lists_entries (provider_id, state);
CREATE INDEX lists_entries_revision ON lists_entries (revision);
CREATE INDEX lists_entries_decision ON lists_entries (decision_id) WHERE decision_id <> 0;

-- 变更待确认: what the catalogue now says about an entry in force; nothing changes until somebody confirms.
CREATE TABLE lists_changes (
    id {id},
    entry_id BIGINT NOT NULL,
    provider_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    reason TEXT NOT NULL,
    digest TEXT NOT NULL,
    state TEXT NOT NULL,
    decision_id BIGINT NOT NULL,
    decided_by TEXT NOT NULL,
    at BIGINT NOT NULL,
    decided_at BIGINT
);
CREATE UNIQUE INDEX lists_changes_open ON lists_changes (entry_id) WHERE state = 'Open';
CREATE INDEX lists_changes_entry ON lists_changes (entry_id);
CREATE INDEX lists_changes_provider ON lists_changes (provider_id, state);
CREATE INDEX lists_changes_decision ON lists_changes (decision_id) WHERE decision_id <> 0;

-- 负面清单: one row per resource, or for data outside the catalogue. The basis is structured, because its level decides.
CREATE TABLE lists_negatives (
    id {id},
    number TEXT,
    provider_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    resource_version BIGINT NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    reason TEXT NOT NULL,
    alternatives TEXT NOT NULL,
    impact TEXT NOT NULL,
    basis_level TEXT NOT NULL,
    basis_name TEXT NOT NULL,
    basis_number TEXT NOT NULL,
    basis_clause TEXT NOT NULL,
    basis_text TEXT NOT NULL,
    basis_state TEXT NOT NULL,
    basis_effective_on TEXT,
    basis_clause_id BIGINT NOT NULL,
    ban TEXT NOT NULL,
    legal_opinion TEXT NOT NULL,
    state TEXT NOT NULL,
    step TEXT NOT NULL,
    review_on TEXT,
    decision_id BIGINT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at BIGINT,
    edit BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    elements TEXT NOT NULL,
    digest TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX lists_negatives_resource ON lists_negatives (resource_id) WHERE resource_id <> 0 AND state <> 'Removed';
CREATE UNIQUE INDEX lists_negatives_number ON lists_negatives (number) WHERE number IS NOT NULL;
CREATE INDEX lists_negatives_provider ON lists_negatives (provider_id, state);
CREATE INDEX lists_negatives_revision ON lists_negatives (revision);
CREATE INDEX lists_negatives_decision ON lists_negatives (decision_id) WHERE decision_id <> 0;

CREATE TABLE lists_negative_items (
    id {id},
    negative_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    place BIGINT NOT NULL,
    name TEXT NOT NULL
);
CREATE INDEX lists_negative_items_negative ON lists_negative_items (negative_id, place);

-- 需求清单: what a unit needs, from the catalogue or outside it.
CREATE TABLE lists_demands (
    id {id},
    number TEXT,
    unit_id BIGINT NOT NULL,
    in_catalog BOOLEAN NOT NULL,
    name TEXT NOT NULL,
    provider_id BIGINT NOT NULL,
    scenario TEXT NOT NULL,
    basis_level TEXT NOT NULL,
    basis_name TEXT NOT NULL,
    basis_number TEXT NOT NULL,
    basis_clause TEXT NOT NULL,
    scope TEXT NOT NULL,
    purpose TEXT NOT NULL,
    way TEXT NOT NULL,
    frequency TEXT,
    starts_on TEXT,
    ends_on TEXT,
    personal TEXT NOT NULL,
    assessment TEXT NOT NULL,
    committed BOOLEAN NOT NULL,
    urgency TEXT NOT NULL,
    note TEXT NOT NULL,
    state TEXT NOT NULL,
    edit BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    elements TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    submitted_at BIGINT,
    listed_at BIGINT
);
CREATE UNIQUE INDEX lists_demands_number ON lists_demands (number) WHERE number IS NOT NULL;
CREATE INDEX lists_demands_unit ON lists_demands (unit_id, state);
CREATE INDEX lists_demands_provider ON lists_demands (provider_id, state);
CREATE INDEX lists_demands_revision ON lists_demands (revision);

CREATE TABLE lists_demand_items (
    id {id},
    demand_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    place BIGINT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    required BOOLEAN NOT NULL
);
CREATE INDEX lists_demand_items_demand ON lists_demand_items (demand_id, place);
CREATE INDEX lists_demand_items_resource ON lists_demand_items (resource_id) WHERE resource_id <> 0;

-- 问题清单: what hinders a clean list. Replaced with each generation of its provider; code, severity, text and place to mend follow from the code.
CREATE TABLE lists_findings (
    id {id},
    provider_id BIGINT NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    resource_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    entry_kind TEXT NOT NULL,
    entry_id BIGINT NOT NULL,
    subject TEXT NOT NULL,
    args TEXT NOT NULL,
    generation_id BIGINT NOT NULL
);
CREATE INDEX lists_findings_resource ON lists_findings (resource_id);
CREATE INDEX lists_findings_provider ON lists_findings (provider_id, code, id);
CREATE INDEX lists_findings_code ON lists_findings (code, id);

CREATE TABLE lists_generations (
    id {id},
    at BIGINT NOT NULL,
    actor_name TEXT NOT NULL,
    provider_id BIGINT NOT NULL,
    resources BIGINT NOT NULL,
    items BIGINT NOT NULL,
    candidates BIGINT NOT NULL,
    changes BIGINT NOT NULL,
    removals BIGINT NOT NULL,
    negatives BIGINT NOT NULL,
    findings BIGINT NOT NULL,
    severe BIGINT NOT NULL,
    digest TEXT NOT NULL,
    milliseconds BIGINT NOT NULL
);

-- The last number given under a prefix: ZR-002438161-, FM-002438161-, XQ-002438161-2026-.
CREATE TABLE lists_counters (
    prefix TEXT PRIMARY KEY,
    last BIGINT NOT NULL
);

-- Counts of findings, rebuilt with each generation: the page of the 问题清单 never counts rows.
CREATE TABLE lists_finding_counts (
    provider_id BIGINT NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    total BIGINT NOT NULL,
    PRIMARY KEY (provider_id, code)
);
