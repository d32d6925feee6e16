-- one row for each value found of one key: the one that stands in scores first, then the newest papers first
--
-- The authority is named by its code or by its official name.
select
    observation.observation_id,
    observation.document_id,
    document.file_name,
    document.source,
    document.published_on,
    observation.framework,
    observation.benchmark,
    observation.authority_code,
    observation.authority,
    observation.period,
    observation.period_year,
    observation.score,
    observation.score_text,
    observation.band,
    observation.page,
    observation.method,
    observation.confidence,
    observation.status,
    observation.reason,
    trail.evidence,
    score.observation_id is not null as counts
from observations as observation
join documents as document using (document_id)
join core.decided_observation as trail using (observation_id)
left join scores as score using (observation_id)
where observation.period_year = $year
    and observation.benchmark = $benchmark
    and lower($authority) in (lower(observation.authority_code), lower(observation.authority))
order by
    observation.framework, counts desc, document.published_on desc nulls last, document.file_name, observation.page,
    observation.observation_id;
