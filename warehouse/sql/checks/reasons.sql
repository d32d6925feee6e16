-- values that are held or rejected without a reason, and accepted ones with one
select
    observation_id as subject,
    case when reason is null then 'is in ' || status || ' without a reason' else 'is accepted, with the reason: ' || reason end
        as detail
from core.decided_observation
where (status = 'accepted') <> (reason is null);
