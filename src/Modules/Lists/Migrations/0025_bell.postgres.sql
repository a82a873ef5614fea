-- What lets data through on every node learns with the commit that the lists say something else (StoreBell).
CREATE FUNCTION lists_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('qingdan_changed', ''); RETURN NULL; END $$;
CREATE TRIGGER lists_entries_changed AFTER INSERT OR UPDATE OR DELETE ON lists_entries FOR EACH STATEMENT EXECUTE FUNCTION lists_changed();
CREATE TRIGGER lists_negatives_changed AFTER INSERT OR UPDATE OR DELETE ON lists_negatives FOR EACH STATEMENT EXECUTE FUNCTION lists_changed();
