-- values whose year is not the one in which their period ends
with
    observation as (from core.decided_observation where period is not null)
select
    observation_id as subject,
    'has period ' || period || ' with year ' || coalesce(cast(period_year as varchar), 'none') as detail
from observation
where period_year is null
    or regexp_full_match(period, '\d{4}(-\d{2}(-\d{2})?| Q[1-4])?') and cast(period[1:4] as integer) <> period_year
    or regexp_full_match(period, '\d{4}/\d{2}( Q[1-4])?') and cast(period[1:4] as integer) + 1 <> period_year;
