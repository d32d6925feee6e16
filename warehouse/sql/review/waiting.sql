-- one row: how many values wait
select count(*) from review_queue;
