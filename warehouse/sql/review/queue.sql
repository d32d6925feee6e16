-- one row for each held value, in the order of the papers: what to decide, what to fill in, and what helps to decide
select
    queue.observation_id,
    queue.question,
    null as decision,
    queue.benchmark,
    queue.authority_code,
    queue.period,
    coalesce(printf('%g', queue.score), queue.band) as score,
    null as why,
    queue.reason,
    queue.file_name,
    queue.place,
    queue.framework,
    queue.benchmark_text,
    queue.authority,
    queue.authority_text,
    queue.score_text,
    printf('%.2f', queue.confidence) as confidence,
    queue.evidence,
    document.source
from review_queue as queue
join core.document as document using (document_id)
join core.decided_observation as found using (observation_id)
order by queue.file_name, queue.document_id, queue.page, found.table_number, found.row_number, found.column_number,
    queue.observation_id;
