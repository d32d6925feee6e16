-- one row for each refresh that was finished
create table meta.refresh (
    refresh_id integer primary key,
    started_at timestamp not null,
    finished_at timestamp not null,
    version varchar not null,
    reader varchar not null,
    sources integer not null,
    failed_sources integer not null,
    listed integer not null,
    fetched integer not null,
    read integer not null,
    gone integer not null,
    withheld integer not null,
    missed integer not null,
    run_id integer
);

comment on table meta.refresh is 'One row for each refresh that was finished, also where it found nothing to do.';
comment on column meta.refresh.refresh_id is 'Number of the refresh, from 1.';
comment on column meta.refresh.started_at is 'When it began, UTC.';
comment on column meta.refresh.finished_at is 'When everything was in the warehouse, UTC.';
comment on column meta.refresh.version is 'Version of the program.';
comment on column meta.refresh.reader is 'Print of what reads papers: program, libraries and catalogue.';
comment on column meta.refresh.sources is 'Sources that it was told to look at.';
comment on column meta.refresh.failed_sources is 'Those of them that could not be seen in full.';
comment on column meta.refresh.listed is 'Papers that the sources name.';
comment on column meta.refresh.fetched is 'Papers that were transferred over the net.';
comment on column meta.refresh.read is 'Papers that were read, each counted once.';
comment on column meta.refresh.gone is 'Papers that a file, folder or list named before and does not name any more.';
comment on column meta.refresh.withheld is 'Papers that may not be fetched.';
comment on column meta.refresh.missed is 'Papers, or parts of a list, that could not be had.';
comment on column meta.refresh.run_id is 'The load that it made; see meta.run. NULL where there was nothing to load.';
