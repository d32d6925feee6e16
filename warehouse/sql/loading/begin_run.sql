-- one row: the number and the time of this load
create or replace temp table this_run as
select coalesce(max(run_id), 0) + 1 as run_id, cast($started_at as timestamp) as started_at from meta.run;
