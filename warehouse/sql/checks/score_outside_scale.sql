-- accepted values that are not on their framework's scale
with
    observation as (from core.decided_observation where status = 'accepted' and score is not null),
    framework as (from core.framework)
select
    observation_id as subject,
    format('scores {:g}; {} goes from {:g} to {:g} in steps of {:g}', score, framework, lowest, highest, step) as detail
from observation
join framework using (framework)
where not score between lowest and highest
    or abs((score - lowest) / step - round((score - lowest) / step)) > 1e-9;
