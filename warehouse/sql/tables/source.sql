-- one row for each address that a refresh was told to look at
create table core.source (
    source varchar primary key,
    last_tried timestamp not null,
    last_good timestamp,
    last_error varchar,
    papers integer not null,
    withheld integer not null,
    missed integer not null
);

comment on table core.source is 'One row for each file, folder, list or site that a refresh looked at. What was read from one that fails now stays.';
comment on column core.source.source is 'The address as the configuration gives it.';
comment on column core.source.last_tried is 'When a refresh last looked at it, UTC.';
comment on column core.source.last_good is 'When it was last seen in full, UTC; NULL where it never was.';
comment on column core.source.last_error is 'Why it could not be seen the last time; NULL where it could.';
comment on column core.source.papers is 'Papers that it named when it was last seen in full.';
comment on column core.source.withheld is 'Papers that it names and that may not be fetched, as last tried.';
comment on column core.source.missed is 'Papers or parts of it that could not be had, as last tried.';
