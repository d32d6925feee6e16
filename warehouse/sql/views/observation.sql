-- one row for each score value that stands: as the last load that found anything new in its document found it
create or replace view core.observation as
select observed.* exclude (run_id)
from core.observed as observed
semi join core.document as document
    on document.document_id = observed.document_id and document.run_id = observed.run_id;

comment on view core.observation is 'One row for each score value found in any document, judged on its own paper alone; the view observations also weighs papers against one another.';
comment on column core.observation.observation_id is 'Stable over re-runs of the same document.';
comment on column core.observation.document_id is 'The document it was found in; see core.document.';
comment on column core.observation.framework is 'The framework whose scale the score is on; see core.framework.';
comment on column core.observation.benchmark is 'The item of the framework; NULL where the label fits none.';
comment on column core.observation.benchmark_text is 'The label as written.';
comment on column core.observation.authority_code is 'GSS code of the authority, or of the region or country where the figure is one''s; NULL where not known.';
comment on column core.observation.authority is 'Name of that body as the register of the run had it.';
comment on column core.observation.authority_text is 'The body as written.';
comment on column core.observation.period is 'Period in its normal form: ''2022'', ''2021/22'', ''2022 Q3'', an ISO date.';
comment on column core.observation.period_year is 'The year in which the period ends.';
comment on column core.observation.period_basis is '''stated'' beside the value or in the table''s heading, ''document'' where only the document''s own date tells.';
comment on column core.observation.score is 'On the framework''s scale; NULL where the paper gives only a band.';
comment on column core.observation.score_text is 'The score as written.';
comment on column core.observation.band is '''not_met'', ''met'' or ''exceeded''.';
comment on column core.observation.method is 'How the value was seen: ''table'', ''chart'', ''picture'' or ''text''.';
comment on column core.observation.page is 'Page or slide, from 1; NULL where the format has none.';
comment on column core.observation.bbox is 'Where the value stands: x0, top, x1, bottom in points from the page''s top left; NULL where the format has none.';
comment on column core.observation.table_number is 'Number of the grid in the document, from 1; NULL where there is no grid.';
comment on column core.observation.row_number is 'Row of the cell in its grid, from 1.';
comment on column core.observation.column_number is 'Column of the cell in its grid, from 1.';
comment on column core.observation.confidence is '0 to 1.';
comment on column core.observation.status is '''accepted'', ''review'' or ''rejected''.';
comment on column core.observation.reason is 'Why the value is held or rejected; NULL where accepted.';
comment on column core.observation.evidence is 'The trail of the decision, one clause for each step.';
