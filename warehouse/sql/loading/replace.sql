-- what was known of a changed document gives way to what was found now; an unchanged one is only seen again
--
-- Observations only come in: which of them stand follows from the document's run_id (see the view core.observation).
create or replace temp table changed_document as
select document_id from loaded_document where state = 'changed';

create or replace temp table arrived_document as
select document_id from loaded_document where state <> 'unchanged';

delete from core.stated_measure where document_id in (from changed_document);
delete from core.recommendation where document_id in (from changed_document);
delete from core.notice where document_id in (from changed_document);
delete from core.table_verdict where document_id in (from changed_document);

insert into core.document by name
select
    staged.* exclude (arrival),
    started_at as first_seen,
    started_at as last_seen,
    run_id,
    case when status = 'failed' then reader_of_failed else reader end as reader
from staged_document as staged
semi join arrived_document using (document_id)
cross join this_run
on conflict (document_id) do update set
    file_name = excluded.file_name,
    source = excluded.source,
    media_type = excluded.media_type,
    status = excluded.status,
    reason = excluded.reason,
    title = excluded.title,
    publisher = excluded.publisher,
    published_on = excluded.published_on,
    pages = excluded.pages,
    last_seen = excluded.last_seen,
    run_id = excluded.run_id,
    reader = excluded.reader;

update core.document
set
    last_seen = this_run.started_at,
    reader = case when status = 'failed' then this_run.reader_of_failed else this_run.reader end
from loaded_document, this_run
where loaded_document.document_id = core.document.document_id and loaded_document.state = 'unchanged';

insert into core.observed by name
select staged.* exclude (arrival), run_id
from staged_observation as staged
semi join arrived_document using (document_id)
cross join this_run;

insert into core.stated_measure by name
select * exclude (arrival) from staged_stated_measure semi join arrived_document using (document_id);

insert into core.recommendation by name
select * exclude (arrival) from staged_recommendation semi join arrived_document using (document_id);

insert into core.notice by name
select * exclude (arrival) from staged_notice semi join arrived_document using (document_id);

insert into core.table_verdict by name
select * exclude (arrival) from staged_table_verdict semi join arrived_document using (document_id);

-- pictures are no findings: a document whose pictures come in is no changed one, and where none come it keeps its own
delete from core.cutout
where document_id in (from changed_document) or document_id in (select document_id from staged_cutout);

insert into core.cutout by name select * exclude (arrival) from staged_cutout;

-- neither are printed cells, which follow from the bytes: they come in with the findings, or where there were none yet
delete from core.printed_cell where document_id in (from changed_document);

insert into core.printed_cell by name
select * exclude (arrival) from staged_printed_cell
where document_id not in (select document_id from core.printed_cell);
