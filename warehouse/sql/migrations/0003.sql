-- version 3: what read each document, what the sources name, and what each refresh did
alter table core.document add column reader varchar;
alter table meta.run add column version varchar;
alter table meta.run add column reader varchar;
alter table meta.run add column catalogue varchar;
comment on column core.document.reader is 'What read it: program, libraries and catalogue as one print, for a failed one with the limits; NULL where not known.';
comment on column meta.run.version is 'Version of the program that loaded; NULL where not known.';
comment on column meta.run.reader is 'Print of what read the papers: program, libraries and catalogue; NULL where not known.';
comment on column meta.run.catalogue is 'Print of the whole catalogue that was stored, with weights; NULL where not known.';

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

-- one row for each paper that a source names
create table core.listing (
    source varchar not null,
    address varchar not null,
    edition varchar not null,
    facts varchar not null,
    document_id varchar not null,
    primary key (source, address)
);

comment on table core.listing is 'One row for each paper that a source names, so that the next refresh knows it without reading it.';
comment on column core.listing.source is 'The source that names it; see core.source.';
comment on column core.listing.address is 'The address of the paper.';
comment on column core.listing.edition is 'What the source says of its version: the same edition is the same paper. Empty where it says nothing that can be relied on.';
comment on column core.listing.facts is 'What the source says of the paper (host, committee, dates) as one text; empty where nothing.';
comment on column core.listing.document_id is 'The document that it was when last seen; see core.document.';

-- one row for each paper that a source names and that was not had when it was last tried
create table core.shortfall (
    source varchar not null,
    position integer not null,
    address varchar not null,
    title varchar not null,
    kind varchar not null,
    why varchar not null,
    primary key (source, position)
);

comment on table core.shortfall is 'One row for each paper, or part of a list, that was not had when its source was last tried.';
comment on column core.shortfall.source is 'The source that names it; see core.source.';
comment on column core.shortfall.position is 'Its place among those of the source, from 1.';
comment on column core.shortfall.address is 'The address of the paper or of the part of the list.';
comment on column core.shortfall.title is 'Its title; empty where there is none or it is not to be kept.';
comment on column core.shortfall.kind is '''withheld'': it may not be fetched; ''missed'': it could not be had.';
comment on column core.shortfall.why is 'Why, in a sentence.';

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

-- one row for each overall rating that a framework computes from the scores of all its benchmarks
create table core.rating (
    framework varchar not null,
    label varchar not null,
    lowest double not null,
    highest double not null,
    rounding varchar not null,
    primary key (framework, label)
);

comment on table core.rating is 'One row for each overall rating that a framework computes from the scores of all its benchmarks.';
comment on column core.rating.framework is 'The framework it belongs to; see core.framework.';
comment on column core.rating.label is 'Its name, such as ''Good''.';
comment on column core.rating.lowest is 'Lowest percentage inside it.';
comment on column core.rating.highest is 'Highest percentage inside it.';
comment on column core.rating.rounding is 'What becomes of the percentage first: ''half_up'' to a whole number, or ''none''.';
