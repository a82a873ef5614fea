-- The values that a caller may give for a parameter of a mount, a line each.
ALTER TABLE exchange_mount_parameters ADD COLUMN allowed TEXT NOT NULL DEFAULT '';
