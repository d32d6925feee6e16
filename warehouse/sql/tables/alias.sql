-- one row for each printed text that a person has given a meaning
create table core.alias (
    framework varchar not null,
    printed varchar not null,
    meaning varchar not null,
    why varchar not null,
    taken_at timestamp not null,
    primary key (framework, printed)
);

comment on table core.alias is 'One row for each printed text that a person has given a meaning, for every paper that is read from then on.';
comment on column core.alias.framework is 'The framework whose label it is; empty where it is the name of a body.';
comment on column core.alias.printed is 'The label or name as printed.';
comment on column core.alias.meaning is 'The benchmark, or the GSS code of the authority.';
comment on column core.alias.why is 'The reason that was given.';
comment on column core.alias.taken_at is 'When it was given, UTC.';
