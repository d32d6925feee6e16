-- one row for each grid of a document, whether or not values came of it
create table core.table_verdict (
    document_id varchar not null,
    position integer not null,
    table_number integer not null,
    page integer,
    method varchar not null,
    verdict varchar not null,
    reason varchar not null,
    framework varchar,
    orientation varchar,
    primary key (document_id, position)
);

comment on table core.table_verdict is 'One row for each grid of a document and what was made of it.';
comment on column core.table_verdict.document_id is 'The document the grid stands in; see core.document.';
comment on column core.table_verdict.position is 'The verdict''s place among the document''s verdicts, from 1.';
comment on column core.table_verdict.table_number is 'Number of the grid in the document, from 1.';
comment on column core.table_verdict.page is 'Page or slide on which it begins, from 1; NULL where the format has none.';
comment on column core.table_verdict.method is 'How the grid was seen: ''table'', ''chart'', ''picture'' or ''text''.';
comment on column core.table_verdict.verdict is '''scores'', ''measures'' or ''other''.';
comment on column core.table_verdict.reason is 'Why, in a sentence.';
comment on column core.table_verdict.framework is 'The framework whose benchmarks it names; NULL where none.';
comment on column core.table_verdict.orientation is 'Which way the benchmarks run; NULL where it holds none.';
