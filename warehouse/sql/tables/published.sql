-- one row for each folder that was published into
create table meta.published (
    folder varchar primary key,
    release varchar not null,
    state varchar not null,
    published_at timestamp not null
);

comment on table meta.published is 'One row for each folder that was published into: of what state of the warehouse it is.';
comment on column meta.published.folder is 'The folder, as an absolute path.';
comment on column meta.published.release is 'The release that showed this state.';
comment on column meta.published.state is 'Print of everything that a publication is made of.';
comment on column meta.published.published_at is 'When it was compared or published, UTC.';
