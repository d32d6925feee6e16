-- one row for each source of a refresh, with the age of what is known from it
create or replace view core.source_age as
select
    source,
    case when last_good is null then 'never seen' when last_error is not null then 'failed' else 'good' end as state,
    papers,
    withheld,
    missed,
    last_tried,
    last_good,
    date_diff('day', last_good, last_tried) as days_old,
    last_error
from core.source;

comment on view core.source_age is 'One row for each file, folder, list or site that a refresh looks at, with the age of what is known from it.';
comment on column core.source_age.source is 'The address as the configuration gives it.';
comment on column core.source_age.state is '''good'', ''failed'': an older state of it is in the warehouse; ''never seen''.';
comment on column core.source_age.papers is 'Papers that it named when it was last seen in full.';
comment on column core.source_age.withheld is 'Papers that it names and that may not be fetched.';
comment on column core.source_age.missed is 'Papers or parts of it that could not be had the last time.';
comment on column core.source_age.last_tried is 'When a refresh last looked at it, UTC.';
comment on column core.source_age.last_good is 'When it was last seen in full, UTC; NULL where it never was.';
comment on column core.source_age.days_old is 'Days between these two: how old what is known from it was at the last refresh; NULL where it was never seen.';
comment on column core.source_age.last_error is 'Why it could not be seen the last time; NULL where it could.';
