-- the rows of a Parquet file, in the types of a shard; it should hold one
insert into shard by name
select * from read_parquet($file)
