-- one row in meta.run: this load
insert into meta.run
select
    run_id, started_at, $finished_at, $documents, $new, $changed, $unchanged, $failed, $accepted, $review, $rejected,
    version, reader, catalogue
from this_run;
