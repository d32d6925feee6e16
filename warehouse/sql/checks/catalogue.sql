-- frameworks and registers that contradict themselves
with
    band as (from core.band),
    framework as (from core.framework),
    benchmark as (from core.benchmark)
select
    framework as subject, format('has overlapping bands {} and {}', one.band, other.band) as detail
from band as one
join band as other using (framework)
where one.band < other.band and one.lowest <= other.highest and other.lowest <= one.highest
union all
select band.framework, format('has a band {} that leaves the scale', band.band)
from band
join framework using (framework)
where band.lowest < framework.lowest or band.highest > framework.highest
union all
select to_framework, 'has a crosswalk to ' || to_benchmark || ', which it does not have'
from core.crosswalk
anti join benchmark on benchmark.framework = to_framework and benchmark.benchmark = to_benchmark
union all
select framework, 'gives a weight to ' || benchmark || ', which it does not have'
from core.weight
anti join benchmark using (framework, benchmark)
union all
select authority_code, 'lies in ' || region || ', which is no region'
from core.authority
anti join core.region on region.name = authority.region
union all
select authority_code, format('ends on {} before it begins on {}', valid_to, valid_from)
from core.authority
where valid_to < valid_from;
