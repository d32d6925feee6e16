-- one row: of which state a folder's newest release is
insert into meta.published values ($folder, $release, $state, $published_at)
on conflict (folder) do update set
    release = excluded.release,
    state = excluded.state,
    published_at = excluded.published_at;
