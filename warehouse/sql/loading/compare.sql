-- one row for each document of the load: is it new, is something else found in it, or the same
create or replace temp table loaded_document as
with
    staged as (
        select document_id, hash('document', row) as fingerprint
        from (select * exclude (arrival) from staged_document) as row
        union all
        select document_id, hash('observation', row)
        from (select * exclude (arrival) from staged_observation) as row
        union all
        select document_id, hash('stated_measure', row)
        from (select * exclude (arrival) from staged_stated_measure) as row
        union all
        select document_id, hash('recommendation', row)
        from (select * exclude (arrival) from staged_recommendation) as row
        union all
        select document_id, hash('notice', row)
        from (select * exclude (arrival) from staged_notice) as row
        union all
        select document_id, hash('table_verdict', row)
        from (select * exclude (arrival) from staged_table_verdict) as row
    ),
    stored as (
        select document_id, hash('document', row) as fingerprint
        from (select * exclude (first_seen, last_seen, run_id, reader) from core.document) as row
        union all
        select document_id, hash('observation', row) from core.observation as row
        union all
        select document_id, hash('stated_measure', row) from core.stated_measure as row
        union all
        select document_id, hash('recommendation', row) from core.recommendation as row
        union all
        select document_id, hash('notice', row) from core.notice as row
        union all
        select document_id, hash('table_verdict', row) from core.table_verdict as row
    ),
    staged_print as (
        select document_id, count(*) as parts, bit_xor(fingerprint) as fingerprint from staged group by document_id
    ),
    stored_print as (
        select document_id, count(*) as parts, bit_xor(fingerprint) as fingerprint
        from stored
        semi join staged_document using (document_id)
        group by document_id
    )
select
    staged_print.document_id,
    case
        when stored_print.document_id is null then 'new'
        when staged_print.parts = stored_print.parts and staged_print.fingerprint = stored_print.fingerprint
            then 'unchanged'
        else 'changed'
    end as state
from staged_print
left join stored_print using (document_id);
