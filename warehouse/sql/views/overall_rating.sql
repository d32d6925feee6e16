-- one row for each framework that computes an overall rating, authority and year with every benchmark scored
--
-- The percentage is the sum of the scores over the highest sum there can be, every benchmark weighing the same: this is
-- the framework's own formula, and weights of the configuration do not enter it. Ratings begin and end at whole numbers,
-- so that a percentage such as 38.89 lies between two of them until it is rounded as the framework says.
create or replace view core.overall_rating as
with
    score as (from scores),
    framework as (from core.framework),
    rating as (from core.rating),
    benchmark as (from core.benchmark),
    framework_size as (
        select framework, count(*) as benchmarks from benchmark group by framework
    ),
    rounding as (
        select framework, any_value(rounding) as rounding from rating group by framework
    ),
    summed as (
        select
            score.framework,
            score.authority_code,
            score.period_year,
            round(100.0 * sum(score.score) / (framework_size.benchmarks * framework.highest), 10) as percent,
            rounding.rounding,
            any_value(score.authority) as authority,
            any_value(score.region) as region
        from score
        join rounding using (framework)
        join framework using (framework)
        join framework_size using (framework)
        group by
            score.framework,
            score.authority_code,
            score.period_year,
            framework_size.benchmarks,
            framework.highest,
            rounding.rounding
        having count(score.score) = framework_size.benchmarks
    ),
    rounded as (
        select *, case rounding when 'half_up' then floor(percent + 0.5) else percent end as asked from summed
    )
select
    rounded.framework,
    rounded.authority_code,
    rounded.period_year,
    rounded.percent,
    rating.label as rating,
    rounded.authority,
    rounded.region
from rounded
left join rating on rating.framework = rounded.framework and rounded.asked between rating.lowest and rating.highest;

comment on view core.overall_rating is 'One row for each framework that computes an overall rating, authority and year with every benchmark scored.';
comment on column core.overall_rating.framework is 'The framework.';
comment on column core.overall_rating.authority_code is 'GSS code of the authority.';
comment on column core.overall_rating.period_year is 'The year in which the period ends.';
comment on column core.overall_rating.percent is 'Sum of the scores over the highest sum there can be, 0 to 100, not rounded.';
comment on column core.overall_rating.rating is 'The rating that the percentage, rounded as the framework says, falls in; NULL where it falls between two.';
comment on column core.overall_rating.authority is 'Official name of the authority.';
comment on column core.overall_rating.region is 'English region of the authority, or its country elsewhere.';
