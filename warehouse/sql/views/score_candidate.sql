-- one row for each accepted score value of a known authority, in a known period, for a known benchmark
--
-- Only bodies of the authority register are scored: a value of a region or a country is an observation, no score.
--
-- Of several values for one key (framework, authority_code, period_year, benchmark) the newest speak:
--   first the latest part of the year (a whole year comes after its quarters; in a framework that assesses on dates,
--   the last assessment of the year), then the latest day of publication. A paper without a day comes last;
--   then, of one day, what a person decided.
create or replace view core.score_candidate as
with
    observation as (from core.decided_observation where status = 'accepted'),
    document as (from core.document),
    authority as (from core.authority),
    framework as (from core.framework),
    candidate as (
        select
            observation.*,
            document.published_on,
            case
                when regexp_full_match(observation.period, '\d{4}-\d{2}-\d{2}')
                    then cast(observation.period[6:7] as integer) * 100 + cast(observation.period[9:10] as integer)
                when regexp_full_match(observation.period, '\d{4}-\d{2}')
                    then cast(observation.period[6:7] as integer) * 100 + 31
                when regexp_full_match(observation.period, '.*Q[1-4]')
                    then cast(observation.period[-1:] as integer) * 300 + 31
                when framework.dated then 0
                else 9999
            end as part_of_year,
            case observation.method when 'table' then 1 when 'chart' then 2 when 'picture' then 3 else 4 end as method_rank
        from observation
        join document using (document_id)
        join authority using (authority_code)
        left join framework on framework.framework = observation.framework
        where observation.period_year is not null
            and observation.benchmark is not null
            and (observation.score is not null or observation.band is not null)
    )
select
    observation_id,
    document_id,
    framework,
    authority_code,
    period_year,
    benchmark,
    period,
    score,
    band,
    published_on,
    method_rank,
    confidence,
    rank() over (
        partition by framework, authority_code, period_year, benchmark
        order by part_of_year desc, published_on desc nulls last, decided desc
    ) = 1 as newest,
    cast(count(*) over (partition by framework, authority_code, period_year, benchmark) as integer) as observed_count
from candidate;

comment on view core.score_candidate is 'One row for each accepted score value of a known authority, in a known period, for a known benchmark.';
comment on column core.score_candidate.observation_id is 'See core.observation.';
comment on column core.score_candidate.document_id is 'The document it was found in.';
comment on column core.score_candidate.framework is 'First part of the key.';
comment on column core.score_candidate.authority_code is 'Second part of the key; never a region''s or country''s code.';
comment on column core.score_candidate.period_year is 'Third part of the key.';
comment on column core.score_candidate.benchmark is 'Fourth part of the key.';
comment on column core.score_candidate.period is 'Period in its normal form.';
comment on column core.score_candidate.score is 'The score; NULL where the paper gives only a band.';
comment on column core.score_candidate.band is 'The band.';
comment on column core.score_candidate.published_on is 'Day on which the paper was published; NULL where not known.';
comment on column core.score_candidate.method_rank is '1 table, 2 chart, 3 picture, 4 text.';
comment on column core.score_candidate.confidence is '0 to 1.';
comment on column core.score_candidate.newest is 'True for the values of the key that speak: the latest part of the year, then the latest day of publication.';
comment on column core.score_candidate.observed_count is 'Accepted values of the key over all documents.';
