-- one row for each view in main
select view_name, comment
from duckdb_views()
where database_name = current_database() and schema_name = 'main' and not internal;
