-- one row for each framework, authority, benchmark and year, and for each framework, authority and year under benchmark 'weighted_score'
--
-- The year before is exactly the year before: a gap is no change. In a framework that assesses on dates it is the
-- assessment before, however long ago.
create or replace view year_on_year as
with
    score as (from scores),
    weighted_score as (from weighted_scores),
    framework as (from core.framework),
    span as (
        select
            framework,
            authority_code,
            period_year,
            list(benchmark order by benchmark) filter (score is not null) as scored,
            max(period) as period
        from score
        group by framework, authority_code, period_year
    ),
    figure as (
        select framework, authority_code, benchmark, period_year, score, period, authority, region, null as scored
        from score
        union all
        select
            weighted_score.framework,
            weighted_score.authority_code,
            'weighted_score',
            weighted_score.period_year,
            weighted_score.weighted_score,
            span.period,
            weighted_score.authority,
            weighted_score.region,
            span.scored
        from weighted_score
        join span using (framework, authority_code, period_year)
    ),
    paired as (
        select
            figure.*,
            coalesce(framework.dated, false) as dated,
            lag(period_year) over history as earlier_year,
            lag(period) over history as earlier_period,
            lag(score) over history as earlier_score,
            lag(scored) over history as earlier_scored
        from figure
        left join framework using (framework)
        window history as (
            partition by figure.framework, figure.authority_code, figure.benchmark order by figure.period_year
        )
    ),
    compared as (
        select *, earlier_year is not null and (dated or earlier_year = period_year - 1) as consecutive
        from paired
    )
select
    framework,
    authority_code,
    benchmark,
    period_year,
    score,
    case when consecutive then earlier_score end as previous_score,
    case when consecutive and scored is not distinct from earlier_scored
        then round(score - earlier_score, 10)
    end as change,
    period,
    case when consecutive then earlier_period end as previous_period,
    authority,
    region
from compared;

comment on view year_on_year is 'One row for each framework, authority, benchmark and year of scores, and one under benchmark ''weighted_score'' for each row of weighted_scores.';
comment on column year_on_year.framework is 'The framework, such as ''prevent-duty-2018''.';
comment on column year_on_year.authority_code is 'GSS code of the authority.';
comment on column year_on_year.benchmark is 'The item of the framework, or ''weighted_score''.';
comment on column year_on_year.period_year is 'The year in which the period ends.';
comment on column year_on_year.score is 'The score, or the weighted score; NULL where there is none.';
comment on column year_on_year.previous_score is 'The same of exactly the year before, NULL over a gap; of the assessment before where the framework assesses on dates.';
comment on column year_on_year.change is 'score less previous_score; for the weighted score only where both rest on the same benchmarks.';
comment on column year_on_year.period is 'Period in its normal form.';
comment on column year_on_year.previous_period is 'Period of the previous score; NULL where there is none.';
comment on column year_on_year.authority is 'Official name of the authority.';
comment on column year_on_year.region is 'English region of the authority, or its country elsewhere.';
