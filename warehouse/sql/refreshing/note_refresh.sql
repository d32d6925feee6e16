-- one row: this refresh
insert into meta.refresh
select
    coalesce(max(refresh_id), 0) + 1,
    cast($started_at as timestamp),
    cast($finished_at as timestamp),
    $version,
    $reader,
    $sources,
    $failed_sources,
    $listed,
    $fetched,
    $read,
    $gone,
    $withheld,
    $missed,
    case when $loaded then (select max(run_id) from meta.run) end
from meta.refresh;
