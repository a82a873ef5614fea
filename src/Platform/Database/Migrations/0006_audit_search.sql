-- The log is read newest first: what one unit did, and one kind of action.
CREATE INDEX platform_audit_unit ON platform_audit (unit_id, id);
CREATE INDEX platform_audit_action ON platform_audit (action, id);
