-- one row: the hash of the view definitions that the file holds
select views_fingerprint from meta.schema_version;
