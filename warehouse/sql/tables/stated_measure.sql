-- one row for each derived figure that a document states itself
create table core.stated_measure (
    measure_id varchar primary key,
    document_id varchar not null,
    measure varchar not null,
    framework varchar not null,
    authority_code varchar,
    authority varchar,
    authority_text varchar,
    period varchar,
    period_year integer,
    period_basis varchar,
    value double not null,
    value_text varchar not null,
    method varchar not null,
    page integer,
    bbox double[4],
    table_number integer,
    row_number integer,
    column_number integer,
    confidence double not null,
    status varchar not null,
    reason varchar
);

comment on table core.stated_measure is 'One row for each derived figure that a document states itself.';
comment on column core.stated_measure.measure_id is 'Stable over re-runs of the same document.';
comment on column core.stated_measure.document_id is 'The document it was found in; see core.document.';
comment on column core.stated_measure.measure is '''weighted_score'' or ''percent_met_or_exceeded''.';
comment on column core.stated_measure.framework is 'The framework it is about; see core.framework.';
comment on column core.stated_measure.authority_code is 'GSS code of the authority, or of the region or country where the figure is one''s; NULL where not known.';
comment on column core.stated_measure.authority is 'Name of that body as the register of the run had it.';
comment on column core.stated_measure.authority_text is 'The body as written.';
comment on column core.stated_measure.period is 'Period in its normal form.';
comment on column core.stated_measure.period_year is 'The year in which the period ends.';
comment on column core.stated_measure.period_basis is '''stated'' or ''document'', as for observations.';
comment on column core.stated_measure.value is 'On the framework''s scale, or a percentage from 0 to 100.';
comment on column core.stated_measure.value_text is 'The figure as written.';
comment on column core.stated_measure.method is 'How the figure was seen: ''table'', ''chart'', ''picture'' or ''text''.';
comment on column core.stated_measure.page is 'Page or slide, from 1; NULL where the format has none.';
comment on column core.stated_measure.bbox is 'Where the figure stands: x0, top, x1, bottom in points from the page''s top left; NULL where the format has none.';
comment on column core.stated_measure.table_number is 'Number of the grid in the document, from 1; NULL where there is no grid.';
comment on column core.stated_measure.row_number is 'Row of the cell in its grid, from 1.';
comment on column core.stated_measure.column_number is 'Column of the cell in its grid, from 1.';
comment on column core.stated_measure.confidence is '0 to 1.';
comment on column core.stated_measure.status is '''accepted'', ''review'' or ''rejected''.';
comment on column core.stated_measure.reason is 'Why the figure is held or rejected; NULL where accepted.';
