CREATE TABLE platform_file_pieces (file_id BIGINT NOT NULL REFERENCES platform_files (id) ON DELETE CASCADE, place INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (file_id, place)) WITHOUT ROWID;
