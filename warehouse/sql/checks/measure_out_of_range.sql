-- accepted stated measures that cannot be: percentages beyond 0 to 100, weighted scores beyond the scale
with
    measure as (from core.stated_measure where status = 'accepted'),
    framework as (from core.framework)
select measure_id as subject, format('states {:g} per cent', value) as detail
from measure
where measure = 'percent_met_or_exceeded' and not value between 0 and 100
union all
select measure_id, format('states {:g}; {} goes from {:g} to {:g}', value, framework, lowest, highest)
from measure
join framework using (framework)
where measure = 'weighted_score' and not value between lowest and highest;
