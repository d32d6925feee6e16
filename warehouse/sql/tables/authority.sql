-- one row for each body that can be scored
create table core.authority (
    authority_code varchar primary key,
    name varchar not null,
    short_name varchar not null,
    kind varchar not null,
    region varchar not null,
    nation varchar not null,
    county_code varchar,
    valid_from date,
    valid_to date,
    alternative_names varchar[] not null
);

comment on table core.authority is 'One row for each body that can be scored. One that no run knows any longer stays while values of it are here.';
comment on column core.authority.authority_code is 'GSS code.';
comment on column core.authority.name is 'Official name.';
comment on column core.authority.short_name is 'Everyday name; not unique.';
comment on column core.authority.kind is 'Kind of body, such as ''county'' or ''unitary''.';
comment on column core.authority.region is 'English region, or the country elsewhere.';
comment on column core.authority.nation is 'England, Wales, Scotland or Northern Ireland.';
comment on column core.authority.county_code is 'GSS code of the county council above a district; NULL elsewhere.';
comment on column core.authority.valid_from is 'First day in being; NULL where long ago or not known.';
comment on column core.authority.valid_to is 'Last day in being; NULL where still in being.';
comment on column core.authority.alternative_names is 'Other spellings that are understood.';
