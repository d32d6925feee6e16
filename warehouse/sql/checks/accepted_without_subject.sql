-- accepted values that do not say what, whom or when they are about, or how well it stands
select
    observation_id as subject,
    'is accepted without ' || concat_ws(
        ', ',
        case when benchmark is null then 'benchmark' end,
        case when authority_code is null then 'authority' end,
        case when period_year is null then 'year' end,
        case when period is null then 'period' end,
        case when band is null then 'band' end
    ) as detail
from core.decided_observation
where status = 'accepted'
    and (benchmark is null or authority_code is null or period_year is null or period is null or band is null);
