-- one row for each item of an older framework that lives on in an item of a newer one
create table core.crosswalk (
    from_framework varchar not null,
    from_benchmark varchar not null,
    to_framework varchar not null,
    to_benchmark varchar not null,
    kind varchar not null,
    note varchar not null,
    primary key (from_framework, from_benchmark, to_framework, to_benchmark)
);

comment on table core.crosswalk is 'One row for each item of an older framework that lives on in an item of a newer one.';
comment on column core.crosswalk.from_framework is 'The older framework.';
comment on column core.crosswalk.from_benchmark is 'Its item.';
comment on column core.crosswalk.to_framework is 'The newer framework.';
comment on column core.crosswalk.to_benchmark is 'The item in which the older one lives on.';
comment on column core.crosswalk.kind is '''one_to_one'', or ''merged'' where several became one.';
comment on column core.crosswalk.note is 'What changed on the way; empty where nothing is noted.';
