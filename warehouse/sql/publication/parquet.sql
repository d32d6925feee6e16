-- writes one table as it stands, rows in the order they are kept
copy (from query_table($name)) to $file (
    format parquet,
    compression zstd,
    kv_metadata {title: $title, description: $description, version: $version}
)
