-- one row for each derived figure that a document states itself; rejected where the document gave way to another version
create or replace view stated_measures as
with
    measure as (from core.stated_measure),
    overtaken as (from core.overtaken_document),
    document as (from core.document),
    body as (
        select authority_code, name from core.authority
        union all
        select region_code, name from core.region where region_code not in (select authority_code from core.authority)
    )
select
    measure.measure_id,
    measure.document_id,
    document.file_name,
    measure.page,
    measure.bbox,
    measure.method,
    measure.framework,
    measure.measure,
    measure.authority_code,
    coalesce(body.name, measure.authority) as authority,
    measure.authority_text,
    measure.period,
    measure.period_year,
    measure.period_basis,
    measure.value,
    measure.value_text,
    measure.confidence,
    if(overtaken.document_id is null, measure.status, 'rejected') as status,
    nullif(concat_ws('; ', measure.reason, overtaken.reason), '') as reason
from measure
join document using (document_id)
left join overtaken using (document_id)
left join body using (authority_code);

comment on view stated_measures is 'One row for each derived figure that a document states itself, with its provenance.';
comment on column stated_measures.measure_id is 'Stable over re-runs of the same document.';
comment on column stated_measures.document_id is 'SHA-256 of the document''s bytes, hex; see documents.';
comment on column stated_measures.file_name is 'Base name of the file or last part of the URL.';
comment on column stated_measures.page is 'Page or slide, from 1; NULL where the format has none.';
comment on column stated_measures.bbox is 'Where the figure stands: x0, top, x1, bottom in points from the page''s top left; NULL where the format has none.';
comment on column stated_measures.method is 'How the figure was seen: ''table'', ''chart'', ''picture'' or ''text''.';
comment on column stated_measures.framework is 'The framework, such as ''prevent-duty-2018''.';
comment on column stated_measures.measure is '''weighted_score'' or ''percent_met_or_exceeded''.';
comment on column stated_measures.authority_code is 'GSS code; of a region or country where the figure is one''s; NULL where not known.';
comment on column stated_measures.authority is 'Official name.';
comment on column stated_measures.authority_text is 'The body as written.';
comment on column stated_measures.period is 'Period in its normal form.';
comment on column stated_measures.period_year is 'The year in which the period ends.';
comment on column stated_measures.period_basis is '''stated'' or ''document'', as in observations.';
comment on column stated_measures.value is 'On the framework''s scale, or a percentage from 0 to 100.';
comment on column stated_measures.value_text is 'The figure as written.';
comment on column stated_measures.confidence is '0 to 1.';
comment on column stated_measures.status is '''accepted'', ''review'' or ''rejected''.';
comment on column stated_measures.reason is 'Why the figure is held or rejected; NULL where accepted.';
