-- one row for each item of a framework
create table core.benchmark (
    framework varchar not null,
    benchmark varchar not null,
    number integer not null,
    name varchar not null,
    aliases varchar[] not null,
    primary key (framework, benchmark)
);

comment on table core.benchmark is 'One row for each item of a framework.';
comment on column core.benchmark.framework is 'The framework it belongs to; see core.framework.';
comment on column core.benchmark.benchmark is 'Id of the item, such as ''channel_panel''.';
comment on column core.benchmark.number is 'Its number in the framework.';
comment on column core.benchmark.name is 'Its name in the framework.';
comment on column core.benchmark.aliases is 'Further printed labels that mean it and nothing else.';
