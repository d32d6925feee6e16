-- one row where a dataset holds other rows than the Parquet file of an earlier publication, none where they are the same
with
    now as (from query_table($name)),
    before as (from read_parquet($file))
select 1
from ((from now except all from before) union all (from before except all from now))
limit 1
