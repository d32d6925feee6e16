-- one row for each source that a refresh looked at; of a folder or file only the name is published, and no complaint
with source_age as (
    select *, regexp_matches(source, '^([a-z]+[+])?https?://', 'i') as is_public from core.source_age
)
select
    if(is_public, source, parse_filename(rtrim(source, '/'))) as source,
    state,
    papers,
    if(state = 'good', null, cast(last_good as date)) as seen_until,
    if(is_public, last_error, null) as reason
from source_age
order by all
