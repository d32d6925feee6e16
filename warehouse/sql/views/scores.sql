-- one row for each framework, authority, year and benchmark: the accepted answer
--
-- Taken from the newest accepted values of the key (see core.score_candidate); none where these contradict one another
-- (see core.score_conflict). Of several that agree the row names: one with a score before one with a band alone, then
-- table before chart before picture before text, then the higher confidence, then the smaller ids.
create or replace view scores as
with
    candidate as (from core.score_candidate where newest),
    conflict as (from core.score_conflict),
    authority as (from core.authority),
    benchmark as (from core.benchmark)
select
    candidate.framework,
    candidate.authority_code,
    candidate.period_year,
    candidate.benchmark,
    candidate.score,
    candidate.band,
    authority.name as authority,
    authority.region,
    benchmark.number as benchmark_number,
    benchmark.name as benchmark_name,
    candidate.period,
    candidate.observation_id,
    candidate.document_id,
    candidate.observed_count
from candidate
join authority using (authority_code)
left join benchmark on benchmark.framework = candidate.framework and benchmark.benchmark = candidate.benchmark
anti join conflict
    on conflict.framework = candidate.framework
    and conflict.authority_code = candidate.authority_code
    and conflict.period_year = candidate.period_year
    and conflict.benchmark = candidate.benchmark
qualify row_number() over (
    partition by candidate.framework, candidate.authority_code, candidate.period_year, candidate.benchmark
    order by
        candidate.score is null,
        candidate.method_rank,
        candidate.confidence desc,
        candidate.document_id,
        candidate.observation_id
) = 1;

comment on view scores is 'The accepted answer: one row for each framework, authority, year and benchmark. Only accepted observations of authorities count, none of regions or countries; the latest published paper wins; papers of one day that contradict one another give no row here and wait in review_queue.';
comment on column scores.framework is 'The framework, such as ''prevent-duty-2018''.';
comment on column scores.authority_code is 'GSS code of the authority.';
comment on column scores.period_year is 'The year in which the period ends.';
comment on column scores.benchmark is 'The item of the framework, such as ''channel_panel''.';
comment on column scores.score is 'On the framework''s scale; NULL where papers give only a band.';
comment on column scores.band is '''not_met'', ''met'' or ''exceeded''.';
comment on column scores.authority is 'Official name of the authority.';
comment on column scores.region is 'English region of the authority, or its country elsewhere.';
comment on column scores.benchmark_number is 'Number of the benchmark in its framework.';
comment on column scores.benchmark_name is 'Name of the benchmark in its framework.';
comment on column scores.period is 'Period in its normal form.';
comment on column scores.observation_id is 'The observation that the answer is taken from; see observations.';
comment on column scores.document_id is 'The document that the answer is taken from; see documents.';
comment on column scores.observed_count is 'Accepted observations of the same key over all documents, the answer included.';
