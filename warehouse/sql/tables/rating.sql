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
