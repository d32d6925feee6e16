-- one row for each named stretch of a framework's scale
create table core.band (
    framework varchar not null,
    band varchar not null,
    label varchar not null,
    lowest double not null,
    highest double not null,
    words varchar[] not null,
    primary key (framework, band)
);

comment on table core.band is 'One row for each named stretch of a framework''s scale.';
comment on column core.band.framework is 'The framework it belongs to; see core.framework.';
comment on column core.band.band is '''not_met'', ''met'' or ''exceeded''.';
comment on column core.band.label is 'Its name for readers.';
comment on column core.band.lowest is 'Lowest score inside it.';
comment on column core.band.highest is 'Highest score inside it.';
comment on column core.band.words is 'Printed texts that give the band alone.';
