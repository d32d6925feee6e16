-- version 5: what was found before is kept when a document gives something else, the cells around a value as printed,
-- and which papers gave way to another version
create table core.observed (
    observation_id varchar not null,
    run_id integer not null,
    document_id varchar not null,
    framework varchar not null,
    benchmark varchar,
    benchmark_text varchar not null,
    authority_code varchar,
    authority varchar,
    authority_text varchar,
    period varchar,
    period_year integer,
    period_basis varchar,
    score double,
    score_text varchar not null,
    band varchar,
    method varchar not null,
    page integer,
    bbox double[4],
    table_number integer,
    row_number integer,
    column_number integer,
    confidence double not null,
    status varchar not null,
    reason varchar,
    evidence varchar[] not null,
    primary key (observation_id, run_id)
);

comment on table core.observed is 'One row for each score value of a document and each load that found something else there than the load before. Rows are only added; core.observation shows those that stand.';
comment on column core.observed.observation_id is 'Stable over re-runs of the same document.';
comment on column core.observed.run_id is 'The load that found it so; see meta.run, which also tells the version of the program and of its reader.';
comment on column core.observed.document_id is 'The document it was found in; see core.document.';
comment on column core.observed.framework is 'The framework whose scale the score is on; see core.framework.';
comment on column core.observed.benchmark is 'The item of the framework; NULL where the label fits none.';
comment on column core.observed.benchmark_text is 'The label as written.';
comment on column core.observed.authority_code is 'GSS code of the authority, or of the region or country where the figure is one''s; NULL where not known.';
comment on column core.observed.authority is 'Name of that body as the register of the run had it.';
comment on column core.observed.authority_text is 'The body as written.';
comment on column core.observed.period is 'Period in its normal form: ''2022'', ''2021/22'', ''2022 Q3'', an ISO date.';
comment on column core.observed.period_year is 'The year in which the period ends.';
comment on column core.observed.period_basis is '''stated'' beside the value or in the table''s heading, ''document'' where only the document''s own date tells.';
comment on column core.observed.score is 'On the framework''s scale; NULL where the paper gives only a band.';
comment on column core.observed.score_text is 'The score as written.';
comment on column core.observed.band is '''not_met'', ''met'' or ''exceeded''.';
comment on column core.observed.method is 'How the value was seen: ''table'', ''chart'', ''picture'' or ''text''.';
comment on column core.observed.page is 'Page or slide, from 1; NULL where the format has none.';
comment on column core.observed.bbox is 'Where the value stands: x0, top, x1, bottom in points from the page''s top left; NULL where the format has none.';
comment on column core.observed.table_number is 'Number of the grid in the document, from 1; NULL where there is no grid.';
comment on column core.observed.row_number is 'Row of the cell in its grid, from 1.';
comment on column core.observed.column_number is 'Column of the cell in its grid, from 1.';
comment on column core.observed.confidence is '0 to 1.';
comment on column core.observed.status is '''accepted'', ''review'' or ''rejected''.';
comment on column core.observed.reason is 'Why the value is held or rejected; NULL where accepted.';
comment on column core.observed.evidence is 'The trail of the decision, one clause for each step.';

insert into core.observed by name
select observation.*, document.run_id
from core.observation as observation
join core.document as document using (document_id);

drop table core.observation;

create table core.printed_cell (
    document_id varchar not null,
    table_number integer not null,
    row_number integer not null,
    column_number integer not null,
    row_span integer not null,
    column_span integer not null,
    text varchar not null,
    page integer,
    bbox double[4]
);

comment on table core.printed_cell is 'One row for each printed cell of a grid that gave values: what stands around a value, as printed.';
comment on column core.printed_cell.document_id is 'The document that prints it; see core.document.';
comment on column core.printed_cell.table_number is 'Number of the grid in the document, from 1, as in core.observation and core.table_verdict.';
comment on column core.printed_cell.row_number is 'Its row in the grid, from 1; the first of several that it spans.';
comment on column core.printed_cell.column_number is 'Its column in the grid, from 1; the first of several that it spans.';
comment on column core.printed_cell.row_span is 'How many rows it spans.';
comment on column core.printed_cell.column_span is 'How many columns it spans.';
comment on column core.printed_cell.text is 'What is printed in it; empty where nothing is.';
comment on column core.printed_cell.page is 'Page or slide, from 1; NULL where the format has none.';
comment on column core.printed_cell.bbox is 'Where it stands: x0, top, x1, bottom in points from the page''s top left; NULL where the format has none.';

create table core.replaced (
    document_id varchar primary key,
    replaced_by varchar not null,
    address varchar not null,
    replaced_at timestamp not null
);

comment on table core.replaced is 'One row for each document whose address holds another version of the paper now, as refreshes saw it.';
comment on column core.replaced.document_id is 'The version that was there before; see core.document.';
comment on column core.replaced.replaced_by is 'The version that took its place; see core.document.';
comment on column core.replaced.address is 'The address of both.';
comment on column core.replaced.replaced_at is 'When a refresh found the other version there, UTC.';
