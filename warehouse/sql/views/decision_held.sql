-- one row for each observation that a decision holds for
--
-- A decision holds for the observation that it was taken on: its id is made of the document, the place and the print.
-- It also holds for a later version of the paper at the same address where the same is printed at the same place.
create or replace view core.decision_held as
with
    observation as (
        select observation.*, document.source
        from core.observation as observation
        join core.document as document using (document_id)
    ),
    decision as (from core.decision),
    held as (
        select observation.observation_id, decision.observation_id as taken_on, decision.taken_at, 1 as nearness
        from observation
        join decision using (observation_id, benchmark_text, score_text)
        union all
        select observation.observation_id, decision.observation_id, decision.taken_at, 2
        from observation
        join decision
            on decision.source = observation.source
            and decision.document_id <> observation.document_id
            and decision.framework = observation.framework
            and decision.method = observation.method
            and decision.benchmark_text = observation.benchmark_text
            and decision.score_text = observation.score_text
            and decision.authority_text is not distinct from observation.authority_text
            and decision.period_read is not distinct from observation.period
            and decision.page is not distinct from observation.page
            and decision.table_number is not distinct from observation.table_number
            and decision.row_number is not distinct from observation.row_number
            and decision.column_number is not distinct from observation.column_number
    )
select observation_id, taken_on
from held
qualify row_number() over (partition by observation_id order by nearness, taken_at desc, taken_on) = 1;

comment on view core.decision_held is 'One row for each observation that a decision holds for.';
comment on column core.decision_held.observation_id is 'The observation.';
comment on column core.decision_held.taken_on is 'The observation that the decision was taken on; see core.decision.';
