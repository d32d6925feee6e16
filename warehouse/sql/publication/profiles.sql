-- one row for each framework, authority, year and benchmark with a score, beside all authorities of its region
--
-- Under benchmark 'weighted_score' and 'percent_met_or_exceeded' stand the figures over all benchmarks: the first only
-- of authorities with a score for every benchmark, as a mean over fewer compares with nothing.
with
    figure as (
        select framework, authority_code, authority, region, period_year, benchmark, score
        from scores
        where score is not null
        union all
        select framework, authority_code, authority, region, period_year, 'weighted_score', weighted_score
        from weighted_scores
        where weighted_score is not null and benchmarks_scored = benchmarks_total
        union all
        select
            framework, authority_code, authority, region, period_year, 'percent_met_or_exceeded', percent_met_or_exceeded
        from met_or_exceeded
        where percent_met_or_exceeded is not null
    )
select
    framework,
    authority_code,
    authority,
    region,
    period_year,
    benchmark,
    score,
    median(score) over region_year as region_median,
    min(score) over region_year as region_lowest,
    max(score) over region_year as region_highest,
    cast(rank() over (partition by framework, region, period_year, benchmark order by score desc) as integer)
        as rank_in_region,
    cast(count(*) over region_year as integer) as authorities_compared
from figure
window region_year as (partition by framework, region, period_year, benchmark)
order by framework, authority, authority_code, period_year, benchmark
