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
