-- one row for each partnership name that stands in papers in an authority's place
create table core.partnership (
    name varchar primary key,
    authority_code varchar
);

comment on table core.partnership is 'One row for each partnership name that stands in papers in an authority''s place.';
comment on column core.partnership.name is 'The name as printed.';
comment on column core.partnership.authority_code is 'The one authority it stands for; NULL where it stands for several and must not be resolved.';
