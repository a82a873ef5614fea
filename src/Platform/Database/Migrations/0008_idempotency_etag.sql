-- The version that an answer named (ETag) is answered again with it.
ALTER TABLE platform_idempotency ADD COLUMN etag TEXT NOT NULL DEFAULT '';
