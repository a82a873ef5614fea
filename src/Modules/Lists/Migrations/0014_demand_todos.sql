-- What waits for somebody by its state alone, the longest waiting first.
CREATE INDEX lists_demands_state ON lists_demands (state, changed_at);
