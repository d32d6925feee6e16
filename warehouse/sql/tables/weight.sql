-- one row for each benchmark of a framework that weights were configured for
create table core.weight (
    framework varchar not null,
    benchmark varchar not null,
    scheme varchar not null,
    weight double not null,
    primary key (framework, benchmark)
);

comment on table core.weight is 'One row for each benchmark of a framework that the configuration gives weights for; a framework without rows weighs all benchmarks alike.';
comment on column core.weight.framework is 'The framework; see core.framework.';
comment on column core.weight.benchmark is 'The item; see core.benchmark.';
comment on column core.weight.scheme is 'Name of the weighting: ''configured''.';
comment on column core.weight.weight is 'Not negative; 1 for a benchmark that is not named where others of its framework are.';
