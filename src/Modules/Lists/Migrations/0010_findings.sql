-- Findings stand in Records, for every module alike. What the catalogue now checks itself is found anew; the rest comes along.
INSERT INTO records_findings (id, source, provider_id, code, resource_id, entry_kind, entry_id, subject, args, cells, place, form, waived, run_id)
SELECT id, 'lists', provider_id, code, resource_id, entry_kind, entry_id, subject, args, '[]',
    CASE
        WHEN code IN ('U01', 'U02') THEN '/organizations/' || provider_id
        WHEN entry_kind = 'negative' AND entry_id <> 0 THEN '/lists/negatives/' || entry_id
        WHEN resource_id <> 0 THEN '/catalog/' || resource_id
        ELSE '/lists/responsibilities/' || entry_id
    END, '', FALSE, generation_id
FROM lists_findings WHERE code NOT IN ('R01', 'R01I', 'R04', 'S01', 'A01', 'D01');
INSERT INTO records_finding_counts (provider_id, code, total, waived) SELECT provider_id, code, count(*), 0 FROM records_findings GROUP BY provider_id, code;
DROP TABLE lists_findings;
DROP TABLE lists_finding_counts;
