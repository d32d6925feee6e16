-- the rows of the shard that was written or taken
select * from shard
