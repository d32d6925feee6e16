-- values of frameworks or benchmarks that the catalogue does not hold
with
    observation as (from core.decided_observation),
    framework as (from core.framework),
    benchmark as (from core.benchmark)
select observation_id as subject, 'is of framework ' || framework || ', which is not stored' as detail
from observation
anti join framework using (framework)
union all
select observation_id, 'is of benchmark ' || benchmark || ', which ' || framework || ' does not have'
from observation
semi join framework using (framework)
anti join benchmark using (framework, benchmark)
where benchmark is not null;
