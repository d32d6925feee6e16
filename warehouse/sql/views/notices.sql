-- one row for each thing a document shows that was not turned into values
create or replace view notices as
with
    notice as (
        select document_id, page, kind, text from core.notice
        union all
        select document_id, page, 'lapsed_decision', text from core.lapsed_decision
        union all
        select document_id, null, 'replaced_paper', upper(reason[1]) || reason[2:] || '; its values step back.'
        from core.overtaken_document
    ),
    document as (from core.document)
select notice.document_id, document.file_name, notice.page, notice.kind, notice.text
from notice
join document using (document_id);

comment on view notices is 'One row for each thing that a document shows and that the program did not turn into values.';
comment on column notices.document_id is 'SHA-256 of the document''s bytes, hex; see documents.';
comment on column notices.file_name is 'Base name of the file or last part of the URL.';
comment on column notices.page is 'Page or slide, from 1; NULL where the format has none.';
comment on column notices.kind is 'A short code, such as ''figure_without_data'', ''colour_only'', ''unreadable_page'' or ''unknown_label''.';
comment on column notices.text is 'What was seen, in a sentence.';
