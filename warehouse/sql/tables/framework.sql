-- one row for each framework that papers are read against
create table core.framework (
    framework varchar primary key,
    title varchar not null,
    publisher varchar not null,
    source varchar not null,
    dated boolean not null,
    lowest double not null,
    highest double not null,
    step double not null,
    topic_words varchar[] not null,
    not_assessed varchar[] not null
);

comment on table core.framework is 'One row for each framework that papers are read against. One that no run knows any longer stays while values of it are here.';
comment on column core.framework.framework is 'Id, such as ''prevent-duty-2018''.';
comment on column core.framework.title is 'Its full title.';
comment on column core.framework.publisher is 'Who issued it.';
comment on column core.framework.source is 'Where it is published; empty where not stated.';
comment on column core.framework.dated is 'True where it assesses on dates, false where it assesses years.';
comment on column core.framework.lowest is 'Lowest score of the scale.';
comment on column core.framework.highest is 'Highest score of the scale.';
comment on column core.framework.step is 'Distance of neighbouring scores.';
comment on column core.framework.topic_words is 'Words of which at least one stands in every paper about it.';
comment on column core.framework.not_assessed is 'Printed stand-ins for no score.';
