-- one row: a source as it was seen or tried now
insert into core.source
values (
    $source,
    $tried_at,
    case when $error is null then cast($tried_at as timestamp) end,
    $error,
    $papers,
    $withheld,
    $missed
)
on conflict (source) do update set
    last_tried = excluded.last_tried,
    last_good = coalesce(excluded.last_good, core.source.last_good),
    last_error = excluded.last_error,
    papers = case when excluded.last_error is null then excluded.papers else core.source.papers end,
    withheld = excluded.withheld,
    missed = excluded.missed;
