-- one row for each printed text that a reviewer has given a meaning
select framework, printed, meaning from core.alias order by framework, printed;
