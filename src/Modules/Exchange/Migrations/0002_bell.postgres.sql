-- Every node learns with the commit that it has to look (StoreBell).
CREATE FUNCTION exchange_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('qingdan_changed', ''); RETURN NULL; END $$;
CREATE TRIGGER exchange_applications_changed AFTER INSERT OR UPDATE OR DELETE ON exchange_applications FOR EACH STATEMENT EXECUTE FUNCTION exchange_changed();
CREATE TRIGGER exchange_tokens_changed AFTER INSERT ON exchange_tokens FOR EACH STATEMENT EXECUTE FUNCTION exchange_changed();
CREATE TRIGGER exchange_grants_changed AFTER INSERT OR UPDATE OR DELETE ON exchange_grants FOR EACH STATEMENT EXECUTE FUNCTION exchange_changed();
