-- findings whose confidence is not between 0 and 1
select observation_id as subject, format('has confidence {:g}', confidence) as detail
from core.observation
where not confidence between 0 and 1
union all
select measure_id, format('has confidence {:g}', confidence)
from core.stated_measure
where not confidence between 0 and 1;
