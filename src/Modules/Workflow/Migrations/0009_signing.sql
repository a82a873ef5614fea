-- The keys of proofs are the city's keys (platform_signing_keys). What a former key signed stays verifiable; it signs no more.
ALTER TABLE workflow_proofs ADD COLUMN algorithm TEXT NOT NULL DEFAULT 'ECDSA-P256-SHA256';
INSERT INTO platform_signing_keys (id, suite, fingerprint, public_pem, private_key, since, retired_at)
SELECT k.id, 'ECDSA-P256-SHA256', p.fingerprint, k.public_pem, '', k.at, k.at FROM workflow_proof_keys k, (SELECT MIN(fingerprint) AS fingerprint FROM workflow_proofs HAVING COUNT(*) > 0) p;
DROP TABLE workflow_proof_keys;
