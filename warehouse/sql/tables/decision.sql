-- one row for each observation that a person has decided on
create table core.decision (
    observation_id varchar primary key,
    document_id varchar not null,
    source varchar not null,
    framework varchar not null,
    benchmark_text varchar not null,
    authority_text varchar,
    score_text varchar not null,
    method varchar not null,
    page integer,
    table_number integer,
    row_number integer,
    column_number integer,
    period_read varchar,
    verdict varchar not null,
    benchmark varchar,
    authority_code varchar,
    period varchar,
    period_year integer,
    score double,
    band varchar,
    why varchar not null,
    taken_at timestamp not null
);

comment on table core.decision is 'One row for each observation that a person has decided on, with the print that the decision was taken on and the answer.';
comment on column core.decision.observation_id is 'The observation it was taken on.';
comment on column core.decision.document_id is 'The document of that observation.';
comment on column core.decision.source is 'The address of that document.';
comment on column core.decision.framework is 'The framework of the value.';
comment on column core.decision.benchmark_text is 'The label as it was printed.';
comment on column core.decision.authority_text is 'The body as it was printed.';
comment on column core.decision.score_text is 'The score as it was printed.';
comment on column core.decision.method is 'How the value was seen.';
comment on column core.decision.page is 'Where it stood: the page.';
comment on column core.decision.table_number is 'Where it stood: the grid.';
comment on column core.decision.row_number is 'Where it stood: the row.';
comment on column core.decision.column_number is 'Where it stood: the column.';
comment on column core.decision.period_read is 'The period as it was read then.';
comment on column core.decision.verdict is '''accept'', ''correct'' or ''reject''.';
comment on column core.decision.benchmark is 'The answer: the benchmark; NULL where rejected.';
comment on column core.decision.authority_code is 'The answer: the authority.';
comment on column core.decision.period is 'The answer: the period in its normal form.';
comment on column core.decision.period_year is 'The answer: the year in which the period ends.';
comment on column core.decision.score is 'The answer: the score; NULL where there is only a band.';
comment on column core.decision.band is 'The answer: the band.';
comment on column core.decision.why is 'The reason that was given.';
comment on column core.decision.taken_at is 'When it was taken, UTC.';
