-- one row for each table of the new file and each column of them: the statement that gives it the comment of its view
with
    commented as (
        select format('table published.kept."{}"', view_name) as place, comment
        from duckdb_views()
        where database_name = 'published' and schema_name = 'main' and comment is not null
        union all
        select format('column published.kept."{}"."{}"', table_name, replace(column_name, '"', '""')), comment
        from duckdb_columns()
        where database_name = 'published' and schema_name = 'main' and comment is not null
    )
select concat('comment on ', place, ' is ''', replace(comment, '''', ''''''), '''') as statement
from commented
