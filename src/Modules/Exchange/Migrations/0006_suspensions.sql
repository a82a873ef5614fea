-- 暂停: its case and the data centre suspend a grant apart, each for a reason of its own; whoever did lifts his own.
ALTER TABLE exchange_grants ADD COLUMN case_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE exchange_grants ADD COLUMN platform_reason TEXT NOT NULL DEFAULT '';
UPDATE exchange_grants SET case_reason = reason WHERE suspended_by = 'Case';
UPDATE exchange_grants SET platform_reason = reason WHERE suspended_by = 'Platform';
