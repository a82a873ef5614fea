-- The lines of one unit, and which units have any, without reading all.
CREATE INDEX records_lines_unit ON records_lines (list, unit_id, key);
