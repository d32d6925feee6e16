-- one row for each framework, authority, year and benchmark whose newest values contradict one another
--
-- Two different scores, or two different bands, of the same day are a conflict: neither is a score until a person
-- decides or a paper of a later day settles it. A band alone agrees with every score that falls in it.
create or replace view core.score_conflict as
with
    candidate as (from core.score_candidate where newest),
    contradicted as (
        select
            framework,
            authority_code,
            period_year,
            benchmark,
            count(distinct document_id) as papers,
            max(published_on) as published_on
        from candidate
        group by framework, authority_code, period_year, benchmark
        having count(distinct score) > 1 or count(distinct band) > 1
    ),
    said as (
        select distinct
            framework,
            authority_code,
            period_year,
            benchmark,
            score,
            case when score is null then band end as band_alone
        from candidate
        semi join contradicted using (framework, authority_code, period_year, benchmark)
    ),
    listed as (
        select
            framework,
            authority_code,
            period_year,
            benchmark,
            list(
                coalesce(printf('%g', score), replace(band_alone, '_', ' ')) order by score nulls last, band_alone
            ) as answers
        from said
        group by framework, authority_code, period_year, benchmark
    )
select
    framework,
    authority_code,
    period_year,
    benchmark,
    case
        when papers = 1 then 'this paper says '
        else case papers when 2 then 'two' else cast(papers as varchar) end
            || case when published_on is null then ' papers without a date say ' else ' papers of the same day say ' end
    end || array_to_string(answers[:-2], ', ') || ' and ' || answers[-1] as reason
from contradicted
join listed using (framework, authority_code, period_year, benchmark);

comment on view core.score_conflict is 'One row for each framework, authority, year and benchmark whose newest values contradict one another.';
comment on column core.score_conflict.framework is 'First part of the key.';
comment on column core.score_conflict.authority_code is 'Second part of the key.';
comment on column core.score_conflict.period_year is 'Third part of the key.';
comment on column core.score_conflict.benchmark is 'Fourth part of the key.';
comment on column core.score_conflict.reason is 'What the papers say, in a clause.';
