-- one row: the number and the time of this load, and what read its papers
create or replace temp table this_run as
select
    coalesce(max(run_id), 0) + 1 as run_id,
    cast($started_at as timestamp) as started_at,
    cast($version as varchar) as version,
    cast($reader as varchar) as reader,
    cast($reader_of_failed as varchar) as reader_of_failed,
    cast($catalogue as varchar) as catalogue
from meta.run;
