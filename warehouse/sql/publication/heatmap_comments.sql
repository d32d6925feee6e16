-- one row for each benchmark with a column in the heatmap: what that column means
with
    heatmap_column as (
        select column_name as benchmark
        from duckdb_columns()
        where database_name = 'published' and table_name = 'heatmap'
    )
select
    benchmark,
    'Score in: ' || string_agg(distinct name, ' / ' order by name) || '; NULL where none was accepted.' as comment
from published.benchmarks
semi join heatmap_column using (benchmark)
group by benchmark
