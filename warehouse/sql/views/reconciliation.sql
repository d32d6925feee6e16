-- one row for each stated measure of a known body and year that was not rejected
create or replace view reconciliation as
with
    measure as (from stated_measures),
    weighted_score as (from weighted_scores),
    met_or_exceeded as (from met_or_exceeded),
    computed as (
        select framework, authority_code, period_year, 'weighted_score' as measure, weighted_score as value
        from weighted_score
        union all
        select framework, authority_code, period_year, 'percent_met_or_exceeded', percent_met_or_exceeded
        from met_or_exceeded
    )
select
    measure.framework,
    measure.authority_code,
    measure.period_year,
    measure.measure,
    measure.value as stated_value,
    computed.value as computed_value,
    round(measure.value - computed.value, 10) as difference,
    measure.authority,
    measure.period,
    measure.value_text,
    measure.document_id,
    measure.file_name,
    measure.page,
    measure.status,
    measure.measure_id
from measure
left join computed using (framework, authority_code, period_year, measure)
where measure.status <> 'rejected' and measure.authority_code is not null and measure.period_year is not null;

comment on view reconciliation is 'What documents state beside what is computed from the accepted scores: one row for each stated measure of a known body and year that was not rejected.';
comment on column reconciliation.framework is 'The framework, such as ''prevent-duty-2018''.';
comment on column reconciliation.authority_code is 'GSS code; of a region or country where the figure is one''s.';
comment on column reconciliation.period_year is 'The year in which the period ends.';
comment on column reconciliation.measure is '''weighted_score'' or ''percent_met_or_exceeded''.';
comment on column reconciliation.stated_value is 'The figure that the document states.';
comment on column reconciliation.computed_value is 'The same figure computed from scores; NULL where there are none, as for regions.';
comment on column reconciliation.difference is 'stated_value less computed_value; NULL where nothing is computed.';
comment on column reconciliation.authority is 'Official name.';
comment on column reconciliation.period is 'Period in its normal form.';
comment on column reconciliation.value_text is 'The figure as written, which shows how far it was rounded.';
comment on column reconciliation.document_id is 'SHA-256 of the document''s bytes, hex; see documents.';
comment on column reconciliation.file_name is 'Base name of the file or last part of the URL.';
comment on column reconciliation.page is 'Page or slide, from 1; NULL where the format has none.';
comment on column reconciliation.status is '''accepted'' or ''review''.';
comment on column reconciliation.measure_id is 'The stated figure; see stated_measures.';
