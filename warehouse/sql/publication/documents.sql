-- one row for each paper that was looked at; of a file only the name is published, not where it lay on a machine
select * replace (case when regexp_matches(source, '^https?://', 'i') then source else file_name end as source)
from documents
order by file_name, document_id
