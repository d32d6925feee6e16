-- one row for each framework, authority and year
--
-- Weights are those of the configuration; without them every benchmark weighs 1 (no published weights are known).
-- A benchmark without a score (not assessed, a band alone, in conflict) enters neither sum. Sums are freed of the noise
-- of binary fractions at the tenth decimal, so that equal scores share a rank; nothing else is rounded.
create or replace view weighted_scores as
with
    score as (from scores),
    weight as (from core.weight),
    benchmark as (from core.benchmark),
    framework_size as (
        select framework, cast(count(*) as integer) as benchmarks_total from benchmark group by framework
    ),
    weighed as (
        select
            score.*,
            coalesce(weight.weight, 1) as weight,
            coalesce(weight.scheme, 'equal') as scheme
        from score
        left join weight on weight.framework = score.framework and weight.benchmark = score.benchmark
    ),
    summed as (
        select
            framework,
            authority_code,
            period_year,
            round(
                sum(weight * score) filter (score is not null) / nullif(sum(weight) filter (score is not null), 0), 10
            ) as weighted_score,
            max(scheme) as weight_scheme,
            cast(count(score) as integer) as benchmarks_scored,
            any_value(region) as region,
            any_value(authority) as authority
        from weighed
        group by framework, authority_code, period_year
    ),
    sized as (
        select
            summed.*,
            framework_size.benchmarks_total,
            summed.weighted_score is not null
                and summed.benchmarks_scored = framework_size.benchmarks_total as complete
        from summed
        left join framework_size using (framework)
    )
select
    framework,
    authority_code,
    period_year,
    weighted_score,
    weight_scheme,
    benchmarks_scored,
    benchmarks_total,
    region,
    cast(case when complete then rank() over (
        partition by framework, period_year, region, complete order by weighted_score desc
    ) end as integer) as rank_in_region,
    authority,
    cast(count(*) filter (complete) over (partition by framework, period_year, region) as integer) as authorities_ranked
from sized;

comment on view weighted_scores is 'One row for each framework, authority and year with at least one row in scores.';
comment on column weighted_scores.framework is 'The framework, such as ''prevent-duty-2018''.';
comment on column weighted_scores.authority_code is 'GSS code of the authority.';
comment on column weighted_scores.period_year is 'The year in which the period ends.';
comment on column weighted_scores.weighted_score is 'Sum of weight x score over sum of weight, over the benchmarks with a score; NULL where none has one.';
comment on column weighted_scores.weight_scheme is '''equal'': every benchmark weighs the same, no published weights being known; ''configured'': the user''s configuration supplies them.';
comment on column weighted_scores.benchmarks_scored is 'Benchmarks with a score.';
comment on column weighted_scores.benchmarks_total is 'Benchmarks of the framework.';
comment on column weighted_scores.region is 'English region of the authority, or its country elsewhere.';
comment on column weighted_scores.rank_in_region is 'Rank by weighted_score, 1 the highest, ties alike, among the authorities of the same framework, year and region with every benchmark scored; NULL where a benchmark is missing, because a mean over fewer benchmarks compares with nothing.';
comment on column weighted_scores.authority is 'Official name of the authority.';
comment on column weighted_scores.authorities_ranked is 'How many authorities of the same framework, year and region are ranked.';
