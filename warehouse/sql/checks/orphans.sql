-- findings whose document is not stored
with
    finding as (
        select 'observation ' || observation_id as subject, document_id from core.observed
        union all
        select 'measure ' || measure_id, document_id from core.stated_measure
        union all
        select 'recommendation ' || position, document_id from core.recommendation
        union all
        select 'notice ' || position, document_id from core.notice
        union all
        select 'table verdict ' || position, document_id from core.table_verdict
        union all
        select 'cutout ' || position, document_id from core.cutout
        union all
        select 'printed cell of table ' || table_number, document_id from core.printed_cell
    )
select subject, 'belongs to document ' || document_id || ', which is not stored' as detail
from finding
anti join core.document using (document_id);
