-- Here every resource has one row.
SELECT 1;
