-- at most one row: the release of a folder, and of which state it is
select release, state from meta.published where folder = $folder;
