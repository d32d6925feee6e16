-- one row: the version of the table layout
select version from meta.schema_version;
