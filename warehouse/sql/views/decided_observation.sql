-- one row for each score value found in any document, as read or, where a decision holds, as a person decided
--
-- A value of a paper that gave way to another version steps back: it is rejected where the later version speaks of the
-- same authority and period, and held where it does not, as nobody can tell whether the figure was taken back. What a
-- person decided after that holds.
create or replace view core.decided_observation as
with
    observation as (from core.observation),
    decision as (
        select held.observation_id as decided_id, decision.* exclude (observation_id)
        from core.decision_held as held
        join core.decision as decision on decision.observation_id = held.taken_on
    ),
    overtaken_document as (from core.overtaken_document),
    said_anew as (
        select distinct document_id as replaced_by, framework, authority_code, period_year
        from observation
        where document_id in (select replaced_by from overtaken_document)
    ),
    overtaken as (
        select
            observation.observation_id,
            overtaken_document.replaced_at,
            said_anew.replaced_by is not null as said_anew,
            if(said_anew.replaced_by is null, overtaken_document.reason || ' and does not say this', overtaken_document.reason)
                as reason
        from observation
        join overtaken_document using (document_id)
        left join said_anew
            on said_anew.replaced_by = overtaken_document.replaced_by
            and said_anew.framework = observation.framework
            and said_anew.authority_code is not distinct from observation.authority_code
            and said_anew.period_year is not distinct from observation.period_year
    )
select
    observation.* replace (
        if(decision.verdict = 'correct', decision.benchmark, observation.benchmark) as benchmark,
        if(decision.verdict = 'correct', decision.authority_code, observation.authority_code) as authority_code,
        if(decision.verdict = 'correct', decision.period, observation.period) as period,
        if(decision.verdict = 'correct', decision.period_year, observation.period_year) as period_year,
        if(
            decision.verdict = 'correct' and decision.period is distinct from observation.period,
            'stated', observation.period_basis
        ) as period_basis,
        if(decision.verdict = 'correct', decision.score, observation.score) as score,
        if(decision.verdict = 'correct', decision.band, observation.band) as band,
        case
            when decision.verdict = 'reject' then 'rejected'
            when decision.verdict in ('accept', 'correct') then 'accepted'
            when observation.status = 'rejected' or overtaken.observation_id is null then observation.status
            when overtaken.said_anew then 'rejected'
            else 'review'
        end as status,
        case
            when decision.verdict = 'reject' then 'a reviewer rejected it: ' || decision.why
            when decision.verdict is null
                then nullif(concat_ws('; ', observation.reason, overtaken.reason), '')
        end as reason,
        if(
            decision.verdict is null,
            observation.evidence,
            list_append(
                observation.evidence,
                concat('reviewed on ', strftime(decision.taken_at, '%Y-%m-%d'), ' (', decision.verdict, '): ', decision.why)
            )
        ) as evidence
    ),
    decision.verdict is not null as decided
from observation
left join overtaken using (observation_id)
left join decision
    on decision.decided_id = observation.observation_id
    and (overtaken.observation_id is null or decision.taken_at >= overtaken.replaced_at);

comment on view core.decided_observation is 'One row for each score value found in any document, as read or, where a decision holds, as a person decided.';
comment on column core.decided_observation.observation_id is 'Stable over re-runs of the same document.';
comment on column core.decided_observation.document_id is 'The document it was found in; see core.document.';
comment on column core.decided_observation.framework is 'The framework whose scale the score is on; see core.framework.';
comment on column core.decided_observation.benchmark is 'The item of the framework; NULL where the label fits none.';
comment on column core.decided_observation.benchmark_text is 'The label as written.';
comment on column core.decided_observation.authority_code is 'GSS code of the authority, or of the region or country where the figure is one''s; NULL where not known.';
comment on column core.decided_observation.authority is 'Name of that body as the register of the run had it.';
comment on column core.decided_observation.authority_text is 'The body as written.';
comment on column core.decided_observation.period is 'Period in its normal form: ''2022'', ''2021/22'', ''2022 Q3'', an ISO date.';
comment on column core.decided_observation.period_year is 'The year in which the period ends.';
comment on column core.decided_observation.period_basis is '''stated'' beside the value or in the table''s heading, ''document'' where only the document''s own date tells.';
comment on column core.decided_observation.score is 'On the framework''s scale; NULL where the paper gives only a band.';
comment on column core.decided_observation.score_text is 'The score as written.';
comment on column core.decided_observation.band is '''not_met'', ''met'' or ''exceeded''.';
comment on column core.decided_observation.method is 'How the value was seen: ''table'', ''chart'', ''picture'' or ''text''.';
comment on column core.decided_observation.page is 'Page or slide, from 1; NULL where the format has none.';
comment on column core.decided_observation.bbox is 'Where the value stands: x0, top, x1, bottom in points from the page''s top left; NULL where the format has none.';
comment on column core.decided_observation.table_number is 'Number of the grid in the document, from 1; NULL where there is no grid.';
comment on column core.decided_observation.row_number is 'Row of the cell in its grid, from 1.';
comment on column core.decided_observation.column_number is 'Column of the cell in its grid, from 1.';
comment on column core.decided_observation.confidence is '0 to 1.';
comment on column core.decided_observation.status is '''accepted'', ''review'' or ''rejected''.';
comment on column core.decided_observation.reason is 'Why the value is held or rejected; NULL where accepted.';
comment on column core.decided_observation.evidence is 'The trail of the decision, one clause for each step.';
comment on column core.decided_observation.decided is 'True where a decision of a person holds.';
