-- one row for each thing a document shows that was not turned into values
create table core.notice (
    document_id varchar not null,
    position integer not null,
    kind varchar not null,
    text varchar not null,
    page integer,
    primary key (document_id, position)
);

comment on table core.notice is 'One row for each thing that a document shows and that was not turned into values.';
comment on column core.notice.document_id is 'The document that shows it; see core.document.';
comment on column core.notice.position is 'Its place among the document''s notices, from 1.';
comment on column core.notice.kind is 'A short code, such as ''figure_without_data'' or ''unknown_label''.';
comment on column core.notice.text is 'What was seen, in a sentence.';
comment on column core.notice.page is 'Page or slide, from 1; NULL where the format has none.';
