-- one row: the comment of one table or view
select comment
from (
    select table_name as name, comment, database_name, schema_name from duckdb_tables()
    union all
    select view_name as name, comment, database_name, schema_name from duckdb_views()
)
where name = $name and database_name = current_database() and schema_name = current_schema()
