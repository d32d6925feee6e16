-- one row for each framework, region and year with an accepted score, and each body of that region: is there a score of it
--
-- Compared are the bodies that do the work of a county or a unitary council. A district or a combined authority counts
-- only in a region in which some paper scores one of its kind; it is left out elsewhere, with the reason. So is a body
-- that was not in being at any time of the year. A body with a score is never left out.
with
    authority as (from core.authority),
    score as (from scores),
    observation as (from observations),
    benchmark as (from core.benchmark),
    compared as (select distinct framework, region, period_year from score),
    scored_kind as (
        select distinct score.framework, score.region, authority.kind
        from score
        join authority using (authority_code)
    ),
    framework_size as (
        select framework, cast(count(*) as integer) as benchmarks_total from benchmark group by framework
    ),
    counted as (
        select framework, authority_code, period_year, cast(count(*) as integer) as benchmarks_scored
        from score
        group by framework, authority_code, period_year
    ),
    found as (
        select
            framework,
            authority_code,
            period_year,
            count(*) filter (status = 'review') as held,
            count(*) filter (status = 'rejected') as rejected
        from observation
        group by framework, authority_code, period_year
    ),
    judged as (
        select
            compared.framework,
            compared.region,
            compared.period_year,
            authority.authority_code,
            authority.name as authority,
            authority.kind,
            coalesce(counted.benchmarks_scored, 0) as benchmarks_scored,
            framework_size.benchmarks_total,
            coalesce(found.held, 0) as held,
            coalesce(found.rejected, 0) as rejected,
            case
                when year(authority.valid_to) < compared.period_year
                    then 'It ended on ' || strftime(authority.valid_to, '%Y-%m-%d') || '.'
                when year(authority.valid_from) > compared.period_year
                    then 'It began on ' || strftime(authority.valid_from, '%Y-%m-%d') || '.'
                when authority.kind in ('non_metropolitan_district', 'combined_authority', 'strategic_regional_authority')
                    and scored_kind.kind is null
                    then 'No paper scores a '
                        || replace(replace(authority.kind, 'non_metropolitan_district', 'district council'), '_', ' ')
                        || ' of this region in this framework.'
            end as left_out_because
        from compared
        join authority using (region)
        left join framework_size using (framework)
        left join scored_kind
            on scored_kind.framework = compared.framework
            and scored_kind.region = compared.region
            and scored_kind.kind = authority.kind
        left join counted
            on counted.framework = compared.framework
            and counted.authority_code = authority.authority_code
            and counted.period_year = compared.period_year
        left join found
            on found.framework = compared.framework
            and found.authority_code = authority.authority_code
            and found.period_year = compared.period_year
    )
select
    framework,
    region,
    period_year,
    authority_code,
    authority,
    kind,
    case
        when benchmarks_scored > 0 then 'scored'
        when held > 0 then 'held'
        when rejected > 0 then 'rejected'
        when left_out_because is not null then 'left_out'
        else 'no_paper'
    end as coverage,
    case when benchmarks_scored + held + rejected = 0 then left_out_because end as reason,
    benchmarks_scored,
    benchmarks_total
from judged
order by framework, region, period_year, authority, authority_code
