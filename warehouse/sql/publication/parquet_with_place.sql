-- as parquet.sql, for tables with a place on the page: its four numbers as a list, since other readers of Parquet do
-- not agree on lists of a fixed length with gaps
copy (select * replace (cast(bbox as double[]) as bbox) from query_table($name)) to $file (
    format parquet,
    compression zstd,
    kv_metadata {title: $title, description: $description, version: $version}
)
