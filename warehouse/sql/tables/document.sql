-- one row for each document, by the hash of its bytes
create table core.document (
    document_id varchar primary key,
    file_name varchar not null,
    source varchar not null,
    media_type varchar not null,
    status varchar not null,
    reason varchar,
    title varchar,
    publisher varchar,
    published_on date,
    pages integer,
    first_seen timestamp not null,
    last_seen timestamp not null,
    run_id integer not null,
    reader varchar
);

comment on table core.document is 'One row for each document; the same bytes under two names are one document.';
comment on column core.document.document_id is 'SHA-256 of the document''s bytes, hex.';
comment on column core.document.file_name is 'Base name of the file or last part of the URL, as last seen.';
comment on column core.document.source is 'The address the document was last read from.';
comment on column core.document.media_type is 'Media type of the content.';
comment on column core.document.status is '''extracted'', ''no_scores'' or ''failed''.';
comment on column core.document.reason is 'Why nothing was extracted; NULL where something was.';
comment on column core.document.title is 'Title as the document states it; NULL where it states none.';
comment on column core.document.publisher is 'GSS code of the body that published it; NULL where not known.';
comment on column core.document.published_on is 'Day of publication; NULL where not known.';
comment on column core.document.pages is 'Number of pages or slides; NULL where the format has none.';
comment on column core.document.first_seen is 'When the document was first loaded, UTC.';
comment on column core.document.last_seen is 'When the document was last loaded, UTC.';
comment on column core.document.run_id is 'The load that brought the present findings; see meta.run.';
comment on column core.document.reader is 'What read it: program, libraries and catalogue as one print, for a failed one with the limits; NULL where not known.';
