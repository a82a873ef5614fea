-- 代理: for whom the signer stood in.
ALTER TABLE records_sign_offs ADD COLUMN stands_for TEXT NOT NULL DEFAULT '';
