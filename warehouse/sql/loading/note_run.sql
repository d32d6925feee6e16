-- one row in meta.run: this load
insert into meta.run
select
    run_id, started_at, $finished_at, $documents, $new, $changed, $unchanged, $failed, $accepted, $review, $rejected
from this_run;
