-- one row for each id that stands for several values, with the names of their documents
with
    arrived as (select document_id from staged_document),
    document as (
        select document_id, file_name from staged_document
        union all
        select document_id, file_name from core.document anti join arrived using (document_id)
    ),
    finding as (
        select 'observation' as kind, observation_id as finding_id, document_id from staged_observation
        union all
        select 'observation', observation_id, document_id from core.observation anti join arrived using (document_id)
        union all
        select 'measure', measure_id, document_id from staged_stated_measure
        union all
        select 'measure', measure_id, document_id from core.stated_measure anti join arrived using (document_id)
    ),
    shared as (
        select kind, finding_id from finding group by kind, finding_id having count(*) > 1
    )
select finding_id, string_agg(distinct file_name, ', ' order by file_name) as file_names
from finding
semi join shared using (kind, finding_id)
join document using (document_id)
group by kind, finding_id
order by kind, finding_id;
