-- one row: a value as it was read or last decided, with the benchmarks, bands and scale of its framework; none where it is not known
select
    observation.framework,
    observation.benchmark,
    observation.authority_code,
    observation.period,
    coalesce(printf('%g', observation.score), observation.band),
    (select list(benchmark) from core.benchmark where benchmark.framework = observation.framework),
    (
        select list({'band': band, 'lowest': lowest, 'highest': highest} order by lowest)
        from core.band
        where band.framework = observation.framework
    ),
    framework.lowest,
    framework.highest,
    framework.step
from core.decided_observation as observation
join core.framework as framework on framework.framework = observation.framework
where observation.observation_id = $observation_id;
