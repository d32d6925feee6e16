-- documents whose status does not fit what was found in them: score values, or measures that they state themselves
with
    document as (from core.document),
    figure as (
        select document_id from core.observation
        union all
        select document_id from core.stated_measure
    ),
    found as (select document_id, count(*) as found from figure group by document_id)
select
    document_id as subject,
    'is ' || status || ' with ' || coalesce(found, 0) || ' figures' || case when reason is null then ' and no reason' else '' end as detail
from document
left join found using (document_id)
where (status = 'extracted' and coalesce(found, 0) = 0)
    or (status = 'failed' and found > 0)
    or (status <> 'extracted' and reason is null);
