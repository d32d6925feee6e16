-- one row for each score value found in any document
--
-- What a person decided stands in the place of what was read. Else the status is that of the value's own paper, except that accepted values which contradict one another on the newest
-- day are held for review. That is worked out here and not stored, so it ends by itself when a later paper settles it.
create or replace view observations as
with
    observation as (from core.decided_observation),
    document as (from core.document),
    body as (
        select authority_code, name from core.authority
        union all
        select region_code, name from core.region where region_code not in (select authority_code from core.authority)
    ),
    contradicted as (
        select candidate.observation_id, conflict.reason
        from core.score_candidate as candidate
        join core.score_conflict as conflict using (framework, authority_code, period_year, benchmark)
        where candidate.newest
    )
select
    observation.observation_id,
    observation.document_id,
    document.file_name,
    observation.page,
    observation.bbox,
    observation.method,
    observation.framework,
    observation.benchmark,
    observation.benchmark_text,
    observation.authority_code,
    coalesce(body.name, observation.authority) as authority,
    observation.authority_text,
    observation.period,
    observation.period_year,
    observation.period_basis,
    observation.score,
    observation.score_text,
    observation.band,
    observation.confidence,
    case when contradicted.observation_id is null then observation.status else 'review' end as status,
    coalesce(contradicted.reason, observation.reason) as reason
from observation
join document using (document_id)
left join body using (authority_code)
left join contradicted using (observation_id);

comment on view observations is 'One row for every score value found in any document, with its provenance.';
comment on column observations.observation_id is 'Stable over re-runs of the same document.';
comment on column observations.document_id is 'SHA-256 of the document''s bytes, hex; see documents.';
comment on column observations.file_name is 'Base name of the file or last part of the URL.';
comment on column observations.page is 'Page or slide, from 1; NULL where the format has none.';
comment on column observations.bbox is 'Where the value stands: x0, top, x1, bottom in points from the page''s top left; NULL where the format has none.';
comment on column observations.method is 'How the value was seen: ''table'', ''chart'', ''picture'' or ''text''.';
comment on column observations.framework is 'The framework, such as ''prevent-duty-2018''.';
comment on column observations.benchmark is 'The item of the framework, such as ''channel_panel''; NULL where the label fits none.';
comment on column observations.benchmark_text is 'The label as written.';
comment on column observations.authority_code is 'GSS code; of a region or country where the figure is one''s; NULL where not known.';
comment on column observations.authority is 'Official name.';
comment on column observations.authority_text is 'The body as written.';
comment on column observations.period is 'Period in its normal form: ''2022'', ''2021/22'', ''2022 Q3''; an ISO date where the framework assesses on dates.';
comment on column observations.period_year is 'The year in which the period ends: 2022 for ''2022'' and for ''2021/22''; the year of a date.';
comment on column observations.period_basis is '''stated'' beside the value or in the table''s heading; ''document'' where only the document''s own date tells: then the period is that date''s calendar year.';
comment on column observations.score is 'On the framework''s scale; the rank, lowest 1, where the scale is ordered words; NULL where the paper gives only a band.';
comment on column observations.score_text is 'The score as written.';
comment on column observations.band is '''not_met'', ''met'' or ''exceeded''; the framework says which scores fall in which.';
comment on column observations.confidence is '0 to 1.';
comment on column observations.status is '''accepted'', ''review'' or ''rejected''; accepted values that contradict one another on the newest day are in review until a person or a later paper settles it.';
comment on column observations.reason is 'Why the value is held or rejected; NULL where accepted.';
