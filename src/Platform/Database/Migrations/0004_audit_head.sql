-- The end of the audit chain, authenticated by a key outside the store: a tail cut off or sealed anew is noticed. One row.
CREATE TABLE platform_audit_head (
    id {id},
    seal BIGINT NOT NULL,
    digest TEXT NOT NULL,
    mac TEXT NOT NULL
);
