-- one row for each observation that waits for a person
create or replace view review_queue as
with
    waiting as (from observations where status = 'review'),
    found as (from core.decided_observation)
select
    waiting.*,
    case
        when found.status = 'accepted'
            then concat('Which is right? ', upper(waiting.reason[1]), waiting.reason[2:], '.')
        when waiting.benchmark is null
            then concat('Which benchmark of ', waiting.framework, ' is "', waiting.benchmark_text, '", or none?')
        when waiting.authority_code is null
            then case when waiting.authority_text is null
                then 'Which authority is this score about?'
                else concat('Which authority is "', waiting.authority_text, '"?')
            end
        when waiting.period_year is null then 'Which period is this score about?'
        when waiting.score is null and waiting.band is null
            then concat('Which score does "', waiting.score_text, '" stand for, or none?')
        else concat(
            'Did ', waiting.authority, ' score ', coalesce(printf('%g', waiting.score), replace(waiting.band, '_', ' ')),
            ' for ', waiting.benchmark, ' in ', waiting.period, '?'
        )
    end as question,
    concat_ws(
        ', ',
        'page ' || waiting.page,
        'table ' || found.table_number,
        'row ' || found.row_number,
        'column ' || found.column_number
    ) as place,
    array_to_string(found.evidence, '; ') as evidence
from waiting
join found using (observation_id);

comment on view review_queue is 'The observations with status ''review'', each with what a person has to decide.';
comment on column review_queue.observation_id is 'Stable over re-runs of the same document.';
comment on column review_queue.document_id is 'SHA-256 of the document''s bytes, hex; see documents.';
comment on column review_queue.file_name is 'Base name of the file or last part of the URL.';
comment on column review_queue.page is 'Page or slide, from 1; NULL where the format has none.';
comment on column review_queue.bbox is 'Where the value stands: x0, top, x1, bottom in points from the page''s top left; NULL where the format has none.';
comment on column review_queue.method is 'How the value was seen: ''table'', ''chart'', ''picture'' or ''text''.';
comment on column review_queue.framework is 'The framework, such as ''prevent-duty-2018''.';
comment on column review_queue.benchmark is 'The item of the framework; NULL where the label fits none.';
comment on column review_queue.benchmark_text is 'The label as written.';
comment on column review_queue.authority_code is 'GSS code; of a region or country where the figure is one''s; NULL where not known.';
comment on column review_queue.authority is 'Official name.';
comment on column review_queue.authority_text is 'The body as written.';
comment on column review_queue.period is 'Period in its normal form.';
comment on column review_queue.period_year is 'The year in which the period ends.';
comment on column review_queue.period_basis is '''stated'' or ''document'', as in observations.';
comment on column review_queue.score is 'On the framework''s scale; NULL where the paper gives only a band or the text is no score.';
comment on column review_queue.score_text is 'The score as written.';
comment on column review_queue.band is '''not_met'', ''met'' or ''exceeded''.';
comment on column review_queue.confidence is '0 to 1.';
comment on column review_queue.status is 'Always ''review''.';
comment on column review_queue.reason is 'Why the value is held.';
comment on column review_queue.question is 'What the person has to decide.';
comment on column review_queue.place is 'Where to look in the document, in words.';
comment on column review_queue.evidence is 'The trail of the decision, one clause for each step.';
