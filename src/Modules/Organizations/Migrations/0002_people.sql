CREATE TABLE organizations_people (
    id {id},
    sign_in_name TEXT NOT NULL,
    sign_in_key TEXT NOT NULL UNIQUE,
    full_name TEXT NOT NULL,
    unit_id BIGINT REFERENCES organizations_units (id),
    phone TEXT NOT NULL,
    deputy_of_id BIGINT REFERENCES organizations_people (id),
    state TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    security_stamp TEXT NOT NULL,
    must_change_password BOOLEAN NOT NULL,
    failed_count INTEGER NOT NULL,
    locked_until BIGINT,
    last_sign_in_at BIGINT,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX organizations_people_unit ON organizations_people (unit_id);

CREATE TABLE organizations_person_roles (
    person_id BIGINT NOT NULL REFERENCES organizations_people (id),
    role TEXT NOT NULL,
    PRIMARY KEY (person_id, role)
);
CREATE INDEX organizations_person_roles_role ON organizations_person_roles (role);
