-- the decisions of one file, each with the print it is taken on; a second one on a value takes the place of the first
insert or replace into core.decision by name
select
    observation.observation_id,
    observation.document_id,
    document.source,
    observation.framework,
    observation.benchmark_text,
    observation.authority_text,
    observation.score_text,
    observation.method,
    observation.page,
    observation.table_number,
    observation.row_number,
    observation.column_number,
    observation.period as period_read,
    case
        when arriving.verdict = 'reject' then 'reject'
        when arriving.benchmark is not distinct from observation.benchmark
            and arriving.authority_code is not distinct from observation.authority_code
            and arriving.period is not distinct from observation.period
            and arriving.score is not distinct from observation.score
            and arriving.band is not distinct from observation.band
            then 'accept'
        else 'correct'
    end as verdict,
    arriving.benchmark,
    arriving.authority_code,
    arriving.period,
    arriving.period_year,
    arriving.score,
    arriving.band,
    arriving.why,
    $taken_at as taken_at
from arriving_decision as arriving
join core.observation as observation using (observation_id)
join core.document as document using (document_id);
