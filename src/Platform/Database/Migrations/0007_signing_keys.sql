-- 签名密钥: the city's keys with their history.
CREATE TABLE platform_signing_keys (
    id {id},
    suite TEXT NOT NULL,
    fingerprint TEXT NOT NULL UNIQUE,
    public_pem TEXT NOT NULL,
    private_key TEXT NOT NULL,
    since BIGINT NOT NULL,
    retired_at BIGINT
);
-- One key of a suite signs.
CREATE UNIQUE INDEX platform_signing_keys_current ON platform_signing_keys (suite) WHERE retired_at IS NULL;
