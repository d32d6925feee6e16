-- one row for each region or country that figures are compared within
create table core.region (
    region_code varchar primary key,
    name varchar not null,
    nation varchar not null,
    alternative_names varchar[] not null
);

comment on table core.region is 'One row for each region or country that figures are compared within.';
comment on column core.region.region_code is 'GSS code.';
comment on column core.region.name is 'Official name.';
comment on column core.region.nation is 'The country it lies in.';
comment on column core.region.alternative_names is 'Other spellings that are understood.';
