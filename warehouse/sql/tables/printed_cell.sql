-- one row for each printed cell of a grid that gave values
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
