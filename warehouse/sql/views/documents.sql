-- one row for each document
create or replace view documents as
select
    document_id,
    file_name,
    source,
    title,
    publisher,
    published_on,
    media_type,
    pages,
    status,
    reason,
    first_seen,
    last_seen
from core.document;

comment on view documents is 'One row for each document that was ever read or tried; the same bytes under two names are one document.';
comment on column documents.document_id is 'SHA-256 of the document''s bytes, hex.';
comment on column documents.file_name is 'Base name of the file or last part of the URL, as last seen.';
comment on column documents.source is 'The address it was last read from.';
comment on column documents.title is 'Title as the document states it; NULL where it states none.';
comment on column documents.publisher is 'GSS code of the body that published it; NULL where not known.';
comment on column documents.published_on is 'Day of publication; NULL where not known.';
comment on column documents.media_type is 'Media type of the content.';
comment on column documents.pages is 'Number of pages or slides; NULL where the format has none.';
comment on column documents.status is '''extracted'', ''no_scores'' or ''failed''.';
comment on column documents.reason is 'Why nothing was extracted, and what to do; NULL where something was.';
comment on column documents.first_seen is 'When it was first loaded, UTC.';
comment on column documents.last_seen is 'When it was last loaded, UTC.';
