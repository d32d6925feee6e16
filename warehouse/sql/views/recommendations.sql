-- one row for each piece of numbered advice in a document
--
-- That of a paper which gave way to another version is not shown where the later version gives advice as well.
create or replace view recommendations as
select document_id, page, authority_code, framework, number, benchmark, title, text
from core.recommendation
where document_id not in (
    select document_id
    from core.overtaken_document
    where replaced_by in (select document_id from core.recommendation)
);

comment on view recommendations is 'One row for each piece of advice that a document gives under a number of its own.';
comment on column recommendations.document_id is 'SHA-256 of the document''s bytes, hex; see documents.';
comment on column recommendations.page is 'Page or slide, from 1; NULL where the format has none.';
comment on column recommendations.authority_code is 'GSS code of the authority it is addressed to; NULL where not known.';
comment on column recommendations.framework is 'The framework it is about; NULL where not known.';
comment on column recommendations.number is 'The number that the document gives it, as written.';
comment on column recommendations.benchmark is 'The item of the framework it is about; NULL where none fits.';
comment on column recommendations.title is 'Its heading as written.';
comment on column recommendations.text is 'Its wording as written.';
