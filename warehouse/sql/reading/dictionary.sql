-- one row for each column of a view in main, in the order of its view
select table_name, column_name, data_type, comment
from duckdb_columns()
where database_name = current_database() and schema_name = 'main' and not internal
order by table_name, column_index;
