-- one row for each decision that the newest version of its paper no longer bears out
--
-- The same bytes may be read otherwise by a later version of the program, and a paper may be replaced at its address:
-- either way the print that the decision was taken on is not there, and a person should look again.
create or replace view core.lapsed_decision as
with
    decision as (from core.decision),
    document as (from core.document),
    newest as (
        select
            decision.observation_id,
            arg_max(document.document_id, (document.first_seen, document.document_id)) as document_id
        from decision
        join document on document.source = decision.source or document.document_id = decision.document_id
        group by decision.observation_id
    ),
    holding as (
        select held.taken_on as observation_id, observation.document_id
        from core.decision_held as held
        join core.observation as observation using (observation_id)
    ),
    now_there as (
        select decision.observation_id, min(observation.score_text) as score_text
        from decision
        join newest using (observation_id)
        join core.observation as observation
            on observation.document_id = newest.document_id
            and observation.benchmark_text = decision.benchmark_text
            and observation.page is not distinct from decision.page
            and observation.table_number = decision.table_number
            and observation.row_number = decision.row_number
            and observation.column_number = decision.column_number
        group by decision.observation_id
    )
select
    decision.observation_id,
    newest.document_id,
    decision.page,
    concat(
        'The decision of ', strftime(decision.taken_at, '%Y-%m-%d'), ' to ', decision.verdict, ' ''', decision.score_text,
        ''' for ''', decision.benchmark_text, ''' no longer holds: ',
        case
            when now_there.score_text is null then 'no such value is read there now'
            when now_there.score_text = decision.score_text then 'what it is about is now read otherwise'
            else concat('''', now_there.score_text, ''' is read there now')
        end,
        '. Look at it again in the review queue.'
    ) as text
from decision
join newest using (observation_id)
left join now_there using (observation_id)
anti join holding on holding.observation_id = decision.observation_id and holding.document_id = newest.document_id;

comment on view core.lapsed_decision is 'One row for each decision that the newest version of its paper no longer bears out.';
comment on column core.lapsed_decision.observation_id is 'The observation it was taken on.';
comment on column core.lapsed_decision.document_id is 'The newest version of the paper.';
comment on column core.lapsed_decision.page is 'The page it was taken on.';
comment on column core.lapsed_decision.text is 'What was decided and what is there now, in a sentence.';
