-- What is asked of the listed demands for data outside the catalogue is asked by provider, among very many for data in it.
CREATE INDEX lists_demands_outside ON lists_demands (provider_id) WHERE state = 'Listed' AND in_catalog = FALSE AND provider_id <> 0;
