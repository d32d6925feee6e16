-- one row for each column of one table or view, with the comment it carries
select column_name, data_type, coalesce(comment, '') as comment
from duckdb_columns()
where table_name = $name and database_name = current_database() and schema_name = current_schema()
order by column_index
