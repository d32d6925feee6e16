-- one row for each load that was finished
create table meta.run (
    run_id integer primary key,
    started_at timestamp not null,
    finished_at timestamp not null,
    documents integer not null,
    new integer not null,
    changed integer not null,
    unchanged integer not null,
    failed integer not null,
    accepted integer not null,
    review integer not null,
    rejected integer not null,
    version varchar,
    reader varchar,
    catalogue varchar
);

comment on table meta.run is 'One row for each load that was finished; a load that broke off leaves no trace.';
comment on column meta.run.run_id is 'Number of the load, from 1.';
comment on column meta.run.started_at is 'When the load began, UTC.';
comment on column meta.run.finished_at is 'When the load was complete, UTC.';
comment on column meta.run.documents is 'Documents in the load, each counted once.';
comment on column meta.run.new is 'Documents that were not known before.';
comment on column meta.run.changed is 'Known documents of which something else was found than the time before.';
comment on column meta.run.unchanged is 'Known documents of which the same was found.';
comment on column meta.run.failed is 'Documents that could not be read.';
comment on column meta.run.accepted is 'Score values of the load''s documents that stand accepted after it.';
comment on column meta.run.review is 'Score values of the load''s documents that wait for a person after it.';
comment on column meta.run.rejected is 'Score values of the load''s documents that stand rejected after it.';
comment on column meta.run.version is 'Version of the program that loaded; NULL where not known.';
comment on column meta.run.reader is 'Print of what read the papers: program, libraries and catalogue; NULL where not known.';
comment on column meta.run.catalogue is 'Print of the whole catalogue that was stored, with weights; NULL where not known.';
