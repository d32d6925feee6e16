-- ids that stand for several values at once
select observation_id as subject, 'stands ' || count(*) || ' times' as detail
from core.observation
group by observation_id
having count(*) > 1;
