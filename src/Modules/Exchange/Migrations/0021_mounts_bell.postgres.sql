-- A mount put in service, altered or stopped holds on every node with the commit (StoreBell).
CREATE TRIGGER exchange_mounts_changed AFTER INSERT OR UPDATE OR DELETE ON exchange_mounts FOR EACH STATEMENT EXECUTE FUNCTION exchange_changed();
