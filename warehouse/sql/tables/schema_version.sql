-- one row: the state of this file's schema
create table meta.schema_version (
    version integer not null,
    views_fingerprint varchar not null,
    updated_at timestamp not null
);

comment on table meta.schema_version is 'One row: the state of this file''s schema.';
comment on column meta.schema_version.version is 'Number of the table layout; a program opens its own and older ones, never a newer one.';
comment on column meta.schema_version.views_fingerprint is 'SHA-256 of the view definitions; where it differs from the program''s, the views are made anew.';
comment on column meta.schema_version.updated_at is 'When the schema was last brought up to date, UTC.';
