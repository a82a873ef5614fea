-- A token holds no longer than the secret it was issued for. Those from before, an hour old at most, have none and are asked for anew.
ALTER TABLE exchange_tokens ADD COLUMN secret_id BIGINT NOT NULL DEFAULT 0;
ALTER TABLE exchange_applications DROP COLUMN tokens_after;
