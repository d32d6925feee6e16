-- one row in meta.schema_version: what the file has been brought up to
delete from meta.schema_version;
insert into meta.schema_version values ($version, $fingerprint, $at);
