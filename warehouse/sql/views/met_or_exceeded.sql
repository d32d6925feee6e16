-- one row for each framework, authority and year
create or replace view met_or_exceeded as
with
    score as (from scores),
    counted as (
        select
            framework,
            authority_code,
            period_year,
            cast(count(*) filter (band = 'met') as integer) as met,
            cast(count(*) filter (band = 'exceeded') as integer) as exceeded,
            cast(count(*) filter (band = 'not_met') as integer) as not_met,
            any_value(authority) as authority,
            any_value(region) as region
        from score
        group by framework, authority_code, period_year
    )
select
    framework,
    authority_code,
    period_year,
    met,
    exceeded,
    not_met,
    round(100.0 * (met + exceeded) / nullif(met + exceeded + not_met, 0), 10) as percent_met_or_exceeded,
    authority,
    region
from counted;

comment on view met_or_exceeded is 'One row for each framework, authority and year: how many benchmarks fall in which band.';
comment on column met_or_exceeded.framework is 'The framework, such as ''prevent-duty-2018''.';
comment on column met_or_exceeded.authority_code is 'GSS code of the authority.';
comment on column met_or_exceeded.period_year is 'The year in which the period ends.';
comment on column met_or_exceeded.met is 'Benchmarks met and not exceeded.';
comment on column met_or_exceeded.exceeded is 'Benchmarks exceeded.';
comment on column met_or_exceeded.not_met is 'Benchmarks not met.';
comment on column met_or_exceeded.percent_met_or_exceeded is 'Of the benchmarks with a band, how many of a hundred are met or exceeded, 0 to 100; NULL where none has a band.';
comment on column met_or_exceeded.authority is 'Official name of the authority.';
comment on column met_or_exceeded.region is 'English region of the authority, or its country elsewhere.';
