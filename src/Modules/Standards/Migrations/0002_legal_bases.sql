CREATE TABLE standards_legal_bases (
  id {id},
  code TEXT NOT NULL UNIQUE,
  level TEXT NOT NULL,
  name TEXT NOT NULL,
  number TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  state TEXT NOT NULL,
  certainty TEXT NOT NULL,
  source TEXT NOT NULL
);

CREATE TABLE standards_legal_clauses (
  id {id},
  basis_id BIGINT NOT NULL REFERENCES standards_legal_bases (id),
  article BIGINT NOT NULL,
  text TEXT NOT NULL,
  ban TEXT NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (basis_id, article)
);
